// What a sentence is made of, for weighing it: English words, their neighbours and their parts; Chinese signs in ones, twos and threes.
import { HAN, plainHan, plainLatin, type Script } from './plain-words.ts';

/** Words that say nothing about what is wrong, however well they are known. */
const STOP = new Set(
  (
    'a an and the i im ive id me my mine we our you your it its is are am was were be been being do does did have has had to of in on at by for from with this that there so but or as if s t ' +
    'cny rmb usd eur gbp hkd please hi hello hey thanks thank can could would will shall should ' +
    'day days hour hours week weeks month months year years minute minutes today yesterday tomorrow now ago since last morning evening night ' +
    'monday tuesday wednesday thursday friday saturday sunday one two three four five six seven eight nine ten'
  ).split(' '),
);
const STOP_HAN =
  /(?:[一二两三四五六七八九十几半多]|好几|大半)+多?个?(?:工作日|天|小时|钟头|分钟|月|周|星期|礼拜|年)|[今昨明前]天|[上下]午|早上|晚上|你好|您好|请问|一下|[的了吗呢啊吧么嘛呀我你您他她它是在w\s]/g;
const SIGNS = new RegExp(HAN, 'g');

/** Three signs in a row count half as much as one or two: they are rarely met again. */
const TRIPLE = 0.5;

/**
 * The features of a text in one script, by bucket: each feature falls into one of `buckets` by its hash. The values of a
 * longer sentence are smaller, so that all sentences weigh alike.
 */
export function featuresOf(text: string, script: Script, buckets: number): Map<number, number> {
  const found = new Map<number, number>();
  const add = (features: ReadonlySet<string>, weigh: (feature: string) => number) => {
    for (const feature of features) {
      const bucket = hashOf(feature) % buckets;
      found.set(bucket, (found.get(bucket) ?? 0) + weigh(feature) / Math.sqrt(features.size));
    }
  };
  if (script === 'han') add(hanFeatures(text), (feature) => (feature.startsWith('3') ? TRIPLE : 1));
  else for (const features of latinFeatures(text)) add(features, () => 1);
  return found;
}

/** The words (in Chinese the signs) that can say what is wrong; the known ones among them tell how far to believe the rest. */
export function tellingWords(text: string, script: Script): string[] {
  if (script === 'han') return [...new Set(plainHan(text).replace(STOP_HAN, '').match(SIGNS))];
  return [...new Set(wordsIn(plainLatin(text)).filter((word) => word !== '0' && !STOP.has(word)))];
}

/** Parts of four letters: they tell a slip of the finger (`pament`) from a word that nobody knows. */
export function partsOf(word: string): string[] {
  const edged = `_${word}_`;
  return Array.from({ length: Math.max(0, edged.length - 3) }, (_, at) => edged.slice(at, at + 4));
}

/** A number of 32 bits for each text (FNV-1a, mixed once more so that its low bits are even too). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Words and pairs of words; parts of words of three and four letters, which forgive endings and slips. */
function latinFeatures(text: string): [Set<string>, Set<string>] {
  const words = wordsIn(plainLatin(text));
  const whole = new Set<string>();
  const parts = new Set<string>();
  for (const [i, word] of words.entries()) {
    whole.add(word);
    if (i > 0) whole.add(`${words[i - 1]} ${word}`);
    const edged = `_${word}_`;
    for (const length of [3, 4]) {
      for (let at = 0; at + length <= edged.length; at++) parts.add(`+${edged.slice(at, at + length)}`);
    }
  }
  return [whole, parts];
}

/** Words of letters; every number is `0`, and codes of letters and digits are left out. */
function wordsIn(plain: string): string[] {
  const words = plain.match(/[a-z\d]+/g) ?? [];
  return words.map((word) => (/^\d+$/.test(word) ? '0' : word)).filter((word) => word === '0' || !/\d/.test(word));
}

/** Signs in ones, twos and threes, edges of clauses among them; an English word or a number counts as one sign. */
function hanFeatures(text: string): Set<string> {
  const signs = [' ', ...(plainHan(text).match(HAN_TOKENS) ?? []), ' ']
    .map((sign) => (/^[\d*]/.test(sign) ? '0' : /^[a-z\u3400-\u9fff\uf900-\ufaff]/.test(sign) ? sign : ' '))
    .filter((sign, i, all) => sign !== ' ' || all[i - 1] !== ' ');
  const features = new Set<string>();
  for (const length of [1, 2, 3]) {
    for (let at = 0; at + length <= signs.length; at++) {
      const run = signs.slice(at, at + length).join('');
      if (run.trim() !== '') features.add(`${length}${run}`);
    }
  }
  return features;
}

const HAN_TOKENS = new RegExp(`${HAN}|[a-z]+|[\\d*]+|[^a-z\\d*\\u3400-\\u9fff\\uf900-\\ufaff]+`, 'g');
