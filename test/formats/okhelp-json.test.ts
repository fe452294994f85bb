// Notes as JSON: read back the same, and refused with the line where they cannot be read.
import { expect, test } from 'vitest';
import { looksLikeJson, readNotesJson, writeNotesJson } from '../../src/formats/okhelp-json.ts';
import { note } from '../store/notes.ts';

const options = { file: 'notes.json', currency: 'CNY', zone: () => 480 };
const bytes = (text: string) => new TextEncoder().encode(text);

const NOTES = [
  {
    ...note({ amount: '-0.000000000000000001', currency: 'ETH', memo: '"quoted" {braces}\\ and 中文' }),
    id: 'n1',
    line: null,
  },
  {
    ...note({ type: 'balance', amount: '0', balance: '-12.30', time: '2026-03-01T09:00:00.123+08:00' }),
    id: 'n2',
    line: null,
  },
];

test('what is written is read back, each note with its line', () => {
  const written = bytes(writeNotesJson(NOTES));
  const { notes, unreadable, rows } = readNotesJson(written, options);
  expect(looksLikeJson(written)).toBe(true);
  expect({ unreadable, rows }).toEqual({ unreadable: [], rows: 2 });
  expect(notes).toEqual([
    { ...NOTES[0], line: 4 },
    { ...NOTES[1], line: 5 },
  ]);
});

test('no notes are a document too', () => {
  expect(readNotesJson(bytes(writeNotesJson([])), options).rows).toBe(0);
});

test('what is left out has its default', () => {
  const { notes } = readNotesJson(
    bytes('{"schema":"okhelp.notes/1","notes":[{"time":"2026-03-01 09:00","type":"付款","amount":"5"}]}'),
    options,
  );
  expect(notes[0]).toEqual({ ...note({ amount: '-5' }), id: 'n1', line: 1 });
});

test('an unreadable note is named with its line and field, and the others are read', () => {
  const { notes, unreadable } = readNotesJson(
    bytes(
      '{"schema":"okhelp.notes/1","notes":[\n{"memo":"{"},\n{"time":"2026-03-01","type":"fee","amount":"1,2"},\n{"time":"2026-03-01","type":"fee","amount":"1"}]}',
    ),
    options,
  );
  expect(unreadable).toEqual([
    { line: 2, column: 'time', value: '', reason: 'time-empty' },
    { line: 3, column: 'amount', value: '1,2', reason: 'amount' },
  ]);
  expect(notes.map(({ id, line }) => [id, line])).toEqual([['n3', 4]]);
});

test.each([
  ['broken JSON', '{"schema":', 'JSON: '],
  [
    'a bare number, which may have lost digits',
    '{"schema":"okhelp.notes/1","notes":[\n{"amount":66.1}]}',
    'line 2: "amount"',
  ],
])('%s is refused', (_, text, reason) => {
  expect(() => readNotesJson(bytes(text), options)).toThrow(
    expect.objectContaining({
      code: 'file-unreadable',
      values: { file: 'notes.json', reason: expect.stringContaining(reason) },
    }),
  );
});

test.each([
  ['another document of okhelp', '{"schema":"okhelp.check/1","notes":[]}', 'okhelp.check/1'],
  ['a list', '[]', null],
  ['what another program wrote', '{"schema":{"a":1},"notes":[]}', null],
])('%s is said to be JSON of another kind', (_, text, schema) => {
  expect(() => readNotesJson(bytes(text), options)).toThrow(
    expect.objectContaining({ code: 'json-other', values: { file: 'notes.json', schema } }),
  );
});

test('a bank statement in a SWIFT envelope is not taken for JSON', () => {
  expect(looksLikeJson(bytes('{1:F01BANKNL21XXXX0000000000}{2:O940BANKNL21XXXXN}{4:\n:20:1\n'))).toBe(false);
  for (const text of ['{"schema": 1}', '\ufeff{\n  "notes": []}', '[{"time": ""}]', '[]', '{']) {
    expect(looksLikeJson(bytes(text))).toBe(true);
  }
});
