// Which letters and digits look alike: text folded to what the eye takes it for, after the skeleton of Unicode UTS #39.

/** Letters of other scripts, and rare Latin ones, by the plain letter they are taken for. Written for okhelp, not UTS #39's own table. */
const TAKEN_FOR: Record<string, string> = {
  a: 'аαɑᴀꭺᎪΑАⱥ',
  ae: 'æӕ',
  b: 'вβьƅɓʙΒВЬᏴƀ',
  c: 'сϲᴄСᏟϹƈȼ',
  d: 'ԁđɖᴅɗᎠ',
  e: 'еεҽєᴇɛΕЕᎬ℮ɇ',
  f: 'ғƒſ',
  g: 'ɡɢցɠǥᏀԍ',
  h: 'һнհʜħΗНᏂᎻ',
  i: 'іιıɩɪΙІᎥӀ',
  j: 'јϳᴊյЈᎫɉ',
  k: 'кκԟᴋƙĸΚКᏦҝқ',
  l: 'ӏʟłƚǀɭᏞⅼ',
  m: 'мᴍɱΜМᎷ',
  n: 'пηոɴŋɲɳΝƞ',
  o: 'оοօσøɵᴏΟОՕ๐໐ဝ०০',
  oe: 'œ',
  p: 'рρᴘƥþΡРᏢ',
  q: 'ԛզɋ',
  r: 'гʀɾɽᏒɍ',
  s: 'ѕꜱʂЅՏᏚ',
  t: 'тτᴛŧƫƭΤТᎢ',
  u: 'υսᴜʊцμՍ',
  v: 'νѵᴠʋᏙ',
  w: 'ωԝѡᴡաɯᎳ',
  x: 'хχҳΧХ',
  y: 'уγүʏƴɣΥУҮᎩɏ',
  z: 'ᴢƶʐζΖᏃȥ',
  3: 'зӡЗƷʒɜ',
  6: 'бƃ',
  '-': '‐‑‒–—−ー',
  '.': '。．｡․·',
  '/': '⁄∕╱',
};

const PLAIN = new Map(
  Object.entries(TAKEN_FOR).flatMap(([plain, letters]) => [...letters].map((letter) => [letter, plain] as const)),
);

/** Digits that stand for letters, and letters that the eye hardly tells apart. */
const ALIKE: Record<string, string> = {
  0: 'o',
  1: 'l',
  i: 'l',
  '|': 'l',
  2: 'z',
  3: 'e',
  4: 'a',
  5: 's',
  6: 'b',
  7: 't',
  8: 'b',
  9: 'g',
};

/** `text` in plain letters where a letter of another script, a wide or an accented one stands for it; lower case. */
export function plainLetters(text: string): string {
  const once = (part: string) => [...part].map((letter) => PLAIN.get(letter) ?? letter).join('');
  const parts = once(once(text).normalize('NFKC')).normalize('NFD');
  const decomposed = isAscii(parts) ? parts : parts.replace(/\p{M}/gu, '');
  return once(once(decomposed).toLowerCase());
}

/** What the eye takes `text` for: two texts with the same skeleton can be taken for each other. */
export function skeleton(text: string): string {
  return plainLetters(text)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll(/c[l1]/g, 'd')
    .replaceAll(/[0-9i|]/g, (sign) => ALIKE[sign] ?? sign);
}

/** The letters in `text` that are no plain ones, each with its code point: `о (U+043E)`. */
export function foreignLetters(text: string): string[] {
  const found = [...new Set(text)].filter((letter) => letter > '\x7f');
  return found.map((letter) => `${letter} (${codePoint(letter)})`);
}

/** `U+200B`. */
export function codePoint(letter: string): string {
  return `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Alphabets that are not mixed within one word, save to deceive; Chinese and Japanese beside Latin are usual. */
const ALPHABETS = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee', 'Hebrew', 'Arabic'] as const;
export type Alphabet = (typeof ALPHABETS)[number];

/** The alphabets that a word is written in. */
export function alphabetsIn(word: string): Alphabet[] {
  if (isAscii(word)) return /[A-Za-z]/.test(word) ? ['Latin'] : [];
  return ALPHABETS.filter((name) => new RegExp(`\\p{Script=${name}}`, 'u').test(word));
}

/** Of such a text the tables of all the world's letters need not be asked; they take a millisecond to be read. */
export function isAscii(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text);
}
