// A plain-text journal, hledger's or beancount's, as the notes of one account in it.
import { OkhelpError } from '../errors.ts';
import type { UnreadableReason } from '../ledger/findings.ts';
import { parseAmount } from '../ledger/money.ts';
import { type NewNote, NOTE_TYPES, type NoteField } from '../ledger/note.ts';
import { recordedText } from '../ledger/recorded.ts';
import { formatTime, type Moment, parseTime } from '../ledger/time.ts';
import { typeOf } from './bank-words.ts';
import { currencyOf, type JournalAmount, type Weight } from './journal-amount.ts';
import { type Event, eventsOf, settle } from './journal-events.ts';
import type { NoteDefaults } from './note-rows.ts';
import { readEntry } from './okhelp-json.ts';
import type { Statement } from './statement.ts';
import { type RowNote, RowProblem, StatementRows } from './statement-rows.ts';

export interface JournalOptions extends NoteDefaults {
  /** The account to read, with those below it; a unique ending (`wallet` of `assets:wallet`) will do. */
  journalAccount?: string;
}

export interface Posting {
  line: number;
  account: string;
  /** Null where it is left out; text where it cannot be read. */
  amount: JournalAmount | string | null;
  /** What it counts for in balancing; null where that is not known. */
  weight: Weight | null;
  /** The balance asserted behind it. */
  reading: JournalAmount | null;
  /** Postings of one group balance; null: it balances nothing. */
  group: 'real' | 'virtual' | null;
  /** Where it has a day of its own. */
  day: string | null;
  tags: Readonly<Record<string, string>>;
}

export interface Transaction {
  line: number;
  /** `2026-03-01`, as written. */
  day: string;
  payee: string;
  memo: string;
  reference: string;
  tags: Readonly<Record<string, string>>;
  postings: Posting[];
}

/** A balance stated apart from postings: before all that happens on its day (beancount). */
export interface BalanceLine {
  line: number;
  day: string;
  account: string;
  amount: JournalAmount | string;
  /** okhelp wrote it for beancount: the entry before says the same. */
  repeats?: boolean;
}

export interface Journal {
  transactions: Transaction[];
  balances: BalanceLine[];
  /** What an account lacks at its next balance was entered here (beancount's pad). */
  pads: { line: number; day: string; account: string }[];
  /** Whether a balance includes the accounts below. */
  inclusive: boolean;
  /** Whether amounts that are worked out are rounded as the others are written (beancount does, hledger does not). */
  rounds: boolean;
  /** Accounts that okhelp wrote, with the names that they have in the notes. */
  names: Map<string, string>;
  /** Notes that do not count, which stand in comments, as JSON. */
  aside: { line: number; json: string }[];
  problems: { line: number; column: NoteField | null; value: string; reason: UnreadableReason }[];
}

/** What a journal has of okhelp's own, before it is read. */
export const nothingOfOurs = (): Pick<Journal, 'names' | 'aside' | 'problems'> => ({
  names: new Map(),
  aside: [],
  problems: [],
});

/**
 * The notes of the account asked for, in order of their days as the journal's own program counts them; transactions that
 * do not touch it are skipped. Throws `which-account` where none was asked for and several could be meant, or none fits.
 */
export function journalStatement(format: string, journal: Journal, options: JournalOptions): Statement {
  const rows = new StatementRows(format);
  const chosen = chooseAccounts(journal, options.journalAccount);
  for (const { line, column, value, reason } of journal.problems) rows.add(line, new RowProblem(column, value, reason));
  const events = eventsOf(journal, chosen, rows, options);
  events.sort((a, b) => a.day - b.day || a.rank - b.rank);
  settle(events);
  const named = { ...options, nameOf: (account: string) => journal.names.get(account) ?? account };
  const wanted = new Set([...chosen].map(named.nameOf));
  const aside = journal.aside
    .map(({ line, json }) => ({ line, row: noteIn(json, line, options) }))
    .filter(({ row }) => row instanceof RowProblem || wanted.has(row.account!));
  let next = 0;
  const asideUntil = (epoch: number) => {
    for (; next < aside.length; next++) {
      const { line, row } = aside[next]!;
      if (!(row instanceof RowProblem) && row.time.epoch > epoch) return;
      rows.add(line, row);
    }
  };
  for (const { event, time } of timed(events)) {
    asideUntil(time.epoch - 1);
    if (event.kind === 'pad' && event.amount === null) rows.add(event.line, null);
    else if (event.tags['okhelp-opening'] !== undefined && event.amount) declareOpening(rows, event, named);
    else for (const row of rowsOf(event, time, named)) rows.add(event.line, row);
  }
  asideUntil(Number.POSITIVE_INFINITY);
  return rows.done();
}

/** A note that okhelp kept in a comment. */
function noteIn(json: string, line: number, options: NoteDefaults): RowNote | RowProblem {
  const broken = new RowProblem(null, json.slice(0, 80), 'broken-entry');
  try {
    const note = readEntry(JSON.parse(json), line, { ...options, file: '' });
    return 'reason' in note ? new RowProblem(note.column, note.value, note.reason) : note;
  } catch {
    return broken;
  }
}

