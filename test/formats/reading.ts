// Reads a sample with one format and says what came out in a few words a row.
import type { JournalOptions } from '../../src/formats/journal.ts';
import type { Statement, StatementFormat } from '../../src/formats/statement.ts';
import { formatAmount } from '../../src/ledger/money.ts';
import type { Note } from '../../src/ledger/note.ts';
import { formatTime } from '../../src/ledger/time.ts';

export function reading(format: StatementFormat, text: string, options: Partial<JournalOptions> = {}): Statement {
  const file = fileOf(text);
  return format.read(file, { currency: 'CNY', zone: () => 0, ...options } as JournalOptions);
}

export function fileOf(text: string) {
  return { name: 'sample', bytes: new TextEncoder().encode(text), text, encoding: 'utf-8' };
}

/** `2026-03-01 -12.30 EUR =87.70`; a reading alone has no amount. */
export function brief({ time, type, amount, currency, balance, status }: Note | Statement['notes'][number]): string {
  const parts = [
    formatTime(time).slice(0, 10),
    type === 'balance' ? '' : formatAmount(amount, currency),
    currency,
    balance === null ? '' : `=${formatAmount(balance, currency)}`,
    status === 'completed' ? '' : status,
  ];
  return parts.filter(Boolean).join(' ');
}

/** Line, column and reason of each row that could not be read. */
export function refusals({ unreadable }: Statement): string[] {
  return unreadable.map(({ line, column, reason }) => `${line} ${column ?? '-'} ${reason}`);
}
