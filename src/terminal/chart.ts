// The balance of a stretch as a small picture: how it went, where it last agreed, what it should be and what is recorded.
import { formatAmount, type Units } from '../ledger/money.ts';
import { formatWallClock, type Moment } from '../ledger/time.ts';
import type { TracePoint } from '../ledger/trace.ts';
import { columnOf, type Glyphs, lineOf, rowsBetween } from './chart-line.ts';
import { NARROWEST } from './drawn.ts';
import type { Paint } from './paint.ts';
import { displayWidth, padEnd, wrap } from './width.ts';

export interface ChartData {
  /** In order of time, the expected balance last; at least one. */
  points: readonly TracePoint<Units>[];
  /** Which point is the last reading that agreed, if any. */
  agreed: number | null;
  expected: Units;
  recorded: Units;
  currency: string;
  /** When the first point, the agreeing one and the last were. */
  times: { first: Moment; agreed: Moment | null; last: Moment };
}

export interface ChartWords {
  /** With its exact amount and its time. */
  agreed(amount: string, time: string): string;
  expected: string;
  recorded: string;
  /** Said where the two balances at the end would fall on one row. */
  enlarged: string;
}

export interface ChartStyle {
  width: number;
  glyphs: Glyphs;
  paint: Paint;
}

const ROWS = 7;
const INDENT = 2;
const FEWEST_COLUMNS = 20;
/** A step is drawn no wider than this. */
const WIDEST_STEP = 6;

/** How much stands beside the picture: amounts at its left, words at its right. */
interface Layout {
  amounts: boolean;
  words: boolean;
}

/** The lines of the picture, none wider than `width`; none at all where that is less than NARROWEST. */
export function chart(data: ChartData, words: ChartWords, style: ChartStyle): string[] {
  if (style.width < NARROWEST || data.points.length === 0) return [];
  const { points, agreed, expected, recorded, currency } = data;
  const { glyphs, paint, width } = style;
  const values = [...points.map(({ balance }) => balance), expected, recorded];
  const [high, low] = [values.reduce((a, b) => (a > b ? a : b)), values.reduce((a, b) => (a < b ? a : b))];
  const scale = rowsBetween(high, low, ROWS);
  const enlarged = scale(expected) === scale(recorded);
  const [above, below] = enlarged ? roomFor(scale(expected), recorded > expected) : [0, 0];
  const rows = ROWS + above + below;
  const rowOf = (balance: Units) => scale(balance) + above;
  const expectedRow = rowOf(expected);
  const recordedRow = enlarged ? expectedRow + (recorded > expected ? -1 : 1) : rowOf(recorded);

  const reading = agreed === null ? null : points[agreed]!;
  const marked = [
    [recordedRow, recorded],
    [expectedRow, expected],
    [rowOf(high), high],
    [rowOf(low), low],
    ...(reading ? [[rowOf(reading.balance), reading.balance] as const] : []),
  ] as const;
  const amountAt = new Map<number, Units>();
  for (const [row, units] of marked) if (!amountAt.has(row)) amountAt.set(row, units);
  const amounts = atThePoint([...amountAt].map(([row, units]) => [row, formatAmount(units, currency)]));

  const beside = Math.max(displayWidth(words.expected), displayWidth(words.recorded)) + 1;
  const layout = layoutFor(width - INDENT - 2, amounts.width + 1, beside);
  const left = INDENT + (layout.amounts ? amounts.width + 1 : 0);
  const room = width - left - 2 - (layout.words ? beside : 0);
  const last = points.at(-1)!.step;
  const columns = Math.min(room, Math.max(FEWEST_COLUMNS, last * WIDEST_STEP + 1));
  const line = lineOf(points, rowOf, { rows, columns, glyphs });
  const agreedColumn = reading && columnOf(reading.step, last, columns);
  if (reading) line[rowOf(reading.balance)]![agreedColumn!] = paint.good(glyphs.agreed);

  const lines = line.map((cells, row) => {
    const amount = layout.amounts ? `${amounts.at.get(row) ?? ' '.repeat(amounts.width)} ` : '';
    const axis = layout.amounts && amounts.at.has(row) ? glyphs.axis.tick : glyphs.axis.side;
    const word = (text: string) => (layout.words ? ` ${text}` : '');
    const end =
      row === recordedRow
        ? paint.bad(glyphs.recorded + word(words.recorded))
        : row === expectedRow
          ? glyphs.expected + word(words.expected)
          : '';
    const body = cells.join('');
    const side = row === recordedRow ? paint.bad(amount) : paint.quiet(amount);
    return `${' '.repeat(INDENT)}${amount && side}${paint.frame(axis)}${end ? body + end : body.trimEnd()}`;
  });
  const ticks = labelled(data.times, { start: left + 1, agreed: agreedColumn, end: columns, width });
  const floor = Array.from({ length: columns + 1 }, (_, at) =>
    ticks.some(({ column }) => column === at) ? glyphs.axis.mark : glyphs.axis.floor,
  );
  lines.push(`${' '.repeat(left)}${paint.frame(glyphs.axis.corner + floor.join(''))}`);
  lines.push(paint.quiet(ticks.reduce((text, { at, label }) => padEnd(text, at) + label, '')));
  return [...lines, ...legend(data, words, layout, style), ...(enlarged ? note(words.enlarged, style) : [])];
}

