// Whether the flags tell of another transaction than the case does: then nothing of the case's transaction may stay.
import type { MailField } from '../../knowledge/content.ts';
import { parseAmount } from '../../ledger/money.ts';
import { parseTime, type ZoneOffset } from '../../ledger/time.ts';

export type Fields = Partial<Record<MailField, string>>;

/** What belongs to one transaction and to no other. */
const OF_A_TRANSACTION: readonly MailField[] = [
  'time',
  'amount',
  'currency',
  'transaction',
  'counterparty',
  'errorCode',
  'errorMessage',
];

export interface Merged {
  fields: Fields;
  /** What the case knew of its transaction and was left out; empty where the flags do not contradict it. */
  left: MailField[];
  /** Which flags contradict the case. */
  contradicting: MailField[];
}

/** The flags over the case. `timeFlag` is the time as it was typed: a day alone agrees with any time of that day. */
export function merged(kept: Fields, given: Fields, timeFlag: string | undefined, zone: ZoneOffset): Merged {
  const contradicting = (['amount', 'currency', 'time', 'transaction'] as const).filter((field) => {
    const [before, now] = [kept[field], given[field]];
    return before && now && differs(field, before, now, timeFlag, zone);
  });
  if (contradicting.length === 0) return { fields: { ...kept, ...given }, left: [], contradicting };
  const left = OF_A_TRANSACTION.filter((field) => kept[field] && !given[field]);
  const fields = { ...kept };
  for (const field of OF_A_TRANSACTION) delete fields[field];
  return { fields: { ...fields, ...given }, left, contradicting };
}

function differs(
  field: MailField,
  before: string,
  now: string,
  timeFlag: string | undefined,
  zone: ZoneOffset,
): boolean {
  if (field === 'amount') {
    const [one, other] = [parseAmount(before), parseAmount(now)];
    return one && other ? size(one.units) !== size(other.units) : before !== now;
  }
  if (field === 'time') {
    const [one, other] = [parseTime(before, zone), parseTime(now, zone)];
    // A time that cannot be read is no proof of another transaction.
    if (typeof one === 'string' || typeof other === 'string') return false;
    if (/^\s*\d{4}\D\d{1,2}\D\d{1,2}\D?\s*$/.test(timeFlag ?? '')) return before.slice(0, 10) !== now.slice(0, 10);
    return Math.floor(one.epoch / 60_000) !== Math.floor(other.epoch / 60_000);
  }
  return before.trim().toUpperCase() !== now.trim().toUpperCase();
}

function size(units: bigint): bigint {
  return units < 0n ? -units : units;
}
