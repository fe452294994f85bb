// What a report is made from: the case, the notes with their check, the statement; read before anything is taken out.
import { basename, resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { bytesOf } from '../../formats/byte-source.ts';
import { checkCsv } from '../../formats/check-csv.ts';
import { checkNotes } from '../../ledger/check.ts';
import type { Comparison } from '../../ledger/comparison.ts';
import type { CheckResult } from '../../ledger/findings.ts';
import type { Note } from '../../ledger/note.ts';
import { openNotesFile, sourceOf } from '../../notes-file.ts';
import type { CaseRecord } from '../../store/store.ts';
import { chosenCase } from '../case/chosen.ts';
import { type WholeCase, wholeCase } from '../case/whole.ts';
import { noteDefaults } from '../note/defaults.ts';

export interface Material {
  whole: WholeCase | null;
  notes: readonly Note[];
  /** Null where there is nothing to check. */
  check: CheckResult | null;
  comparison: Comparison | null;
  /** The files that were read: paths as they were named. */
  files: string[];
  /** The open case that is left out because a file was named. */
  without: string | null;
}

export interface Wanted {
  case?: string;
  file?: string;
  statement?: string;
}

/** Throws `nothing-to-report`, `unknown-case`, and the errors of the files. */
export async function materialOf(wanted: Wanted, context: Context): Promise<Material> {
  const { file, statement } = wanted;
  if (file === '-' && statement === '-') throw new OkhelpError('two-stdin', {});
  const { record, without } = await recordOf(wanted, context);
  const whole = record && (await wholeCase(record, context));
  const looked = file ?? (await noteFileOf(record));
  const { notes, check } = looked === null ? await fromStore(context) : await fromFile(looked, context);
  if (!whole && !check) throw new OkhelpError('nothing-to-report', {});
  const comparison = statement === undefined ? null : await compared(statement, notes, context);
  const files = [looked, statement].filter((path): path is string => typeof path === 'string' && path !== '-');
  return { whole, notes, check, comparison, files, without };
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
  const { stat } = await import('node:fs/promises');
  const there = await stat(named).catch(() => null);
  return there?.isFile() ? named : null;
}

type Checked = Pick<Material, 'notes' | 'check'>;

async function fromStore(context: Context): Promise<Checked> {
  const notes = (await context.store()).notes.list();
  return { notes, check: notes.length === 0 ? null : checkNotes(notes, { traced: true }) };
}

async function fromFile(path: string, context: Context): Promise<Checked> {
  const defaults = noteDefaults(context);
  const file = await openNotesFile(path, {}, defaults, context);
  const name = path === '-' ? null : basename(path);
  try {
    if (file.kind === 'statement') {
      const { notes, declared, dayEndBalances, unreadable } = file.statement;
      const { checkStatement } = await import('../../ledger/statement-check.ts');
      const { findingsOfStatement } = await import('../../ledger/statement-findings.ts');
      const lines = unreadable.map(({ line }) => line);
      const checked = checkStatement(notes, { declared, dayEndBalances, unreadable: lines, traced: true });
      const accounts = findingsOfStatement(checked);
      const balanced = accounts.every(({ mismatches }) => mismatches.length === 0);
      return { notes, check: { source: sourceOf(file, name), balanced, accounts, leftOut: [] } };
    }
    const bytes = bytesOf(file.source);
    const { looksLikeJson, readNotesJson } = await import('../../formats/okhelp-json.ts');
    const { readNotes } = await import('../../formats/okhelp-csv.ts');
    const options = { file: path, ...defaults };
    const json = looksLikeJson(bytes);
    const { notes, rows, unreadable } = json ? readNotesJson(bytes, options) : readNotes(bytes, options);
    const check = json ? checkNotes(notes, { traced: true }) : await checkCsv(file.source, { defaults, traced: true });
    const format = json ? 'okhelp-json' : 'okhelp-csv';
    return { notes, check: { ...check, source: { kind: file.source.kind, name, format, rows, unreadable } } };
  } finally {
    file.source.close();
  }
}

async function compared(path: string, notes: readonly Note[], context: Context): Promise<Comparison> {
  const { compareNotes } = await import('../check/compare-statement.ts');
  return (await compareNotes(path, notes, {}, {}, context)).found;
}

/** Where a named file lies. */
export function placeOf(path: string, { host }: Pick<Context, 'host'>): string {
  return resolve(host.cwd, path);
}
