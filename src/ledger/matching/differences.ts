// What differs between a note and the statement's row for the same transaction, each difference by its name.
import { magnitude } from '../causes/shared.ts';
import { slipBetween } from '../causes/wrong-digits.ts';
import type { Units } from '../money.ts';
import { movement, type Note, type NoteStatus } from '../note.ts';
import type { Moment } from '../time.ts';
import { referencesDiffer } from './cost.ts';
import { likelyFee } from './likely-fee.ts';
import { DAY, HOUR, MINUTE, type Row } from './row.ts';

export type Slip = NonNullable<ReturnType<typeof slipBetween>>;

/** In each, `note` is what the notes say and `statement` what the statement says. */
export type Difference =
  /** One slip of the pen turns one amount into the other. */
  | { kind: 'amount-typo'; slip: Slip; note: Units; statement: Units }
  /** The fee stands on one side only, or is larger there by `amount` (not negative). */
  | { kind: 'fee'; side: 'statement' | 'notes'; amount: Units }
  /** The same amount in the other direction. */
  | { kind: 'sign'; note: Units; statement: Units }
  /** The same transaction id, and amounts that no slip or fee explains. */
  | { kind: 'amount'; note: Units; statement: Units }
  | { kind: 'currency'; note: string; statement: string }
  /**
   * `minutes`: by how much the statement's time is later. `zone`: exactly some hours, as between time zones; `days`: another
   * date, as between the day of the transaction and that of its booking.
   */
  | { kind: 'time-shift'; shape: 'zone' | 'days'; minutes: number; days: number }
  | { kind: 'status'; note: NoteStatus; statement: NoteStatus }
  | { kind: 'reference'; note: string; statement: string };

/** All that differs, the amount first; empty where the two say the same. */
export function differencesBetween(a: Row, b: Row): Difference[] {
  const [note, statement] = [a.note, b.note];
  const found: Difference[] = [];
  if (note.currency !== statement.currency) {
    found.push({ kind: 'currency', note: note.currency, statement: statement.currency });
  }
  const amount = amountDifference(note, statement);
  if (amount) found.push(amount);
  const time = timeShift(a, b);
  if (time) found.push(time);
  if (note.status !== statement.status) {
    found.push({ kind: 'status', note: note.status, statement: statement.status });
  }
  if (referencesDiffer(a, b)) {
    found.push({ kind: 'reference', note: note.reference, statement: statement.reference });
  }
  return found;
}

/** A fee inside the amount and one beside it move the balance alike: that is no difference. */
function amountDifference(note: Note, statement: Note): Difference | null {
  const [own, theirs] = [movement(note), movement(statement)];
  if (own === theirs) return null;
  const both = { note: note.amount, statement: statement.amount };
  if (note.currency !== statement.currency) return { kind: 'amount', ...both };
  if (own === -theirs || note.amount === -statement.amount) return { kind: 'sign', ...both };
  if (note.amount === statement.amount) {
    return { kind: 'fee', side: own > theirs ? 'statement' : 'notes', amount: magnitude(own - theirs) };
  }
  const slip = note.amount > 0n === statement.amount > 0n && slipBetween(note.amount, statement.amount, note.currency);
  const fee = likelyFee(note, statement);
  // One digit that differs could be anything; on a kind that is charged for, a fee of that size is the likelier reading.
  if (fee && (!slip || (slip === 'mistyped-digit' && fee.usual && fee.side === 'statement'))) {
    return { kind: 'fee', side: fee.side, amount: fee.amount };
  }
  return slip ? { kind: 'amount-typo', slip, ...both } : { kind: 'amount', ...both };
}

/** Some hours within a day are how people write things down; another day, or exactly some hours, says something. */
function timeShift({ note }: Row, { note: statement }: Row): Difference | null {
  const [own, theirs] = [wallClock(note), wallClock(statement)];
  const days = Math.floor(theirs / DAY) - Math.floor(own / DAY);
  const ahead = statement.time.epoch - note.time.epoch;
  const minutes = Math.round(ahead / MINUTE);
  const size = Math.abs(ahead);
  const dateOnly = own % DAY === 0 || theirs % DAY === 0;
  if (dateOnly) return days === 0 || size <= HOUR ? null : { kind: 'time-shift', shape: 'days', minutes, days };
  const shape = isZone(note.time, statement.time) ? 'zone' : size > 6 * HOUR && days !== 0 ? 'days' : null;
  return shape && { kind: 'time-shift', shape, minutes, days };
}

/**
 * Zones are whole hours apart, or a half more where one of them is far away. Times that know their seconds must agree to
 * the second; one written down by hand is rounded to the minute.
 */
function isZone(one: Moment, other: Moment): boolean {
  const size = Math.abs(other.epoch - one.epoch);
  const whole = Math.round(size / (HOUR / 2)) * (HOUR / 2);
  const exact = one.epoch % MINUTE !== 0 && other.epoch % MINUTE !== 0;
  if (Math.abs(size - whole) > (exact ? 2000 : MINUTE) || whole < HOUR || whole > 15 * HOUR) return false;
  return whole % HOUR === 0 || whole > 3 * HOUR;
}

function wallClock(note: Note): number {
  return note.time.epoch + note.time.offset * MINUTE;
}