/** A row more, above or below, where the recorded balance would leave the picture. */
function roomFor(row: number, higher: boolean): [above: number, below: number] {
  if (higher) return [row === 0 ? 1 : 0, 0];
  return [0, row === ROWS - 1 ? 1 : 0];
}

function layoutFor(room: number, amounts: number, words: number): Layout {
  if (room - amounts - words >= FEWEST_COLUMNS) return { amounts: true, words: true };
  if (room - amounts >= FEWEST_COLUMNS) return { amounts: true, words: false };
  return { amounts: false, words: true };
}

/** Amounts under each other at their decimal points. */
function atThePoint(amounts: readonly (readonly [number, string])[]) {
  const fraction = (text: string) => (text.includes('.') ? text.length - text.indexOf('.') : 0);
  const longest = Math.max(...amounts.map(([, text]) => fraction(text)));
  const padded = amounts.map(([row, text]) => [row, text + ' '.repeat(longest - fraction(text))] as const);
  const width = Math.max(...padded.map(([, text]) => text.length));
  return { width, at: new Map(padded.map(([row, text]) => [row, text.padStart(width)])) };
}

interface Tick {
  /** The column of the picture that it stands under. */
  column: number;
  /** Where its label begins on the line. */
  at: number;
  label: string;
}

/** The dates under the picture, as many as there is room for: the last before the agreeing one, that before the first. */
function labelled(
  times: ChartData['times'],
  { start, agreed, end, width }: { start: number; agreed: number | null; end: number; width: number },
): Tick[] {
  const labels = [times.first, times.agreed ?? times.first, times.last].map(formatWallClock);
  const sameDay = new Set(labels.slice(1).map((label) => label.slice(0, 10))).size < 2;
  const [first, middle, last] = labels.map((label) => label.slice(0, sameDay ? 16 : 10)) as [string, string, string];
  const ticks: Tick[] = [];
  let limit = width;
  const place = (column: number, label: string) => {
    const at = Math.min(Math.max(INDENT, start + column - Math.floor(label.length / 2)), limit - label.length);
    if (at < INDENT) return;
    ticks.unshift({ column, at, label });
    limit = at - 2;
  };
  place(end, last);
  if (agreed !== null) place(agreed, middle);
  if (agreed !== 0) place(0, first);
  return ticks;
}

/** What the signs mean, as far as the picture does not say it itself. */
function legend(data: ChartData, words: ChartWords, layout: Layout, style: ChartStyle): string[] {
  const { glyphs, paint } = style;
  const { times, currency } = data;
  const money = (units: Units) => `${formatAmount(units, currency)} ${currency}`;
  const lines: string[] = [];
  if (data.agreed !== null && times.agreed) {
    const text = words.agreed(money(data.points[data.agreed]!.balance), formatWallClock(times.agreed));
    const [first, ...more] = wrap(`${glyphs.agreed} ${text}`, style.width - INDENT, 2);
    lines.push(
      first!.replace(glyphs.agreed, () => paint.good(glyphs.agreed)),
      ...more,
    );
  }
  if (!layout.words || !layout.amounts) {
    const exact = (units: Units) => (layout.amounts ? '' : `  ${money(units)}`);
    lines.push(`${glyphs.expected} ${words.expected}${exact(data.expected)}`);
    lines.push(paint.bad(`${glyphs.recorded} ${words.recorded}${exact(data.recorded)}`));
  }
  return lines.map((line) => `${' '.repeat(INDENT)}${line}`);
}

function note(text: string, { width, paint }: ChartStyle): string[] {
  return wrap(text, width - INDENT).map((line) => `${' '.repeat(INDENT)}${paint.quiet(line)}`);
}
