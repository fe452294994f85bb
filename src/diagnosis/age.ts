// How old an entry is, in the terms that the questions ask in.
import type { Moment } from '../ledger/time.ts';

const DAY = 24 * 3_600_000;

/** `recent` up to so many days (of 24 hours) before `now`, `long` after that. */
export function ageInDays({ epoch }: Pick<Moment, 'epoch'>, now: number, days: number): 'recent' | 'long' {
  return now - epoch <= days * DAY ? 'recent' : 'long';
}

/** The same in working days, Monday to Friday; the day of the entry is not counted, and holidays are not known. */
export function ageInWorkingDays(moment: Moment, now: number, days: number): 'recent' | 'long' {
  const local = (epoch: number) => Math.floor((epoch + moment.offset * 60_000) / DAY);
  const today = local(now);
  let working = 0;
  for (let day = local(moment.epoch) + 1; day <= today && working <= days; day++) {
    // 1 January 1970 was a Thursday.
    const weekday = (day + 4) % 7;
    if (weekday !== 0 && weekday !== 6) working++;
  }
  return working <= days ? 'recent' : 'long';
}
