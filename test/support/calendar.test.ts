// The calendar file, read back as RFC 5545 says: lines of 75 octets, CRLF, escapes, all-day dates, reminders.

import { describe, expect, it } from 'vitest';
import { type CalendarEntry, calendarFile } from '../../src/support/calendar.ts';
import { fc } from '../properties.ts';

const ENTRY: CalendarEntry = {
  uid: 'c1-20261101T020000Z-answer-e1@okhelp.invalid',
  day: '2026-11-30',
  title: 'okhelp c1: has it been answered? If not, follow up',
  text: 'What is due, and why: okhelp case next c1',
  sequence: 3,
  alarms: [-8_580, 540],
};
const NOW = Date.parse('2026-11-01T02:00:00Z');

interface Property {
  name: string;
  parameters: string;
  value: string;
}

/** Section 3.1: unfolds, then splits each line at its first colon outside of quotation marks. */
function propertiesOf(file: string): Property[] {
  expect(file.endsWith('\r\n')).toBe(true);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return file
    .slice(0, -2)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map((line) => {
      const [, name, parameters, value] = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^":;,]*))*):(.*)$/.exec(line)!;
      return { name: name!, parameters: parameters!, value: value! };
    });
}

/** Section 3.3.11, the other way round; nothing that must be escaped may stand alone. */
function unescaped(value: string): string {
  expect(value.replace(/\\[\\;,nN]/g, '')).not.toMatch(/[\\;,]/);
  return value.replace(/\\([\\;,nN])/g, (_, sign) => (/n/i.test(sign) ? '\n' : sign));
}

const all = (file: string, name: string) => propertiesOf(file).filter((one) => one.name === name);

describe('a calendar file', () => {
  it('holds an all-day entry with its lasting name, and says who made it', () => {
    const file = calendarFile([ENTRY], 'okhelp', NOW);
    const said = propertiesOf(file).map(({ name, parameters, value }) => `${name}${parameters}:${value}`);
    expect(said.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(said).toEqual(
      expect.arrayContaining([
        'PRODID:-//okhelp//okhelp//EN',
        `UID:${ENTRY.uid}`,
        'DTSTAMP:20261101T020000Z',
        'DTSTART;VALUE=DATE:20261130',
        'DTEND;VALUE=DATE:20261201',
        'SEQUENCE:3',
        'CLASS:PRIVATE',
      ]),
    );
  });

  it('reminds at the minutes that are named, counted from midnight', () => {
    // Section 3.3.6: a time follows the T, or there is no T.
    const triggers = (alarms: number[]) =>
      all(calendarFile([{ ...ENTRY, alarms }], 'okhelp', NOW), 'TRIGGER').map(({ value }) => value);
    expect(triggers([-8_580, 540])).toEqual(['-PT143H', 'PT9H']);
    expect(triggers([725])).toEqual(['PT12H5M']);
    expect(triggers([-1_440])).toEqual(['-PT24H']);
    expect(triggers([])).toEqual([]);
  });

  it('is nested as it should be', () => {
    const open: string[] = [];
    for (const { name, value } of propertiesOf(calendarFile([ENTRY, ENTRY], 'okhelp', NOW))) {
      if (name === 'BEGIN') open.push(value);
      if (name === 'END') expect(open.pop()).toBe(value);
    }
    expect(open).toEqual([]);
  });

  it('gives every text back as it was, however long, in any script', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 90 }).map((one) => one.replace(/\p{C}/gu, '')),
      fc.stringMatching(/^[,;\\:"字邮件回复 \n]{0,120}$/),
    );
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [title, body] = [`x${one}`, `y${other}`];
        const file = calendarFile([{ ...ENTRY, title, text: body }], 'okhelp', NOW);
        expect(unescaped(all(file, 'SUMMARY')[0]!.value)).toBe(title);
        const said = all(file, 'DESCRIPTION').map(({ value }) => unescaped(value));
        expect(said).toEqual([body, title, title]);
      }),
      { numRuns: 40 },
    );
  });
});
