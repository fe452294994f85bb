import { expect, it } from 'vitest';
import { FeeHabits } from '../../src/ledger/fee-habits.ts';

const CENT = 10n ** 16n;

it('the order in which fees were seen does not matter, even where two rates are as common', () => {
  const [one, other] = [new FeeHabits(2), new FeeHabits(2)];
  for (const [amount, fee] of [
    [100, 1],
    [100, 2],
    [300, 9],
    [300, 6],
    [900, 1],
  ] as const)
    one.see('fee', amount, fee);
  for (const [amount, fee] of [
    [900, 1],
    [300, 6],
    [300, 9],
    [100, 2],
    [100, 1],
  ] as const)
    other.see('fee', amount, fee);
  expect(one.usualFee('fee', 100n * CENT)).toBe(2n * CENT);
  expect(other.usualFee('fee', 100n * CENT)).toBe(2n * CENT);

  const [near, far] = [new FeeHabits(2), new FeeHabits(2)];
  for (const amount of [1000, 1001]) near.see('payment', amount, 10);
  for (const amount of [1001, 1000]) far.see('payment', amount, 10);
  expect(near.rateFor('payment', 1000n * CENT, 10n * CENT)).toEqual({ percent: '1', times: 1 });
  expect(far.rateFor('payment', 1000n * CENT, 10n * CENT)).toEqual({ percent: '1', times: 1 });
});
