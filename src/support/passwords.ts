// Passwords and PINs that someone wrote beside the word for it, in English and Chinese.
import { findChangedPasswords } from './changed-passwords.ts';
import {
  bare,
  looksLikeValue,
  namesPassword,
  QUOTED,
  saysNothing,
  spanAtEnd,
  TOKEN,
  UNIT_AFTER,
  WORDS,
} from './password-words.ts';
import type { Find } from './told-secrets.ts';

/** `:`, `=`, 是, "is": what follows is the value, unless it only says how the password is. */
const STRONG = new RegExp(
  String.raw`(?:${WORDS})(?: (?:for|to|of|on) [\w.]{2,20}(?: \w{2,20})?|(?: that| which)? (?:I|we|he|she|they) (?:\w+ ){0,2}?(?:used?|set|typed|entered|chose|picked|gave|told)|我?(?:设置?|用|输入?|填写?)的)?\s?["'”’)\]>]?\s*(?<link>[:=]+>?|->|→|是|为|就是|叫|设为|设成|改成|改为|换成|\bis\b|\bwas\b|'s\b|(?<=[A-Za-z])>)\s*(?:我的?[\u4e00-\u9fff]{0,8})?(?:${QUOTED}|${TOKEN})`,
  'giu',
);
/** Nothing, a space, 输入了: what follows is the value if it looks like one. */
const WEAK = new RegExp(
  String.raw`(?:${WORDS})(?:\s|\(|-(?=\s)|输入了?|填写?了?|用的?|设置?了?|的|了){0,4}(?:${QUOTED}|(?![:=>,.;)\]/"'-])${TOKEN})`,
  'giu',
);
const BEFORE = new RegExp(
  String.raw`(?<![!-~])([!-~]{3,64})\s*(?:is|was|是|就是)\s*(?:my|the|our|我的?|我们的)?\s*(?:(?:login|payment|pay|wallet|account)\s)?(?:${WORDS})`,
  'giu',
);

/** A second one in the same breath: `hunter2 or hunter3`. */
const ANOTHER = /^\s*(?:,|and|or|和|或者?|、|\/|&)\s*((?=[!-~]*\d)(?=[!-~]*[A-Za-z])[A-Za-z0-9!@#$%^&*_+-]{4,64})/i;
const WRONG_BEFORE = /(?:wrong|incorrect|invalid|bad|expired|错误的?|不正确的?)\s*$/i;

/** Finds the values; phrases such as "the password is wrong" or 密码错误 stay. */
export function findPasswords(text: string): Find[] {
  if (!namesPassword(text)) return [];
  const found = findChangedPasswords(text);
  for (const match of text.matchAll(STRONG)) {
    const { quoted, token, link } = match.groups!;
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 80);
    if (quoted === undefined ? !isValue(token!, link!, after) : saysNothing(quoted)) continue;
    found.push(spanAtEnd(match));
    const another = ANOTHER.exec(after);
    if (another) {
      const end = match.index + match[0].length + another[0].length;
      found.push({ kind: 'password', start: end - another[1]!.length, end });
    }
  }
  for (const match of text.matchAll(WEAK)) {
    const value = match.groups!.quoted ?? match.groups!.token!;
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 20);
    if (WRONG_BEFORE.test(text.slice(Math.max(0, match.index - 16), match.index))) continue;
    if (match.groups!.quoted ? isQuotedValue(value) : looksLikeValue(value, after)) found.push(spanAtEnd(match));
  }
  for (const match of text.matchAll(BEFORE)) {
    const value = match[1]!;
    if (/\d|[^A-Za-z,.'"-]/.test(value) && !/[:.,;]$/.test(value)) {
      found.push({ kind: 'password', start: match.index, end: match.index + value.length });
    }
  }
  return found;
}

/** After "is" a word must be longer, and not one such as "rejected", to be taken for a password. */
function isValue(token: string, link: string, after: string): boolean {
  const word = bare(token);
  const spoken = /[a-z]/i.test(link);
  if (saysNothing(word) || word.length < (spoken ? 4 : 3) || (/^\d+$/.test(word) && UNIT_AFTER.test(after)))
    return false;
  return !(spoken && /^[a-z]+(?:ed|ing|ly)$/.test(word));
}

function isQuotedValue(word: string): boolean {
  return /^[!-~]{4,}$/.test(word) && !saysNothing(word);
}
