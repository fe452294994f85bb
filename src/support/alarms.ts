// When a calendar should ring for a date: at the hour when something falls due, else at nine, and never in the past.
import { momentAt, type ZoneOffset } from '../ledger/time.ts';
import { dayNamed, dayOf } from './calendar-days.ts';
import { epochOf } from './ladder.ts';
import type { Reminder } from './reminders.ts';

export interface Alarm {
  /** Milliseconds since the epoch. */
  epoch: number;
  /** Minutes after the midnight with which the day begins, on the person's clocks; below zero on a day before. */
  minutes: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Nobody is woken: what falls due at night rings at eight. */
const FIRST_HOUR = 8;
const MORNING = 9;

/**
 * `own` is the person's zone. What falls due at an hour rings then, everything else at nine. Where that is past, the next
 * full hour that is half an hour away, while it is still that day; none where the day is over. `early`: a week before, too.
 */
export function alarmsOf({ day, due, early }: Reminder, now: number, own: ZoneOffset): Alarm[] {
  const date = dayNamed(day)!;
  const clock = (wall: number) => wall - own(wall) * MINUTE;
  const midnight = clock(date * DAY);
  const alarm = (epoch: number): Alarm => ({ epoch, minutes: Math.round((epoch - midnight) / MINUTE) });
  const hour = due !== null && due.length > 10 && dayOf(epochOf(due), own) === date ? epochOf(due) : null;
  const wanted =
    hour === null ? clock(date * DAY + MORNING * HOUR) : Math.max(hour, clock(date * DAY + FIRST_HOUR * HOUR));
  const { epoch, offset } = momentAt(now + HOUR / 2, own);
  const fullHour = clock(Math.ceil((epoch + offset * MINUTE) / HOUR) * HOUR);
  const last = clock((date + 1) * DAY) - 5 * MINUTE;
  const rings = wanted > now ? wanted : Math.min(fullHour, last);
  const before = clock((date - 7) * DAY + MORNING * HOUR);
  return [...(early && before > now ? [alarm(before)] : []), ...(rings > now ? [alarm(rings)] : [])];
}
