// Secrets known by the words beside them: card security codes, expiry dates and one-time codes, in English and Chinese.

import type { TextKind } from './card-number.ts';
import type { SecretKind } from './draft.ts';
import type { Span } from './shadow.ts';

export interface Find extends Span {
  kind: SecretKind;
}

/** What may stand between a word and its value: signs, and "is", 是, 为 and the like. */
const LINK = String.raw`(?:\s|[:=>"'“”‘’「」\[(*#|,]|-(?=[\s\d])|\b(?:is|was|are|were|no\.?|number|code)\b|码|是|为|就是|数字?|号码|的|了|[346三四六]位(?:数字?)?){0,8}`;
/** A measure behind a number: then it is an amount, a time or a count. */
const NOT_MEASURED = String.raw`(?![\dA-Za-z]|[.:/]\d|-\d{1,2}-|\s*(?:%|元|块|年|月|日|号|分|秒|小时|次|位|条|天|笔|USDT?\b|CNY\b|RMB\b|EUR\b))`;

const CVV = `(?<![A-Za-z])(?:cvv2?|cvc2?|cvn2?|csc|card (?:security|verification) (?:code|value|number)|security code)(?![A-Za-z])|安全码|安全代码|验证值|(?:卡背|背面|卡后)面?上?的?签?名?栏?的?那?(?:[后末][三3][位码]|[三3]个?(?:位|数字?|码))|(?:last )?(?:three|four|3|4)[- ](?:digits?|figures|numbers)(?: (?:code|number|security code))? (?:(?:on|at) (?:the )?|of )(?:the )?(?:back|reverse|signature strip|front)(?: side)?(?: of (?:the |my )?(?:\\w+ )?card)?`;
const CVV_AFTER = new RegExp(`(?:${CVV})${LINK}(\\d(?: ?\\d){2,3})${NOT_MEASURED}`, 'giu');
const CVV_BEFORE = new RegExp(
  `(?<![\\d.:/-])(\\d{3,4})\\s*(?:\\(|is|是|为)\\s*(?:my |the |your |我的)?(?:${CVV})`,
  'giu',
);

/** The security code or expiry of a card whose number was found, as `4111… 12/28 123` or `4111…|12|28|123`. */
const AFTER_CARD =
  /^[\s,;:|/]{1,4}((?:0[1-9]|1[0-2])\s?[/|-]?\s?(?:20)?[2-4]\d)(?!\d)(?:[\s,;:|/]{1,4}(\d{3,4})(?![\d.:/-]|\s*(?:元|块|[A-Z]{3,4}\b)))?/;
const MONTH_YEAR = String.raw`20[2-4]\d\s?[/-]\s?(?:0?[1-9]|1[0-2])(?![\d/-])|(?:0?[1-9]|1[0-2])\s?[/-]\s?(?:20)?[2-4]\d(?![\d/-])|(?:0[1-9]|1[0-2])[2-4]\d(?!\d)|(?:20)?[2-4]\d年\s?(?:0?[1-9]|1[0-2])月?|(?:0?[1-9]|1[0-2])月\/?(?:20)?[2-4]\d年?`;
const EXPIRY_WORDS = String.raw`(?<![A-Za-z])(?:exp(?:iry|ires|iration)?(?: date)?|valid (?:thru|through|until)|good thru)(?![A-Za-z])\.?|有效(?:日期|期限?)至?|效期|到期(?:日|时间)?|失效日期|(?<![A-Za-z])MM ?/ ?YY(?:YY)?(?![A-Za-z])`;
const EXPIRY = new RegExp(`(?<words>${EXPIRY_WORDS})${LINK}(${MONTH_YEAR})`, 'giu');
const OF_A_CARD = /card|visa|master|cvv|cvc|卡/i;
/** Words that cards bear; "expires" and "valid until" are said of anything. */
const ON_CARDS = /^(?:exp\b|expiry|expiration|(?:valid|good) thru|有效|效期|到期日|失效|MM)/i;
/** Other things with an expiry date of their own, and none of a secret. */
const OTHER_THING =
  /coupon|voucher|offer|promo|discount|passport|licen[cs]e|\bid\b|identity|document|certificate|link|session|token|qr|code|membership|subscription|contract|policy|order|券|活动|优惠|护照|身份证|证件|证书|驾照|签证|链接|二维码|会员|套餐|订阅|合同|合约|协议|红包|积分|订单|邀请|保单/i;

