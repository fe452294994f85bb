// Recovery phrases (BIP 39): runs of words from its English and Chinese lists, long enough that prose does not make them.
import type { Find } from './told-secrets.ts';

/** The shortest phrase that BIP 39 knows; a run this long is removed wherever it stands. */
const PHRASE = 12;
/** After words such as "seed phrase" a shorter run is removed too: a word may be misspelt or left out. */
const ANNOUNCED = 5;
const LENGTHS = [12, 15, 18, 21, 24];

const ANNOUNCES =
  /seed|mnemonic|recovery (?:phrase|words?)|secret (?:phrase|words)|backup (?:phrase|words)|助记词|助記詞|注记词|恢复词|种子词/i;
const ANNOUNCES_CHINESE =
  /(?:助记词|助記詞|注记词|恢复词|种子词)\s*(?:[:=是为為]|\s)\s*([\u4e00-\u9fff]{12,24})(?![\u4e00-\u9fff])/g;
const WORDS_IN_A_ROW = /(?:[a-z]{3,8}[^a-z\u4e00-\u9fff]{1,8}){11}[a-z]{3,8}/i;
const SIGNS_IN_A_ROW = /(?:[\u4e00-\u9fff][\s,.、;:|/()\d-]{1,6}){11}[\u4e00-\u9fff]/;

/** What may stand between two words of a phrase: spaces, a number, a list's signs. */
const BETWEEN_WORDS = /^[\s\d,.;:|/()[\]{}<>#"'`*_、-]{1,10}$/;

/** Finds recovery phrases; the word lists are loaded only where the text could hold one. */
export async function findSeedPhrases(text: string): Promise<Find[]> {
  const announced = ANNOUNCES.test(text);
  const found: Find[] = [];
  if (announced || WORDS_IN_A_ROW.test(text)) {
    const { wordlist } = await import('@scure/bip39/wordlists/english.js');
    found.push(...runs(text, /[A-Za-z]+/g, new Set(wordlist), announced));
  }
  if (announced || SIGNS_IN_A_ROW.test(text)) {
    const { wordlist: simplified } = await import('@scure/bip39/wordlists/simplified-chinese.js');
    const { wordlist: traditional } = await import('@scure/bip39/wordlists/traditional-chinese.js');
    const list = new Set([...simplified, ...traditional]);
    found.push(...runs(text, /[\u4e00-\u9fff]/g, list, announced), ...unspaced(text, list));
  }
  return found;
}

/** Runs of list words with nothing but spaces, numbers and list signs between them. */
function runs(text: string, word: RegExp, list: ReadonlySet<string>, announced: boolean): Find[] {
  const found: Find[] = [];
  let run: { start: number; end: number; length: number } | null = null;
  const close = () => {
    if (run && run.length >= (announced && isAnnounced(text, run.start) ? ANNOUNCED : PHRASE)) {
      found.push({ kind: 'seed-phrase', start: run.start, end: run.end });
    }
    run = null;
  };
  for (const match of text.matchAll(word)) {
    const between: string = run ? text.slice(run.end, match.index) : '';
    // `phrase: abandon` begins the phrase behind the colon; `1: abandon 2: ability` goes on.
    if (run && (!BETWEEN_WORDS.test(between) || (between.includes(':') && !/\d/.test(between)))) close();
    // A Chinese sign glued to one before it belongs to a word of prose: 助记词 的 一 是 begins at 的.
    const glued = !run && /[\u4e00-\u9fff]/.test(match[0]) && /[\u4e00-\u9fff]$/.test(text.charAt(match.index - 1));
    if (!list.has(match[0].toLowerCase()) || glued) close();
    else {
      run ??= { start: match.index, end: 0, length: 0 };
      run.end = match.index + match[0].length;
      run.length++;
    }
  }
  close();
  return found;
}

function isAnnounced(text: string, start: number): boolean {
  return ANNOUNCES.test(text.slice(Math.max(0, start - 200), start));
}

/** Chinese phrases written without spaces cannot be told from prose, save behind 助记词 and in a phrase's exact length. */
function unspaced(text: string, list: ReadonlySet<string>): Find[] {
  return [...text.matchAll(ANNOUNCES_CHINESE)]
    .filter(([, signs]) => LENGTHS.includes(signs!.length) && [...signs!].every((sign) => list.has(sign)))
    .map((match) => ({
      kind: 'seed-phrase',
      start: match.index + match[0].length - match[1]!.length,
      end: match.index + match[0].length,
    }));
}
