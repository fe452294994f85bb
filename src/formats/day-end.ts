// Some banks print the balance at the end of the day on each row of that day: how that kind is told.
import type { Units } from '../ledger/money.ts';
import type { StatementNote } from './statement.ts';

const DAY = 86_400_000;

/**
 * True where every day with several moving rows shows one balance on all of them, and there is such a day. A day whose
 * rows cancel each other out, or a statement with one row a day, says nothing.
 */
export function showsDayEnds(notes: readonly StatementNote[]): boolean {
  const days = new Map<string, { balance: Units; rows: number }>();
  for (const { balance, amount, status, time, currency, account } of notes) {
    if (balance === null || amount === 0n || status !== 'completed') continue;
    const key = `${Math.floor((time.epoch + time.offset * 60_000) / DAY)} ${currency} ${account}`;
    const day = days.get(key);
    if (!day) days.set(key, { balance, rows: 1 });
    else if (day.balance === balance) day.rows++;
    else return false;
  }
  for (const { rows } of days.values()) if (rows > 1) return true;
  return false;
}
