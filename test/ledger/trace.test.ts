// What a check keeps of the balance on its way to a mismatch: few points, whatever goes by, with every high and low.
import { describe, expect, it, test } from 'vitest';
import { memorySource } from '../../src/formats/byte-source.ts';
import { checkCsv } from '../../src/formats/check-csv.ts';
import { readNotes } from '../../src/formats/okhelp-csv.ts';
import { Chain } from '../../src/ledger/chain.ts';
import { checkNotes } from '../../src/ledger/check.ts';
import type { Count } from '../../src/ledger/count.ts';
import { wayOf } from '../../src/ledger/trace.ts';

/** Feeds rows of [movement, reading], a second apart, and gives the way to each break as `step:balance`. */
function ways(rows: [Count, Count | null][], opening: Count | null = null) {
  const chain = new Chain(0, opening, undefined, true);
  rows.forEach(([move, reading], at) => {
    chain.push(at * 1000, move, reading, at);
  });
  chain.end();
  return chain.breaks.map((each) => each.traced && { ...each.traced, points: each.traced.points.map(pair) });
}
const pair = ({ step, balance }: { step: number; balance: Count }) => `${step}:${balance}`;

describe('the way to a break', () => {
  it('begins before the last agreeing reading and ends at what was expected', () => {
    const rows: [number, number | null][] = [
      [100, 100],
      [-10, 90],
      [-5, null],
      [20, 110],
    ];
    expect(ways(rows)).toEqual([{ points: ['0:100', '1:90', '2:85', '3:105'], agreed: 1, first: 0 }]);
  });

  it('begins anew behind an earlier break', () => {
    const rows: [number, number | null][] = [
      [100, 100],
      [-10, 80],
      [-5, 75],
      [1, 70],
    ];
    expect(ways(rows).map((way) => way?.points)).toEqual([
      ['0:100', '1:90'],
      ['0:80', '1:75', '2:76'],
    ]);
  });

  it('has no agreeing reading where an opening balance was only said', () => {
    expect(ways([[-10, 80]], 100)).toEqual([{ points: ['0:100', '1:90'], agreed: null, first: 0 }]);
  });

  it('is not kept unless it is asked for', () => {
    const chain = new Chain(0);
    chain.push(0, 0, 100, 0);
    chain.push(1, 0, 90, 1);
    chain.end();
    expect(chain.breaks.map(({ traced }) => traced)).toEqual([null]);
  });

  it('is kept of the first eight breaks only', () => {
    const broken = ways(Array.from({ length: 12 }, (_, i): [number, number] => [0, i]));
    expect(broken.map((way) => way !== null)).toEqual([...Array(8).fill(true), ...Array(3).fill(false)]);
  });
});

test('a long stretch keeps at most 512 points and its one high and one low', () => {
  const rows: [number, number | null][] = [[1000, 1000]];
  for (let i = 1; i < 100_000; i++) rows.push([i === 40_000 ? 5000 : i === 40_001 ? -5000 : i % 2 ? 1 : -1, null]);
  rows.push([-700, 0]);
  rows[70_000] = [-900, null];
  rows[70_001] = [900, null];
  const [way] = ways(rows);
  const balances = way!.points.map((point) => Number(point.split(':')[1]));
  expect(way!.points.length).toBeLessThanOrEqual(512);
  expect([Math.max(...balances) > 5900, Math.min(...balances) < 200]).toEqual([true, true]);
  expect(way!.points.at(-1)).toMatch(/^100000:/);
});

test('the points of a long stretch lie evenly, and tell how it went', () => {
  const rows: [number, number | null][] = [[0, 1000]];
  for (let i = 1; i <= 50_000; i++) rows.push([1, null]);
  rows.push([0, 7]);
  const [way] = ways(rows);
  const points = way!.points.map((point) => point.split(':').map(Number) as [number, number]);
  for (const [step, balance] of points.slice(0, -1)) expect(balance).toBe(1000 + step);
  const gaps = points.slice(1).map(([step], i) => step - points[i]![0]);
  expect(Math.max(...gaps)).toBeLessThan(50_000 / 60);
});

test('what goes before is told entry by entry, also behind a long stretch that agreed', () => {
  const rows: [number, number | null][] = [[0, 0]];
  for (let i = 1; i < 5000; i++) rows.push([1, null]);
  rows.push([1, 5000], [1, 9]);
  const [way] = ways(rows);
  expect(way!.points.map((point) => point.split(':')[1])).toEqual(
    Array.from({ length: 18 }, (_, i) => String(4984 + i)),
  );
  expect(way!.agreed).toBe(16);
});

test('many agreeing readings leave sixteen entries before the last of them', () => {
  const rows = Array.from({ length: 3000 }, (_, i): [number, number] => [1, i + 1]);
  const [way] = ways([...rows, [1, 5]]);
  expect([way!.points.length, way!.agreed, way!.first]).toEqual([18, 16, 2983]);
});

test('counts become units of 10^-18 at the end', () => {
  const chain = new Chain(0, null, undefined, true);
  chain.push(0, 0, 100, 0);
  chain.push(1, -30, 60, 1);
  chain.end();
  const moment = { epoch: 7, offset: 0 };
  const way = wayOf(chain.breaks[0]!, { resolve: () => ({ time: moment }), units: (count) => BigInt(count) * 10n });
  expect(way).toEqual({
    points: [
      { step: 0, balance: 1000n },
      { step: 1, balance: 700n },
    ],
    agreed: 0,
    from: moment,
  });
});

test.each([
  ['few readings', (i: number) => (i === 0 ? '10000' : i === 600 ? '9' : i === 700 ? '1' : ''), 200],
  ['a reading on each row', (i: number) => (i === 600 ? '9' : amountLeft(i)), 17],
])('streamed or at hand, the way is the same: %s', async (_, balanceOf, most) => {
  const rows = Array.from({ length: 900 }, (_, i) => {
    const balance = balanceOf(i);
    const day = `2026-0${1 + Math.floor(i / 200)}-01 ${String(Math.floor(i / 60) % 24).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`;
    return `${day},payment,${(i % 7) + 0.25},${balance}`;
  });
  const bytes = new TextEncoder().encode(`time,type,amount,balance\n${rows.join('\n')}\n`);
  const defaults = { currency: 'CNY', zone: () => 480 };
  const streamed = await checkCsv(memorySource(bytes, 'x.csv'), { defaults, traced: true });
  const whole = checkNotes(readNotes(bytes, { file: 'x.csv', ...defaults }).notes, { traced: true });
  const waysOf = (result: typeof whole) =>
    result.accounts.flatMap(({ mismatches }) => mismatches.map(({ way }) => way));
  expect(waysOf(whole)[0]!.points.length).toBeGreaterThan(most);
  expect(waysOf(streamed)).toEqual(waysOf(whole));
});

/** 10000 less what the rows up to `i` took out, as a decimal. */
function amountLeft(i: number): string {
  const quarters = Array.from({ length: i + 1 }, (_, k) => (k % 7) * 4 + 1).reduce((sum, one) => sum + one, 0);
  return String(10_000 - quarters / 4);
}
