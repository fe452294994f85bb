// The search over the FAQ of one language: indexes made when okhelp is built, loaded when somebody asks.
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

/** How an entry is asked for, and what it answers; the second is only loaded where the first does not help. */
export interface SearchIndexes {
  questions(): SearchIndex;
  answers(): SearchIndex;
}

export interface Hit {
  id: string;
  score: number;
  /** False where little of what was asked is in it. */
  sure: boolean;
  /** Words of the index that were found, as `termsOf` gives them. */
  terms: string[];
}

const QUESTIONS = options('question', 'also');
const ANSWERS = options('answer');
/** A question counts less than the other ways to ask it, because those are many and each is short. */
const BOOST = { question: 3, also: 4, answer: 1 };

/** A single Chinese character helps to rank, and says nearly nothing about whether anything fits. */
const COVERS_ALONE = 0.1;
/** Words are looked for as beginnings and with slips of the finger from so many letters on. */
const BEGINNING = 4;
const SLIP = 5;
/** Below this share of what was asked nothing is said to fit. */
const LEAST_COVERED = 0.12;
/** And below this one the best is shown as the nearest, not as the answer. */
const SURELY_COVERED = 0.25;
/**
 * So is one that scores less than this, times what is covered; a term that no entry has weighs twice against it. Chinese
 * scores are higher, because each character and each pair is a term. Chosen on the odd lines of bench/faq-questions.
 */
const WEAK = { latin: 50, han: 200 };
/** One or two terms that entries have are enough, however little they score. */
const LONGER = 3;

/** The indexes of these entries, as they are written to files. */
export function indexesOf(entries: readonly SearchEntry[]): Record<keyof SearchIndexes, SearchIndex> {
  const made = (of: Options<SearchEntry>) => {
    const search = new MiniSearch<SearchEntry>(of);
    search.addAll(entries);
    return search.toJSON();
  };
  return { questions: made(QUESTIONS), answers: made(ANSWERS) };
}

/**
 * What fits the words, best first; empty where nothing does. What is asked counts before what is only mentioned in an
 * answer. `topic` keeps to one.
 */
export function searchFaq(words: string, indexes: SearchIndexes, topic: string | null = null): Hit[] {
  const asked = [...new Set(termsOf(words))];
  if (asked.length === 0) return [];
  const hits = found(words, asked, MiniSearch.loadJS<SearchEntry>(indexes.questions(), QUESTIONS), topic);
  if (hits[0]?.sure) return hits;
  const mentioned = found(words, asked, MiniSearch.loadJS<SearchEntry>(indexes.answers(), ANSWERS), topic);
  return [...hits, ...mentioned.filter(({ id }) => !hits.some((hit) => hit.id === id))];
}

function found(words: string, asked: readonly string[], search: MiniSearch<SearchEntry>, topic: string | null): Hit[] {
  const results = search.search(words, {
    boost: BOOST,
    prefix: (term) => /^[a-z]/.test(term) && term.length >= BEGINNING,
    fuzzy: (term) => (/^[a-z]/.test(term) && term.length >= SLIP ? 0.2 : false),
    weights: { fuzzy: 0.4, prefix: 0.5 },
    ...(topic === null ? {} : { filter: ({ topic: of }) => of === topic }),
  });
  const weightOf = (terms: readonly string[]) => terms.reduce((sum, term) => sum + weight(term), 0);
  const whole = weightOf(asked);
  const known = new Set(results.flatMap(({ queryTerms }) => queryTerms).map(read));
  const strange = weightOf(asked.filter((term) => !known.has(term)));
  const weak = asked.some(isHan) ? WEAK.han : WEAK.latin;
  return results.flatMap(({ id, score, terms, queryTerms }) => {
    const matched = weightOf(queryTerms.map(read));
    const covered = whole === 0 ? 1 : matched / whole;
    if (covered < LEAST_COVERED) return [];
    const strong = whole === 0 || (score * matched) / (whole + strange) >= weak;
    const sure = covered >= SURELY_COVERED && (strong || (asked.length < LONGER && strange === 0));
    return [{ id: id as string, score: Math.round(score * 100) / 100, sure, terms: terms.map(read) }];
  });
}

function options(...fields: (keyof SearchEntry)[]): Options<SearchEntry> {
  return { fields, storeFields: ['topic'], tokenize: (text) => termsOf(text), processTerm: written };
}

/**
 * A term as it stands in the index. MiniSearch keeps a tree with a branch for each first sign and goes through them one
 * by one; thousands of Chinese characters side by side made a search take a quarter of a second. As hexadecimal digits
 * they are branches of sixteen.
 */
function written(term: string): string {
  if (!isHan(term)) return term;
  return `~${[...term].map((sign) => sign.charCodeAt(0).toString(16)).join('')}`;
}

/** The term that was written so. */
function read(term: string): string {
  if (!term.startsWith('~')) return term;
  return term.slice(1).replace(/.{4}/g, (digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** A number says something only where it is found: it may be an amount, or where to call. */
function weight(term: string): number {
  if (/^\d/.test(term)) return 0;
  return term.length === 1 && isHan(term) ? COVERS_ALONE : 1;
}

function isHan(term: string): boolean {
  return term.charCodeAt(0) >= 0x3400;
}
