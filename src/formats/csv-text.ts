// Rows of text as CSV that a spreadsheet opens without running anything in it.
import { visibleLine } from '../ledger/visible.ts';
import { guardCell } from './guard-cell.ts';

/** `\n` line ends; each cell on one line, of which everything can be seen; a cell that would be a formula is guarded (guard-cell.ts). */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.map((cell) => quoted(guardCell(visibleLine(cell)))).join(',')).join('\n')}\n`;
}

function quoted(text: string): string {
  return /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
