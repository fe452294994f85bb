// Tables that line up with Chinese in them, and fit the width there is. Every cell is cleaned here.
import { cleanForTerminal } from './clean.ts';
import { displayWidth, padEnd, wrap } from './width.ts';

export interface Column {
  title: string;
  align?: 'left' | 'right';
  /** The fewest columns it may be shrunk to; without it, it keeps its full width. */
  min?: number;
  /** A shorter form of a cell, taken where the table is too wide, before any column is left out. */
  brief?: (cell: string) => string;
  /** A cell too long for its column goes on in the next line; without it, it is cut with `…`. */
  wrap?: boolean;
  /** May be left out where the table is too wide all the same; the lowest number goes first, and is shrunk first. */
  drop?: number;
  /** Colours a finished cell. */
  paint?: (text: string) => string;
}

const GAP = '  ';

/** The lines of a table, its heading first (left out where no column has a title), none wider than `width` if it can be. */
export function table(rows: readonly (readonly string[])[], columns: readonly Column[], width: number): string[] {
  let shown = columns.map((column, i) =>
    fit(
      column,
      rows.map((row) => cleanForTerminal(row[i] ?? '')),
    ),
  );
  if (leastWidth(shown) > width) {
    shown = shown.map((one) => (one.column.brief ? fit(one.column, one.cells.map(one.column.brief)) : one));
  }
  while (leastWidth(shown) > width) {
    const [spare] = shown.filter(({ column }) => column.drop !== undefined).sort(byDrop);
    if (!spare) break;
    shown = shown.filter((one) => one !== spare);
  }
  shrink(shown, width - GAP.length * (shown.length - 1));
  const heading = shown.map((one) => ({ ...one, column: { ...one.column, paint: undefined } }));
  return [
    ...(shown.some(({ column }) => column.title) ? render(heading, (one) => one.column.title) : []),
    ...rows.flatMap((_, row) => render(shown, ({ cells }) => cells[row]!)),
  ];
}

/** A column with its cells, and how wide it is drawn. */
interface Fitted {
  column: Column;
  cells: string[];
  width: number;
}

function fit(column: Column, cells: string[]): Fitted {
  return {
    column,
    cells,
    width: cells.reduce((most, cell) => Math.max(most, displayWidth(cell)), displayWidth(column.title)),
  };
}

/** The columns of the terminal that are needed where everything is as narrow as it may be. */
function leastWidth(shown: readonly Fitted[]): number {
  return shown.reduce(
    (sum, { width: full, column: { min = full } }) => sum + Math.min(min, full) + GAP.length,
    -GAP.length,
  );
}

/** The column that matters least first. */
function byDrop(a: Fitted, b: Fitted): number {
  return (a.column.drop ?? Number.POSITIVE_INFINITY) - (b.column.drop ?? Number.POSITIVE_INFINITY) || 0;
}

/** Takes columns of the terminal from the least needed column that may shrink (of several, the widest) until all fit. */
function shrink(shown: Fitted[], room: number): void {
  for (let excess = shown.reduce((sum, { width }) => sum + width, 0) - room; excess > 0; excess--) {
    const able = shown.filter(({ column: { min }, width }) => min !== undefined && width > min).sort(byDrop);
    const least = able.filter((one) => byDrop(one, able[0]!) === 0);
    if (least.length === 0) return;
    least.reduce((widest, one) => (one.width > widest.width ? one : widest)).width--;
  }
}

/** One row, of as many lines as its highest cell. */
function render(shown: readonly Fitted[], textOf: (one: Fitted) => string): string[] {
  const cells = shown.map((one) =>
    one.column.wrap ? wrapHard(textOf(one), one.width) : [cut(textOf(one), one.width)],
  );
  return Array.from({ length: Math.max(...cells.map((lines) => lines.length)) }, (_, line) => {
    const parts = shown.map(({ column: { align, paint }, width }, i) => {
      const text = cells[i]![line] ?? '';
      const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
      const painted = text && paint ? paint(text) : text;
      return align === 'right' ? space + painted : painted + space;
    });
    return parts.join(GAP).trimEnd();
  });
}

/** `text` cut to `width` columns, with `…` where something is missing. */
export function cut(text: string, width: number): string {
  return displayWidth(text) <= width ? text : `${beginning(text, width - 1).trimEnd()}…`;
}

/** As much of `text` from its beginning as `width` columns hold, in whole characters. */
function beginning(text: string, width: number): string {
  let kept = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += displayWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return kept;
}

/** As `wrap`, and a word longer than the width is broken too. */
function wrapHard(text: string, width: number): string[] {
  return wrap(text, width).flatMap((line) => {
    const lines: string[] = [];
    let rest = line;
    while (displayWidth(rest) > width) {
      const head = beginning(rest, width);
      if (!head) break;
      lines.push(head);
      rest = rest.slice(head.length);
    }
    return [...lines, rest];
  });
}

/** Lines of `name  value`, the values lined up, long ones wrapped under themselves. */
export function pairs(rows: readonly (readonly [string, string])[], width: number, indent = 0): string[] {
  const names = Math.max(...rows.map(([name]) => displayWidth(name)));
  const left = ' '.repeat(indent);
  return rows.flatMap(([name, value]) => {
    const room = Math.max(12, width - names - GAP.length - indent);
    return wrapHard(cleanForTerminal(value), room).map((line, i) => {
      return `${left}${padEnd(i === 0 ? name : '', names)}${GAP}${line}`.trimEnd();
    });
  });
}
