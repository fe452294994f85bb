// The pairing of short lists costs the least that any pairing costs: held against trying them all.

import { expect, it } from 'vitest';
import { leastCost } from '../../src/ledger/matching/assignment.ts';
import { alike, TextBook } from '../../src/ledger/matching/likeness.ts';
import { fc } from '../properties.ts';

const matrix = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 })).chain(([rows, more]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 70 }), { minLength: rows + more, maxLength: rows + more }), {
    minLength: rows,
    maxLength: rows,
  }),
);

it('is the cheapest of all', () => {
  fc.assert(
    fc.property(matrix, (cost) => {
      const columns = cost[0]!.length;
      const chosen = [...leastCost(Float64Array.from(cost.flat()), cost.length, columns)];
      expect(new Set(chosen).size).toBe(cost.length);
      expect(chosen.reduce((sum, column, row) => sum + cost[row]![column]!, 0)).toBe(cheapest(cost, 0, new Set()));
    }),
    { numRuns: 500 },
  );
});

function cheapest(cost: number[][], row: number, taken: Set<number>): number {
  if (row === cost.length) return 0;
  let best = Number.POSITIVE_INFINITY;
  cost[row]!.forEach((price, column) => {
    if (taken.has(column)) return;
    taken.add(column);
    best = Math.min(best, price + cheapest(cost, row + 1, taken));
    taken.delete(column);
  });
  return best;
}

it.each([
  ['STARBUCKS  Coffee', 'Starbucks-coffee', 1],
  ['ｓｈｏｐ１２', 'Shop 12', 1],
  ['麦当劳', '北京麦当劳餐饮有限公司', 0.9],
  ['Corner Café', 'Corner Shop', 0.5],
  ['Bookshop', '加油站', 0],
])('%s and %s are alike by about %d', (one, other, expected) => {
  const book = new TextBook();
  expect(alike(book.text(one)!, book.text(other)!)).toBeCloseTo(expected, 0.5);
  expect(alike(book.text(other)!, book.text(one)!)).toBe(alike(book.text(one)!, book.text(other)!));
});

it('signs alone are no words', () => {
  expect(new TextBook().text(' - / ')).toBeNull();
});
