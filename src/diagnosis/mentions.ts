// What the user's own words already tell: an amount, a time, an error code, a transaction id. Only what is unmistakable.
import { formatTime, parseTime } from '../ledger/time.ts';
import type { Reading } from './answers.ts';
import { type ErrorKind, errorKind } from './error-kind.ts';
import { CURRENCY_WORDS, formatMoney, isKnownCurrency, readMoney, type Sum } from './sums.ts';

export interface Mentions {
  amount?: Sum;
  /** ISO 8601 with offset. */
  time?: string;
  errorCode?: string;
  /** What the words say of the error, where that is clear. */
  error?: ErrorKind;
  transaction?: string;
}

const ID =
  /(?:交易(?:单)?号|订单号|流水号|单号|transaction(?: id| number)?|tx ?id|txn|order(?: id| number| no\.?)?|reference)\s*(?:是|为|is|[:：#=])?\s*([a-z0-9][a-z0-9_-]{5,79})/gi;
const CODE =
  /(?:错误代?码|代码|报错|error(?: code)?|code)\s*(?:是|为|is|[:：#=])?\s*([a-z]{0,10}[-_]?\d{2,8})(?![\w.])/gi;
const DATE =
  /\d{4}(?:-\d{1,2}-\d{1,2}|\/\d{1,2}\/\d{1,2}|年\d{1,2}月\d{1,2}日?)(?:[T\s]*\d{1,2}[:：时点]\d{2}(?:[:：分]\d{2}秒?|分)?)?(?:Z|[+-]\d{2}:\d{2})?/gi;

const literally = (text: string): string => text.replace(/[$.\\^*+?()[\]{}|]/g, '\\$&');
const SIGN = `(?:${CURRENCY_WORDS.map(literally).join('|')}|usdt|usdc|[A-Z]{3,5})`;
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,18})?`;
/** A number with its currency beside it. */
const MARKED = new RegExp(String.raw`(?<![\w.])(?:${SIGN}\s?${NUMBER}|${NUMBER}\s?${SIGN})(?![\w.])`, 'g');
/** A number that a verb of moving money stands before, or "of" after its noun, and no unit behind. */
const MOVED = new RegExp(
  String.raw`(?:充值?了?|转账?了?|付了?|支付了?|提现?了?|扣了?|消费了?|(?:top-?up|payment|transfer|withdrawal) of|paid|topped up|charged|sent)\s?(${NUMBER})(?![\d.,]|\s?(?:天|日|号|月|年|点|分|秒|次|笔|个|小时|%|days?|hours?|times?|months?))`,
  'gi',
);

/**
 * Reads amounts, times, codes and ids out of the words. Where two different amounts (or times, codes, ids) are named, it
 * cannot be known which one is meant, and none is taken.
 */
export function readMentions(words: string, reading: Reading): Mentions {
  const mentions: Mentions = {};
  let rest = words.normalize('NFKC');
  const take = (pattern: RegExp, read: (match: RegExpMatchArray) => string | null): string | null => {
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
  const time = take(DATE, ([text]) => {
    const moment = parseTime(text, reading.zone);
    return typeof moment === 'string' ? null : formatTime(moment);
  });
  const errorCode = take(CODE, ([, code]) => code!);
  const error = errorKind(words.normalize('NFKC'));
  const amount = sumIn(rest, reading.currency);
  if (transaction !== null) mentions.transaction = transaction;
  if (time !== null) mentions.time = time;
  if (errorCode !== null) mentions.errorCode = errorCode;
  if (error !== null) mentions.error = error;
  if (amount) mentions.amount = amount;
  return mentions;
}

/** The one sum that the text names: with its currency where any has one, else a bare number after a verb. */
function sumIn(text: string, currency: string | null): Sum | null {
  const marked = sums(
    [...text.matchAll(MARKED)].map(([match]) => match),
    currency,
  );
  const found =
    marked.length > 0
      ? marked
      : sums(
          [...text.matchAll(MOVED)].map(([, number]) => number!),
          currency,
        );
  return found.length === 1 ? found[0]! : null;
}

function sums(texts: readonly string[], currency: string | null): Sum[] {
  const found = new Map<string, Sum>();
  for (const text of texts) {
    const sum = readMoney(text, currency);
    if (sum && (sum.currency === null || isKnownCurrency(sum.currency))) found.set(formatMoney(sum), sum);
  }
  return [...found.values()];
}
