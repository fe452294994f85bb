// Which notes a report shows.
import { describe, expect, it } from 'vitest';
import { checkNotes } from '../../src/ledger/check.ts';
import type { Note } from '../../src/ledger/note.ts';
import { shownNotes } from '../../src/report/shown-notes.ts';

/** One payment of 1.00 an hour, each with its balance; at `broken` the balance is one lower than it should be. */
function ledger(count: number, broken?: number): Note[] {
  const unit = 10n ** 18n;
  return Array.from({ length: count }, (_, i) => ({
    id: `n${i + 1}`,
    line: null,
    time: { epoch: 1_772_000_000_000 + i * 3_600_000, offset: 480 },
    type: 'payment',
    amount: -unit,
    currency: 'CNY',
    fee: 0n,
    balance: BigInt(10_000 - i - (broken !== undefined && i >= broken ? 1 : 0)) * unit,
    account: 'main',
    counterparty: '',
    reference: '',
    status: 'completed',
    error: '',
    memo: '',
  }));
}

const idsOf = (lines: readonly (Note | number)[]) => lines.map((line) => (typeof line === 'number' ? line : line.id));

describe('the notes of a report', () => {
  it('are all of them up to 60', () => {
    const notes = ledger(60, 30);
    const [shown] = shownNotes(notes, checkNotes(notes), false);
    expect(shown).toMatchObject({ total: 60, shown: 60 });
  });

  it('are of many those near the mismatch, with the rest counted in its place', () => {
    const notes = ledger(2000, 700);
    const [shown] = shownNotes(notes, checkNotes(notes), false);
    const lines = idsOf(shown!.lines);
    expect(lines).toContain('n700');
    expect(lines).toContain('n701');
    const left = shown!.lines.filter((line) => typeof line === 'number');
    expect(left.reduce((sum, count) => sum + count, 0) + shown!.shown).toBe(2000);
    expect(shown!.shown).toBeLessThan(40);
    expect(lines[0]).toBe(left[0]);
  });

  it('are the latest of many where all agrees, and all where that is asked for', () => {
    const notes = ledger(100);
    expect(idsOf(shownNotes(notes, checkNotes(notes), false)[0]!.lines)).toEqual([
      80,
      ...Array.from({ length: 20 }, (_, i) => `n${81 + i}`),
    ]);
    expect(shownNotes(notes, checkNotes(notes), true)[0]!.lines).toHaveLength(100);
  });

  it('are told for each account and currency apart', () => {
    const notes = [...ledger(3), ...ledger(2).map((note) => ({ ...note, account: 'other' }))];
    expect(shownNotes(notes, null, false).map(({ account, total }) => [account, total])).toEqual([
      ['main', 3],
      ['other', 2],
    ]);
  });
});
