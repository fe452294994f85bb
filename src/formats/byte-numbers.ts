// Plain decimals and ISO times read from bytes: the common forms only. Whatever else stands there is NaN, and is then
// read as text by the one definition (note-rows.ts).
import type { ZoneOffset } from '../ledger/time.ts';

export const POWERS = Array.from({ length: 16 }, (_, i) => 10 ** i);

/** Larger counts than this are left to bigints. */
export const LARGEST = 2 ** 46;

/**
 * `-123.45` at scale 2 is −12345. NaN where it is not a plain decimal of at most 15 digits, has more fraction digits
 * than `scale`, or is too large.
 */
export function decimalAt(bytes: Uint8Array, start: number, end: number, scale: number): number {
  let at = start;
  let negative = false;
  const first = bytes[at];
  if (first === 45 || first === 43) {
    negative = first === 45;
    at++;
  }
  if (end - at > 16 || end <= at) return Number.NaN;
  let value = 0;
  let point = -1;
  for (; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (digit === -2 && point < 0 && at + 1 < end && isDigit(bytes[at - 1]!)) point = at;
    else return Number.NaN;
  }
  const fraction = point < 0 ? 0 : end - point - 1;
  if (fraction > scale) return Number.NaN;
  value *= POWERS[scale - fraction]!;
  return value > LARGEST ? Number.NaN : negative ? -value : value;
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

/** Reads `2026-03-01T09:00:00+08:00`, `…Z`, and the same without an offset (then `zone` says it); NaN for other forms. */
export class IsoTimes {
  private readonly day = new Uint8Array(10);
  private midnight = Number.NaN;

  constructor(private readonly zone: ZoneOffset) {}

  /** Milliseconds since the epoch. */
  epochAt(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length < 19 || length > 25) return Number.NaN;
    const separator = bytes[start + 10];
    if (separator !== 84 && separator !== 32) return Number.NaN;
    for (let i = 0; i < 10; i++) {
      if (bytes[start + i] !== this.day[i]) {
        this.readDay(bytes, start);
        break;
      }
    }
    const hour = two(bytes, start + 11);
    const minute = two(bytes, start + 14);
    const second = two(bytes, start + 17);
    if (bytes[start + 13] !== 58 || bytes[start + 16] !== 58) return Number.NaN;
    if (!(hour <= 23 && minute <= 59 && second <= 59)) return Number.NaN;
    const wall = this.midnight + ((hour * 60 + minute) * 60 + second) * 1000;
    if (length === 19) return Number.isNaN(wall) ? wall : wall - this.zone(wall) * 60_000;
    if (length === 20 && bytes[start + 19] === 90) return wall;
    const sign = bytes[start + 19];
    if (length !== 25 || (sign !== 43 && sign !== 45) || bytes[start + 22] !== 58) return Number.NaN;
    const offset = two(bytes, start + 20) * 60 + two(bytes, start + 23);
    if (!(offset <= 14 * 60)) return Number.NaN;
    return wall - (sign === 43 ? offset : -offset) * 60_000;
  }

  private readDay(bytes: Uint8Array, start: number): void {
    for (let i = 0; i < 10; i++) this.day[i] = bytes[start + i]!;
    const year = two(bytes, start) * 100 + two(bytes, start + 2);
    const month = two(bytes, start + 5);
    const day = two(bytes, start + 8);
    const dashes = bytes[start + 4] === 45 && bytes[start + 7] === 45;
    this.midnight = dashes ? midnightOf(year, month, day) : Number.NaN;
  }
}

/** When a day from 1970 on begins, as if in UTC; NaN where there is no such day. */
export function midnightOf(year: number, month: number, day: number): number {
  const midnight = Date.UTC(year, month - 1, day);
  const exists = year >= 1970 && month >= 1 && month <= 12 && new Date(midnight).getUTCDate() === day;
  return exists ? midnight : Number.NaN;
}

/** Two digits, or NaN. */
function two(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 48;
  const ones = bytes[at + 1]! - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
