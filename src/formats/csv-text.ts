// Rows of text as CSV that a spreadsheet opens without running anything in it.
import { guardCell } from './guard-cell.ts';

/** `\n` line ends; a cell that would be a formula is guarded (guard-cell.ts). */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.map((cell) => quoted(guardCell(cell))).join(',')).join('\n')}\n`;
}

function quoted(text: string): string {
  return /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
