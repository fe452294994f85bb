// What the user's own words already tell: an amount, a time, an error code, a transaction id. Only what is unmistakable.
import { formatTime, parseTime } from '../ledger/time.ts';
import type { Reading } from './answers.ts';
import { daysIn } from './day-in-words.ts';
import { type ErrorKind, errorKind } from './error-kind.ts';
import { inSimplified } from './simplified.ts';
import { sumIn } from './sum-in-words.ts';
import type { Sum } from './sums.ts';

export interface Mentions {
  amount?: Sum;
  /** ISO 8601 with offset. */
  time?: string;
  errorCode?: string;
  /** What the words say of the error, where that is clear. */
  error?: ErrorKind;
  transaction?: string;
  /** Whether the words say that the person was deceived into it. */
  tricked?: boolean;
}

const ID =
  /(?:交易(?:单)?号|订单号|流水号|单号|transaction(?: id| number)?|tx ?id|txn|order(?: id| number| no\.?)?|reference)\s*(?:是|为|is|[:：#=])?\s*([a-z0-9][a-z0-9_-]{5,79})/gi;
const CODE =
  /(?:错误代?码|代码|提示码|返回码|状态码|报错|错误|error(?: code)?|code)\s*(?:是|为|is|[:：#=])?\s*(0x[\da-f]{2,8}|[a-z]{0,10}[-_]?\d{2,8})(?![\w.])/gi;
const DATE =
  /\d{4}(?:-\d{1,2}-\d{1,2}|\/\d{1,2}\/\d{1,2}|年\d{1,2}月\d{1,2}日?)(?:[T\s]*\d{1,2}[:：时点]\d{2}(?:[:：分]\d{2}秒?|分)?)?(?:Z|[+-]\d{2}:\d{2})?/gi;

/** That the person was deceived, told in the passive as people tell it; not that somebody else moved the money. */
const TRICKED =
  /被(?:人|别人|对方|网友|假?客服)?(?:诈?骗|欺骗|忽悠)|骗(?:我|子让我)|上当|受骗|诈骗转账|\b(?:was|been|got|am) (?:just |badly )?(?:scammed|tricked|deceived|conned|duped|swindled)\b|\b(?:scammed|tricked|deceived|conned) me\b|\bfell for a scam\b/i;
/** That it was not so, or that more was given away than the money: then it has to be asked. */
const NOT_ONLY_TRICKED =
  /没有?被|不是被|没上当|\b(?:not|never|nearly|almost) (?:been )?(?:scammed|tricked|deceived)|验证码|密码|助记词|私钥|屏幕|\b(?:code|password|seed|private key|screen)\b/i;

/**
 * Reads amounts, times, codes and ids out of the words. Where two different amounts (or times, codes, ids) are named, it
 * cannot be known which one is meant, and none is taken. `now` (milliseconds) is what yesterday and last Friday are counted
 * from; without it only dates with a year are read.
 */
export function readMentions(words: string, reading: Reading, now: number | null = null): Mentions {
  const mentions: Mentions = {};
  const plain = inSimplified(words.normalize('NFKC'));
  let rest = plain;
  const take = (pattern: RegExp, read: (match: RegExpMatchArray) => string | null): string | null => {
    // Each of them has digits; the patterns take a while to make.
    if (!/\d/.test(rest)) return null;
    const found = new Set<string>();
    rest = rest.replace(pattern, (...match) => {
      const value = read(match as unknown as RegExpMatchArray);
      if (value === null) return match[0] as string;
      found.add(value);
      return ' ; ';
    });
    return found.size === 1 ? [...found][0]! : null;
  };
  const transaction = take(ID, ([, id]) => (/\d/.test(id!) ? id! : null));
  const times = new Set<string>();
  take(DATE, ([text]) => {
    const moment = parseTime(text, reading.zone);
    if (typeof moment === 'string') return null;
    times.add(formatTime(moment));
    return text;
  });
  if (now !== null) {
    const named = daysIn(rest, now, reading.zone);
    for (const each of named.times) times.add(each);
    rest = named.rest;
  }
  const time = times.size === 1 ? [...times][0]! : null;
  const errorCode = take(CODE, ([, code]) => code!);
  const error = errorKind(plain);
  const amount = sumIn(rest, reading.currency, reading.country);
  if (transaction !== null) mentions.transaction = transaction;
  if (time !== null) mentions.time = time;
  if (errorCode !== null) mentions.errorCode = errorCode;
  if (error !== null) mentions.error = error;
  if (amount) mentions.amount = amount;
  if (TRICKED.test(rest) && !NOT_ONLY_TRICKED.test(rest)) mentions.tricked = true;
  return mentions;
}
