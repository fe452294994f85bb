// An amount as statements write it, read exactly, or not at all.
import { SCALE, type Units } from '../ledger/money.ts';

/** Which sign stands before the fraction in a column: `1,234.56` or `1.234,56`. */
export type DecimalStyle = 'point' | 'comma';

export interface CellAmount {
  units: Units;
  /** A sign, parentheses, or a mark such as DR or CR stood at it. */
  signed: boolean;
  /** A code or sign of a currency at it, as written in capitals: `EUR`, `$`, `¥`, `HK$`; empty where there is none. */
  mark: string;
  /** Words in brackets behind the number, such as a refund that the cell tells of. */
  remark: string;
}

const MINUS = /[−－–—‐‑﹣]/g;
const BLANK = /[\s\u00a0\u2007\u2009\u202f]+/g;
const CREDIT = /^(CR|C|H)$/i;
const DEBIT = /^(DR|DB|D|S)$/i;

/**
 * Reads an amount: signs of currencies and ISO codes before or behind it, thousands separators of all kinds, full-width
 * digits, accountants' parentheses, a minus or DR/CR (Soll/Haben) behind, `+ $73.01`, leading zeros, `6800,`. `style`
 * decides what a single separator before three digits is; without it a comma there parts thousands, a point a fraction.
 * Null for everything else, also for an empty cell.
 */
