// The search over the FAQ of one language: an index made when okhelp is built, loaded when somebody asks.
import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import { termsOf } from './search-words.ts';

/** An entry as it is indexed. */
export interface SearchEntry {
  id: string;
  topic: string;
  question: string;
  /** Other ways to ask it. */
  also: string;
  answer: string;
}

export type SearchIndex = AsPlainObject;

export interface Hit {
  id: string;
  score: number;
  /** False where little of what was asked is in it. */
  sure: boolean;
  /** Words of the index that were found, as `termsOf` gives them. */
  terms: string[];
}

const OPTIONS: Options<SearchEntry> = {
  fields: ['question', 'also', 'answer'],
  storeFields: ['topic'],
  tokenize: (text) => termsOf(text),
  processTerm: (term) => term,
};

/** A single Chinese character helps to rank, and says nearly nothing about whether anything fits. */
const COVERS_ALONE = 0.1;
/** Words are looked for as beginnings and with slips of the finger from so many letters on. */
const BEGINNING = 4;
const SLIP = 5;
/** Below this share of what was asked nothing is said to fit. */
const LEAST_COVERED = 0.12;
/** And below this one the best is shown as the nearest, not as the answer. */
const SURELY_COVERED = 0.33;
/** So is one whose words are few and common. */
const WEAK = 30;

/** The index of these entries, as it is written to a file. */
export function indexOf(entries: readonly SearchEntry[]): SearchIndex {
  const search = new MiniSearch<SearchEntry>(OPTIONS);
  search.addAll(entries);
  return search.toJSON();
}

/** What fits the words, best first; empty where nothing does. `topic` keeps to one. */
export function searchFaq(words: string, index: SearchIndex, topic: string | null = null): Hit[] {
  const search = MiniSearch.loadJS<SearchEntry>(index, OPTIONS);
  const asked = [...new Set(termsOf(words))];
  if (asked.length === 0) return [];
  const results = search.search(words, {
    boost: { question: 3, also: 4, answer: 0.7 },
    prefix: (term) => /^[a-z]/.test(term) && term.length >= BEGINNING,
    fuzzy: (term) => (/^[a-z]/.test(term) && term.length >= SLIP ? 0.2 : false),
    weights: { fuzzy: 0.4, prefix: 0.5 },
    ...(topic === null ? {} : { filter: ({ topic: of }) => of === topic }),
  });
  const weightOf = (terms: readonly string[]) => terms.reduce((sum, term) => sum + weight(term), 0);
  const whole = weightOf(asked);
  return results.flatMap(({ id, score, terms, queryTerms }) => {
    const covered = weightOf(queryTerms) / whole;
    if (covered < LEAST_COVERED) return [];
    return [
      {
        id: id as string,
        score: Math.round(score * 100) / 100,
        sure: covered >= SURELY_COVERED && score >= WEAK,
        terms,
      },
    ];
  });
}

function weight(term: string): number {
  return isAlone(term) ? COVERS_ALONE : 1;
}

function isAlone(term: string): boolean {
  return term.length === 1 && term.charCodeAt(0) >= 0x3400;
}
