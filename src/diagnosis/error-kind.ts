// What kind of error a message speaks of, told only where its words leave no doubt.
import type { Script } from './plain-words.ts';

export type ErrorKind = 'details' | 'limit' | 'security' | 'three-d-secure' | 'declined' | 'identity' | 'busy';

/** The answer for a message that is there but does not say clearly what stood in the way. */
export const OTHER_MESSAGE = 'other-message';

/** Words that wallets, banks and cards use for one kind of refusal. "Try again later" alone is said for all of them. */
const SIGNS: Record<ErrorKind, Record<Script, RegExp>> = {
  details: {
    latin:
      /(?:incorrect|invalid|wrong|mismatch\w*|does not match|do not match)[^.;]{0,20}\b(?:name|number|details|address|postcode|expiry|card)\b|\b(?:name|number|details|address|postcode|expiry date)\b[^.;]{0,20}(?:incorrect|invalid|wrong|mismatch|not match)/i,
    han: /(?:信息|姓名|户名|卡号|账号|地址|有效期)[^，。；]{0,6}(?:有误|错误|不符|不一致|不匹配|不正确)/i,
  },
  limit: {
    latin:
      /\blimits? (?:is |was |has been )?(?:exceeded|reached)|exceed\w*[^.;]{0,25}\blimit|\bover (?:the|your) limit/i,
    han: /限额|超限|超出[^，。；]{0,8}额度|额度已?用完/i,
  },
  security: {
    latin: /\brisk\b|\bsuspicious\b|security (?:reasons?|check|control)|unusual activity/i,
    han: /风险|风控|安全原因/i,
  },
  'three-d-secure': {
    latin:
      /3-?d[- ]?s(?:ecure)?\b|\b(?:authentication|verification|confirmation) (?:by the bank )?(?:has )?(?:failed|timed out|was not completed|not completed)/i,
    han: /(?:银行|短信)验证[^，。；]{0,4}(?:失败|未通过|没通过|超时)/i,
  },
  declined: {
    latin:
      /(?:declined|refused|rejected) by (?:the |your )?(?:bank|card|issuer)|(?:bank|card|issuer)[^.;]{0,20}(?:declined|refused|rejected)|do not hono[u]?r/i,
    han: /(?:银行|银行卡|发卡行)[^，。；]{0,6}(?:拒绝|拒付)|被(?:银行|发卡行)拒/i,
  },
  identity: {
    latin: /(?:identity|id)[^.;]{0,15}(?:verif\w+|not verified)|verify your identity|\bkyc\b/i,
    han: /(?:实名|身份)(?:认证|验证|信息)/i,
  },
  busy: {
    latin:
      /system (?:is )?(?:busy|error|unavailable)|maintenance|network (?:error|problem)|service (?:is )?(?:temporarily )?unavailable/i,
    han: /系统(?:繁忙|维护|异常)|维护中|网络(?:异常|错误|超时)|服务(?:暂时)?不可用/i,
  },
};

/** The one kind that the words name; null where they name none or several. */
export function errorKind(text: string): ErrorKind | null {
  const scripts = [/[a-z]/i.test(text) && 'latin', /[\u3400-\u9fff]/.test(text) && 'han'] as const;
  const kinds = (Object.keys(SIGNS) as ErrorKind[]).filter((kind) =>
    scripts.some((script) => script && SIGNS[kind][script].test(text)),
  );
  return kinds.length === 1 ? kinds[0]! : null;
}

/** The choice of `payment-failed` that a kind stands for. */
export function paymentError(kind: ErrorKind | null): string {
  return kind === null || kind === 'identity' ? OTHER_MESSAGE : kind;
}

/** The choice of `topup-failed` that a kind stands for. */
export function topupError(kind: ErrorKind | null): string {
  if (kind === 'declined') return 'refused';
  if (kind === 'three-d-secure') return 'verification';
  return kind === null || kind === 'security' ? OTHER_MESSAGE : kind;
}
