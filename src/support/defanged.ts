// A link written so that nobody opens it by accident (hxxps://wallet[.]com, wallet(dot)com), as the link that it stands for.

const OPEN = '[\\[({<【（［]';
const CLOSE = '[\\])}>】）］]';
const inBrackets = (what: string): RegExp => new RegExp(`\\s*${OPEN}\\s*(?:${what})\\s*${CLOSE}\\s*`, 'gi');

const SCHEME = new RegExp(
  `^h(?:xx|\\*\\*)p(s?)\\s*(?:${OPEN}\\s*)?:\\s*(?:${CLOSE}\\s*)?(?://|${OPEN}//${CLOSE})\\s*(?:${CLOSE}\\s*)?`,
  'i',
);
/** `https[:]//`, `https[://]`: nothing but the brackets keeps it from being a link. */
const BRACKETED_SCHEME = new RegExp(
  `^(https?)\\s*(?:${OPEN}\\s*:\\s*${CLOSE}\\s*//|${OPEN}\\s*://\\s*${CLOSE})\\s*`,
  'i',
);
const WORDS = /^[\w.+-]+(?:\s+(?:at|艾特)\s+[\w-]+)?(?:\s+(?:dot|点)\s+[\w-]+)+(?:[/?#]\S*)?$/i;
/** `wallet点com`, where an ending of letters follows. */
const POINT = /^[\w-]+(?:点[\w-]+)*点[a-z]{2,}(?:[/?#]\S*)?$/i;

/** `text` itself where it is not written in such a way. */
export function refanged(text: string): string {
  const linked = text
    .replace(SCHEME, (_, secure: string) => `http${secure.toLowerCase()}://`)
    .replace(BRACKETED_SCHEME, '$1://')
    .replace(inBrackets('\\.|。|．|dot|点'), '.')
    .replace(inBrackets('@|at|艾特'), '@')
    .replace(inBrackets('/'), '/');
  if (WORDS.test(linked)) return linked.replace(/\s+(?:at|艾特)\s+/i, '@').replace(/\s+(?:dot|点)\s+/gi, '.');
  return POINT.test(linked) ? linked.replaceAll('点', '.') : linked;
}