const OTP = `短信验证码|简讯码|验证码|安全码|校验码|动态(?:密码|口令|码)|一次性(?:密码|口令|验证码|代码)|短信码|认证码|(?<![A-Za-z])(?:TOTP|OTP|one[- ]?time (?:pass ?(?:word|code)|code|pin)|(?:verification|security|authenticat(?:ion|or)|auth|sms|login|log-in|sign-in|confirmation|access|2fa|mfa|two-factor|e-?mail) (?:code|pin)|pass ?code)(?![A-Za-z])`;
/** `1 2 3 4 5 6`, `1-2-3-4`, 四八二九一三: digit by digit. */
const SPELLED = String.raw`\d(?: ?[ -] ?\d){3,7}(?![\d-])|[零〇一二三四五六七八九幺]{4,8}`;
const CODE = String.raw`${SPELLED}|\d{3}[ -]\d{3}(?![\d-])|\d{4} \d{4}|\d{4,8}|(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{6,8}`;
const OTP_AFTER = new RegExp(`(?:${OTP})${LINK}(${CODE})${NOT_MEASURED}`, 'giu');
/** With a few words between (`验证码我收到了，是482913`): six digits, or fewer where "is" or "typed" comes just before. */
const OTP_LATER = new RegExp(
  `(?:${OTP})([^\\d\\n。.!?;]{1,24}?)((?<=(?:is|was|是|为|[:=]|输入了?|填写?了?|typed|entered|enter)[\\s"'“]*)(?:${SPELLED}|\\d{4,8})|\\d{6})${NOT_MEASURED}`,
  'giu',
);
const OTHER_NUMBER =
  /订单|单号|流水|交易号|交易|余额|金额|电话|手机|尾号|账[户号]|编号|错误|代码|客服|order|transaction|reference|amount|balance|phone|ticket|case|error|ending|account|after|for|失败|failed/i;
const OTP_BEFORE = new RegExp(
  `(?<![\\d.:/A-Za-z-])(${SPELLED}|\\d{3}[ -]?\\d{3}|\\d{4,8})(?!\\d)\\s*(?:is|was|是|为|->|\\()\\s*[^\\d\\n。.;,]{0,20}?(?:${OTP}|(?<!error )\\bcode\\b)`,
  'giu',
);
/** A bare "code" is a secret only when someone sent, typed or owns it; else it is as likely an error's. */
const OWN_CODE = new RegExp(
  String.raw`\b(?:my|your|received|entered|typed|got|enter|sent|texted|[46six]+[- ]digit)\s+(?:me\s+)?(?:(?:a|the|this)\s+)?code(?:\s+(?:I|they|you)\s+\w+)?${LINK}(${SPELLED}|\d{3}[ -]\d{3}|\d{4,8})${NOT_MEASURED}`,
  'giu',
);
const HARMLESS =
  'error|status|response|result|reason|return|exit|decline|zip|post(?:al)?|area|country|currency|product|bank|branch|sort|swift|merchant|category|promo|coupon|voucher|invite|invitation|referral|reference|order|transaction|trace|qr|bar|fault|failure|http|with|returned|shows|showed|says|following';
const SIX_DIGIT_CODE = new RegExp(
  String.raw`(?<!\b(?:${HARMLESS})[\s-]{1,2})(?<!error.{0,30})\bcode(?:\s+(?:that\s+)?(?:I|they|he|she|it)\s+(?:(?!order|error|trans|refer|case|ticket)\w+\s+){0,4}?\w+)?${LINK}(\d{6}|\d{3}[ -]\d{3}|\d(?: ?[ -] ?\d){5}(?![\d-]))${NOT_MEASURED}`,
  'giu',
);
const GOOGLE_CODE = /(?<![\w-])(G-\d{6})(?!\d)/g;

