// Which accounts and which time a check or a report is about, as flags say it; and a statement checked for these alone.
import type { Context } from '../../context.ts';
import type { OptionDefinition } from '../../definition.ts';
import { OkhelpError } from '../../errors.ts';
import { readMomentFlag } from '../../flags.ts';
import type { NoteDefaults } from '../../formats/note-rows.ts';
import { type CheckOptions, checkNotes, isAsked, leftOut } from '../../ledger/check.ts';
import type { CheckResult } from '../../ledger/findings.ts';
import { parseCurrency } from '../../ledger/money.ts';
import { isOwnRecord } from '../../ledger/own-records.ts';
import type { Messages } from '../../messages/index.ts';
import { nearest } from '../../nearest.ts';
import { type NotesFile, readWhole, type StatementNotes, sourceOf } from '../../notes-file.ts';

export interface SelectionFlags {
  account?: string;
  currency?: string;
  since?: string;
  until?: string;
}

export const ledgerOptions = ({ check: { options } }: Messages): OptionDefinition[] => [
  { flags: '--account <ID>', description: options.account },
  { flags: '--currency <CCY>', description: options.currency },
];

export const periodOptions = ({ check: { options } }: Messages): OptionDefinition[] => [
  { flags: '--since <TIME>', description: options.since },
  { flags: '--until <TIME>', description: options.until },
];

/** A time without an offset is in the profile's zone; a day alone counts whole. Throws `bad-value` and `bad-time`. */
export function readSelection(
  flags: SelectionFlags,
  context: Context,
): Pick<CheckOptions, 'account' | 'currency' | 'since' | 'until'> {
  const selection: CheckOptions = {};
  if (flags.account !== undefined) selection.account = flags.account;
  if (flags.currency !== undefined) {
    const currency = parseCurrency(flags.currency);
    if (!currency) {
      const expected = context.t.check.currencyExpected;
      throw new OkhelpError('bad-value', { flag: '--currency', value: flags.currency, expected });
    }
    selection.currency = currency;
  }
  if (flags.since !== undefined) selection.since = readMomentFlag('--since', flags.since, context).epoch;
  if (flags.until !== undefined) selection.until = readMomentFlag('--until', flags.until, context, 'end-of-day').epoch;
  return selection;
}

/** Another program's statement is held against itself, under its provider's rules; a journal is the user's own notes. */
export async function checkStatementFile(
  file: StatementNotes,
  path: string,
  options: CheckOptions,
): Promise<CheckResult> {
  const { statement } = file;
  const source = sourceOf(file, path);
  const isOwn = isOwnRecord(source) && source.unreadable.length === 0;
  if (options.opening !== undefined || options.shown || isOwn)
    return { ...checkNotes(statement.notes, options), source };
  const { checkStatement } = await import('../../ledger/statement-check.ts');
  const { findingsOfStatement } = await import('../../ledger/statement-findings.ts');
  const asked = statement.notes.filter((note) => isAsked(note, options) && isWithin(note, options));
  const { declared, dayEndBalances, unreadable } = statement;
  const all = asked.length === statement.notes.length;
  const lines = unreadable.map(({ line }) => line);
  const checked = checkStatement(asked, {
    declared: all ? declared : [],
    dayEndBalances,
    unreadable: lines,
    traced: options.traced,
  });
  const accounts = findingsOfStatement(checked);
  const balanced = accounts.every(({ mismatches }) => mismatches.length === 0);
  return { source, balanced, accounts, leftOut: leftOut(statement.notes, options) };
}

/** What `note export` or `note list` wrote as JSON; null where a file of our own is none, but our CSV. */
export async function checkJson(
  file: NotesFile,
  path: string,
  defaults: NoteDefaults,
  options: CheckOptions,
): Promise<CheckResult | null> {
  const read = await readWhole(file, path, defaults);
  return read && { ...checkNotes(read.notes, options), source: read.source };
}

/** Both ends included. */
export function isWithin({ time }: { time: { epoch: number } }, options: CheckOptions): boolean {
  const { since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = options;
  return time.epoch >= since && time.epoch <= until;
}

/** An account or currency that the notes do not have is a slip of the user's, not a clean result. */
export function expectAsked(result: CheckResult, options: CheckOptions): CheckResult {
  if (result.accounts.length > 0 || result.leftOut.length === 0) return result;
  const flag = options.account !== undefined ? '--account' : '--currency';
  const expected = result.leftOut.map(({ account, currency }) => (flag === '--account' ? account : currency));
  const value = (flag === '--account' ? options.account : options.currency) ?? '';
  const known = [...new Set(expected)];
  throw new OkhelpError('bad-value', { flag, value, expected: known.join(', '), suggestion: nearest(value, known) });
}
