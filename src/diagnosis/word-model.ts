// The weights that were learnt from what people say, as the file of one script holds them, and what they make of a sentence.
import type { ProblemId } from '../knowledge/content.ts';
import { featuresOf, hashOf, partsOf, tellingWords } from './features.ts';
import type { Script } from './plain-words.ts';

export interface WordModel {
  script: Script;
  problems: ProblemId[];
  /** How many buckets the features fall into. */
  buckets: number;
  /** One bit for each hash of a word that was met while learning. */
  known: Uint8Array;
  /** A row of weights for each bucket, one for each problem. */
  weights: Int8Array;
  /** What one step of a weight is worth. */
  step: number;
  /** What is added for each problem, whatever the words are. */
  bias: number[];
  /** The scores are divided by this, so that 0.8 means right four times in five. */
  temperature: number;
}

/** What the first line of the file says; the bytes of `known` and `weights` follow it. */
export interface ModelHeader extends Omit<WordModel, 'known' | 'weights'> {
  format: 'okhelp.words/1';
  /** Bytes of `known`. */
  knownBytes: number;
  /** Whose texts the figures were computed from, and under which licence. */
  attribution: string;
}

/** Reads a file of weights; throws where it is not one, or is cut off. */
export function decodeModel(bytes: Uint8Array): WordModel {
  const end = bytes.indexOf(10);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as ModelHeader;
  const { format, script, problems, buckets, knownBytes, step, bias, temperature } = header;
  const known = bytes.subarray(end + 1, end + 1 + knownBytes);
  const rest = bytes.subarray(end + 1 + knownBytes);
  if (format !== 'okhelp.words/1' || rest.length !== buckets * problems.length) {
    throw new Error(`the weights of ${script} words are not as they should be`);
  }
  const weights = new Int8Array(rest.buffer, rest.byteOffset, rest.length);
  return { script, problems, buckets, known, weights, step, bias, temperature };
}

/** How much speaks for each problem, in the order of the model's problems. */
export function scoresOf(
  text: string,
  { script, problems, buckets, weights, step, bias, temperature }: WordModel,
): number[] {
  const scores = problems.map(() => 0);
  for (const [bucket, value] of featuresOf(text, script, buckets)) {
    const row = bucket * problems.length;
    for (let i = 0; i < scores.length; i++) scores[i]! += value * weights[row + i]!;
  }
  return scores.map((score, i) => (score * step + bias[i]!) / temperature);
}

/**
 * How many of the words that can say what is wrong are there, and how many of them were ever met while learning; an
 * English word that is only like such words counts as far as its parts were met.
 */
export function knownWords(text: string, { script, known }: WordModel): { telling: number; known: number } {
  const words = tellingWords(text, script);
  const share = (word: string): number => {
    if (isMarked(word, known)) return 1;
    const parts = script === 'latin' ? partsOf(word) : [];
    return parts.length === 0 ? 0 : parts.filter((part) => isMarked(part, known)).length / parts.length;
  };
  return { telling: words.length, known: words.reduce((sum, word) => sum + share(word), 0) };
}

/** The two bits that stand for a word. */
export function marksOf(word: string, bytes: number): [number, number] {
  const hash = hashOf(word);
  return [hash % (8 * bytes), hashOf(`${word} `) % (8 * bytes)];
}

function isMarked(word: string, known: Uint8Array): boolean {
  return marksOf(word, known.length).every((bit) => (known[bit >> 3]! >> (bit & 7)) & 1);
}
