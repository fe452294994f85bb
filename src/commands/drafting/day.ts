// A day on the command line, such as --by 2026-12-01.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { formatTime, momentAt, parseTime } from '../../ledger/time.ts';

/** `2026-12-01`, from any form of a time; with `after`, a later day than that one. Throws `bad-time`, `bad-value`. */
export function dayFlag(
  flag: string,
  text: string,
  { timeZone, t }: Pick<Context, 'timeZone' | 't'>,
  after?: string,
): string {
  const moment = parseTime(text, timeZone().offset);
  if (typeof moment === 'string')
    throw new OkhelpError('bad-time', { flag, value: text, impossible: moment === 'impossible-date' });
  const day = formatTime(moment).slice(0, 10);
  if (after !== undefined && day <= after)
    throw new OkhelpError('bad-value', { flag, value: text, expected: t.draft.complaint.expected.future });
  return day;
}

/** Today, as the person's clocks show it. */
export function today({ now, timeZone }: Pick<Context, 'now' | 'timeZone'>): string {
  return formatTime(momentAt(now(), timeZone().offset)).slice(0, 10);
}
