// Notes for tests of what a new one changes: at some minute, with the balance that is right there, another, or none.
import type { NewNote } from '../../src/ledger/note.ts';
import { note } from '../store/notes.ts';

export interface Row {
  minute: number;
  cents: number;
  balance: number | 'right' | null;
}

const money = (cents: number) => (cents / 100).toFixed(2);

/** In the order given; `right` is what the others up to its minute lead to from 100.00. */
export function rowsToNotes(rows: readonly Row[]): NewNote[] {
  return rows.map(({ minute, cents, balance }, i) => {
    const earlier = rows.filter((other, k) => other.minute < minute || (other.minute === minute && k <= i));
    const right = 10_000 + earlier.reduce((sum, other) => sum + other.cents, 0);
    return note({
      type: 'adjustment',
      time: `2026-03-01T09:${String(minute).padStart(2, '0')}:00+08:00`,
      amount: `${cents < 0 ? '-' : '+'}${money(Math.abs(cents))}`,
      ...(balance !== null && { balance: money(balance === 'right' ? right : balance) }),
    });
  });
}
