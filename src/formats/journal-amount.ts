// Amounts in a plain-text journal: a number, a commodity before or behind it, a sign in either place.
import { parseAmount, parseCurrency, SCALE, type Units } from '../ledger/money.ts';
import type { DecimalMark } from './bank-words.ts';

export interface JournalAmount {
  units: Units;
  /** As written, quotes taken off; empty where none stands there. */
  commodity: string;
  /** Fraction digits as written. */
  digits: number;
}

/** What the other postings must balance: 10^-36 of a commodity, so that amount × price is exact. */
export interface Weight {
  fine: bigint;
  commodity: string;
}

const SYMBOL = String.raw`"[^"]*"|[^\s\d"'.,;+\-*/@={}()[\]<>|&!]+`;
const AMOUNT = new RegExp(
  String.raw`^([+-]?)\s*(?:(${SYMBOL})\s*)?([+-]?)\s*((?:\d(?:[\d.,_']|[ \u00a0](?=\d))*)|\.\d+)\s*(${SYMBOL})?$`,
);

const SIGNS: Record<string, string> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  元: 'CNY',
  '₩': 'KRW',
  '₹': 'INR',
  '₽': 'RUB',
  '฿': 'THB',
  NT$: 'TWD',
  HK$: 'HKD',
  S$: 'SGD',
  US$: 'USD',
};

/**
 * Reads an amount, or null where it is none. `markOf` says which mark divides the fraction of a commodity; where it does
 * not know, an amount's last mark does, unless it repeats (hledger's rule: `1,000` alone is one).
 */
export function readJournalAmount(
  text: string,
  markOf: (commodity: string) => DecimalMark | null,
): JournalAmount | null {
  const match = AMOUNT.exec(text.trim());
  if (!match) return null;
  const [, before, left, inner, number, right] = match;
  if ((before && inner) || (left && right)) return null;
  const commodity = (left ?? right ?? '').replace(/^"|"$/g, '');
  const plain = decimalOf(number!.replace(/[\s\u00a0_']/g, ''), markOf(commodity));
  const value = plain === null ? null : parseAmount(plain);
  if (!value) return null;
  const negative = (before || inner) === '-';
  return { units: negative ? -value.units : value.units, commodity, digits: plain!.split('.')[1]?.length ?? 0 };
}

/** `1.000,50` → `1000.50` where the comma divides; null where the marks make no sense. */
function decimalOf(number: string, known: DecimalMark | null): string | null {
  const marks = number.replace(/\d/g, '');
  const last = marks.at(-1) as DecimalMark | undefined;
  const other = (sign: DecimalMark): DecimalMark => (sign === '.' ? ',' : '.');
  const repeats = marks.length > 1 && new Set(marks).size === 1;
  const mark = known ?? (last === undefined ? '.' : repeats ? other(last) : last);
  const [whole = '', ...rest] = number.split(mark);
  if (rest.length > 1 || rest[0]?.includes(other(mark))) return null;
  const digits = whole.replaceAll(other(mark), '');
  return `${digits || '0'}${rest[0] ? `.${rest[0]}` : ''}`;
}

/** The code of a commodity as okhelp keeps it: symbols that can mean one currency only, `¥` by the user's own. */
export function currencyOf(commodity: string, usual: string): string | null {
  if (!commodity) return usual;
  if (/^[¥￥]$/.test(commodity)) return usual === 'JPY' ? 'JPY' : 'CNY';
  return (Object.hasOwn(SIGNS, commodity) ? SIGNS[commodity]! : null) ?? parseCurrency(commodity);
}

const FINE = 10n ** BigInt(SCALE);

export const weightOf = ({ units, commodity }: JournalAmount): Weight => ({ fine: units * FINE, commodity });

/** At a price for each, or for all of it (whose sign is the amount's). */
export function weightAt(amount: JournalAmount, price: JournalAmount, total: boolean): Weight {
  const size = price.units < 0n ? -price.units : price.units;
  return {
    fine: total ? (amount.units < 0n ? -size : size) * FINE : amount.units * price.units,
    commodity: price.commodity,
  };
}

/** The amount of a weight: exact, or rounded half to even to `digits` where they are given; null where it is not exact. */
export function amountOfWeight({ fine, commodity }: Weight, digits: number | null): JournalAmount | null {
  const step = FINE * 10n ** BigInt(SCALE - Math.min(digits ?? SCALE, SCALE));
  const size = fine < 0n ? -fine : fine;
  const [whole, rest] = [size / step, size % step];
  if (rest !== 0n && digits === null) return null;
  const up = rest * 2n > step || (rest * 2n === step && whole % 2n === 1n);
  const rounded = ((whole + (up ? 1n : 0n)) * step) / FINE;
  return { units: fine < 0n ? -rounded : rounded, commodity, digits: digits ?? 0 };
}
