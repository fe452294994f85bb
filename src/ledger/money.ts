// Exact money: an amount is a whole number of the smallest unit okhelp can record, 10^-18 of its currency.

/** Fraction digits of the smallest unit; a token such as ETH has that many, no currency has more. */
export const SCALE = 18;

/** A count of 10^-18 of a currency. Plain `+`, `-` and `===` are exact on it; the currency stands beside it in the note. */
export type Units = bigint;

const UNIT = 10n ** BigInt(SCALE);

/** ISO 4217 currencies whose usual number of fraction digits is not 2 (list one, 2024-06), and tokens by their contracts' decimals. */
const FRACTION_DIGITS: Record<string, number> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
}; // prettier-ignore

/** How many fraction digits `currency` is usually written with; 2 where the code is not known. */
export function fractionDigits(currency: string): number {
  return FRACTION_DIGITS[currency] ?? 2;
}

/** An amount as it was written: its value, and whether a sign stood before it. */
export interface WrittenAmount {
  units: Units;
  signed: boolean;
}

const WRITTEN = /^([+\-−－])?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,18}))?$/;

/**
 * Reads an exact decimal: optional sign (`+`, `-`, `−`), digits, thousands commas in groups of three, up to 18 fraction
 * digits. Returns null for everything else: an unreadable amount is never zero.
 */
export function parseAmount(text: string): WrittenAmount | null {
  const plain = plainAmount(text);
  if (plain) return plain;
  const match = WRITTEN.exec(text.trim());
  if (!match) return null;
  const [, sign, whole, fraction = ''] = match;
  const magnitude = BigInt(whole!.replaceAll(',', '') + fraction.padEnd(SCALE, '0'));
  return { units: sign && sign !== '+' ? -magnitude : magnitude, signed: sign !== undefined };
}

/** Bigints by the number of fraction digits that a text had. */
const POWERS = Array.from({ length: SCALE + 1 }, (_, digits) => 10n ** BigInt(SCALE - digits));

/** What nearly every amount is: `-128.50`, few enough digits to be exact in a plain number; null for any other text. */
function plainAmount(text: string): WrittenAmount | null {
  const first = text.charCodeAt(0);
  const signed = first === 45 || first === 43;
  const start = signed ? 1 : 0;
  if (text.length - start > 15) return null;
  let value = 0;
  let point = -1;
  for (let at = start; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (digit === -2 && point < 0 && at > start) point = at;
    else return null;
  }
  if (text.length === start || point === text.length - 1) return null;
  const units = BigInt(first === 45 ? -value : value) * POWERS[point < 0 ? 0 : text.length - point - 1]!;
  return { units, signed };
}

/**
 * Writes an amount as a plain decimal with `.`: at least the currency's usual fraction digits, more where the amount has
 * them, never rounded. `plus: true` puts `+` before what is not negative.
 */
export function formatAmount(units: Units, currency: string, options: { plus?: boolean } = {}): string {
  const magnitude = units < 0n ? -units : units;
  if (!options.plus && magnitude < MOST_CENTS && fractionDigits(currency) === 2 && magnitude % CENT === 0n) {
    const cents = String(Number(units / CENT));
    if (magnitude >= UNIT) return `${cents.slice(0, -2)}.${cents.slice(-2)}`;
  }
  const fraction = (magnitude % UNIT).toString().padStart(SCALE, '0').replace(/0+$/, '');
  const digits = fraction.padEnd(fractionDigits(currency), '0');
  const sign = units < 0n ? '-' : options.plus ? '+' : '';
  return `${sign}${magnitude / UNIT}${digits ? `.${digits}` : ''}`;
}

const CENT = UNIT / 100n;

/** Below this an amount is exact as a plain number of cents. */
const MOST_CENTS = BigInt(Number.MAX_SAFE_INTEGER) * CENT;

/** A currency code as okhelp keeps it (upper case), or null where the text is not one: `CNY`, `USDT`, `USDC.E`. */
export function parseCurrency(text: string): string | null {
  const code = text.trim().toUpperCase();
  return /^[A-Z][A-Z0-9.]{1,11}$/.test(code) ? code : null;
}
