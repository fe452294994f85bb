// Dates as a calendar file: RFC 5545, all-day entries with their reminders, entries that stay the same ones.
import { createEvents, type EventAttributes } from 'ics';
import { dayNamed, isoDay } from './calendar-days.ts';

export interface CalendarEntry {
  /** The same each time for the same matter, so that a calendar brings its entry up to date (RFC 5545 section 3.8.4.7). */
  uid: string;
  /** `2026-03-24`. */
  day: string;
  title: string;
  text: string;
  /** Grows with each change of the case (section 3.8.7.4). */
  sequence: number;
  /** When to remind, in minutes after the midnight with which the day begins; below zero on a day before. */
  alarms: readonly number[];
}

/**
 * The whole file, with CRLF and lines of at most 75 octets (section 3.1). `now` is in milliseconds since the epoch. Texts
 * are written as they are given: the caller has taken secrets out.
 */
export function calendarFile(entries: readonly CalendarEntry[], name: string, now: number): string {
  const { error, value } = createEvents(
    entries.map((entry) => eventOf(entry, now)),
    {
      productId: '-//okhelp//okhelp//EN',
      method: 'PUBLISH',
      calName: name,
    },
  );
  if (error || !value) throw error ?? new Error('no calendar');
  return refolded(value);
}

function eventOf(
  { uid, day, title, text, sequence, alarms }: CalendarEntry,
  now: number,
): EventAttributes & { timestamp: number } {
  const date = (iso: string) => iso.split('-').map(Number) as [number, number, number];
  return {
    uid,
    title,
    description: text,
    start: date(day),
    end: date(isoDay(dayNamed(day)! + 1)),
    timestamp: now,
    sequence,
    transp: 'TRANSPARENT',
    classification: 'PRIVATE',
    alarms: alarms.map((minutes) => ({
      action: 'display' as const,
      // The library escapes the texts of an entry and not those of an alarm.
      description: escaped(title),
      trigger: triggerOf(minutes),
    })),
  };
}

/** From the start of the entry (section 3.8.6.3), which for an all-day one is midnight; hours, since a day is not always 24. */
function triggerOf(minutes: number): { before: boolean; hours: number; minutes?: number } {
  const size = Math.abs(minutes);
  const rest = size % 60;
  return { before: minutes < 0, hours: Math.floor(size / 60), ...(rest > 0 && { minutes: rest }) };
}

/** TEXT as section 3.3.11 wants it. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** The library folds after 75 characters; the standard counts octets, of which a Chinese character has three. */
function refolded(file: string): string {
  return file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(folded)
    .join('\r\n');
}

function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    // The space before a continued line counts.
    if (octets + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
      octets = 0;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
