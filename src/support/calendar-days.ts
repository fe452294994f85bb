// Calendar days and the spans of rules: days, business days, weeks, months, counted in one zone.
import type { Span } from '../knowledge/region.ts';
import { momentAt, type ZoneOffset } from '../ledger/time.ts';

/** A date without a time, as the number of days since 1970-01-01. */
export type Day = number;

const DAY = 86_400_000;

/** The date that the clocks of `zone` show at an instant (milliseconds since the epoch). */
export function dayOf(instant: number, zone: ZoneOffset): Day {
  const { epoch, offset } = momentAt(instant, zone);
  return Math.floor((epoch + offset * 60_000) / DAY);
}

/** `2026-03-01`. */
export function isoDay(day: Day): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The date of `2026-03-01`; null in anything else and for a day that is in no calendar. */
export function dayNamed(text: string): Day | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (!year) return null;
  const day = Date.UTC(Number(year), Number(month) - 1, Number(date)) / DAY;
  return isoDay(day) === text ? day : null;
}

/** 0 = Sunday. 1 January 1970 was a Thursday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/**
 * The last day of a span that begins the day after `start`, as rules count: the day of the event itself is not counted
 * (Regulation (EEC, Euratom) No 1182/71, Article 3, and the like elsewhere). A month ends on the day of the same number,
 * or the month's last. Business days leave `weekend` out (0 = Sunday); public holidays are not known.
 */
export function lastDayOf(start: Day, { count, unit }: Span, weekend: readonly number[]): Day {
  switch (unit) {
    case 'days':
      return start + count;
    case 'weeks':
      return start + count * 7;
    case 'months':
      return sameDayLater(start, count);
    case 'business-days': {
      let day = start;
      for (let left = count; left > 0; ) {
        day++;
        if (!weekend.includes(weekdayOf(day))) left--;
      }
      return day;
    }
  }
}

function sameDayLater(start: Day, months: number): Day {
  const date = new Date(start * DAY);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const lengthOfMonth = new Date(
    Date.UTC(new Date(first).getUTCFullYear(), new Date(first).getUTCMonth() + 1, 0),
  ).getUTCDate();
  return first / DAY + Math.min(date.getUTCDate(), lengthOfMonth) - 1;
}
