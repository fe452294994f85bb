// What a journal written from notes needs to know first: names, days, order, and where each balance began.
import type { Units } from '../ledger/money.ts';
import { counts, movement, type NewNote, type NoteType } from '../ledger/note.ts';
import { formatTime, type Moment } from '../ledger/time.ts';

export interface PlannedNote {
  note: NewNote;
  /** Its journal account. */
  account: string;
  /** `2026-03-01`, never before the day of the note in front of it. */
  day: string;
  /** In beancount only: nothing moves this ledger later that day, so its balance is that of the day's end. */
  lastOfDay: boolean;
}

export interface JournalPlan {
  /** In order of time; notes of one moment as they were given. */
  notes: PlannedNote[];
  /** By the notes' own accounts. */
  accounts: Map<string, string>;
  currencies: string[];
  /** What each ledger held before its first note, where that is known and not zero. */
  openings: { account: string; currency: string; units: Units }[];
  firstDay: string;
}

/** The other side of a note. Between own accounts only one side is known, so transfers stand in equity. */
export const OTHER_SIDE: Record<NoteType, string> = {
  payment: 'Expenses:Payments',
  refund: 'Expenses:Payments',
  fee: 'Expenses:Fees',
  topup: 'Equity:Transfers',
  withdrawal: 'Equity:Transfers',
  'transfer-in': 'Equity:Transfers',
  'transfer-out': 'Equity:Transfers',
  adjustment: 'Equity:Adjustments',
  balance: 'Equity:Adjustments',
};

export const FEES = 'Expenses:Fees';
export const OPENING = 'Equity:Opening-Balances';

/**
 * Plans a journal. `openings` gives balances before the first note by `account` and `currency`; where it has none, the
 * first reading says what it was.
 */
export function planJournal(
  notes: readonly NewNote[],
  opening: (account: string, currency: string) => Units | null,
): JournalPlan {
  const ordered = notes.toSorted((a, b) => a.time.epoch - b.time.epoch);
  const days = daysOf(ordered.map(({ time }) => time));
  const accounts = accountNames(ordered.map(({ account }) => account));
  const lastMove = new Map<string, string>();
  const planned = ordered.map((note, at) => ({
    note,
    account: accounts.get(note.account)!,
    day: days[at]!,
    lastOfDay: false,
  }));
  for (const one of planned.toReversed()) {
    const key = ledgerOf(one.note);
    if (lastMove.get(key) !== one.day && one.note.balance !== null && counted(one.note)) one.lastOfDay = true;
    if (counted(one.note)) lastMove.set(key, one.day);
  }
  return {
    notes: planned,
    accounts,
    currencies: [...new Set(ordered.map(({ currency }) => currency))],
    openings: openingsOf(ordered, accounts, opening),
    firstDay: days[0] ?? '1970-01-01',
  };
}

/** What a journal can hold: what counts, and balances alone. The rest is kept in comments. */
export const counted = (note: NewNote): boolean =>
  counts(note) || (note.type === 'balance' && note.status === 'completed');

const ledgerOf = ({ account, currency }: NewNote): string => JSON.stringify([account, currency]);

function openingsOf(
  notes: readonly NewNote[],
  accounts: Map<string, string>,
  given: (account: string, currency: string) => Units | null,
) {
  const sums = new Map<string, Units>();
  const openings = new Map<string, JournalPlan['openings'][number]>();
  for (const note of notes.filter(counted)) {
    const key = ledgerOf(note);
    const sum = (sums.get(key) ?? 0n) + (counts(note) ? movement(note) : 0n);
    sums.set(key, sum);
    const units = given(note.account, note.currency) ?? (note.balance === null ? null : note.balance - sum);
    if (units === null || openings.has(key)) continue;
    openings.set(key, { account: accounts.get(note.account)!, currency: note.currency, units });
  }
  return [...openings.values()].filter(({ units }) => units !== 0n);
}

/** Days as each note's own clock had them; where offsets differ so much that they run backwards, all by the first's. */
function daysOf(times: readonly Moment[]): string[] {
  const own = times.map((time) => formatTime(time).slice(0, 10));
  if (own.every((day, at) => at === 0 || day >= own[at - 1]!)) return own;
  return times.map(({ epoch }) => formatTime({ epoch, offset: times[0]!.offset }).slice(0, 10));
}

/** `main` → `Assets:Wallet:Main`, in characters that both programs take; two accounts never get one name. */
function accountNames(accounts: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const account of new Set(accounts)) {
    const plain = account.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
    const first = plain.charAt(0).toUpperCase() + plain.slice(1);
    const base = `Assets:Wallet:${/^[A-Z0-9]|^[^\x00-\x7f]/.test(first) ? first : `X${first}`}`;
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base}-${number}`;
    taken.add(name.toLowerCase());
    names.set(account, name);
  }
  return names;
}
