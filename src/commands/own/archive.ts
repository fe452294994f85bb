// All that okhelp keeps, as one archive for the person alone: nothing is taken out of it.
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { csvText } from '../../formats/csv-text.ts';
import { notesHeader, writeNoteRows } from '../../formats/okhelp-csv.ts';
import { writingNotesJson } from '../../formats/okhelp-json.ts';
import { zipWriter } from '../../formats/zip-archive.ts';
import { harmlessJson } from '../../ledger/visible.ts';
import type { CaseEvidence } from '../../support/case-event.ts';
import type { LeftWhy } from '../../support/own-data.ts';
import { draftFiles, plainName, timelineCsv } from '../case/archive.ts';
import { caseDocument } from '../case/documents.ts';
import { eachPart, type FileState, fingerprintOf } from '../case/evidence.ts';
import { packing } from '../case/packing.ts';
import { type WholeCase, wholeCase } from '../case/whole.ts';
import { contactDocument } from '../contacts/known.ts';
import { inventoryOf } from './inventory.ts';

export interface FullArchive {
  files: { name: string; bytes: number; sha256: string }[];
  /** Evidence of which no copy is in it. */
  left: { case: string; id: string; name: string; path: string; why: LeftWhy }[];
  /** Evidence that is no longer what it was when it was added: a copy of what it is now is in it. */
  changed: { case: string; id: string; name: string }[];
}

type Write = (part: Uint8Array) => Promise<void>;
type Fill = (write: (part: string | Uint8Array) => Promise<void>) => Promise<void>;

/** A plain .zip holds 4 GB; what is larger than this is left for the person to copy. */
const LARGEST_FILE = 1024 ** 3;
const LARGEST_SUM = 3 * 1024 ** 3;

/** Writes the archive piece by piece; `readme` stands at its beginning. Throws the errors of the store. */
export async function writeArchive(context: Context, readme: string, write: Write): Promise<FullArchive> {
  const archive: FullArchive = { files: [], left: [], changed: [] };
  const zip = zipWriter(context.now(), write, packing);
  const add = (name: string, fill: Fill) =>
    zip.add(name, async (into) => {
      const hash = createHash('sha256');
      let bytes = 0;
      await fill(async (part) => {
        const given = typeof part === 'string' ? new TextEncoder().encode(part) : part;
        hash.update(given);
        bytes += given.length;
        await into(given);
      });
      archive.files.push({ name, bytes, sha256: hash.digest('hex') });
    });
  const addText = (name: string, text: string) => add(name, (into) => into(text));
  const addFile = (name: string, path: string) => add(name, (into) => eachPart(path, into));

  await addText('README.txt', readme);
  await addNotes(context, add);
  await addContacts(context, addText);
  const { cases } = await context.store();
  for (const { id } of cases.list().reverse()) {
    const whole = await wholeCase(cases.get(id)!, context);
    await addCase(whole, archive, context, addText, addFile);
  }
  for (const { kind, path } of (await inventoryOf(context)).files) {
    if (kind === 'settings') await addFile('settings.json', path);
    if (kind === 'log') await addFile('okhelp-error.log', path);
  }
  await withCopyOfData(context, (copy) => addFile('okhelp.db', copy));
  await addText('SHA256SUMS.txt', archive.files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
  await zip.end();
  return archive;
}

type AddText = (name: string, text: string) => Promise<void>;

async function addNotes(context: Context, add: (name: string, fill: Fill) => Promise<void>): Promise<void> {
  const { notes } = await context.store();
  await add('notes.csv', async (into) => {
    await into(notesHeader());
    await notes.each({}, (some) => into(writeNoteRows(some)));
  });
  await add('notes.json', async (into) => {
    const { head, some, tail } = writingNotesJson();
    await into(head);
    await notes.each({}, (piece) => into(some(piece)));
    await into(tail());
  });
}

async function addContacts(context: Context, addText: AddText): Promise<void> {
  const contacts = (await context.store()).contacts.list();
  const columns = ['id', 'kind', 'value', 'found', 'memo', 'saved'] as const;
  const rows = contacts.map((contact) => columns.map((column) => contact[column]));
  await addText('contacts.csv', csvText([columns, ...rows]));
  const documents = contacts.map((one) => contactDocument(one, context));
  await addText('contacts.json', jsonText({ schema: 'okhelp.contacts/1', contacts: documents }));
}

async function addCase(
  whole: WholeCase,
  archive: FullArchive,
  context: Context,
  addText: AddText,
  addFile: AddText,
): Promise<void> {
  const { id } = whole.record;
  const folder = `cases/${id}`;
  const states = new Map<string, FileState>();
  const copies: { name: string; path: string }[] = [];
  let room = LARGEST_SUM - archive.files.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const one of whole.evidence) {
    const found = await stateNow(one, room);
    if (typeof found === 'string') {
      states.set(one.id, found === 'gone' ? 'gone' : 'there');
      archive.left.push({ case: id, id: one.id, name: one.name, path: one.path, why: found });
      continue;
    }
    states.set(one.id, found.changed ? 'changed' : 'there');
    if (found.changed) archive.changed.push({ case: id, id: one.id, name: one.name });
    copies.push({ name: `${folder}/evidence/${one.id}-${plainName(one.name)}`, path: one.path });
    room -= found.bytes;
  }
  await addText(`${folder}/case.json`, jsonText(caseDocument(whole, states, context)));
  await addText(`${folder}/timeline.csv`, timelineCsv(whole, context));
  for (const { name, text } of await draftFiles(whole.drafts, context)) await addText(`${folder}/${name}`, text);
  await addText(`${folder}/evidence.csv`, evidenceCsv(whole.evidence, states));
  for (const { name, path } of copies) await addFile(name, path);
}

async function stateNow(
  { path, sha256, name }: CaseEvidence,
  room: number,
): Promise<{ bytes: number; changed: boolean } | LeftWhy> {
  try {
    const found = statSync(path);
    if (!found.isFile()) return 'unreadable';
    if (found.size > Math.min(LARGEST_FILE, room)) return 'too-large';
    const now = await fingerprintOf(path, name);
    return { bytes: now.bytes, changed: now.sha256 !== sha256 };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'file-not-found' ? 'gone' : 'unreadable';
  }
}

function evidenceCsv(evidence: readonly CaseEvidence[], states: ReadonlyMap<string, FileState>): string {
  const columns = ['id', 'name', 'path', 'bytes', 'sha256', 'memo', 'added', 'state'];
  const rows = evidence.map(({ id, name, path, bytes, sha256, memo, added }) => [
    id,
    name,
    path,
    String(bytes),
    sha256,
    memo,
    added,
    states.get(id) ?? '',
  ]);
  return csvText([columns, ...rows]);
}

/** The data as one file, which put back into the data folder brings everything back. None where nothing was recorded yet. */
async function withCopyOfData({ dataDir, store }: Context, use: (copy: string) => Promise<void>): Promise<void> {
  const folder = resolve(dataDir);
  const data = await store();
  if (!existsSync(join(folder, 'okhelp.db'))) return;
  const copy = join(folder, `.okhelp-${Math.random().toString(36).slice(2, 10)}.tmp`);
  try {
    closeSync(openSync(copy, 'wx', 0o600));
    data.copyTo(copy);
    await use(copy);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw typeof code === 'string' && /^E[A-Z]+$/.test(code)
      ? new OkhelpError('not-writable', { path: copy }, error)
      : error;
  } finally {
    rmSync(copy, { force: true });
  }
}

function jsonText(document: object): string {
  return `${harmlessJson(JSON.stringify(document, null, 2))}\n`;
}
