// Passwords told while telling that they were set or changed: "reset the PIN to …", 密码改成了…, "… as my password".
import { bare, looksLikeValue, QUOTED, saysNothing, spanAtEnd, TOKEN, UNIT_AFTER, WORDS } from './password-words.ts';
import type { Find } from './told-secrets.ts';

const VERB = '(?:re-?)?(?:chang|set|updat|alter|switch|mak|made|modif|renew|chos|pick|creat)[a-z]*';
const VALUE = `(?:${QUOTED}|${TOKEN})`;
const OWNER = String.raw`(?:\s+(?:for|of|on|in)\s+[\w.'’-]{2,20}(?:\s+\w{2,20}){0,2}?)?`;
const LINK = String.raw`(?:back\s+)?(?:to|as|into|from)(?:\s+be)?(?:\s+(?:this|the following|now))?\s*[:=]?\s*`;

const PATTERNS = [
  // changed my password to …; the password was then reset to …; set new PIN as …
  String.raw`\b${VERB}\s+(?:[\w'’]+\s+){0,5}?(?:${WORDS})${OWNER}\s*,?\s+${LINK}${VALUE}`,
  String.raw`(?:${WORDS})${OWNER}(?:\s+[\w'’]+){0,5}?\s+${VERB}\s+(?:[\w'’]+\s+){0,2}?${LINK}${VALUE}`,
  // the new password will be …, should have been …, used to be …
  String.raw`(?:${WORDS})${OWNER}\s+(?:(?:will|would)\s+(?:\w+\s+){0,3}?be|used to be|(?:should|could|must|may) have been)\s*[:=]?\s+${VALUE}`,
  // the password from … to …
  String.raw`(?:${WORDS})\s+from\s+${VALUE}(?=\s+to\s)`,
];
/** `password before: …`, "I changed the password, the new one is …": only what looks like a value. */
const LATER = String.raw`(?:${WORDS})(?:[^\n]{0,40}?\b(?:new one|old one|it)(?:\s*['’]s|\s+(?:is|was|will be))(?:\s+now)?\s*:?\s+|(?: \w+){1,3}\s*[:=]\s*)${VALUE}`;

/** "the PIN is now …", "must be …": the same, since as often a word follows that says how it is. */
const NOW = String.raw`(?:${WORDS})${OWNER}\s+(?:(?:is|was|has|had|have|must|should|can|could|may|might)\s+(?:\w+\s+){0,3}?(?:be|been|now)|becomes?|became|remains?|stays|now)\s*[:=]?\s+${VALUE}`;

const CHANGE_ZH = '(?:修改|更改|更换|更新|变更|重置|重设|设置|设定|调整|改|换|设|变|定|弄|调)';
/** 密码改成了 …, 密码重置为 …, 把密码从 … 改成 …: a word is enough. */
const CHANGED_ZH = String.raw`(?:${WORDS})(?:[\u4e00-\u9fff]{0,8}?|[^\n。]{0,40}?)(?:${CHANGE_ZH}(?:成功?|为|到|作|做)了?|换了?个?|用的?是|从)\s*(?:[:=]|是)?\s*${VALUE}`;
/** 密码改了 …, 改了密码，现在是 …: only what looks like a value. */
const TOLD_ZH = String.raw`(?:${WORDS})(?:${CHANGE_ZH}(?:好|过)?了\s*[:,，]?\s*|[^\dA-Za-z\n。]{0,16}?(?:是|为|叫|[:=])\s*)${VALUE}`;
const OF_A_PASSWORD = /[新旧改换设]|现在|原来|原先|以前|之前|后来|目前|还是|应该|告诉|泄露|发给|给了/;

