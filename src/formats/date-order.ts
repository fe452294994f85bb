// Whether day or month comes first in a column of dates such as 03/04/2026: a matter of the whole column.
import type { DateOrder, DateOrderReason, DatesRead } from '../ledger/findings.ts';
import { fullYear, NUMERIC, narrow } from './cell-times.ts';

/** An order of day and month with what speaks for it. */
export interface DecidedOrder {
  order: DateOrder;
  because: DateOrderReason;
}

/** The first date in a column that could be read either way, as it is written, and the days that it may be. */
export function eitherWay(cells: Iterable<string>): { example: string; read: Record<DateOrder, string> } | null {
  for (const cell of cells) {
    if (/^\d{4}/.test(cell)) continue;
    const [, first, dot, second, year] = NUMERIC.exec(narrow(cell)) ?? [];
    if (first === undefined || Number(first) === Number(second) || Number(first) > 12 || Number(second) > 12) continue;
    const day = (month: string, of: string) => `${fullYear(year!)}-${month.padStart(2, '0')}-${of.padStart(2, '0')}`;
    const read = { 'day-first': day(second!, first), 'month-first': day(first, second!) };
    return { example: [first, second, year].join(dot), read };
  }
  return null;
}

/**
 * The order for all date columns of a file: the one that was asked for, else what the first of them tells, else `usual`; and
 * how dates that could be read either way are read by it, where there are any.
 */
export function settledOrder(
  columns: readonly (() => Iterable<string>)[],
  asked: DateOrder | undefined,
  usual: () => DecidedOrder = () => ({ order: 'day-first', because: 'nothing' }),
): { order: DateOrder; dates: DatesRead | null } {
  const told = () => columns.map((cells) => dateOrderOf(cells())).find((one) => one !== null);
  const decided: DecidedOrder = asked ? { order: asked, because: 'asked' } : (told() ?? usual());
  const open = columns.map((cells) => eitherWay(cells())).find((one) => one !== null);
  const dates = open ? { ...decided, example: open.example, read: open.read[decided.order] } : null;
  return { order: decided.order, dates };
}

/**
 * Which of day and month comes first in a column of dates such as 03/04/2026: what only one order can read; else the
 * order in which the column runs one way, or spans the shorter time; null where there is nothing to tell it by.
 */
export function dateOrderOf(cells: Iterable<string>): DecidedOrder | null {
  const dates: [number, number, number][] = [];
  let dotted = false;
  for (const cell of cells) {
    const match = NUMERIC.exec(narrow(cell));
    if (!match) continue;
    const [, first, dot, second, year] = match;
    dotted ||= dot === '.';
    dates.push([Number(first), Number(second), fullYear(year!)]);
  }
  if (dates.length === 0) return null;
  const decided = (dayFirst: boolean, because: DateOrderReason): DecidedOrder => ({
    order: dayFirst ? 'day-first' : 'month-first',
    because,
  });
  if (dotted) return decided(true, 'points');
  const high = [0, 1].map((place) => dates.filter((parts) => parts[place]! > 12).length) as [number, number];
  if (high[0] !== high[1]) {
    return decided(high[0] > high[1], high[0] && high[1] ? 'most-exist' : 'only-one-exists');
  }
  const dayFirst = dates.map(([day, month, year]) => Date.UTC(year, month - 1, day));
  const monthFirst = dates.map(([month, day, year]) => Date.UTC(year, month - 1, day));
  const turns = turnings(dayFirst) - turnings(monthFirst);
  if (turns !== 0) return decided(turns < 0, 'in-order');
  const span = spanOf(dayFirst) - spanOf(monthFirst);
  return span === 0 ? null : decided(span < 0, 'shorter-period');
}

/** How often a column changes between running upwards and downwards. */
function turnings(times: readonly number[]): number {
  let turns = 0;
  let direction = 0;
  for (let at = 1; at < times.length; at++) {
    const step = Math.sign(times[at]! - times[at - 1]!);
    if (step !== 0 && direction !== 0 && step !== direction) turns++;
    if (step !== 0) direction = step;
  }
  return turns;
}

function spanOf(times: readonly number[]): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    low = Math.min(low, time);
    high = Math.max(high, time);
  }
  return high - low;
}
