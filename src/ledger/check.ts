// The balance check of notes that are at hand: account by account, currency by currency, in order of time.
import { Chain } from './chain.ts';
import { FeeHabits } from './fee-habits.ts';
import type { CheckResult } from './findings.ts';
import { accountFinding } from './findings-of.ts';
import { fractionDigits, SCALE, type Units } from './money.ts';
import { counts, movement, type Note } from './note.ts';
import type { Moment } from './time.ts';

export interface CheckOptions {
  account?: string;
  currency?: string;
  /** The balance before the first note that is looked at. Only for a single account and currency. */
  opening?: Units;
  /** What the app shows, and when. Only for a single account and currency. */
  shown?: { balance: Units; time: Moment };
  /** Milliseconds since the epoch, both ends included. */
  since?: number;
  until?: number;
  /** How many explanations of each mismatch to list; three where it is not said. */
  listed?: number;
  /** The first mismatches keep the way of the balance to them, for a picture. */
  traced?: boolean;
}

/** Checks notes in any order; of equal times, the one recorded first counts first. Amounts are exact at any size. */
export function checkNotes(notes: readonly Note[], options: CheckOptions = {}): CheckResult {
  const { until = Number.POSITIVE_INFINITY } = options;
  const wanted = notes.filter(
    (note) =>
      isAsked(note, options) &&
      note.time.epoch <= until &&
      !(options.opening !== undefined && options.since !== undefined && note.time.epoch < options.since),
  );
  if (options.shown) wanted.push(shownReading(options, wanted));
  const groups = new Map<string, Note[]>();
  for (const note of wanted) {
    const key = `${note.account}\n${note.currency}`;
    const group = groups.get(key);
    if (group) group.push(note);
    else groups.set(key, [note]);
  }
  const accounts = [...groups.values()].map((group) => checkLedger(group, options));
  return {
    source: { kind: 'notes', name: null, format: 'okhelp', rows: notes.length, unreadable: [] },
    balanced: accounts.every((account) => account.mismatches.length === 0),
    accounts,
    leftOut: leftOut(notes, options),
  };
}

/** Accounts and currencies that are there and were not asked for. */
export function leftOut(notes: readonly Note[], options: CheckOptions): CheckResult['leftOut'] {
  const others = notes.filter((note) => !isAsked(note, options));
  const names = new Map(others.map(({ account, currency }) => [`${account}\n${currency}`, { account, currency }]));
  return [...names.values()];
}

/** Whether a ledger is one of those that were asked for. */
export function isAsked(ledger: { account: string; currency: string }, { account, currency }: CheckOptions): boolean {
  return (
    (account === undefined || account === ledger.account) && (currency === undefined || currency === ledger.currency)
  );
}

/** The reading that `--balance` gives, as a note of its own. */
export function shownReading(options: CheckOptions, among: readonly Pick<Note, 'account' | 'currency'>[]): Note {
  return {
    id: '',
    line: null,
    time: options.shown!.time,
    type: 'balance',
    amount: 0n,
    currency: options.currency ?? among[0]?.currency ?? '',
    fee: 0n,
    balance: options.shown!.balance,
    account: options.account ?? among[0]?.account ?? '',
    counterparty: '',
    reference: '',
    status: 'completed',
    error: '',
    memo: '',
  };
}

function checkLedger(group: Note[], { opening, since = Number.NEGATIVE_INFINITY, listed, traced }: CheckOptions) {
  const { account, currency } = group[0]!;
  const ordered = group.toSorted((a, b) => a.time.epoch - b.time.epoch);
  const chain = new Chain(0n, opening ?? null, since, traced);
  const digits = fractionDigits(currency);
  const habits = new FeeHabits(digits);
  const scale = 10 ** (SCALE - digits);
  ordered.forEach((note, row) => {
    chain.push(note.time.epoch, counts(note) ? movement(note) : 0n, note.balance, row);
    if (note.fee > 0n) habits.see(note.type, Math.abs(Number(note.amount)) / scale, Number(note.fee) / scale);
  });
  chain.end();
  return accountFinding({
    account,
    currency,
    chain,
    habits,
    resolve: (row) => ordered[row]!,
    units: BigInt,
    since,
    listed,
    unreadable: [],
    shown: group.some((note) => note.id === ''),
    last: ordered.at(-1)!.time,
  });
}
