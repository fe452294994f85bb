// Full card numbers in a text, told apart from order numbers, phone numbers and amounts.
import { passesLuhn } from './luhn.ts';
import type { Span } from './shadow.ts';

export { maskedCard, passesLuhn } from './luhn.ts';

/** What kind of text it is: a `reference` field holds a transaction id by its nature, an `error` what an app showed. */
export type TextKind = 'text' | 'reference' | 'error';

/** Digits with at most a few spaces and one dash, dot or underscore between any two of them. */
const RUN = /\d(?: {0,2}[-._·/]? {0,2}\d){12,}/g;

/** Issuer ranges and their lengths, after ISO/IEC 7812 and the networks' published tables. */
const ISSUERS: [prefix: RegExp, lengths: number[]][] = [
  [/^4/, [13, 16, 19]],
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^(62|81)/, [16, 17, 18, 19]],
  [/^9558[08]/, [19]],
  [/^(6011|64[4-9]|65)/, [16, 17, 18, 19]],
  [/^35(2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^(30[0-5]|36|38|39)/, [14, 15, 16, 17, 18, 19]],
  [/^(5018|5020|5038|5893|6304|6759|676[1-3])/, [13, 14, 15, 16, 17, 18, 19]],
  [/^(220[0-4]|60|82|508|9792|8600)/, [16]],
];

const CARD_WORDS =
  /(card|visa|master|amex|union ?pay|debit|credit|\bPAN\b|卡号|卡號|银行卡|信用卡|借记卡|储蓄卡|卡)[^\d\n]{0,16}$/i;
const GLUED_BEFORE = /(card|visa|master|amex|unionpay|jcb|discover|no|num|number|pan|cc)$/i;
const GLUED_AFTER = /^(exp|cv|valid|and|is)/i;

interface Group extends Span {
  digits: string;
}

/**
 * Finds numbers of 13 to 19 digits that pass the Luhn check (ISO/IEC 7812-1) and belong to a known issuer, stand in
 * groups of four by themselves, or follow a word such as "card". In a `reference` a bare number counts only if it is as
 * long as that issuer's usual cards are (15 or 16 digits, UnionPay up to 19): a transaction id may pass the check by chance.
 */
export function findCards(text: string, kind: TextKind = 'text'): Span[] {
  const found: Span[] = [];
  for (const run of text.matchAll(RUN)) {
    const groups: Group[] = [...run[0].matchAll(/\d+/g)].map((part) => {
      const start = run.index + part.index;
      return { start, end: start + part[0].length, digits: part[0] };
    });
    for (let first = 0; first < groups.length; first++) {
      const last = longestCard(text, groups, first, kind);
      if (last < 0) continue;
      found.push({ start: groups[first]!.start, end: groups[last]!.end });
      first = last;
    }
  }
  return found;
}

function longestCard(text: string, groups: Group[], first: number, kind: TextKind): number {
  let digits = '';
  let longest = -1;
  for (let last = first; last < groups.length; last++) {
    digits += groups[last]!.digits;
    if (digits.length > 19) break;
    if (digits.length >= 13 && isCard(text, groups, first, last, digits, kind)) longest = last;
  }
  return longest;
}

function isCard(text: string, groups: Group[], first: number, last: number, digits: string, kind: TextKind): boolean {
  if (!passesLuhn(digits)) return false;
  const { start } = groups[first]!;
  const { end } = groups[last]!;
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 6);
  if (/\+$/.test(before) || /\d\.$/.test(before) || /^\.\d/.test(after)) return false;
  if (/[A-Za-z]$/.test(before) && !GLUED_BEFORE.test(before)) return false;
  if (/^[A-Za-z]/.test(after) && !GLUED_AFTER.test(after) && !CARD_WORDS.test(before)) return false;
  const inside = groups.slice(first, last + 1);
  // Amounts in a row have their decimals, dates their day: groups of one or two digits between dots or slashes.
  if (/[./]/.test(text.slice(start, end)) && inside.some((group) => group.digits.length < 3)) return false;
  const bare = first === last;
  const known = ISSUERS.some(([prefix, lengths]) => prefix.test(digits) && lengths.includes(digits.length));
  if (kind === 'reference' && bare) return known && (/^(62|3[47])/.test(digits) || digits.length === 16);
  if (known || CARD_WORDS.test(before)) return true;
  return groups.length === 4 && !bare && inside.length === 4 && inside.every((group) => group.digits.length === 4);
}
