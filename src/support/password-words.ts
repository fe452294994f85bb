// What a password, PIN or passcode is called, and what a value looks like beside such a word, in English and Chinese.
import type { Find } from './told-secrets.ts';

export const WORDS = String.raw`(?:支付|登录|登陆|交易|资金|取款|查询|提现|付款|锁屏|解锁)?密码|口令|pass ?words?|passwd|pwd|pass ?phrase|(?<![A-Za-z])(?:PIN(?:s|[ -]?code| number)?|psw|pw|pass[ -]?codes?|pass(?=\s*[:=])|(?<=\bmy )pass(?=\s+(?:is|was|to)\b))(?![A-Za-z])(?:码)?`;
const ANY_WORD = new RegExp(WORDS, 'iu');
export const QUOTED = String.raw`["'“‘「『\x60](?<quoted>[^"'“”‘’「」『』\x60\n]{1,64})["'”’」』\x60]`;

/** Digits one by one, as people spell them: `1 2 3 4`, `1-2-3-4`, `四八二一`, `four eight two one`. */
const NUMBER_WORD = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)';
export const SPELLED = String.raw`\d(?: ?[ -] ?\d){3,7}(?![\d-])|[零〇一二三四五六七八九幺]{4,8}|\b${NUMBER_WORD}(?:[ ,-]{1,2}${NUMBER_WORD}){3,7}\b`;
export const TOKEN = String.raw`(?<token>(?:\d{2,4}(?: \d{2,4}){1,3}|${SPELLED})(?![^\s,;.。)，；!])|[!-~]{1,128})`;

/** What people say of a password instead of saying it. */
const SAYS_NOTHING = new Set(
  (
    'a an the my your our his her their it its this that these those not no none never always still also again too very only just now here there ' +
    'incorrect correct wrong right invalid valid expired fine ok okay good bad same different unknown missing empty blank required needed ' +
    'weak strong short long safe secure secret private lost forgotten stolen known set reset changed updated saved stored sent asked ' +
    'accepted rejected refused blocked locked disabled enabled protected hidden being been because what which when where why how and or but ' +
    'so if in on at to for with from by of as error failed fail removed redacted n/a na null undefined true false yes then later recently app okpay'
  ).split(' '),
);

export const UNIT_AFTER =
  /^\s*(?:位|次|个|天|分|秒|小时|年|月|日|遍|种|元|块|times?\b|days?\b|hours?\b|minutes?\b|attempts?\b|characters?\b|digits?\b|letters?\b)/i;

const DATE_TIME_AMOUNT = /^(?:\d{4}[-/.年]\d|\d{1,2}:\d{2}|[+-]?\d+[.,]\d{1,2}$)/;

/** Whether any such word stands in the text: all that finds a password looks for one, and takes long to be made. */
export function namesPassword(text: string): boolean {
  return ANY_WORD.test(text);
}

export function saysNothing(word: string): boolean {
  return SAYS_NOTHING.has(word.trim().toLowerCase()) || /^[^A-Za-z0-9零〇一二三四五六七八九幺]*$/.test(word);
}

/** A digit in four characters or more, and no date, time, amount or count. */
export function looksLikeValue(value: string, after: string): boolean {
  const word = bare(value);
  if (/^[零〇一二三四五六七八九幺]{4,8}$/.test(word) || isNumberWords(word)) return !UNIT_AFTER.test(after);
  if (word.length < 4 || !/\d/.test(word) || UNIT_AFTER.test(after)) return false;
  return !DATE_TIME_AMOUNT.test(word);
}

function isNumberWords(word: string): boolean {
  return new RegExp(`^${NUMBER_WORD}(?:[ ,-]{1,2}${NUMBER_WORD}){3,7}$`, 'i').test(word);
}

/** Without the signs that end a clause. */
export function bare(token: string): string {
  return token.replace(/[,.;:)\]}"']+$/, '');
}

/** Where the value of a match stands that ends with it. */
export function spanAtEnd(match: RegExpExecArray): Find {
  const end = match.index + match[0].length;
  const { quoted } = match.groups!;
  if (quoted !== undefined) return { kind: 'password', start: end - 1 - quoted.length, end: end - 1 };
  const token = match.groups!.token!;
  return { kind: 'password', start: end - token.length, end: end - token.length + bare(token).length };
}
