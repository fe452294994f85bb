// Days as QIF has them, `29/12/2010`, `12/29'10`, ` 1/ 5/94`: whether day or month stands first is a matter of the whole file.
import type { DateOrder, DateOrderReason, DatesRead } from '../ledger/findings.ts';
import type { DecimalMark } from './bank-words.ts';

const DATE = /^(\d{1,4})[-/.](\d{1,2})([-/.'])(\d{1,4})$/;

/**
 * A number over 12 decides; else the order in which the days of the file go backwards less often; else a decimal comma or
 * a point between the numbers, which both belong to countries that put the day first; else month first, as Quicken does.
 */
export function dayOrderOf(
  dates: readonly string[],
  mark: DecimalMark,
): { order: DateOrder; because: DateOrderReason } {
  const decided = (dayFirst: boolean, because: DateOrderReason) => ({
    order: dayFirst ? ('day-first' as const) : ('month-first' as const),
    because,
  });
  const parts = dates.map(partsOf).filter((part) => part !== null && part[0] <= 31) as [number, number, string][];
  const dayFirst = parts.filter(([first]) => first > 12).length;
  const monthFirst = parts.filter(([, second]) => second > 12).length;
  if (dayFirst !== monthFirst)
    return decided(dayFirst > monthFirst, dayFirst && monthFirst ? 'most-exist' : 'only-one-exists');
  const [asDays, asMonths] = [turns(dates, 'day-first'), turns(dates, 'month-first')];
  if (asDays !== asMonths) return decided(asDays < asMonths, 'in-order');
  if (dates.some((date) => /^\d{1,2}\.\d/.test(date.trim()))) return decided(true, 'points');
  return mark === ',' ? decided(true, 'decimal-comma') : decided(false, 'nothing');
}

/** How dates that could be read either way were read; null where the file has none. */
export function datesRead(
  dates: readonly string[],
  decided: { order: DateOrder; because: DateOrderReason },
): DatesRead | null {
  const example = dates.find((date) => {
    const [first, second] = partsOf(date) ?? [99, 99];
    return first <= 12 && second <= 12 && first !== second;
  });
  const read = example && isoDate(example, decided.order);
  if (!example || !read) return null;
  const [year, month, day] = read.split('-') as [string, string, string];
  return { ...decided, example, read: [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-') };
}

/** `2010-12-29`, or null where it is no date. The day may not exist; that is for the clock to say. */
export function isoDate(text: string, order: DateOrder): string | null {
  const parts = partsOf(text);
  if (!parts) return null;
  const [first, second, third] = parts;
  if (first > 31) return iso(first, second, Number(third));
  const year =
    third.length === 4
      ? Number(third)
      : third.startsWith("'")
        ? 2000 + Number(third.slice(1))
        : centuryOf(Number(third));
  return order === 'day-first' ? iso(year, second, first) : iso(year, first, second);
}

const iso = (year: number, month: number, day: number): string => [String(year).padStart(4, '0'), month, day].join('-');

/** Two figures behind a slash were the 1900s in Quicken until it wrote an apostrophe; other programs went on with the slash. */
const centuryOf = (year: number): number => year + (year >= 70 ? 1900 : 2000);

/** The numbers as written; a year of two figures behind an apostrophe keeps it. */
function partsOf(text: string): [number, number, string] | null {
  const match = DATE.exec(text.replace(/\s+/g, ''));
  if (!match) return null;
  const [, first, second, between, last] = match;
  const third = between === "'" ? last!.padStart(2, '0') : last;
  if (first!.length > 2 ? first!.length !== 4 || third!.length > 2 : third!.length !== 2 && third!.length !== 4)
    return null;
  return [Number(first), Number(second), between === "'" && third!.length === 2 ? `'${third}` : third!];
}

/** How often a file that runs in one direction goes the other way, read in this order. */
function turns(dates: readonly string[], order: DateOrder): number {
  const days = dates.map((date) => isoDate(date, order)?.split('-').map(Number)).filter((day) => day !== undefined);
  const numbers = days.map(([year, month, day]) => year! * 372 + month! * 31 + day!);
  let [up, down] = [0, 0];
  for (let at = 1; at < numbers.length; at++) {
    if (numbers[at]! > numbers[at - 1]!) up++;
    if (numbers[at]! < numbers[at - 1]!) down++;
  }
  return Math.min(up, down);
}