export function readAmount(text: string, style?: DecimalStyle): CellAmount | null {
  let rest = /[\uff01-\uff5e\uffe0-\uffe6]/.test(text) ? text.normalize('NFKC') : text;
  rest = rest.replace(MINUS, '-').replace(BLANK, ' ').trim();
  let sign = 0;
  const inParentheses = /^\(([^()]*)\)$/.exec(rest) ?? /^([^\d()]{0,4})\((\d[^()]*)\)$/.exec(rest);
  if (inParentheses) {
    sign = -1;
    rest = inParentheses.slice(1).join('').trim();
  }
  let remark = '';
  const behind = /^(.*\d[^()]*?)\s*\(([^()]*)\)$/.exec(rest);
  if (behind && !inParentheses) [, rest, remark] = behind as unknown as [string, string, string];
  const parts = /^(\D*?)([.,]?\d[\d.,' ’٬]*(?:e[+-]?\d{1,2})?)(\D*)$/i.exec(rest);
  if (!parts) return null;
  const [, before, number, after] = parts as unknown as [string, string, string, string];
  const ahead = affix(before);
  const trailing = affix(after);
  if (!ahead || !trailing || (ahead.mark && trailing.mark && ahead.mark !== trailing.mark)) return null;
  const signs = [sign, ahead.sign, trailing.sign].filter((one) => one !== 0);
  if (signs.length > 1) return null;
  const magnitude = readDigits(number.trim(), style);
  if (magnitude === null) return null;
  return {
    units: signs[0] === -1 ? -magnitude : magnitude,
    signed: signs.length > 0,
    mark: ahead.mark || trailing.mark,
    remark,
  };
}

/** What stands before or behind the digits: a sign, a currency, or both. */
function affix(text: string): { sign: -1 | 0 | 1; mark: string } | null {
  const [, before, word, after] = /^\s*([+-]?)\s*([^\s+-]*)\s*([+-]?)\s*$/.exec(text) ?? [];
  if (before === undefined || (before && after)) return null;
  const written = before || after;
  const sign = written === '-' ? -1 : written === '+' ? 1 : 0;
  if (!word) return { sign, mark: '' };
  if (CREDIT.test(word) || DEBIT.test(word)) return sign ? null : { sign: DEBIT.test(word) ? -1 : 1, mark: '' };
  const mark = word.replace(/\.$/, '').toUpperCase();
  const known = /^(?:[A-Z]{1,2}\$|\p{Sc})$/u.test(mark) || SIGNS[mark] !== undefined || isCode(mark);
  return known ? { sign, mark } : null;
}

const TOKENS = /^(?:USD[TC]|BUSD|DAI|XBT|BTC|ETH|LTC|TRX|BNB|SOL|XRP|ADA|DOT|DOGE)$/;
let codes: Set<string> | undefined;

/** Codes that may stand at an amount; other words there make it none. */
function isCode(mark: string): boolean {
  codes ??= new Set(Intl.supportedValuesOf('currency'));
  return codes.has(mark) || TOKENS.test(mark);
}

const HUNDREDTH = 10n ** BigInt(SCALE - 2);

/** The digits as a count of the smallest unit; null where the separators stand as in no number. */
function readDigits(number: string, style: DecimalStyle | undefined): Units | null {
  const plain = /^(\d{1,15})\.(\d\d)$/.exec(number);
  if (plain) return BigInt(plain[1]! + plain[2]!) * HUNDREDTH;
  const [digits, power] = number.split(/e/i) as [string, string | undefined];
  const at = fractionAt(digits, style);
  const whole = at < 0 ? digits : digits.slice(0, at);
  const fraction = at < 0 ? '' : digits.slice(at + 1);
  if (!/^\d*$/.test(fraction) || !/^(?:\d*|\d{1,3}(?:[.,' ’٬]\d{2,3})*[.,' ’٬]\d{3})$/.test(whole)) return null;
  const separators = whole.replace(/\d/g, '');
  if (separators.length > 1 && new Set(separators).size > 1) return null;
  if (whole === '' && fraction === '') return null;
  const shift = SCALE - fraction.length + Number(power ?? 0);
  const count = BigInt(`${whole.replace(/\D/g, '')}${fraction}` || '0');
  if (shift >= 0) return shift > 60 ? null : count * 10n ** BigInt(shift);
  const unit = 10n ** BigInt(-shift);
  return count % unit === 0n ? count / unit : null;
}

/** Where the fraction's sign stands in digits with separators; −1 where there is no fraction. */
function fractionAt(digits: string, style: DecimalStyle | undefined): number {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return -1;
  const evidence = styleShown(digits);
  if (evidence === 'none') return (digits[last] === ',') === (style === 'comma') ? last : -1;
  return (digits[last] === ',') === (evidence === 'comma') ? last : -1;
}

/** What one number shows of its style: `none` where it could be either. */
function styleShown(digits: string): DecimalStyle | 'none' {
  const points = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (points > 0 && commas > 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? 'point' : 'comma';
  if (points + commas === 0) return 'none';
  if (points > 1) return 'comma';
  if (commas > 1) return 'point';
  const [whole = '', fraction = ''] = digits.split(/[.,]/);
  const thousands = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return thousands ? 'none' : points ? 'point' : 'comma';
}

/** So many cells tell the style of a column. */
const ENOUGH = 5000;

/** The style of a column by those of its cells that can be read in one way only; undefined where none can. */
export function decimalStyleOf(cells: Iterable<string>): DecimalStyle | undefined {
  const votes = { point: 0, comma: 0 };
  let looked = 0;
  for (const cell of cells) {
    if (looked++ === ENOUGH) break;
    const digits = /\d[\d.,]*/.exec(cell.normalize('NFKC'))?.[0].replace(/[.,]$/, '');
    const shown = digits ? styleShown(digits) : 'none';
    if (shown !== 'none') votes[shown]++;
  }
  if (votes.point === votes.comma) return undefined;
  return votes.point > votes.comma ? 'point' : 'comma';
}

const SIGNS: { [mark: string]: string } = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '฿': 'THB',
  '₫': 'VND',
  '₱': 'PHP',
  '₺': 'TRY',
  '₴': 'UAH',
  '₪': 'ILS',
  US$: 'USD',
  HK$: 'HKD',
  NT$: 'TWD',
  S$: 'SGD',
  A$: 'AUD',
  AU$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  NZ$: 'NZD',
  R$: 'BRL',
  元: 'CNY',
  圆: 'CNY',
  RMB: 'CNY',
  KČ: 'CZK',
  ZŁ: 'PLN',
  FR: 'CHF',
};

/**
 * The currency of a mark at an amount. `$` and `¥` belong to several: they are the fallback's where that is one of
 * them, else USD and CNY. An empty mark is the fallback's.
 */
export function currencyOfMark(mark: string, fallback: string): string {
  if (mark === '') return fallback;
  if (mark === '$') return /^(?:USD|CAD|AUD|NZD|SGD|HKD|TWD|MXN|USDT|USDC)$/.test(fallback) ? fallback : 'USD';
  if (mark === '¥' || mark === '￥') return fallback === 'JPY' ? 'JPY' : 'CNY';
  return SIGNS[mark] ?? (/^[A-Z]{3,5}$/.test(mark) ? mark : fallback);
}
