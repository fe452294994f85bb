// What a sentence is made of, for comparing sentences: Chinese characters and their pairs, English words and theirs.

const STOP = new Set(
  (
    'a an and the i im me my mine we our you your it its is are am was were be been do does did have has had to of in on at by for from with this that there so but or as if ' +
    'cny rmb usd eur gbp hkd please hi hello hey thanks can could would will ' +
    'day days hour hours week weeks month months year years minute minutes today yesterday tomorrow now ago since last morning evening ' +
    'monday tuesday wednesday thursday friday saturday sunday one two three four five six seven eight nine ten'
  ).split(' '),
);

/** Spans and times of day in Chinese: they say when, never what. */
const TIMES =
  /(?:[一二两三四五六七八九十几半多\d]|好几|大半)+多?个?(?:工作日|天|小时|钟头|分钟|月|周|星期|礼拜|年)|[今昨明前]天|[上下]午|早上|晚上/g;

/** A failure denied says the contrary of what its words say. */
const NO_FAILURE = /\b(?:not|never|didnt|hasnt|wasnt)(?: yet)? fail(?:ed)?\b/g;
const NO_FAILURE_HAN = /(?:没有?|未|并未|不是)失败/g;

const HAN = '[\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff]';
const RUN = new RegExp(`${HAN}+`, 'g');

/** Whether the feature is two characters or words that stand together. */
export function isPair(feature: string): boolean {
  return feature.length === 2 ? isHan(feature) && isHan(feature[1]!) : feature.includes(' ');
}

export type Script = 'han' | 'latin';

/** The script that a feature is written in; the index of each lies in a document of its own. */
export function scriptOf(feature: string): Script {
  return isHan(feature) ? 'han' : 'latin';
}

/** By the first character; all that `HAN` has lies above the alphabets, and features have nothing else up there. */
function isHan(text: string): boolean {
  return text.charCodeAt(0) >= 0x3400;
}

/**
 * The set of features of a text. Digits, times, signs, codes with digits in them, letter case, width of characters and
 * English endings make no difference.
 */
export function featuresOf(text: string): Set<string> {
  const features = new Set<string>();
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('帐', '账')
    .replace(/['’]/g, '')
    .replace(/\btop(?:[- ]?(?:up|ups)|(?:ped|ping)[- ]up)\b/g, 'topup')
    .replace(NO_FAILURE, 'succeeded')
    .replace(NO_FAILURE_HAN, '成功')
    .replace(TIMES, ' ');
  for (const [run] of plain.matchAll(RUN)) {
    for (let i = 0; i < run.length; i++) {
      features.add(run[i]!);
      if (i > 0) features.add(run.slice(i - 1, i + 1));
    }
  }
  const written = [...plain.matchAll(/(?<![a-z\d])[a-z]+(?![a-z]*-?\d)/g)].map(([word]) => word);
  const words = written.filter((word) => !STOP.has(word)).map(stem);
  for (const [i, word] of words.entries()) {
    features.add(word);
    if (i > 0) features.add(`${words[i - 1]} ${word}`);
  }
  return features;
}

/** The word without its commonest endings: `charged`, `charges` and `charging` are one. */
function stem(word: string): string {
  const bare = word.replace(/(?:ing|ed|es|s)$/, '');
  if (bare.length < 3) return word;
  return bare.replace(/([^aeiouls])\1$/, '$1').replace(/e$/, '');
}
