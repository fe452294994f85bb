// What the quick lane through a CSV knows of its columns: their kinds, and words that were read the usual way once.
import type { Header } from './note-rows.ts';

/** What a column is to the lane. */
export const TEXT = 0;
export const TIME = 1;
export const WORD = 2;
export const AMOUNT = 3;
export const FEE = 4;
export const BALANCE = 5;

/** Words of up to so many bytes are known, each in one of so many places. */
export const LONGEST = 32;
export const PLACES = 256;

/** The words by their columns. The hash of a word begins with its column, so that one word in two columns has two places. */
export class PlainColumns {
  readonly words = new Uint8Array(PLACES * LONGEST);
  /** −1 where none is known. */
  readonly lengths = new Int16Array(PLACES).fill(-1);
  /** Where a type is: its direction. */
  readonly directions = new Int8Array(PLACES);
  /** Where the one word is that a column may have (the ledger's account, its currency); −1 where it may have several. */
  readonly only: Int32Array;

  readonly kinds: Uint8Array;

  constructor({ at, cells }: Header) {
    this.only = new Int32Array(cells).fill(-1);
    this.kinds = new Uint8Array(cells).fill(TEXT);
    for (const column of [at.type, at.status, at.account, at.currency]) if (column >= 0) this.kinds[column] = WORD;
    this.kinds[at.time] = TIME;
    this.kinds[at.amount] = AMOUNT;
    if (at.fee >= 0) this.kinds[at.fee] = FEE;
    if (at.balance >= 0) this.kinds[at.balance] = BALANCE;
  }

  /** Keeps the word in a cell of column `cell`, in place of what was there; gives the place. */
  learn(cell: number, word: Uint8Array): number {
    let hash = cell;
    for (const byte of word) hash = (Math.imul(hash, 31) + byte) | 0;
    const place = hash & (PLACES - 1);
    const fits = word.length <= LONGEST;
    this.lengths[place] = fits ? word.length : -1;
    if (fits) this.words.set(word, place * LONGEST);
    return place;
  }
}
