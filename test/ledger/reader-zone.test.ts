// Times as the reader's clock shows them, and read back as the same instant.
import { expect, test } from 'vitest';
import { checkNotes } from '../../src/ledger/check.ts';
import { clockText, inZone } from '../../src/ledger/reader-zone.ts';
import { formatTime, parseTime, zoneOffsets } from '../../src/ledger/time.ts';
import { note } from '../store/notes.ts';

const berlin = zoneOffsets('Europe/Berlin');

test.each([
  ['2026-03-05T10:01:00+00:00', '2026-03-05 11:01'],
  ['2026-07-05T10:01:30Z', '2026-07-05 12:01:30'],
  ['2026-07-05T10:01:00.500Z', '2026-07-05 12:01:00.500'],
  // The hour that the clock shows twice: read bare, it is the other one.
  ['2026-10-25T02:30:00+01:00', '2026-10-25T02:30:00+01:00'],
  ['-20.00', '-20.00'],
])('%s is %s in Berlin', (text, shown) => {
  expect(clockText(text, berlin)).toBe(shown);
});

test('what is shown names the same instant', () => {
  for (let hour = 0; hour < 48; hour++) {
    const moment = { epoch: Date.UTC(2026, 9, 24, hour, 30), offset: 480 };
    expect(parseTime(clockText(formatTime(moment), berlin), berlin)).toMatchObject({ epoch: moment.epoch });
  }
});

test('a check is shown in the zone, its findings as they were', () => {
  const reading = (time: string, balance: string) => note({ type: 'balance', amount: '0', balance, time });
  const notes = [
    reading('2026-03-01T00:00:00Z', '100.00'),
    reading('2026-03-02T00:00:00Z', '90.00'),
    note({ amount: '-10.00', time: '2026-03-03T00:00:00Z' }),
    reading('2026-03-04T00:00:00Z', '90.00'),
  ].map((each, i) => ({ ...each, id: `n${i + 1}`, line: null }));
  const result = checkNotes(notes);
  const [seen] = inZone(result, berlin).accounts[0]!.mismatches;
  const [found] = result.accounts[0]!.mismatches;
  expect(seen!.explanations[0]!.corrections).toEqual([
    {
      op: 'set',
      note: 'n3',
      field: 'time',
      from: '2026-03-03 01:00',
      to: expect.stringMatching(/^2026-03-02 00:5\d$/),
    },
  ]);
  expect(found!.explanations[0]!.corrections[0]).toMatchObject({ from: formatTime(notes[2]!.time) });
  expect([seen!.at.note.time.offset, seen!.difference]).toEqual([60, found!.difference]);
});
