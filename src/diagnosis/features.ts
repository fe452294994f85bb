// What a sentence is made of, for comparing sentences: Chinese characters and their pairs, English words and theirs.

const STOP = new Set(
  'a an and the i im me my mine we our you your it its is are am was were be been do does did have has had to of in on at by for from with this that there so but or as if cny rmb usd eur gbp hkd'.split(
    ' ',
  ),
);

/** Whether the feature is two characters or words that stand together. */
export function isPair(feature: string): boolean {
  return feature.includes(' ') || /^\p{sc=Han}{2}$/u.test(feature);
}

/**
 * The set of features of a text. Digits, signs, codes with digits in them, letter case, width of characters and English
 * endings make no difference.
 */
export function featuresOf(text: string): Set<string> {
  const features = new Set<string>();
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('帐', '账').replace(/['’]/g, '');
  for (const [run] of plain.matchAll(/\p{sc=Han}+/gu)) {
    const characters = [...run];
    for (const [i, character] of characters.entries()) {
      features.add(character);
      if (i > 0) features.add(characters[i - 1]! + character);
    }
  }
  const written = [...plain.matchAll(/(?<![a-z\d])[a-z]+(?![a-z]*-?\d)/g)].map(([word]) => word);
  const words = written.filter((word) => !STOP.has(word));
  for (const [i, word] of words.map(stem).entries()) {
    features.add(word);
    if (i > 0) features.add(`${stem(words[i - 1]!)} ${word}`);
  }
  return features;
}

/** The word without its commonest endings: `charged`, `charges` and `charging` are one. */
function stem(word: string): string {
  const bare = word.replace(/(?:ing|ed|es|s)$/, '');
  if (bare.length < 3) return word;
  return bare.replace(/([^aeiouls])\1$/, '$1').replace(/e$/, '');
}
