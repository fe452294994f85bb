// check --statement: the provider's export held against itself, then row by row against the notes.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import type { Declared } from '../../formats/statement.ts';
import type { CheckOptions } from '../../ledger/check.ts';
import type { Comparison } from '../../ledger/comparison.ts';
import { matchStatement } from '../../ledger/match.ts';
import type { Note } from '../../ledger/note.ts';
import { checkStatement } from '../../ledger/statement-check.ts';
import { type FileWish, readNotesFile } from '../../notes-file.ts';
import { asker, settleReading } from '../columns/reading.ts';
import { noteDefaults } from '../note/defaults.ts';

interface Compared {
  found: Comparison;
  /** How many notes were held against it. */
  notes: number;
  /** Neither side has anything that the other lacks, and nothing differs. */
  agrees: boolean;
}

/**
 * `path` is the statement, `notesPath` a file of notes (null: the recorded ones). `--format` and `--columns` speak of the
 * statement here. Only notes within the statement's period are missed in it.
 */
export async function compareStatement(
  path: string,
  notesPath: string | null,
  wish: FileWish,
  options: CheckOptions,
  context: Context,
): Promise<Compared> {
  if (path === '-' && notesPath === '-') throw new OkhelpError('two-stdin', {});
  // The statement first: where okhelp has to ask about its columns, nothing else has been read in vain.
  const read = () => notesOf(notesPath, context);
  return compareNotes(path, read, wish, options, context);
}

async function notesOf(path: string | null, context: Context): Promise<readonly Note[]> {
  if (path === null) return (await context.store()).notes.list();
  return (await readNotesFile(path, {}, noteDefaults(context), context)).notes;
}

/** The same for notes that are at hand, or are read when the statement was. */
export async function compareNotes(
  path: string,
  held: readonly Note[] | (() => Promise<readonly Note[]>),
  wish: FileWish,
  options: CheckOptions,
  context: Context,
): Promise<Compared> {
  const defaults = noteDefaults(context);
  const statement = await readNotesFile(path, wish, defaults, context, asker(wish, defaults, context));
  await settleReading(statement.columns, statement.source, wish, context);
  const notes = typeof held === 'function' ? await held() : held;
  const self = checkStatement(statement.notes, {
    declared: statement.declared,
    dayEndBalances: statement.dayEndBalances,
    unreadable: statement.source.unreadable.map(({ line }) => line),
  });
  const { account, currency, since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = options;
  const asked = <N extends Note>(rows: readonly N[]) =>
    rows.filter(({ time }) => time.epoch >= since && time.epoch <= until);
  const period = periodOf(statement.notes, statement.declared);
  const matching = matchStatement(asked(notes), asked(statement.notes), {
    account,
    currency,
    ...(period && { period }),
  });
  const off = matching.differing.length + matching.onlyInNotes.length + matching.onlyInStatement.length;
  return {
    found: { source: statement.source, self, matching },
    notes: asked(notes).filter(({ type }) => type !== 'balance').length,
    agrees: off === 0,
  };
}

/** What the statement covers: the period that it declares, else from its first row to its last. */
function periodOf(rows: readonly Note[], declared: readonly Declared[]): { from: number; to: number } | null {
  const times = rows.map(({ time }) => time.epoch);
  const starts = declared.flatMap(({ from }) => (from ? [from.epoch] : []));
  const ends = declared.flatMap(({ to }) => (to ? [to.epoch] : []));
  if (times.length === 0 && starts.length === 0) return null;
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return { from: least([...times, ...starts]), to: most([...times, ...ends]) };
}
