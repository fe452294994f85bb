// A balance as a line of box characters: each column of the picture shows all that the balance was there.
import type { Units } from '../ledger/money.ts';
import type { TracePoint } from '../ledger/trace.ts';

/** What a picture is drawn with. */
export interface Glyphs {
  /** By the sides that are joined: left 1, right 2, up 4, down 8. */
  line: readonly string[];
  axis: { side: string; tick: string; corner: string; floor: string; mark: string };
  agreed: string;
  expected: string;
  recorded: string;
}

const [LEFT, RIGHT, UP, DOWN] = [1, 2, 4, 8] as const;

export const BOXES: Glyphs = {
  line: [...' ───│╯╰┴│╮╭┬│┤├┼'],
  axis: { side: '│', tick: '┤', corner: '└', floor: '─', mark: '┬' },
  agreed: '✓',
  expected: '○',
  recorded: '✗',
};

/** For terminals that show nothing but ASCII. */
export const LETTERS: Glyphs = {
  line: [...' ---|+++|+++|+++'],
  axis: { side: '|', tick: '+', corner: '+', floor: '-', mark: '+' },
  agreed: '*',
  expected: 'o',
  recorded: 'x',
};

/** Rows count from the top. */
export type RowOf = (balance: Units) => number;

/** The row of each balance in a picture of so many rows, whose first is the highest of these and whose last the lowest. */
export function rowsBetween(high: Units, low: Units, rows: number): RowOf {
  const range = high - low;
  if (range === 0n) return () => Math.floor(rows / 2);
  // To the nearest row, in whole numbers: an amount of any size is exact.
  return (balance) => Number((2n * (high - balance) * BigInt(rows - 1) + range) / (2n * range));
}

/** The column of each step; the last step has the last column. */
export function columnOf(step: number, last: number, columns: number): number {
  return last === 0 ? columns - 1 : Math.round((step * (columns - 1)) / last);
}

/**
 * The line as rows of characters. Between two points the balance stays what it was; where several points share a column,
 * the column reaches from their highest to their lowest.
 */
export function lineOf(
  points: readonly TracePoint<Units>[],
  rowOf: RowOf,
  { rows, columns, glyphs }: { rows: number; columns: number; glyphs: Glyphs },
): string[][] {
  const joined = Array.from({ length: rows }, () => new Uint8Array(columns));
  const last = points.at(-1)?.step ?? 0;
  let next = 0;
  let before: number | null = null;
  for (let column = 0; column < columns; column++) {
    const here: number[] = before === null ? [] : [before];
    for (; next < points.length && columnOf(points[next]!.step, last, columns) <= column; next++) {
      here.push(rowOf(points[next]!.balance));
    }
    if (here.length === 0) continue;
    const [top, bottom, out] = [Math.min(...here), Math.max(...here), here.at(-1)!];
    if (before !== null) joined[before]![column]! |= LEFT;
    joined[out]![column]! |= RIGHT;
    for (let row = top; row < bottom; row++) {
      joined[row]![column]! |= DOWN;
      joined[row + 1]![column]! |= UP;
    }
    before = out;
  }
  return joined.map((cells) => Array.from(cells, (sides) => glyphs.line[sides]!));
}
