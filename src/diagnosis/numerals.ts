// Numbers in Chinese characters, or in digits before 万 or 千, as digits: 两百 is 200, 两万五 is 25000, 1.2万 is 12000.

const DIGITS: Record<string, number> = Object.fromEntries(
  [...'零一二三四五六七八九'].map((sign, value) => [sign, value]),
);
Object.assign(DIGITS, { 〇: 0, 两: 2, 俩: 2 });
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const ZEROS: Record<string, number> = { 百: 2, 千: 3, k: 3, w: 4, 万: 4, 亿: 8 };

/** A run of signs that may be a number. */
export const NUMERAL = '[零〇一二两俩三四五六七八九十百千万亿]+';
/** Digits with a unit behind them. */
export const UNIT_NUMBER = String.raw`\d{1,9}(?:\.\d{1,8})?\s?[百千万亿kw]`;

/** Digits and units by turns: 1万2, 1千5百, 2万3千, 1万2000. */
export const MIXED_NUMBER = String.raw`\d{1,4}(?:[百千万]\d{1,4})+[百千]?`;

/** `1万2` as `12000`, `1千5百` as `1500`; null where it writes no number. */
export function readMixedNumber(text: string): string | null {
  let whole = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const [, digits = '', unit] of text.matchAll(/(\d{1,4})([百千万])?/g)) {
    const size = unit
      ? 10 ** ZEROS[unit]!
      : digits.length === 1
        ? last / 10
        : digits.length === String(last).length - 1
          ? 1
          : null;
    if (size === null || size >= last || Number(digits) * size >= last) return null;
    whole += Number(digits) * size;
    last = size;
  }
  return String(whole);
}

/** The whole number that the signs write; null where they write none (`万一`, `百千`). A last digit stands for the next lower unit. */
export function readNumeral(text: string): number | null {
  if (/^[零〇一二两三四五六七八九]+$/.test(text)) return text.length === 1 ? DIGITS[text]! : null;
  let whole = 0;
  let part = 0;
  let digit: number | null = null;
  let last = Number.POSITIVE_INFINITY;
  for (const [i, sign] of [...text].entries()) {
    const unit = UNITS[sign];
    if (sign === '万' || sign === '亿') {
      const size = 10 ** ZEROS[sign]!;
      part += digit ?? 0;
      if (part === 0 || (whole > 0 && sign === '亿')) return null;
      [whole, part, digit, last] = [(whole + part) * size, 0, null, size];
    } else if (unit !== undefined) {
      if (digit === null && !(unit === 10 && (i === 0 || text[i - 1] === '零'))) return null;
      part += (digit ?? 1) * unit;
      [digit, last] = [null, unit];
    } else if (digit !== null && digit !== 0) return null;
    else {
      digit = DIGITS[sign]!;
      if (digit === 0) last = 10;
    }
  }
  // 两万五 is 25000 and 一百二 is 120; 两万零五 is 20005.
  const ending = digit === null ? 0 : digit * (last > 10 && Number.isFinite(last) ? last / 10 : 1);
  return whole + part + ending;
}

/** `1.2万` as `12000`, by moving the point; null where a part of one would be left over. */
export function readUnitNumber(text: string): string | null {
  const match = /^(\d+)(?:\.(\d+))?\s?([百千万亿kw])$/i.exec(text);
  if (!match) return null;
  const [, whole, fraction = '', unit] = match;
  const zeros = ZEROS[unit!.toLowerCase()]!;
  return fraction.length > zeros ? null : String(BigInt(whole! + fraction.padEnd(zeros, '0')));
}
