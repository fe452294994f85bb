// What speaks against two rows being one transaction, in points: far apart in time, different words, type, id or status.
import { alike } from './likeness.ts';
import { apart, type Row } from './row.ts';

/** Two rows that cost more than this are two things; so a pair is worth at most that much. */
export const MOST = 70;

const AT_WINDOW = 40;
const STRANGERS = 45;
const NO_WORDS = 10;
const OTHER_TYPE = 4;
const OTHER_REFERENCE = 25;
const OTHER_STATUS = 6;

/**
 * `window`, in milliseconds, is the distance at which time speaks against a pair with full weight. Points for time, words, type, id and status. Those for time grow with the root of the distance: one pair at the exact
 * time and one far away are likelier than two that are both somewhat off.
 */
export function costOf(note: Row, statement: Row, window: number): number {
  return AT_WINDOW * Math.sqrt(apart(note, statement) / window) + unlikeness(note, statement);
}

/** The points without those for time. */
export function unlikeness(note: Row, statement: Row): number {
  let cost = STRANGERS * (1 - likenessOf(note, statement));
  if (note.note.type !== statement.note.type) cost += OTHER_TYPE;
  if (note.note.status !== statement.note.status) cost += OTHER_STATUS;
  if (referencesDiffer(note, statement)) cost += OTHER_REFERENCE;
  return cost;
}

/** The best likeness between what the two say of the other side and of the purpose; in between where one says nothing. */
export function likenessOf(a: Row, b: Row): number {
  return sharedWords(a, b) ?? 1 - NO_WORDS / STRANGERS;
}

/** The same; null where one says nothing. */
export function sharedWords(a: Row, b: Row): number | null {
  if ((!a.counterparty && !a.memo) || (!b.counterparty && !b.memo)) return null;
  if (a.counterparty !== null && a.counterparty === b.counterparty) return 1;
  let best = 0;
  for (const x of [a.counterparty, a.memo]) {
    for (const y of [b.counterparty, b.memo]) if (x && y) best = Math.max(best, alike(x, y));
  }
  return best;
}

/** An id as short as this may stand inside another by chance. */
const SHORTEST_INSIDE = 5;

/** Both have an id, and neither is the beginning of the other, or inside it, as with a prefix before. */
export function referencesDiffer(a: Row, b: Row): boolean {
  const [x, y] = [a.reference, b.reference];
  if (x === '' || y === '' || x === y) return false;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return !(long.startsWith(short) || (short.length >= SHORTEST_INSIDE && long.includes(short)));
}

/** Neither the ids nor the words tell of two things. */
export function nothingAgainst(note: Row, statement: Row): boolean {
  return !referencesDiffer(note, statement) && likenessOf(note, statement) >= 0.5;
}