/** Without such a word none is found; the patterns around them take milliseconds to be made. */
const NAMES_CVV = new RegExp(CVV, 'iu');
const NAMES_CODE = new RegExp(String.raw`${OTP}|\bcode|(?<![\w-])G-\d`, 'iu');
/** Every code and every date is written with one of these. */
const FIGURE = /[\d零〇一二三四五六七八九幺]/;

/** Card security codes; `cards` are the card numbers found in the same text. */
export function findCvvs(text: string, cards: readonly Span[]): Find[] {
  if (!FIGURE.test(text)) return [];
  const found = NAMES_CVV.test(text) ? [...captured(text, CVV_AFTER, 'cvv'), ...captured(text, CVV_BEFORE, 'cvv')] : [];
  for (const card of cards) {
    const match = AFTER_CARD.exec(text.slice(card.end, card.end + 40));
    if (!match?.[2]) continue;
    const end = card.end + match[0].length;
    found.push({ kind: 'cvv', start: end - match[2].length, end });
  }
  return found;
}

/**
 * Expiry dates beside a card number or a security code, said to be a card's, or told in the words that cards bear and of
 * nothing else. A date elsewhere is left alone.
 */
export function findExpiries(text: string, beside: readonly Span[]): Find[] {
  if (!FIGURE.test(text)) return [];
  const found: Find[] = [];
  for (const match of text.matchAll(EXPIRY)) {
    const date = match[2]!;
    const { start, end } = spanOf(match, date);
    const near = beside.some((card) => start - card.end < 60 && card.start - end < 60);
    const before = lineBefore(text, start);
    const toldAlone = ON_CARDS.test(match.groups!.words!) && !/[年月]/.test(date) && !OTHER_THING.test(before);
    if (near || toldAlone || OF_A_CARD.test(before)) found.push({ kind: 'card-expiry', start, end });
  }
  for (const card of beside) {
    const match = AFTER_CARD.exec(text.slice(card.end, card.end + 40));
    if (!match) continue;
    const start = card.end + match[0].indexOf(match[1]!);
    found.push({ kind: 'card-expiry', start, end: start + match[1]!.length });
  }
  return found;
}

function lineBefore(text: string, position: number): string {
  return text
    .slice(Math.max(0, position - 40), position)
    .split('\n')
    .at(-1)!;
}

/** One-time codes. In an `error` text a bare "code 500123" is taken for the error's own. */
export function findOneTimeCodes(text: string, kind: TextKind): Find[] {
  if (!FIGURE.test(text) || !NAMES_CODE.test(text)) return [];
  const later = [...text.matchAll(OTP_LATER)]
    .filter(([, gap]) => !OTHER_NUMBER.test(gap!))
    .map((match) => spanOf(match, match[2]!));
  const found = [
    ...captured(text, OTP_AFTER, 'one-time-code'),
    ...later,
    ...captured(text, OTP_BEFORE, 'one-time-code'),
  ];
  found.push(...captured(text, OWN_CODE, 'one-time-code'), ...captured(text, GOOGLE_CODE, 'one-time-code'));
  return kind === 'error' ? found : [...found, ...captured(text, SIX_DIGIT_CODE, 'one-time-code')];
}

function captured(text: string, pattern: RegExp, kind: SecretKind): Find[] {
  return [...text.matchAll(pattern)].map((match) => ({ ...spanOf(match, match[1]!), kind }));
}

/** Where the captured value stands: a pattern holds it once, at its end or at its beginning. */
function spanOf(match: RegExpExecArray, value: string): Find {
  const start = match.index + (match[0].startsWith(value) ? 0 : match[0].lastIndexOf(value));
  return { kind: 'one-time-code', start, end: start + value.length };
}
