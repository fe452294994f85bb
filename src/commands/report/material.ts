// What a report is made from: the case, the notes with their check, the statement; read before anything is taken out.
import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { bytesOf } from '../../formats/byte-source.ts';
import { checkCsv } from '../../formats/check-csv.ts';
import { type CheckOptions, checkNotes, isAsked } from '../../ledger/check.ts';
import type { Comparison } from '../../ledger/comparison.ts';
import type { CheckResult } from '../../ledger/findings.ts';
import type { Note } from '../../ledger/note.ts';
import { type FileWish, openNotesFile } from '../../notes-file.ts';
import type { CaseRecord } from '../../store/store.ts';
import { chosenCase } from '../case/chosen.ts';
import { type WholeCase, wholeCase } from '../case/whole.ts';
import { checkStatementFile, expectAsked, isWithin } from '../check/asked.ts';
import { asker, settleReading } from '../columns/reading.ts';
import { noteDefaults } from '../note/defaults.ts';

export interface Material {
  whole: WholeCase | null;
  notes: readonly Note[];
  /** Null where there is nothing to check. */
  check: CheckResult | null;
  comparison: Comparison | null;
  /** The files that were read: paths as they were named. */
  files: string[];
  /** Which of the notes were asked for. */
  selection: Wanted['selection'];
  /** The open case that is left out because a file was named. */
  without: string | null;
}

export interface Wanted {
  case?: string;
  file?: string;
  statement?: string;
  /** Which accounts and which time; all where nothing is said. */
  selection: Pick<CheckOptions, 'account' | 'currency' | 'since' | 'until'>;
  /** What was said of how the file is read: of the statement, where there is one. */
  wish: FileWish;
}

/** Throws `nothing-to-report`, `unknown-case`, and the errors of the files. */
export async function materialOf(wanted: Wanted, context: Context): Promise<Material> {
  const { file, statement, selection } = wanted;
  if (file === '-' && statement === '-') throw new OkhelpError('two-stdin', {});
  const { record, without } = await recordOf(wanted, context);
  const whole = record && (await wholeCase(record, context));
  const looked = file ?? (await noteFileOf(record));
  const own = statement === undefined ? wanted.wish : {};
  const { notes, check } =
    looked === null ? await fromStore(selection, context) : await fromFile(looked, own, selection, context);
  if (!whole && !check) throw new OkhelpError('nothing-to-report', {});
  const comparison = statement === undefined ? null : await compared(statement, notes, wanted, context);
  const files = [looked, statement].filter((path): path is string => typeof path === 'string' && path !== '-');
  return { whole, notes, check, comparison, files, selection, without };
}

/** With a file, only a case that is named. */
async function recordOf(
  wanted: Wanted,
  context: Context,
): Promise<{ record: CaseRecord | null; without: string | null }> {
  if (wanted.case !== undefined) return { record: await chosenCase(wanted.case, context), without: null };
  if (wanted.file === undefined) return { record: (await context.store()).cases.latest('open'), without: null };
  try {
    return { record: null, without: (await context.store()).cases.latest('open')?.id ?? null };
  } catch (error) {
    // The file is all that is asked for.
    if (error instanceof OkhelpError) return { record: null, without: null };
    throw error;
  }
}

/** The file that the diagnosis of the case looked into, where it is still there. */
async function noteFileOf(record: CaseRecord | null): Promise<string | null> {
  const named = record?.fields.notesFile;
  if (!named) return null;
  try {
    return statSync(named).isFile() ? named : null;
  } catch {
    return null;
  }
}

type Checked = Pick<Material, 'notes' | 'check'>;

async function fromStore(selection: Wanted['selection'], context: Context): Promise<Checked> {
  const notes = (await context.store()).notes.list();
  if (notes.length === 0) return { notes, check: null };
  return selected(notes, expectAsked(checkNotes(notes, { ...selection, traced: true }), selection), selection);
}

/** The notes that were asked for, with the check of these. */
function selected(notes: readonly Note[], check: CheckResult, selection: Wanted['selection']): Checked {
  return { notes: notes.filter((note) => isAsked(note, selection) && isWithin(note, selection)), check };
}

async function fromFile(
  path: string,
  wish: FileWish,
  selection: Wanted['selection'],
  context: Context,
): Promise<Checked> {
  const defaults = noteDefaults(context);
  const file = await openNotesFile(path, wish, defaults, context, asker(wish, defaults, context));
  const name = path === '-' ? null : basename(path);
  const options = { ...selection, traced: true };
  try {
    if (file.kind === 'statement') {
      const check = expectAsked(await checkStatementFile(file, name ?? path, options), selection);
      await settleReading(file.columns, check.source, wish, context);
      return selected(file.statement.notes, { ...check, source: { ...check.source, name } }, selection);
    }
    const bytes = bytesOf(file.source);
    const { looksLikeJson, readNotesJson } = await import('../../formats/okhelp-json.ts');
    const { readNotes } = await import('../../formats/okhelp-csv.ts');
    const reading = { file: path, ...defaults };
    const json = looksLikeJson(bytes);
    const { notes, rows, unreadable } = json ? readNotesJson(bytes, reading) : readNotes(bytes, reading);
    const check = json ? checkNotes(notes, options) : await checkCsv(file.source, { ...options, defaults });
    const format = json ? 'okhelp-json' : 'okhelp-csv';
    const source = { kind: file.source.kind, name, format, rows, unreadable };
    return selected(notes, { ...expectAsked(check, selection), source }, selection);
  } finally {
    file.source.close();
  }
}

async function compared(
  path: string,
  notes: readonly Note[],
  { wish, selection }: Wanted,
  context: Context,
): Promise<Comparison> {
  const { compareNotes } = await import('../check/compare-statement.ts');
  return (await compareNotes(path, notes, wish, selection, context)).found;
}

/** Where a named file lies. */
export function placeOf(path: string, { host }: Pick<Context, 'host'>): string {
  return resolve(host.cwd, path);
}
