// The words by which the FAQ is searched: English words without their endings, Chinese characters and their pairs.

const HAN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+/g;

/** Words that say nothing about what is asked. */
const STOP = new Set(
  (
    'a an and the i im ive ill id me my mine we our us you your it its is are am was were be been being do does did ' +
    'have has had having to of in on at by for from with this that these those there here so but or as if then than ' +
    'what whats which who whom how why when where can cant could would will should shall may might must ' +
    'please hi hello hey thanks thank just really very still also any some one ones get got gets getting ' +
    'not no dont doesnt didnt wont isnt arent wasnt up out about into'
  ).split(' '),
);

/** Chinese that only asks or is polite; taken out before the characters are paired. */
const SAID_BESIDE =
  /请问|你好|您好|谢谢|麻烦|到底|究竟|怎么回事|咋回事|怎么办|咋办|怎么样|怎么|怎样|咋|如何|为什么|为啥|为何|什么|是不是|有没有|能不能|可不可以|可以|能否|应该|一下|一直|总是|老是|明明|我的|我们|我|您|你|他|她|吗|呢|吧|啊|呀|了|的|是|这个|那个|这|那|哪里|哪儿|哪/g;

/** What people write for the same thing; the first of each stands for all. Written as they are after stemming. */
const ALIKE: string[][] = [
  ['declin', 'refus', 'reject', 'bounc', 'deni'],
  ['frozen', 'freez', 'froz', 'block', 'restrict', 'suspend', 'lock', 'disabl', 'limitation', 'ban'],
  ['topup', 'deposit', 'recharg', 'load', 'reload'],
  ['withdraw', 'withdrawal', 'cash', 'cashout', 'payout'],
  ['scam', 'fraud', 'phish', 'fak', 'con', 'scammer', 'fraudster'],
  ['fee', 'cost', 'commission'],
  ['arriv', 'com', 'land', 'show'],
  ['lat', 'delay', 'slow'],
  ['support', 'servic', 'helpdesk', 'agent'],
  ['complain', 'complaint', 'escalat', 'ombudsman', 'regulator'],
  ['cod', 'otp', 'sms'],
  ['login', 'logon', 'signin'],
  ['send', 'sent', 'transfer'],
  ['twic', 'doubl', 'duplicat'],
  ['refund', 'reimburs', 'chargeback'],
  ['identity', 'kyc', 'passport', 'verify', 'verif', 'verification', 'id'],
  ['stolen', 'hack', 'stol', 'steal', 'hijack', 'compromis'],
  ['phone', 'mobil', 'cellphon', 'handset'],
  ['wrong', 'mistak', 'incorrect', 'wrongly', 'accident'],
  ['token', 'crypto', 'usdt', 'coin', 'tether', 'trx'],
];
const SAME = new Map(ALIKE.flatMap(([first, ...others]) => others.map((other) => [other, first!] as const)));

/** The same in Chinese, before the characters are paired. Both scripts are read as simplified by the index's own text. */
const ALIKE_HAN: [RegExp, string][] = [
  [/帐/g, '账'],
  [/入账|到帐|入帐/g, '到账'],
  [/充钱|存钱|充进去|充了/g, '充值'],
  [/提款|取钱|取现|提出来|提钱|提不出/g, '提现'],
  [/封号|封了|被封|锁了|锁定|受限|限制|冻了/g, '冻结'],
  [/骗子|被骗|诈骗|骗局/g, '诈骗'],
  [/多少天|多久|几天|多长时间/g, '多久'],
  [/没收到|没到|未到|不到账|还没来/g, '没到账'],
  [/客服|人工/g, '客服'],
  [/支付/g, '付款'],
];

/** One word or pair of the text, and where in the text it stands. */
export interface Term {
  term: string;
  start: number;
  end: number;
}

/** The terms of a text in order; letter case, width of characters and English endings make no difference. */
export function termsOf(text: string): string[] {
  return [...latinTerms(text).map(({ term }) => term), ...hanTerms(text)];
}

function plainOf(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** English words with their places in the text as it is written. */
export function latinTerms(text: string): Term[] {
  const terms: Term[] = [];
  const joined = text
    .toLowerCase()
    .replace(/\btop(?:ped|ping)?([- ])ups?\b/g, (whole) => 'topup'.padEnd(whole.length, '\u0001'))
    .replace(/\b(log|sign)(?:ged|ging)?[- ](?:in|on)\b/g, (whole) => 'login'.padEnd(whole.length, '\u0001'));
  for (const match of joined.matchAll(/[a-z][a-z\u0001'’]*|\d+-d\b/g)) {
    const word = match[0].replaceAll(/[\u0001'’]/g, '');
    if (STOP.has(word)) continue;
    const bare = stem(word);
    terms.push({ term: SAME.get(bare) ?? bare, start: match.index, end: match.index + match[0].length });
  }
  return terms;
}

function hanTerms(text: string): string[] {
  let plain = plainOf(text);
  for (const [words, one] of ALIKE_HAN) plain = plain.replace(words, one);
  const terms: string[] = [];
  for (const [run] of plain.replace(SAID_BESIDE, ' ').matchAll(HAN)) {
    for (let i = 0; i < run.length; i++) {
      terms.push(run[i]!);
      if (i > 0) terms.push(run.slice(i - 1, i + 1));
    }
  }
  return terms;
}

/** Whether there is Chinese in it. */
export function hasHan(text: string): boolean {
  return text.search(HAN) >= 0;
}

/** The word without its commonest endings: `charged`, `charges` and `charging` are one. */
function stem(word: string): string {
  const bare = word.replace(/(?:ing|ed|es|s)$/, '');
  if (bare.length < 3) return word;
  return bare
    .replace(/([^aeiouls])\1$/, '$1')
    .replace(/i$/, 'y')
    .replace(/e$/, '');
}

/** Where in a text, as it is shown, these terms of the index stand: pairs of beginning and end, in order. */
export function foundIn(text: string, terms: ReadonlySet<string>): [start: number, end: number][] {
  const found: [number, number][] = latinTerms(text)
    .filter(({ term }) => terms.has(term))
    .map(({ start, end }) => [start, end]);
  for (const run of text.matchAll(HAN)) {
    for (let i = 0; i + 1 < run[0].length; i++) {
      if (terms.has(run[0].slice(i, i + 2))) found.push([run.index + i, run.index + i + 2]);
    }
  }
  return found.sort(([a], [b]) => a - b);
}
