// What goes into the archive of a case: facts, timeline, drafts, notes of its time, evidence; and the sums of all of it.
import { readFileSync } from 'node:fs';
import type { Context } from '../../context.ts';
import { csvText } from '../../formats/csv-text.ts';
import type { ArchiveFile } from '../../formats/zip-archive.ts';
import { harmlessJson, visibleText } from '../../ledger/visible.ts';
import type { CaseDraft, CaseEvidence } from '../../support/case-event.ts';
import type { Redaction } from '../../support/draft.ts';
import { isAddress } from '../../support/fields.ts';
import { cleanAttachment } from '../../support/redact-input.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';
import { caseDocument } from './documents.ts';
import { type FileState, sha256Of } from './evidence.ts';
import type { WholeCase } from './whole.ts';

export interface Archive {
  files: ArchiveFile[];
  /** Evidence that is not in it, and why. */
  left: { name: string; why: 'gone' | 'changed' }[];
  /** Evidence of which a cleaned copy is in it. */
  cleaned: string[];
  /** Evidence that nobody could look into. */
  unsearched: { name: string; why: 'opaque' | 'too-large' }[];
  redactions: Redaction[];
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const DAY = 86_400_000;

export async function archiveOf(whole: WholeCase, context: Context): Promise<Archive> {
  const archive: Archive = { files: [], left: [], cleaned: [], unsearched: [], redactions: [] };
  const states = new Map<string, FileState>();
  const evidence: ArchiveFile[] = [];
  for (const one of whole.evidence) {
    const file = await evidenceFile(one, evidence, archive, context);
    states.set(one.id, file ?? 'there');
  }
  const add = (name: string, text: string) => archive.files.push({ name, content: bytesOf(text) });
  add('case.json', `${harmlessJson(JSON.stringify(withoutPaths(caseDocument(whole, states, context)), null, 2))}\n`);
  add('timeline.csv', timelineCsv(whole, context));
  for (const { name, text } of await draftFiles(whole.drafts, context)) add(name, text);
  await addNotes(whole, archive, context);
  archive.files.push(...evidence);
  const sums = archive.files.map(({ name, content }) => `${sha256Of(content)}  ${name}`);
  add('SHA256SUMS.txt', `${sums.join('\n')}\n`);
  return archive;
}

/** Where files lie tells the name of the person's account on this computer. */
function withoutPaths(document: object): object {
  return JSON.parse(
    JSON.stringify(document, (key, value) => (key === 'path' || key === 'notesFile' ? undefined : value)),
  );
}

/** The timeline as a table, its kinds and results in words. */
export function timelineCsv({ timeline }: Pick<WholeCase, 'timeline'>, { t }: Pick<Context, 't'>): string {
  const rows = timeline.map((event) => [
    event.at,
    t.cases.kinds[event.kind],
    event.channel ? t.cases.channels[event.channel] : '',
    event.body ?? '',
    event.to ?? '',
    event.with ?? '',
    event.promised ?? '',
    event.due ?? '',
    event.reference ?? '',
    event.amount ?? '',
    event.currency ?? '',
    [event.outcome, event.draft, event.evidence, event.step, event.result && t.cases.results[event.result], event.text]
      .filter(Boolean)
      .join('; '),
  ]);
  return csvText([t.cases.archive.columns, ...rows]);
}

/** Each draft as a text, and as a mail where it is one. */
export async function draftFiles(
  drafts: readonly CaseDraft[],
  context: Context,
): Promise<{ name: string; text: string }[]> {
  const files: { name: string; text: string }[] = [];
  for (const draft of drafts) {
    const name = `drafts/${draft.id}-${draft.kind}`;
    files.push({
      name: `${name}.txt`,
      text: `${visibleText([draft.subject, draft.body].filter(Boolean).join('\n\n'))}\n`,
    });
    if (MAILS.includes(draft.kind)) files.push({ name: `${name}.eml`, text: await emlOf(draft, context) });
  }
  return files;
}

/** A name that no system reads as a path, or refuses; without marks that hide what it really is. */
export function plainName(name: string): string {
  return cleanForTerminal(name).replace(/[/\\:*?"<>|]/g, '_');
}

const MAILS: CaseDraft['kind'][] = ['email', 'follow-up', 'complaint'];

/** The draft as it was written, to be opened by a mail program; its sender and receiver are the profile's. */
async function emlOf({ subject, body, language, created }: CaseDraft, { settings }: Context): Promise<string> {
  const { toEml } = await import('../../support/eml.ts');
  const address = (text: string | undefined) => (text && isAddress(text) ? text : null);
  const draft = {
    language,
    to: address(settings['support-address']),
    from: address(settings['reply-address']),
    subject,
    body,
  };
  return toEml(draft, [], Date.parse(created));
}

/** From thirty days before the case began, or before what it is about, to the end. */
async function addNotes(whole: WholeCase, archive: Archive, context: Context): Promise<void> {
  const { record, timeline } = whole;
  const happened = Date.parse(record.fields.time ?? '');
  const begun = Math.min(Date.parse(record.created), Number.isNaN(happened) ? Number.POSITIVE_INFINITY : happened);
  const closed = record.state === 'closed' ? timeline.findLast(({ kind }) => kind === 'closed') : undefined;
  const until = closed ? Date.parse(closed.at) : context.now();
  const notes = (await context.store()).notes.list({ since: begun - 30 * DAY, until });
  if (notes.length === 0) return;
  const { attachNotes } = await import('../drafting/attach.ts');
  const { attachments, redactions } = await attachNotes(notes, context.t.email.placeholders);
  archive.files.push(...attachments.map(({ name, content }) => ({ name, content })));
  archive.redactions.push(...redactions);
}

/** Adds the file where it is still what it was; gives why it did not. */
async function evidenceFile(
  { id, name, path, sha256 }: CaseEvidence,
  files: ArchiveFile[],
  archive: Archive,
  context: Context,
): Promise<'gone' | 'changed' | null> {
  let content: Uint8Array;
  try {
    content = readFileSync(path);
  } catch {
    archive.left.push({ name, why: 'gone' });
    return 'gone';
  }
  if (sha256Of(content) !== sha256) {
    archive.left.push({ name, why: 'changed' });
    return 'changed';
  }
  const clean = await cleanAttachment({ name, type: '', content }, context.t.email.placeholders);
  const shown = plainName(clean.attachment.name);
  files.push({ name: `evidence/${id}-${shown}`, content: clean.attachment.content });
  archive.redactions.push(...clean.redactions, ...clean.nameRedactions);
  if (clean.redactions.length > 0) archive.cleaned.push(shown);
  if (clean.unsearched) archive.unsearched.push({ name: shown, why: clean.unsearched });
  return null;
}
