// Keys and tokens that let a program act for somebody: API keys, bearer and session tokens, JSON Web Tokens.
import type { Find } from './told-secrets.ts';

/** Keys that say by how they begin what they are, as their makers gave them these beginnings to be found by. */
const KNOWN = new RegExp(
  `(?<![A-Za-z0-9_])(?:${[
    '[sr]k_(?:live|test)_[A-Za-z0-9]{12,128}',
    'sk-[A-Za-z0-9_-]{20,200}',
    'gh[pousr]_[A-Za-z0-9]{30,255}',
    'github_pat_[A-Za-z0-9_]{30,255}',
    'glpat-[A-Za-z0-9_-]{20,64}',
    'xox[abeoprs]-[A-Za-z0-9-]{10,255}',
    '(?:AKIA|ASIA)[A-Z0-9]{16}',
    'AIza[A-Za-z0-9_-]{35}',
    'LTAI[A-Za-z0-9]{12,24}',
    'AKID[A-Za-z0-9]{13,40}',
  ].join('|')})(?![A-Za-z0-9])`,
  'g',
);

/** RFC 7519: a header and a body, each a JSON object in base64url (`{"` is `eyJ`), and as a rule a signature. */
const WEB_TOKEN = /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]{6,}(?:\.[A-Za-z0-9_-]+){0,3}/g;

/** RFC 6750: whatever follows the word in a header that was copied whole. */
const BEARER = /\b(?:authorization\s*[:=]\s*(?:bearer|basic|token)|bearer)\s+([A-Za-z0-9._~+/=-]{8,4096})/gi;

const NAMES = String.raw`(?:api|access|app|client|consumer|session|auth|authentication|refresh|bearer|security|user|login)[ _-]?(?:key|secret|token)(?:[ _-]?(?:key|id))?s?|api[ _-]?(?:secret|key)[ _-]?key|(?:session[ _-]?id|sessid|sid|cookies?)|(?:API|接口|访问|应用|会话|登录|身份)\s?(?:密钥|秘钥|令牌|凭证)|(?<![A-Za-z])secret(?=\s*[:=])|令牌`;
const NAMED = new RegExp(
  String.raw`(?<![A-Za-z])(?:${NAMES})["'”’)\]]?\s*(?:[:=]+>?|是|为|\bis\b|\bwas\b)\s*(?:[A-Za-z_]{1,24}=)?["'“‘\x60]?([A-Za-z0-9._~+/=-]{12,4096})`,
  'gi',
);

/** An address or a transaction id on a chain: everybody may see it. */
const PUBLIC = /^(?:0x)?[0-9a-f]{40}$|^0x[0-9a-f]{64}$/i;

/** Finds keys and tokens. Beside a name that only may mean one, a value has letters and digits and is no address. */
export function findAccessKeys(text: string): Find[] {
  const found: Find[] = [...text.matchAll(KNOWN), ...text.matchAll(WEB_TOKEN)].map((match) => span(match, match[0]));
  for (const match of text.matchAll(BEARER)) if (/\d/.test(match[1]!)) found.push(span(match, match[1]!));
  for (const match of text.matchAll(NAMED)) {
    const value = match[1]!.replace(/[.=/-]+$/, '');
    if (/\d/.test(value) && /[A-Za-z]/.test(value) && !PUBLIC.test(value)) found.push(span(match, value));
  }
  return found;
}

function span(match: RegExpExecArray, value: string): Find {
  const start = match.index + match[0].lastIndexOf(value);
  return { kind: 'access-key', start, end: start + value.length };
}
