// The picture of a balance: every figure in words too, every sign with a shape of its own.
import { describe, expect, it } from 'vitest';
import { type ChartData, chart } from '../../src/report/chart.ts';

const UNIT = 10n ** 18n;
const WORDS = { title: 'T', description: 'D', expected: 'should be', recorded: 'recorded', agreed: 'agrees' };

function data(balances: bigint[], recorded: bigint | null): ChartData {
  return {
    points: balances.map((balance, step) => ({ step, balance })),
    currency: 'CNY',
    first: { epoch: 0, offset: 0 },
    last: { epoch: 86_400_000, offset: 0 },
    gap:
      recorded === null
        ? null
        : { expected: balances.at(-1)!, recorded, agreed: { point: 0, time: { epoch: 0, offset: 0 } } },
  };
}

const numbersOf = (svg: string) =>
  [...svg.matchAll(/(?:[HVM]|[xy]\d?="|c[xy]=")(-?[\d.]+)/g)].map(([, n]) => Number(n));

describe('the picture', () => {
  it('names both balances at the end, in words', () => {
    const { svg, enlarged } = chart(data([100n * UNIT, 50n * UNIT], 20n * UNIT), WORDS, 'x');
    expect(svg.text).toContain('should be 50.00');
    expect(svg.text).toContain('recorded 20.00');
    expect(svg.text).toContain('aria-labelledby="x-t x-d"');
    expect(enlarged).toBe(false);
  });

  it('says that a gap of a cent is drawn larger than it is, and draws it on its own side', () => {
    const yOf = (svg: string, sign: string) => Number(new RegExp(sign).exec(svg)![1]);
    for (const [recorded, side] of [
      [50n * UNIT - UNIT / 100n, 1],
      [50n * UNIT + UNIT / 100n, -1],
    ] as const) {
      const { svg, enlarged } = chart(data([900n * UNIT, 50n * UNIT], recorded), WORDS, 'x');
      expect(enlarged).toBe(true);
      const expected = yOf(svg.text, 'class="expected" cx="452" cy="([\\d.]+)"');
      const cross = yOf(svg.text, 'class="recorded" d="M446 ([\\d.]+)') + 6;
      expect(Math.sign(cross - expected)).toBe(side);
    }
  });

  it.each([
    ['amounts of any size', [10n ** 60n, -(10n ** 60n)], 10n ** 59n],
    ['a single point', [UNIT], UNIT + 1n],
    ['nothing but one height', [UNIT, UNIT, UNIT], null],
  ])('stays within its frame with %s', (_, balances, recorded) => {
    const { svg } = chart(data(balances, recorded), WORDS, 'x');
    const numbers = numbersOf(svg.text);
    expect(numbers.length).toBeGreaterThan(3);
    expect(numbers.filter((n) => !(n >= 0 && n <= 480))).toEqual([]);
  });
});
