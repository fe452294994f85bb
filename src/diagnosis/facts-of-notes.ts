// Facts about one payment or top-up in the notes: the latest that failed, else the latest that is pending.
import type { CheckResult } from '../ledger/findings.ts';
import { formatAmount, type Units } from '../ledger/money.ts';
import { counts, movement, type Note, type NoteType } from '../ledger/note.ts';
import { ageInDays, ageInWorkingDays } from './age.ts';
import { errorKind, paymentError, topupError } from './error-kind.ts';
import { type About, type Fact, type Facts, fieldsOfNote } from './fact.ts';

const OUTGOING: readonly NoteType[] = ['payment', 'transfer-out', 'withdrawal'];
const DAY = 24 * 3_600_000;
const YEAR = 366 * DAY;

/** About a payment, transfer out or withdrawal: is it pending, how long, what error, did the balance cover it, did money leave. */
export function paymentFacts(ordered: readonly Note[], check: CheckResult | null, about: About, now: number): Facts {
  const payment = subjectOf(ordered, OUTGOING, about, now);
  if (!payment) return about.amount === null ? {} : enough(currentBalance(ordered, check, about), about.amount, {});
  const ledger = ordered.filter(
    ({ account, currency }) => account === payment.account && currency === payment.currency,
  );
  const debited = wentDown(ledger, payment);
  const price = size(payment.amount) + (payment.fee > 0n ? payment.fee : 0n);
  const facts: Facts = {
    'pending-payment': factOf(yesOrNo(payment.status === 'pending'), payment),
    'payment-amount': factOf(sumOf(payment), payment),
    ...enough(balanceBefore(ledger, payment) ?? currentBalance(ordered, check, payment), price, fieldsOfNote(payment)),
  };
  if (payment.status === 'pending') {
    facts['pending-payment-age'] = factOf(ageInDays(payment.time, now, 1), payment);
  }
  if (payment.error) facts['payment-error'] = factOf(paymentError(errorKind(payment.error)), payment);
  if (debited !== null) facts['payment-debited'] = factOf(yesOrNo(debited), payment);
  return facts;
}

/** About a top-up: did it fail, is it pending and how long, what error, how much was it. */
export function topupFacts(ordered: readonly Note[], about: About, now: number): Facts {
  const topup = subjectOf(ordered, ['topup'], about, now);
  if (!topup) return {};
  const facts: Facts = {
    'failed-topup': factOf(yesOrNo(hasFailed(topup)), topup),
    'pending-topup': factOf(yesOrNo(topup.status === 'pending'), topup),
    'topup-amount': factOf(sumOf(topup), topup),
  };
  if (topup.status === 'pending') {
    facts['pending-topup-age'] = factOf(ageInWorkingDays(topup.time, now, 5), topup);
  }
  if (topup.error) facts['topup-error'] = factOf(topupError(errorKind(topup.error)), topup);
  return facts;
}

export function hasFailed({ status }: Pick<Note, 'status'>): boolean {
  return status === 'failed' || status === 'cancelled' || status === 'reversed';
}

/** The note at hand: the latest failed one, else the latest pending one, else (an amount being given) the latest of it. */
function subjectOf(ordered: readonly Note[], types: readonly NoteType[], about: About, now: number): Note | undefined {
  const fitting = ordered.filter((note) => {
    if (!types.includes(note.type)) return false;
    if (about.currency !== null && note.currency !== about.currency) return false;
    if (contradictsDay(note, about) || contradictsId(note, about)) return false;
    return about.amount === null ? note.time.epoch >= now - YEAR : size(note.amount) === about.amount;
  });
  const named = fitting.findLast(({ reference }) => reference !== '' && sameId(reference, about.transaction));
  const open = named ?? fitting.findLast(hasFailed) ?? fitting.findLast(({ status }) => status === 'pending');
  return open ?? (about.amount === null ? undefined : fitting.at(-1));
}

/** Whether another day was said than the note's, by its own clock and by the clock of the one who said it. */
function contradictsDay({ time }: Note, { time: said }: About): boolean {
  if (said === undefined) return false;
  const day = (epoch: number, offset: number) => Math.floor((epoch + offset * 60_000) / DAY);
  const wanted = day(said.epoch, said.offset);
  return day(time.epoch, time.offset) !== wanted && day(time.epoch, said.offset) !== wanted;
}

function contradictsId({ reference }: Note, { transaction }: About): boolean {
  return transaction !== undefined && reference !== '' && !sameId(reference, transaction);
}

function sameId(a: string, b: string | undefined): boolean {
  return a.toLowerCase() === b?.toLowerCase();
}

/**
 * Whether the balance went down by a note that does not count, seen from the reading before it to the readings from it
 * on: true where it did and did not come back, false where it did not or came back, null where the readings do not say.
 */
function wentDown(ledger: readonly Note[], note: Note): boolean | null {
  if (counts(note)) return null;
  const at = ledger.indexOf(note);
  const before = ledger.findLastIndex(({ balance }, i) => i < at && balance !== null);
  if (before < 0) return null;
  let expected = ledger[before]!.balance!;
  const drifts: Units[] = [];
  for (let i = before + 1; i < ledger.length; i++) {
    const entry = ledger[i]!;
    if (counts(entry)) expected += movement(entry);
    if (entry.balance !== null && i >= at) drifts.push(entry.balance - expected);
  }
  if (drifts.length === 0) return null;
  if (drifts.at(-1) === 0n) return false;
  const moved = [movement(note), note.amount];
  return moved.includes(drifts[0]!) || moved.includes(drifts.at(-1)!) ? true : null;
}

interface KnownBalance {
  balance: Units;
  reading: Note;
}

/** The balance just before a note: the reading before it and what counted since, else what the note itself shows. */
function balanceBefore(ledger: readonly Note[], note: Note): KnownBalance | null {
  const at = ledger.indexOf(note);
  const before = ledger.findLastIndex(({ balance }, i) => i < at && balance !== null);
  if (before >= 0) {
    const reading = ledger[before]!;
    const since = ledger.slice(before + 1, at).filter(counts);
    return { reading, balance: since.reduce((sum, entry) => sum + movement(entry), reading.balance!) };
  }
  return note.balance === null || counts(note) ? null : { reading: note, balance: note.balance };
}

/** The last known balance of the one account that it can be about. */
function currentBalance(
  ordered: readonly Note[],
  check: CheckResult | null,
  about: { currency: string | null; account?: string },
): KnownBalance | null {
  const accounts = (check?.accounts ?? []).filter(
    ({ account, currency }) =>
      (about.currency === null || currency === about.currency) &&
      (about.account === undefined || account === about.account),
  );
  const [only] = accounts;
  if (accounts.length !== 1 || !only || only.current === null) return null;
  const reading = ordered.findLast(
    (note) => note.balance !== null && note.account === only.account && note.currency === only.currency,
  );
  return reading ? { balance: only.current, reading } : null;
}

function enough(known: KnownBalance | null, price: Units, fields: Fact['fields']): Facts {
  if (!known) return {};
  return { 'balance-enough': { value: yesOrNo(known.balance >= price), notes: [known.reading.id], fields } };
}

function factOf(value: string, note: Note): Fact {
  return { value, notes: [note.id], fields: fieldsOfNote(note) };
}

function sumOf({ amount, currency }: Note): string {
  return `${formatAmount(size(amount), currency)} ${currency}`;
}

function size(units: Units): Units {
  return units < 0n ? -units : units;
}

const yesOrNo = (fact: boolean): string => (fact ? 'yes' : 'no');
