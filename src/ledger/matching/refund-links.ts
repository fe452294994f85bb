// Which payment a refund gives back, in whole or in part: by the beginning of its transaction id, or by the counterparty.
import { magnitude } from '../causes/shared.ts';
import type { Note } from '../note.ts';
import { DAY, type Row, SHORTEST_PREFIX } from './row.ts';

/** A transaction as both sides have it; one of them may be missing. */
export interface Party {
  note: Note | null;
  statement: Note | null;
}

export interface RefundLink {
  refund: Party;
  original: Party;
  /** Less than what was paid comes back. */
  partial: boolean;
  by: 'reference' | 'counterparty';
  /** How many other payments to the same counterparty it could give back as well. */
  alternatives: number;
}

/** A transaction with what is left to give back of it. */
interface Payment {
  party: Party;
  row: Row;
  left: bigint;
}

/** Without an id, a refund is looked for this far back, and so many payments. */
const LONGEST = 180 * DAY;
const MOST_LOOKED_AT = 100;

/** `rows` are the statement's rows, and the notes that have no row there, in order of time. */
export function refundLinks(rows: readonly Row[], partyOf: (row: Row) => Party): RefundLink[] {
  const refunds = rows.filter(({ note }) => note.type === 'refund' && note.amount > 0n && took(note));
  if (refunds.length === 0) return [];
  const byReference = new Map<string, Payment[]>();
  const byCounterparty = new Map<string, Payment[]>();
  for (const row of rows) {
    if (row.note.amount >= 0n || row.note.type === 'fee' || !took(row.note)) continue;
    const payment = { party: partyOf(row), row, left: magnitude(row.note.amount) };
    if (row.reference) add(byReference, ledgerKey(row, row.reference), payment);
    if (row.counterparty) add(byCounterparty, ledgerKey(row, row.counterparty.plain), payment);
  }
  const found = new Map<Row, RefundLink>();
  const link = (refund: Row, { payment, others }: Choice, by: RefundLink['by']) => {
    payment.left -= refund.note.amount;
    const partial = refund.note.amount < magnitude(payment.row.note.amount);
    found.set(refund, { refund: partyOf(refund), original: payment.party, partial, by, alternatives: others });
  };
  // An id is surer than a name: what is given back by id is no longer there to be given back by name.
  for (const refund of refunds) {
    const choice = byPrefix(refund, byReference);
    if (choice) link(refund, choice, 'reference');
  }
  for (const refund of refunds) {
    if (found.has(refund) || !refund.counterparty) continue;
    const payments = byCounterparty.get(ledgerKey(refund, refund.counterparty.plain)) ?? [];
    const choice = choose(refund, payments, LONGEST);
    if (choice) link(refund, choice, 'counterparty');
  }
  return refunds.flatMap((refund) => found.get(refund) ?? []);
}

interface Choice {
  payment: Payment;
  others: number;
}

/** The payment whose id is the refund's, or the longest beginning of it. */
function byPrefix(refund: Row, payments: Map<string, Payment[]>): Choice | null {
  for (let length = refund.reference.length; length >= SHORTEST_PREFIX; length--) {
    const there = payments.get(ledgerKey(refund, refund.reference.slice(0, length)));
    const choice = there && choose(refund, there, Number.POSITIVE_INFINITY);
    if (choice) return choice;
  }
  return null;
}

/** Of the payments that are large enough and earlier: the latest of exactly this amount, else the latest. */
function choose(refund: Row, payments: readonly Payment[], longest: number): Choice | null {
  const { amount } = refund.note;
  let exact: Payment | null = null;
  let latest: Payment | null = null;
  let fitting = 0;
  const end = firstLaterThan(payments, refund.epoch + DAY);
  for (let i = end - 1; i >= 0 && i >= end - MOST_LOOKED_AT; i--) {
    const payment = payments[i]!;
    if (refund.epoch - payment.row.epoch > longest) break;
    // On one day their order says little: many know the date only.
    if (payment.row.day > refund.day || payment.left < amount) continue;
    fitting++;
    latest ??= payment;
    if (payment.left === amount) exact ??= payment;
  }
  const payment = exact ?? latest;
  return payment ? { payment, others: fitting - 1 } : null;
}

function firstLaterThan(payments: readonly Payment[], epoch: number): number {
  let [low, high] = [0, payments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (payments[middle]!.row.epoch <= epoch) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Money went out, or came: failed and cancelled ones did not. */
function took({ status }: Note): boolean {
  return status !== 'failed' && status !== 'cancelled';
}

function ledgerKey({ note }: Row, text: string): string {
  return `${note.currency} ${text}`;
}

function add(map: Map<string, Payment[]>, key: string, payment: Payment): void {
  const list = map.get(key);
  if (list) list.push(payment);
  else map.set(key, [payment]);
}
