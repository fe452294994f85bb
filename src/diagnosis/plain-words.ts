// A sentence made even before it is taken apart: width, case, script, spelling and the name of the wallet make no difference.
import { fromCantonese } from './cantonese.ts';
import { inSimplified } from './simplified.ts';

export type Script = 'han' | 'latin';

export const HAN = '[\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff]';
const HAN_SIGN = new RegExp(HAN);

/** The scripts that words are written in; Latin where there is neither. */
export function scriptsOf(text: string): Script[] {
  const han = HAN_SIGN.test(text);
  const latin = /[a-z]/i.test(text.normalize('NFKC').replace(NAMES, ' '));
  return han ? (latin ? ['han', 'latin'] : ['han']) : ['latin'];
}

/** Names and codes that are written alike in both languages; beside Chinese they do not make a sentence English. */
const NAMES = /\b(?:okpay|app|usdt|usdc|trx|btc|eth|cny|rmb|usd|hkd|id|sim|atm|qq|wifi|[a-z]{1,2}|[a-z]*\d\w*)\b/gi;

/** Slips that are typed every day, and names of wallets, which say nothing about what is wrong. */
const SPELLINGS: [RegExp, string][] = [
  [/帐/g, '账'],
  [/花贝/g, '花呗'],
  [/[储加]值/g, '充值'],
  [/提领|出金/g, '提现'],
  [/登陆/g, '登录'],
  [/冲(?=值|话费|钱|[q币点])/g, '充'],
  [/体现(?=不|失败|到|了|没|$)/g, '提现'],
  [/己经|己(?=冻|还|付|退|取|扣)/g, '已'],
  [/(?:蚂蚁)?(?:花呗|借呗)|支付宝|网商贷|余额宝|ok\s?pay/g, 'w'],
  [/w的?w/g, 'w'],
];

/** A failure denied says the contrary of what its words say. */
const NO_FAILURE = /\b(?:not|never|didnt|hasnt|wasnt)(?: yet)? fail(?:ed)?\b/g;
const NO_FAILURE_HAN = /(?:没有?|未|并未|不是)失败/g;

/** Chinese words in one writing. */
export function plainHan(text: string): string {
  let plain = fromCantonese(inSimplified(text.normalize('NFKC').toLowerCase()));
  for (const [written, meant] of SPELLINGS) plain = plain.replace(written, meant);
  return plain.replace(NO_FAILURE_HAN, '成功没问题');
}

/** English words in one writing. */
export function plainLatin(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`´]/g, '')
    .replace(/\bok ?pay\b/g, 'okpay')
    .replace(/\btop(?:[- ]?(?:up|ups)|(?:ped|ping)[- ]up)\b/g, 'topup')
    .replace(NO_FAILURE, 'succeeded');
}
