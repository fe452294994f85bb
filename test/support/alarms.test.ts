// When a calendar rings for a date of a case: on the person's own clocks, at the hour when something is due, never in the past.
import { describe, expect, it } from 'vitest';
import { formatTime, momentAt, type ZoneOffset, zoneNamed } from '../../src/ledger/time.ts';
import { alarmsOf } from '../../src/support/alarms.ts';
import type { Reminder } from '../../src/support/reminders.ts';
import { fc } from '../properties.ts';

const zone = (name: string): ZoneOffset => zoneNamed(name)!.offset;
const SHANGHAI = zone('Asia/Shanghai');

function rings(about: Partial<Reminder>, now: string, own = SHANGHAI): string[] {
  const reminder = {
    topic: 'answer',
    day: '2026-03-02',
    mark: 'a',
    due: null,
    early: false,
    name: '',
    ...about,
  } as const;
  return alarmsOf(reminder, Date.parse(now), own).map(({ epoch }) => formatTime(momentAt(epoch, own)).slice(0, 16));
}

describe('a reminder', () => {
  it('of a day rings at nine', () => {
    expect(rings({}, '2026-03-01T20:00:00+08:00')).toEqual(['2026-03-02T09:00']);
  });

  it('of what falls due at an hour rings then, not before', () => {
    const due = '2026-03-02T14:20:00+08:00';
    expect(rings({ due }, '2026-03-01T20:00:00+08:00')).toEqual(['2026-03-02T14:20']);
  });

  it('of what falls due at night wakes nobody', () => {
    const due = '2026-03-02T03:10:00+08:00';
    expect(rings({ due }, '2026-03-01T20:00:00+08:00')).toEqual(['2026-03-02T08:00']);
  });

  it('rings at the hour of the own zone, whatever zone the due time is written in', () => {
    const due = '2026-03-02T06:20:00Z';
    expect(rings({ due }, '2026-03-01T20:00:00+08:00')).toEqual(['2026-03-02T14:20']);
  });

  it('never rings in the past: at the next full hour of the same day, and at none once the day is over', () => {
    expect(rings({}, '2026-03-02T09:00:00+08:00')).toEqual(['2026-03-02T10:00']);
    expect(rings({}, '2026-03-02T11:40:00+08:00')).toEqual(['2026-03-02T13:00']);
    expect(rings({ due: '2026-02-27T10:00:00+08:00' }, '2026-03-02T11:20:00+08:00')).toEqual(['2026-03-02T12:00']);
    expect(rings({}, '2026-03-02T23:40:00+08:00')).toEqual(['2026-03-02T23:55']);
    expect(rings({}, '2026-03-02T23:57:00+08:00')).toEqual([]);
    expect(rings({}, '2026-03-03T08:00:00+08:00')).toEqual([]);
  });

  it('of a last day rings a week before, where that is still to come', () => {
    expect(rings({ early: true }, '2026-02-20T12:00:00+08:00')).toEqual(['2026-02-23T09:00', '2026-03-02T09:00']);
    expect(rings({ early: true }, '2026-02-25T12:00:00+08:00')).toEqual(['2026-03-02T09:00']);
  });

  it('is at nine by the clock on a day that has 23 hours', () => {
    const own = zone('Europe/London');
    const reminder = { topic: 'body-opens', day: '2026-03-29', mark: 'a', due: null, early: false, name: '' } as const;
    const [alarm] = alarmsOf(reminder, Date.parse('2026-03-20T12:00:00Z'), own);
    expect(formatTime(momentAt(alarm!.epoch, own))).toBe('2026-03-29T09:00:00+01:00');
    expect(alarm!.minutes).toBe(480);
  });

  it('holds for any time and zone: after now, on its day, not in the night before eight', () => {
    const start = Date.parse('2026-01-01T00:00:00Z');
    const instant = fc.integer({ min: 0, max: 400 * 24 * 60 }).map((minutes) => start + minutes * 60_000);
    const own = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/London', 'Asia/Kathmandu').map(zone);
    fc.assert(
      fc.property(instant, instant, own, (now, due, offset) => {
        const text = formatTime(momentAt(due, offset));
        const day = text.slice(0, 10);
        for (const { epoch } of alarmsOf(
          { topic: 'answer', day, mark: 'a', due: text, early: false, name: '' },
          now,
          offset,
        )) {
          const shown = formatTime(momentAt(epoch, offset));
          expect(epoch).toBeGreaterThan(now);
          expect(shown.slice(0, 10)).toBe(day);
          if (due > now) expect(epoch).toBeGreaterThanOrEqual(due);
          expect(shown.slice(11, 13) >= '08' || now > due).toBe(true);
        }
      }),
    );
  });
});
