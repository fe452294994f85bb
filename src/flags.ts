// Reads the values of flags: amounts and times, with the flag named in the error.
import type { Context } from './context.ts';
import { OkhelpError } from './errors.ts';
import { parseAmount, type Units } from './ledger/money.ts';
import { type Moment, parseTime } from './ledger/time.ts';

/** An exact amount in units of 10^-18, signed as written. Throws `bad-amount`. */
export function readAmountFlag(flag: string, text: string): Units {
  const amount = parseAmount(text);
  if (!amount) throw new OkhelpError('bad-amount', { flag, value: text });
  return amount.units;
}

/**
 * A time; without an offset it is in the profile's time zone. A day alone is its first moment, or its last with
 * `end-of-day`. Throws `bad-time`.
 */
export function readMomentFlag(
  flag: string,
  text: string,
  context: Pick<Context, 'timeZone'>,
  day: 'start-of-day' | 'end-of-day' = 'start-of-day',
): Moment {
  const time = parseTime(text, context.timeZone().offset);
  if (typeof time === 'string') {
    throw new OkhelpError('bad-time', { flag, value: text, impossible: time === 'impossible-date' });
  }
  const dayAlone = !/\d[:：时点T]\d/.test(text);
  return day === 'end-of-day' && dayAlone ? { ...time, epoch: time.epoch + 86_399_999 } : time;
}
