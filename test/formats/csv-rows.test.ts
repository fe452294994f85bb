// CSV by bytes: cells, quotes, line numbers, and rows that lie across the pieces in which a file is read.

import { describe, expect, it } from 'vitest';
import { CsvRows } from '../../src/formats/csv-rows.ts';
import { fc } from '../properties.ts';

/** All rows with their line, reading `piece` bytes at a time. */
function rowsOf(text: string, piece = 1 << 20): { line: number; cells: string[]; fault: string | null }[] {
  const bytes = Buffer.from(text);
  let from = 0;
  const rows = new CsvRows(
    (target, at) => {
      const part = bytes.subarray(from, from + Math.min(piece, target.length - at));
      target.set(part, at);
      from += part.length;
      return part.length;
    },
    { size: Math.max(piece, 4) },
  );
  const found = [];
  while (rows.next()) {
    found.push({
      line: rows.line,
      cells: Array.from({ length: rows.cells }, (_, i) => rows.text(i)),
      fault: rows.fault,
    });
  }
  return found;
}
const cellsOf = (text: string) => rowsOf(text).map((row) => row.cells);

describe('rows', () => {
  it('end with any line end, or with the file', () => {
    expect(cellsOf('a,b\r\nc,d\ne,f')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]);
  });

  it('keep their line numbers over blank lines and line breaks in quotes', () => {
    expect(rowsOf('a\n\n"x\ny",2\n   \nb\n').map((row) => [row.line, row.cells])).toEqual([
      [1, ['a']],
      [3, ['x\ny', '2']],
      [6, ['b']],
    ]);
  });

  it('may have quotes, doubled quotes and commas in quotes', () => {
    expect(cellsOf('"he said ""no""","a,b", "c" ,d"e')).toEqual([['he said "no"', 'a,b', 'c', 'd"e']]);
  });

  it('with a quote that never closes cost only their own line', () => {
    expect(rowsOf('a,b\nc,"d\ne,f\n').map((row) => [row.line, row.fault, row.cells.length])).toEqual([
      [1, null, 2],
      [2, 'open-quote', 2],
      [3, null, 2],
    ]);
  });

  it('with text behind a closing quote are told', () => {
    expect(rowsOf('"a"x,b\nc,d\n').map((row) => row.fault)).toEqual(['stray-quote', null]);
  });
});

const cell = fc.string({ unit: fc.constantFrom('a', '元', ',', '"', '\n', ' ', '1', '😀'), maxLength: 6 });
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

it('what is written in quotes is read the same, whatever the size of the pieces', () => {
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 40 }), (rows, piece) => {
      const text = rows.map((cells) => cells.map(quoted).join(',')).join('\n');
      expect(rowsOf(text, piece).map((row) => row.cells)).toEqual(rows);
    }),
  );
});

it('a cell that looks like the one above is told apart where its quotes mean something else', () => {
  expect(cellsOf('a""b,x\n"a""b",x\na""b,x\n')).toEqual([
    ['a""b', 'x'],
    ['a"b', 'x'],
    ['a""b', 'x'],
  ]);
});

it('cells repeat, change and end as they stand in the file', () => {
  const cell = fc.constantFrom('', 'a', 'ab', 'é', 'ab\u0000', '咖啡', 'CNY', 'CNX', 'x'.repeat(40), 'x'.repeat(41));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      expect(cellsOf(rows.map((cells) => `${cells.join(',')}\n`).join(''))).toEqual(rows);
    }),
  );
});
