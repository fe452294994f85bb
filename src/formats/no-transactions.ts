// Rows of a table that are no transactions: totals, opening and closing lines.
import type { Units } from '../ledger/money.ts';
import type { TextRow } from './records.ts';
import type { TableCells } from './table-cells.ts';

const SUM = /^(?:#|(?:grand |sub)?totals?\b|sum\b|summe|gesamt|total(?:es|e)?\b|合计|总计|小计|共计|本页)/i;
const OPENING =
  /opening balance|beginning balance|starting balance|(?:balance )?brought forward|previous balance|期初余额|承前|上期余额|anfangssaldo|alter (?:saldo|kontostand)|solde (?:initial|precedent)|saldo (?:inicial|anterior)/i;
const CLOSING =
  /closing balance|ending balance|(?:balance )?carried forward|期末余额|endsaldo|neuer (?:saldo|kontostand)|nouveau solde|solde final|saldo final/i;

/** A line with a sum of others: its first filled cell says so. */
export function isSumLine(row: TextRow): boolean {
  return SUM.test(row.cells.find(Boolean) ?? '');
}

/** What an opening or closing line says: by a column of its own, or by its words with the balance beside them. */
export function openingOrClosing(
  row: TextRow,
  cells: TableCells,
): { side: 'opening' | 'closing'; units: Units; mark: string } | null {
  for (const side of ['opening', 'closing'] as const) {
    const amount = cells.amount(row, side);
    if (amount) return { side, units: amount.units, mark: amount.mark };
  }
  const side = row.cells.some((cell) => OPENING.test(cell))
    ? 'opening'
    : row.cells.some((cell) => CLOSING.test(cell))
      ? 'closing'
      : null;
  const amount = cells.amount(row, 'balance') ?? cells.amount(row, 'amount');
  return side && amount && { side, units: amount.units, mark: amount.mark };
}
