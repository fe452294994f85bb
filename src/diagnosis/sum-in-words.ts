// The one sum of money that a sentence names: with its currency, else a bare number that can be nothing but a sum.
import { MIXED_NUMBER, NUMERAL, readMixedNumber, readNumeral, readUnitNumber, UNIT_NUMBER } from './numerals.ts';
import { CURRENCY_WORDS, formatMoney, isKnownCurrency, readMoney, type Sum } from './sums.ts';

const literally = (text: string): string => text.replace(/[$.\\^*+?()[\]{}|]/g, '\\$&');
const SIGN = `(?:${CURRENCY_WORDS.map(literally).join('|')}|usdt|usdc|[A-Z]{3,5})`;
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,18})?`;
/** What makes the number before it a count, a time or a share, and never a sum. */
const UNIT = String.raw`\s?(?:个?工作日|天|日|号|月|年|点|分|秒|时|次|笔|张|位|个|周|星期|小时|%|折|倍|人|(?:business |working )?days?\b|hours?\b|times?\b|months?\b|weeks?\b|years?\b|minutes?\b|mins?\b|hrs?\b|seconds?\b|percent\b|am\b|pm\b|st\b|nd\b|rd\b|th\b|digits?\b|transactions?\b|payments?\b|attempts?\b|errors?\b|confirmations?\b|个?确认|错误|报错)`;
/** A number with its currency beside it; not the end of 1.000,50, but before a count: 500块3天. */
const MARKED = String.raw`(?<![\w.]|\d,)(?:${SIGN}\s?${NUMBER}|${NUMBER}\s?${SIGN})(?:(?![\w.])|(?=\d{1,3}${UNIT}))`;
/** A number that a verb of moving money stands before, or "of" after its noun. */
const MOVED = String.raw`(?:充值?了?|转账?了?|付了?|支付了?|提现?了?|扣了?|消费了?|(?:top-?up|payment|transfer|withdrawal) of|paid|topped up|charged|sent)\s?(${NUMBER})(?![\d.,]|\s\d{3}(?!\d)|${UNIT})`;
/** A number of the size of a sum, with nothing joined to it that makes it a code, a date, a time or a part of one. */
const BARE = String.raw`(?<![\w.:：/#*_-]|\d,)(\d{1,3}(?:,\d{3})+(?:\.\d{1,18})?|\d{2,7}(?:\.\d{1,18})?)(?![\w:：/#*_-]|[.,]\d|${UNIT})`;
/** 五块五, 2块5; not 500块一直, 500块五六天, 500块二维码: there another word begins. */
const TENTH = new RegExp(
  `(\\d)块钱?(?:([一二三四五六七八九\\d])[毛角]|(\\d)(?!\\d|[十百千万]|${UNIT})|([一二三四五六七八九])(?=$|[\\s,，。;；.!！?？、]|[的没未被还也都就]|手续))`,
  'g',
);
/** Before a numeral that is only part of a word or of a share: 第一, 百分之五, 好几百. */
const HAN_BEFORE = '(?<![第几分之零〇一二两俩三四五六七八九十百千万亿])';
const HAN_CURRENCY = '块|元|圆|刀|美元|美金|人民币|欧元|英镑|日元|港币|港元|台币|新币|usdt|u(?![a-z])';
const HAN_MOVED = '充值?了?|转账?了?|付了?|支付了?|提现?了?|扣了?|消费了?|花了?|汇了?|收了?|打了?|退了?';
/** A sum that is only said about: it must not stand in a mail as if it were exact. */
const ABOUT = String.raw`(?:大概|大约|约|差不多|将近|接近|超过|不到|至少|最多|\b(?:about|around|roughly|nearly|almost|approximately|over|under|some|at least|more than|less than)\b)\s*(?:${SIGN}\s?)?${NUMBER}(?:\s?${SIGN})?|(?:${SIGN}\s?)?${NUMBER}\s?(?:多|余|左右|上下|来|几|\+)\s?(?:${SIGN})?|几(?:百|千|万)?\s?(?:块|元)`;
/** A balance, shown or expected: not the sum that the words are about. */
const BALANCE = String.raw`(?:\bbalance (?:is|was|shows?|says?|of)|\bshould (?:have|be|show)|余额(?:显示|只有|还有|还剩|只剩|应该|应当)?(?:是|为|有|剩)?|应[该当](?:还)?(?:是|有|剩)|还剩|只剩)\s?(?:only |still )?(?:${SIGN}\s?)?${NUMBER}(?:\s?${SIGN})?`;
/** Before a number: it is a name, a code or a place to call; not a sum. */
const NAMED =
  /(?:尾号|卡号|账号|号码?|编号|代码|错误码?|报错|提示|验证码|密码|电话|客服|热线|拨打?|致电|打|版本|安卓|第|满|code|error|ending(?: in| with)?|digits?|card|number|no\.?|id|pin|otp|password|phone|call(?:ed)?|ios|android|version|step|page|age|aged|room|http|status|since|in|until|by|year)\s*(?:是|为|is|was|:|：)?\s*$/i;
const MONTH = /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*$/i;
const MOVES =
  /付|充值?|转|提[现款币取]|取[现款钱出]|扣|退|汇|收|消费|买|金额|花了|\b(?:pay\w*|paid|top|topp\w*|topup\w*|deposit\w*|withdr\w*|transfer\w*|sen[dt]\w*|refund\w*|charg\w*|spen[dt]\w*|purchase\w*|amount|cash\w*|money|debit\w*|receiv\w*|add\w*|load\w*)\b/i;

/**
 * With its currency where any number has one, else a number after a verb, else one beside a word of moving money (a year
 * too can be a sum there), else the only number there is. Null where several different ones are named.
 */
export function sumIn(text: string, currency: string | null, country: string | null = null): Sum | null {
  if (!/[\d十百千万块元刀]/.test(text)) return null;
  const plain = inDigits(text).replace(new RegExp(`${ABOUT}|${BALANCE}`, 'gi'), ' ; ');
  const readings = [
    () => [...plain.matchAll(new RegExp(MARKED, 'g'))].map(([match]) => match),
    () => [...plain.matchAll(new RegExp(MOVED, 'gi'))].map(([, number]) => number!),
    () => bareNumbers(plain),
  ];
  for (const read of readings) {
    const found = sums(read(), currency, country);
    if (found.length > 0) return found.length === 1 ? found[0]! : null;
  }
  return null;
}

/** Numbers of Chinese characters as digits, where a verb before or a currency behind makes them sums; 1.2万 and 5k everywhere. */
function inDigits(text: string): string {
  const written = (sign: string) => (/\d/.test(sign) ? sign : String(readNumeral(sign) ?? sign));
  return text
    .replace(
      new RegExp(`(?<![\\d.,])${MIXED_NUMBER}(?![a-z\\d.百千万]|${UNIT})`, 'gi'),
      (number) => readMixedNumber(number) ?? number,
    )
    .replace(
      new RegExp(`(?<![\\d.,])(${UNIT_NUMBER})(?![a-z]|\\d(?!${UNIT}))(?=(\\d)?)`, 'gi'),
      (whole, number, next) => `${readUnitNumber(number) ?? whole}${next ? ' ' : ''}`,
    )
    .replace(
      new RegExp(
        `${HAN_BEFORE}([一二两三四五六七八九][百千万]${NUMERAL})(?![零〇一二两三四五六七八九十百千万亿]|${UNIT}|[几多来]|分之?)`,
        'g',
      ),
      written,
    )
    .replace(new RegExp(`${HAN_BEFORE}(${NUMERAL})(?=\\s?(?:${HAN_CURRENCY}))`, 'gi'), written)
    .replace(new RegExp(`(${HAN_MOVED})(${NUMERAL})(?!${UNIT}|[几多])`, 'g'), (_, verb, sign) =>
      (readNumeral(sign) ?? 0) < 10 ? verb + sign : verb + written(sign),
    )
    .replace(TENTH, (_, whole, ...tenth) => `${whole}.${written(tenth.find((sign) => sign !== undefined))}块`);
}

function bareNumbers(text: string): string[] {
  const numbers = [...text.matchAll(new RegExp(BARE, 'gi'))]
    .map((match) => ({
      number: match[1]!,
      before: text.slice(0, match.index),
      after: text.slice(match.index + match[0].length),
    }))
    .filter(({ before }) => !NAMED.test(before) && !MONTH.test(before));
  const beside = numbers.filter(
    ({ before, after }) =>
      MOVES.test(
        before
          .split(/[,，。;；.!?！？]/)
          .at(-1)!
          .slice(-16),
      ) || MOVES.test(after.slice(0, 12)),
  );
  if (beside.length > 0) return beside.map(({ number }) => number);
  const all = text.match(/\d+/g) ?? [];
  const [only] = numbers;
  return only && numbers.length === 1 && all.join('') === only.number.replace(/\D/g, '') && !isYear(only.number)
    ? [only.number]
    : [];
}

const isYear = (number: string): boolean => /^(?:19|20)\d\d$/.test(number);

function sums(texts: readonly string[], currency: string | null, country: string | null): Sum[] {
  const found = new Map<string, Sum>();
  for (const text of texts) {
    const sum = readMoney(text, currency, country);
    if (sum && (sum.currency === null || isKnownCurrency(sum.currency))) found.set(formatMoney(sum), sum);
  }
  return [...found.values()];
}
