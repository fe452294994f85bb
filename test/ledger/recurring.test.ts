// One rule behind several mismatches is said once, and comes first for each of them; what has its own reason keeps it.
import { describe, expect, it } from 'vitest';
import type { AccountFinding } from '../../src/ledger/findings.ts';
import { checkWritten } from './written.ts';

/** Each day some entries, then a reading; `gains` is what came or went beside them. */
async function account(days: { entries: [type: string, amount: number][]; gain?: number }[]): Promise<AccountFinding> {
  let balance = 100_000;
  const rows = ['time,type,amount,balance,counterparty', '2026-03-01 08:00,balance,,1000.00,'];
  days.forEach(({ entries, gain = 0 }, i) => {
    const day = `2026-03-${String(i + 2).padStart(2, '0')}`;
    entries.forEach(([type, cents], k) => {
      rows.push(`${day} 1${k}:00,${type},${(cents / 100).toFixed(2)},,Party ${type}`);
      balance += type === 'topup' ? cents : -cents;
    });
    balance += gain;
    rows.push(`${day} 20:00,balance,,${(balance / 100).toFixed(2)},`);
  });
  return (await checkWritten(rows.join('\n'))).accounts[0]!;
}

const firsts = ({ mismatches }: AccountFinding) =>
  mismatches.map(({ explanations: [first] }) => `${first!.cause} ${first!.confidence}`);

describe('one rule behind several mismatches', () => {
  it('is the share that a bonus is of each top-up', async () => {
    const found = await account([
      {
        entries: [
          ['topup', 30_000],
          ['payment', 2317],
        ],
        gain: 600,
      },
      {
        entries: [
          ['payment', 6850],
          ['topup', 50_000],
        ],
        gain: 1000,
      },
      { entries: [['payment', 4307]] },
      {
        entries: [
          ['payment', 7177],
          ['topup', 20_000],
          ['payment', 3399],
        ],
        gain: 400,
      },
    ]);
    expect(found.recurring).toEqual([
      { mismatches: [0, 1, 2], share: { type: 'topup', percent: '2' }, difference: 600n * 10n ** 16n },
    ]);
    expect(firsts(found)).toEqual(Array(3).fill('missing-entry likely'));
    for (const { explanations } of found.mismatches) expect(explanations.length).toBeLessThanOrEqual(3);
  });

  it('is the share that a fee is of each withdrawal, on the withdrawals themselves', async () => {
    const found = await account([
      {
        entries: [
          ['withdrawal', 10_000],
          ['payment', 2317],
        ],
        gain: -120,
      },
      {
        entries: [
          ['payment', 685],
          ['withdrawal', 15_000],
        ],
        gain: -180,
      },
      {
        entries: [
          ['withdrawal', 8000],
          ['payment', 399],
        ],
        gain: -96,
      },
    ]);
    expect(found.recurring).toMatchObject([{ mismatches: [0, 1, 2], share: { type: 'withdrawal', percent: '1.2' } }]);
    expect(found.mismatches.map(({ explanations: [first] }) => [first!.cause, first!.notes[0]!.type])).toEqual(
      Array(3).fill(['unrecorded-fee', 'withdrawal']),
    );
  });

  it('is the same difference again and again', async () => {
    const found = await account([
      { entries: [['payment', 2317]], gain: 88 },
      { entries: [['payment', 685]] },
      { entries: [['payment', 1290]], gain: 88 },
      { entries: [['payment', 4410]], gain: 88 },
    ]);
    expect(found.recurring).toEqual([{ mismatches: [0, 1, 2], share: null, difference: 88n * 10n ** 16n }]);
    expect(firsts(found)).toEqual(Array(3).fill('missing-entry likely'));
  });
});

describe('no rule', () => {
  it('comes from two, or from differences that have nothing in common', async () => {
    const two = await account([
      { entries: [['payment', 2317]], gain: 88 },
      { entries: [['payment', 1290]], gain: 88 },
    ]);
    expect(two.recurring).toBeUndefined();
    const three = await account([
      { entries: [['payment', 2317]], gain: 88 },
      { entries: [['payment', 1290]], gain: 1171 },
      { entries: [['payment', 4410]], gain: 345 },
    ]);
    expect(three.recurring).toBeUndefined();
  });

  it('covers what was recorded twice each time', async () => {
    const found = await account(
      [1, 2, 3].map(() => ({
        entries: [
          ['payment', 1990],
          ['payment', 1990],
        ],
        gain: 1990,
      })),
    );
    expect(found.recurring).toBeUndefined();
    expect(firsts(found).map((text) => text.split(' ')[0])).toEqual(Array(3).fill('duplicate-entry'));
  });
});
