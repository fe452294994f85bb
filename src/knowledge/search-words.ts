// The words by which the FAQ is searched: English words without their endings, Chinese characters and their pairs.

import { inSimplified } from '../diagnosis/simplified.ts';
import { ALIKE, ALIKE_HAN, PHRASES } from './search-synonyms.ts';

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

const SAME = new Map(ALIKE.flatMap(([first, ...others]) => others.map((other) => [other, first!] as const)));

/** One word or pair of the text, and where in the text it stands. */
export interface Term {
  term: string;
  start: number;
  end: number;
}

/**
 * The terms of a text in order; letter case, width of characters, English endings and traditional or simplified
 * characters make no difference.
 */
export function termsOf(text: string): string[] {
  return [...latinTerms(text).map(({ term }) => term), ...hanTerms(text)];
}

function plainOf(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** From this character of the private area on, one stands for each word that a phrase becomes. */
const FIRST_SIGN = 0xe000;
const FILL = '\uf8ff';

/** English words with their places in the text as it is written. */
export function latinTerms(text: string): Term[] {
  let joined = text.toLowerCase().replaceAll(/[\ue000-\uf8ff]/g, ' ');
  // A phrase keeps its place: a sign for its word, and filling up to its end.
  for (const [i, [phrase]] of PHRASES.entries()) {
    joined = joined.replace(phrase, (whole) => String.fromCharCode(FIRST_SIGN + i).padEnd(whole.length, FILL));
  }
  const terms: Term[] = [];
  for (const match of joined.matchAll(/[\ue000-\uf8fe]\uf8ff*|[a-z][a-z'’]*|(?<!\d)\d{3,6}(?!\d)/g)) {
    const place = { start: match.index, end: match.index + match[0].length };
    const phrase = PHRASES[match[0].charCodeAt(0) - FIRST_SIGN];
    const word = phrase?.[1] ?? match[0].replaceAll(/['’]/g, '');
    if (STOP.has(word)) continue;
    const bare = phrase || /^\d/.test(word) ? word : stem(word);
    terms.push({ term: SAME.get(bare) ?? bare, ...place });
  }
  return terms;
}

function hanTerms(text: string): string[] {
  let plain = inSimplified(plainOf(text));
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