/** `from hunter1 to hunter2`, 从 hunter1 改成 hunter2: the second value, behind the first. */
const AND_THEN = /^\s*(?:->|→|(?:to|into)\b|改成|改为|换成|换为|变成|变为|到|成)了?\s*["'“‘]?([!-~]{3,64})/i;

/** `hunter2 as my password`, 用 hunter2 当密码. */
const BEFORE = String.raw`(?<![!-~])(?<value>[!-~]{3,64})\s*(?:(?:is |was )?(?:set |used )?as|当作?|作为?|做|设为|设成)\s*(?:my|the|our|a|我的?|新的?|new|old|\s)*(?:(?:login|payment|pay|wallet|account)\s)?(?:${WORDS})`;

/** Made when the first text names a password. */
let patterns: { strict: RegExp[]; loose: RegExp[]; asPassword: RegExp } | null = null;

function compiled(): NonNullable<typeof patterns> {
  const all = (sources: readonly string[]) => sources.map((source) => new RegExp(source, 'giu'));
  return {
    strict: all([LATER, NOW, TOLD_ZH]),
    loose: all([...PATTERNS, CHANGED_ZH]),
    asPassword: new RegExp(BEFORE, 'giu'),
  };
}

/** What follows "to" where no password does: "changed my PIN to stop this", "to something else". */
const GOES_ON = new Set(
  (
    'something anything nothing someone one new old shown seen given taken chosen mine yours theirs available active visible stronger longer ' +
    'safer better weaker shorter easier default random temporary login log sign get protect prevent stop make keep avoid regain recover access ' +
    'continue proceed verify confirm see try use have do go let fix check unlock open enter'
  ).split(' '),
);

/** Finds the values; "changed my password to be safe", 密码改了3次 and the like stay. */
export function findChangedPasswords(text: string): Find[] {
  const found: Find[] = [];
  patterns ??= compiled();
  const { strict, loose, asPassword } = patterns;
  for (const pattern of loose) for (const match of text.matchAll(pattern)) keep(match, isTold(match, text));
  for (const pattern of strict) for (const match of text.matchAll(pattern)) keep(match, isPlain(match, text));
  for (const match of text.matchAll(asPassword)) {
    const { value } = match.groups!;
    if (/\d/.test(value!) && looksLikeValue(value!, '')) {
      found.push({ kind: 'password', start: match.index, end: match.index + value!.length });
    }
  }
  return found;

  function keep(match: RegExpExecArray, told: boolean): void {
    if (!told) return;
    const first = spanAtEnd(match);
    found.push(first);
    const end = match.index + match[0].length;
    const second = AND_THEN.exec(text.slice(end, end + 100));
    if (!second || saysNothing(bare(second[1]!))) return;
    const last = end + second[0].length;
    found.push({
      kind: 'password',
      start: last - second[1]!.length,
      end: last - second[1]!.length + bare(second[1]!).length,
    });
  }
}

/** A passphrase in quotes, and not what is said of one. */
const IN_CHINESE = /^(?!.*(?:密码|新|旧|错误|正确|默认|初始|随机|复杂|简单|一样|相同))[\u4e00-\u9fff]{2,16}$/;

/** What looks like a value, or one word that ends the clause: in "changed my PIN to stop this" a sentence goes on. */
function isTold(match: RegExpExecArray, text: string): boolean {
  const { quoted, token } = match.groups!;
  if (quoted !== undefined) return IN_CHINESE.test(quoted) || !saysNothing(quoted);
  const after = text.slice(match.index + match[0].length);
  if (/mail|邮箱/i.test(match[0]) && /@[\w-]+\./.test(token!)) return false;
  if (looksLikeValue(token!, after)) return true;
  const word = bare(token!);
  if (word.length < 3 || /^\d/.test(word) || saysNothing(word) || UNIT_AFTER.test(after)) return false;
  if (GOES_ON.has(word.toLowerCase())) return false;
  if (/[a-z][A-Z]|[@#$%^&*_+=~]/.test(word)) return true;
  const endsClause = word.length < token!.length || /^\s*(?:$|[\n,.;!?。，；！)]|了|and\b|but\b)/.test(after);
  return endsClause && !/^[a-z]+(?:ed|ing|ly|er)$/.test(word);
}

function isPlain(match: RegExpExecArray, text: string): boolean {
  const { quoted, token } = match.groups!;
  const lead = match[0].slice(0, match[0].length - (token ?? quoted!).length);
  if (/[\u4e00-\u9fff]/.test(lead) ? !OF_A_PASSWORD.test(lead) || OTHER.test(lead) : OTHER.test(lead)) return false;
  if (quoted !== undefined) return /\d/.test(quoted) && !saysNothing(quoted);
  const after = text.slice(match.index + match[0].length);
  return looksLikeValue(token!, after) && (/[A-Za-z]/.test(bare(token!)) || /[\u4e00-\u9fff]|^pin/i.test(lead));
}

/** Then the value is something else's. */
const OTHER =
  /订单|单号|流水|交易号|余额|金额|电话|手机|尾号|账[户号]|编号|错误|代码|客服|微信|邮箱|用户名|提示|显示|报错|时间|日期|次数|版本|order|transaction|reference|amount|balance|phone|ticket|case|error|ending|account|shows?|says?|code (?:is|was)|version|file|field/i;
