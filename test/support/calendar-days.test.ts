// Spans as rules count them, against dates worked out by hand and against a slow count day by day.

import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/knowledge/region.ts';
import { zoneOffsets } from '../../src/ledger/time.ts';
import { dayNamed, dayOf, isoDay, lastDayOf, weekdayOf } from '../../src/support/calendar-days.ts';
import { fc } from '../properties.ts';

const SATURDAY_SUNDAY = [0, 6];
const after = (start: string, count: number, unit: Span['unit'], weekend = SATURDAY_SUNDAY) =>
  isoDay(lastDayOf(dayNamed(start)!, { count, unit }, weekend));

describe('a span', () => {
  it.each([
    ['15 business days from a Monday end on a Monday', '2026-03-02', 15, 'business-days', '2026-03-23'],
    ['1 business day from a Friday is Monday', '2026-03-06', 1, 'business-days', '2026-03-09'],
    ['1 business day from a Saturday is Monday', '2026-03-07', 1, 'business-days', '2026-03-09'],
    ['35 business days are seven weeks', '2026-03-03', 35, 'business-days', '2026-04-21'],
    ['8 weeks', '2026-01-01', 8, 'weeks', '2026-02-26'],
    ['6 months from the last of August end with February', '2025-08-31', 6, 'months', '2026-02-28'],
    ['13 months from a leap day', '2024-02-29', 13, 'months', '2025-03-29'],
    ['60 days over the end of February', '2026-01-15', 60, 'days', '2026-03-16'],
    ['0 days are the day itself', '2026-01-15', 0, 'days', '2026-01-15'],
  ] as const)('%s', (_, start, count, unit, end) => expect(after(start, count, unit)).toBe(end));

  it('leaves out the weekend that the region has', () => {
    // Friday and Saturday, as in some countries: from Thursday 5 March the next business day is Sunday.
    expect(after('2026-03-05', 1, 'business-days', [5, 6])).toBe('2026-03-08');
  });

  it('of business days has just so many of them, and ends on one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 40_000 }), fc.integer({ min: 1, max: 200 }), (start, count) => {
        const end = lastDayOf(start, { count, unit: 'business-days' }, SATURDAY_SUNDAY);
        const days = Array.from({ length: end - start }, (_, i) => weekdayOf(start + 1 + i));
        expect(days.filter((day) => !SATURDAY_SUNDAY.includes(day))).toHaveLength(count);
        expect(SATURDAY_SUNDAY).not.toContain(weekdayOf(end));
      }),
    );
  });
});

describe('a day', () => {
  it('is the one that the clocks of the region show', () => {
    const instant = Date.parse('2026-03-01T23:30:00Z');
    expect(isoDay(dayOf(instant, zoneOffsets('Asia/Shanghai')))).toBe('2026-03-02');
    expect(isoDay(dayOf(instant, zoneOffsets('America/New_York')))).toBe('2026-03-01');
  });

  it('is right in the hours around a change of the clock', () => {
    const zone = zoneOffsets('Europe/London');
    // In the night of 29 March 2026 the clock goes from 1:00 to 2:00.
    expect(isoDay(dayOf(Date.parse('2026-03-28T23:59:59Z'), zone))).toBe('2026-03-28');
    expect(isoDay(dayOf(Date.parse('2026-03-29T22:59:59Z'), zone))).toBe('2026-03-29');
    expect(isoDay(dayOf(Date.parse('2026-03-29T23:00:00Z'), zone))).toBe('2026-03-30');
  });

  it.each(['2026-02-30', '2026-13-01', '26-01-01', ''])('is not read from %j', (text) =>
    expect(dayNamed(text)).toBeNull(),
  );
});
