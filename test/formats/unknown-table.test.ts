// A table whose header says nothing: found by what is under it, its columns guessed by what is in them.
import { describe, expect, it, test } from 'vitest';
import { guessColumns, hasHeader, unknownTable } from '../../src/formats/unknown-table.ts';

/** The guessed column of each meaning, by its name. */
function guessed(text: string) {
  const table = unknownTable({ text });
  if (!table) return null;
  const named = Object.entries(guessColumns(table)).filter(([, at]) => at !== undefined);
  return Object.fromEntries(named.map(([meaning, at]) => [meaning, table.header[at!]]));
}

describe('a guess', () => {
  it('takes dates, signed amounts, the balance that follows from them, and the words', () => {
    const text =
      'Wann;Wieviel;Stand;Wem\n01.10.2026;-10,00;90,00;Shop\n02.10.2026;-5,50;84,50;Kiosk\n03.10.2026;4,00;88,50;Ann\n';
    expect(guessed(text)).toEqual({ time: 'Wann', amount: 'Wieviel', balance: 'Stand', counterparty: 'Wem' });
  });

  it('takes two columns where they prove the balance together', () => {
    const text =
      'wann,raus,rein,stand\n2026-10-01,10.00,,90.00\n2026-10-02,,5.00,95.00\n2026-10-03,1.00,,94.00\n2026-10-04,2.00,,92.00\n';
    expect(guessed(text)).toEqual({ time: 'wann', out: 'raus', in: 'rein', balance: 'stand' });
  });

  it('takes a name that says something before the cells', () => {
    const text = 'quando,saldo,x,balance\n2026-10-01,1.00,5.00,90.00\n2026-10-02,2.00,5.00,95.00\n';
    expect(guessed(text)).toMatchObject({ time: 'quando', balance: 'balance' });
  });

  it('names no balance that nothing proves', () => {
    expect(guessed('wann,a,b\n2026-10-01,3.00,7.00\n2026-10-02,4.00,5.00\n')).toEqual({ time: 'wann', amount: 'a' });
  });
});

test.each([
  ['a letter', 'Dear Ann,\nit is nine, and cold,\nyours\n'],
  ['a table without dates', 'a,b\nx,1.00\ny,2.00\n'],
  ['rows without a header', '2026-10-01,5.00\n2026-10-02,6.00\n'],
])('%s is no such table', (_, text) => {
  expect(unknownTable({ text })).toBeNull();
});

test('a preamble above the header is passed over', () => {
  const text = 'Export von Ann\n\nwann;wieviel\n01.10.2026;5,00\n02.10.2026;6,00\n';
  expect(unknownTable({ text })?.header).toEqual(['wann', 'wieviel']);
});

describe('the same header', () => {
  it('is one with the same names in the same order, whatever their spelling', () => {
    const header = ['wann', 'wieviel'];
    expect(hasHeader({ text: 'Title\nWann;WIEVIEL;\n1;2\n' }, header)).toBe(true);
    for (const text of ['wieviel;wann\n1;2\n', 'wann;wieviel;mehr\n1;2;3\n', 'wann\n1\n']) {
      expect(hasHeader({ text }, header)).toBe(false);
    }
  });
});
