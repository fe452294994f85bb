// A sum of money as people type it: digits with a sign, a word or a code of the currency before or behind.
import { formatAmount, parseAmount, parseCurrency, type Units } from '../ledger/money.ts';

export interface Sum {
  units: Units;
  /** Null where neither the text nor the profile says it. */
  currency: string | null;
}

/** Signs and words that name a currency; where several countries share one, the profile's or the country's decides. */
const NAMES: Record<string, string[]> = {
  CNY: ['¥', '元', '块', '块钱', '圆', '人民币', 'rmb', 'yuan'],
  USD: ['$', 'us$', '美元', '美金', 'dollar', 'dollars'],
  EUR: ['€', '欧元', 'euro', 'euros'],
  GBP: ['£', '英镑', 'pound', 'pounds'],
  JPY: ['¥', '日元', '円', 'yen'],
  HKD: ['hk$', '$', '元', '港币', '港元'],
  TWD: ['nt$', '$', '元', '块', '台币', '新台币'],
  SGD: ['s$', '$', '元', '块', '新币', '新元'],
  MYR: ['rm', '令吉', '马币', 'ringgit'],
  AUD: ['$', 'a$', 'dollar', 'dollars'],
  CAD: ['$', 'c$', 'dollar', 'dollars'],
  USDT: ['u', '泰达币'],
};

/** What is meant there by a sign or word that several countries share. ISO 3166-1 to ISO 4217. */
const OF_COUNTRY: Record<string, string> = {
  CN: 'CNY',
  US: 'USD',
  GB: 'GBP',
  JP: 'JPY',
  HK: 'HKD',
  TW: 'TWD',
  SG: 'SGD',
  MY: 'MYR',
  AU: 'AUD',
  CA: 'CAD',
};

/** Tokens that people also write in small letters. */
const TOKENS = ['USDT', 'USDC', 'TRX', 'BTC', 'ETH', 'BNB', 'DAI'];

/** A sum as it is typed: `500`, `58.50 CNY`, `¥58.5`, `20 USDT`, `500元`. Null where it is none, or not above zero. */
export function readMoney(text: string, profileCurrency: string | null, country: string | null = null): Sum | null {
  const plain = text.normalize('NFKC').trim();
  const match = /^([^\d.,+-]*?)\s*([\d.,]+)\s*([^\d\s].*)?$/.exec(plain);
  if (!match) return null;
  const [, before, digits, behind] = match;
  const amount = parseAmount(digits!);
  if (!amount || amount.units <= 0n) return null;
  const name = [before, behind].map((part) => part?.trim() ?? '').filter(Boolean);
  if (name.length > 1) return null;
  if (name.length === 0) return { units: amount.units, currency: profileCurrency };
  const currency = currencyNamed(name[0]!, profileCurrency, country);
  return currency === null ? null : { units: amount.units, currency };
}

/** The currency that a sign, word or code names to somebody of that country (ISO 3166-1); null where it names none. */
function currencyNamed(name: string, profileCurrency: string | null, country: string | null): string | null {
  const known = name.normalize('NFKC').toLowerCase();
  const fitting = Object.keys(NAMES).filter((code) => NAMES[code]!.includes(known));
  const usual = [profileCurrency, OF_COUNTRY[country ?? '']].find((code) => code && fitting.includes(code));
  if (usual) return usual;
  if (fitting.length > 0) return fitting[0]!;
  const code = parseCurrency(name);
  return code !== null && (code === name || isKnownCurrency(code)) ? code : null;
}

/** Whether the code is an ISO 4217 currency (as the platform knows them, which takes a while to ask) or a common token. */
export function isKnownCurrency(code: string): boolean {
  return isToken(code) || Object.hasOwn(NAMES, code) || Intl.supportedValuesOf('currency').includes(code);
}

export function isToken(code: string): boolean {
  return TOKENS.includes(code);
}

/** `58.50 CNY`, or `58.50` where the currency is not known. */
export function formatMoney({ units, currency }: Sum): string {
  return currency === null ? formatAmount(units, '') : `${formatAmount(units, currency)} ${currency}`;
}

/** Every sign and word that names a currency, longest first, for finding sums in a sentence. */
export const CURRENCY_WORDS: readonly string[] = [...new Set(Object.values(NAMES).flat())].sort(
  (a, b) => b.length - a.length,
);
