// Dates and times as statements write them.
import { describe, expect, it } from 'vitest';
import { readTimeCell } from '../../src/formats/cell-times.ts';
import { dateOrderOf, eitherWay } from '../../src/formats/date-order.ts';
import { formatTime } from '../../src/ledger/time.ts';

const read = (date: string, clock = '', zone = '', order: 'day-first' | 'month-first' = 'day-first') => {
  const time = readTimeCell(date, { order, zone: () => 60 }, clock, zone);
  return typeof time === 'string' ? time : formatTime(time);
};

describe('a time', () => {
  it.each([
    ['2026-03-01 09:00:05', '2026-03-01T09:00:05+01:00'],
    ['2026-03-01T09:00:05Z', '2026-03-01T09:00:05+00:00'],
    ['2026年3月1日 9:00', '2026-03-01T09:00:00+01:00'],
    ['15.10.2026', '2026-10-15T00:00:00+01:00'],
    ['01/08/26', '2026-08-01T00:00:00+01:00'],
    ['24-08-2026 13:43:54.496', '2026-08-24T13:43:54.496+01:00'],
    ['01 Sep 2026', '2026-09-01T00:00:00+01:00'],
    ['Sep 5, 2026', '2026-09-05T00:00:00+01:00'],
    ['5. März 2026', '2026-03-05T00:00:00+01:00'],
    ['3 déc. 2026 14:05', '2026-12-03T14:05:00+01:00'],
    ['7 ene 2026', '2026-01-07T00:00:00+01:00'],
    ['Sat, 5 Sep 2026', '2026-09-05T00:00:00+01:00'],
    ['20260212', '2026-02-12T00:00:00+01:00'],
    ['20260212150247', '2026-02-12T15:02:47+01:00'],
    ['2026-03-01 下午3:05', '2026-03-01T15:05:00+01:00'],
    ['45000.5', '2023-03-15T12:00:00+01:00'],
    ['1767225600', '2026-01-01T00:00:00+00:00'],
    ['1767225600123', '2026-01-01T00:00:00.123+00:00'],
  ])('%s is %s', (text, time) => expect(read(text)).toBe(time));

  it('may have its clock and its zone in other cells', () => {
    expect(read('15.10.2026', '20:32:01', 'CEST')).toBe('2026-10-15T20:32:01+02:00');
    expect(read('15.10.2026', '20:32', 'America/New_York')).toBe('2026-10-15T20:32:00-04:00');
    expect(read('20260212', '15:02:47')).toBe('2026-02-12T15:02:47+01:00');
    expect(read('12/25/2026, 7:00:00 PM', '', '', 'month-first')).toBe('2026-12-25T19:00:00+01:00');
  });

  it('that does not exist, or is none, says so', () => {
    expect(read('19.11.2026', '29:18:53')).toBe('impossible-date');
    expect(read('31/02/2026')).toBe('impossible-date');
    expect(read('2026-13-01')).toBe('impossible-date');
    expect(read('soon')).toBe('time');
    expect(read('12.50')).toBe('time');
    expect(read('')).toBe('time-empty');
  });
});

describe('day and month', () => {
  it('are told apart by the whole column', () => {
    expect(dateOrderOf(['01/02/2026', '25/02/2026'])).toEqual({ order: 'day-first', because: 'only-one-exists' });
    expect(dateOrderOf(['01/02/2026', '02/25/2026'])).toEqual({ order: 'month-first', because: 'only-one-exists' });
    expect(dateOrderOf(['01.02.2026'])).toEqual({ order: 'day-first', because: 'points' });
  });

  it('by the order in which the rows run, then by the shorter time', () => {
    expect(dateOrderOf(['01/02/2026', '02/02/2026', '01/03/2026'])).toEqual({
      order: 'day-first',
      because: 'in-order',
    });
    expect(dateOrderOf(['01/09/2026', '02/09/2026', '10/09/2026'])).toEqual({
      order: 'day-first',
      because: 'shorter-period',
    });
    expect(dateOrderOf(['09/01/2026', '09/02/2026', '09/10/2026'])).toEqual({
      order: 'month-first',
      because: 'shorter-period',
    });
  });

  it('not at all where nothing tells', () => {
    expect(dateOrderOf(['03/03/2026'])).toBeNull();
    expect(dateOrderOf(['2026-03-01', ''])).toBeNull();
  });

  it('an example is a date that both orders can read, differently', () => {
    expect(eitherWay(['25/01/2026', '2026-03-04', '05/05/2026', '03/04/26 10:00', '01/02/2026'])).toEqual({
      example: '03/04/26',
      read: { 'day-first': '2026-04-03', 'month-first': '2026-03-04' },
    });
    expect(eitherWay(['25/01/2026', '05/05/2026'])).toBeNull();
  });
});