/** What okhelp wrote to begin with is no note: it says what the ledger held before. */
function declareOpening(rows: StatementRows, { account, amount, line }: Event, { nameOf, currency }: Named): void {
  const code = currencyOf(amount!.commodity, currency);
  if (code) rows.declare(nameOf(account), code).opening = amount!.units;
  rows.add(line, null);
}

interface Named extends JournalOptions {
  nameOf(account: string): string;
}

function chooseAccounts({ transactions, balances, names }: Journal, asked: string | undefined): Set<string> {
  const places = [...transactions.flatMap(({ postings }) => postings), ...balances];
  const all = [...new Set(places.map(({ account }) => account))];
  const under = (top: string) => all.filter((name) => `${name}:`.toLowerCase().startsWith(`${top}:`.toLowerCase()));
  const wanted = asked?.trim();
  const ours = [...names].filter(([, name]) => !wanted || name === wanted).map(([account]) => account);
  if (ours.length) return new Set(ours);
  if (wanted && under(wanted).length) return new Set(under(wanted));
  const endings = wanted ? all.filter((name) => name.toLowerCase().endsWith(`:${wanted.toLowerCase()}`)) : [];
  if (endings.length === 1) return new Set(under(endings[0]!));
  const assets = all.filter((name) => /^(assets?|资产)(:|$)/i.test(name));
  const candidates = assets.length ? assets : all;
  if (!wanted && candidates.length === 1) return new Set(candidates);
  throw new OkhelpError('which-account', {
    flag: '--account',
    accounts: candidates.sort().join(', ').slice(0, 400),
  });
}

/** A posting as a note, its balance beside it; a balance in another commodity is a reading of its own. */
function rowsOf(event: Event, time: Moment, options: Named): (RowNote | RowProblem)[] {
  const account = options.nameOf(event.account);
  const { of, tags, amount, reading } = event;
  const written = (amount ?? reading)!.commodity;
  const currency = currencyOf(written, options.currency);
  if (!currency) return [new RowProblem('currency', written, 'currency')];
  const same = reading !== null && currencyOf(reading.commodity, options.currency) === currency;
  const balance = same ? reading.units : (parseAmount(tags['okhelp-balance'] ?? '')?.units ?? null);
  const fee = parseAmount(tags['okhelp-fee'] ?? '')?.units ?? 0n;
  const rows: (RowNote | RowProblem)[] = [];
  const said = NOTE_TYPES.find((one) => one === tags['okhelp-type']);
  const type = said === 'balance' ? undefined : said;
  const texts = textsOf(event);
  if (amount && (amount.units !== 0n || fee !== 0n || type || (reading === null && balance === null))) {
    const units = amount.units + fee;
    rows.push({
      time,
      type: type ?? typeOf(units, event.kind !== 'posting' || of?.postings.some(isOpening) ? 'opening' : 'payment'),
      amount: units,
      fee,
      currency,
      balance,
      account,
      ...texts,
    });
  } else if (balance !== null) {
    rows.push({ time, type: 'balance', amount: 0n, currency, balance, account, ...(said && texts) });
  }
  if (reading && !same && amount) rows.push(...rowsOf({ ...event, amount: null, tags: {} }, time, options));
  return rows;
}

/** The texts of the entry, or of okhelp's tags where the entry could not show them as they were. */
function textsOf({ of, tags }: Event): Pick<NewNote, 'counterparty' | 'reference' | 'memo' | 'error'> {
  const text = (name: string, shown: string) => recordedText(tags[`okhelp-${name}`] ?? shown);
  const payee = of?.payee ?? '';
  return {
    counterparty: text('counterparty', payee === tags['okhelp-type'] ? '' : payee),
    reference: text('reference', of?.reference ?? ''),
    memo: text('memo', of?.memo ?? ''),
    error: text('error', ''),
  };
}

const isOpening = ({ account }: Posting): boolean => /^(equity|权益).*(open|期初)/i.test(account);

/** Each event with the exact time that okhelp wrote beside its day; with the days alone where the times would turn the order. */
function timed(events: readonly Event[]): { event: Event; time: Moment }[] {
  const exact = events.map((event) => ({ event, time: timeNoted(event.tags, event.time) }));
  const inOrder = exact.every(({ time }, at) => at === 0 || time.epoch >= exact[at - 1]!.time.epoch);
  return inOrder ? exact : events.map((event) => ({ event, time: event.time }));
}

/** Only as long as the day was not changed since. */
function timeNoted(tags: Event['tags'], day: Moment): Moment {
  const time = parseTime(tags['okhelp-time'] ?? '', () => day.offset);
  if (typeof time === 'string') return day;
  return (tags['okhelp-day'] ?? formatTime(time).slice(0, 10)) === formatTime(day).slice(0, 10) ? time : day;
}
