// One row on one side that is several on the other: a payment and its fee, a sum settled in parts, a payment less what came back.
import { sharedWords } from './cost.ts';
import { isFree, type Row, type RowSet, type SetKind, SHORTEST_PREFIX } from './row.ts';

/** So many rows are one at most, out of so many with words in common, among the nearest so many. */
const [LARGEST, WEIGHED, LOOKED_AT] = [4, 8, 60];

/** So alike the words of two rows must be: the same, or one inside the other. */
const ALIKE = 0.85;

/** An id on more rows than this on either side says too little. */
const MOST_SHARING = 12;

/** Families of rows by their transaction ids, where several rows of one side have the sum of one row of the other. */
export function setsByReference(notes: readonly Row[], statement: readonly Row[]): void {
  const families = new Map<string, { own: Row[]; theirs: Row[] }>();
  const own = new Set(notes);
  const all = [...notes, ...statement].filter((row) => row.reference !== '');
  // Shorter ids first: those of refunds and fees often are the payment's own with something behind.
  for (const row of all.sort((a, b) => a.reference.length - b.reference.length)) {
    const id = familyOf(row, families);
    const family = families.get(id);
    const side = own.has(row) ? 'own' : 'theirs';
    if (family) family[side].push(row);
    else families.set(id, { own: [], theirs: [], [side]: [row] });
  }
  for (const { own, theirs } of families.values()) {
    if (own.length === 0 || theirs.length === 0 || own.length + theirs.length < 3) continue;
    if (own.length > MOST_SHARING || theirs.length > MOST_SHARING) continue;
    const [left, leftThere] = withoutEqual(own, theirs);
    for (const one of left) join(one, leftThere, 'reference');
    for (const one of leftThere) join(one, left, 'reference');
  }
}

function familyOf(row: Row, families: ReadonlyMap<string, unknown>): string {
  const { reference } = row;
  if (row.note.type === 'refund' || row.note.type === 'fee') {
    for (let length = reference.length; length >= SHORTEST_PREFIX; length--) {
      if (families.has(reference.slice(0, length))) return reference.slice(0, length);
    }
  }
  return reference;
}

/** Free rows of the two sides without those that another moves the same as; they are pairs. */
function withoutEqual(own: readonly Row[], theirs: readonly Row[]): [Row[], Row[]] {
  const left: Row[] = [];
  const leftThere = theirs.filter(isFree);
  for (const row of own.filter(isFree)) {
    const at = leftThere.findIndex(({ key }) => key === row.key);
    if (at < 0) left.push(row);
    else leftThere.splice(at, 1);
  }
  return [left, leftThere];
}

/** Free rows with words in common, near in time, that together move what one free row of the other side does. */
export function setsByWords(notes: readonly Row[], statement: readonly Row[], window: number): void {
  for (const [ones, others] of [
    [notes, statement],
    [statement, notes],
  ] as const) {
    let from = 0;
    for (const one of ones) {
      while (from < others.length && others[from]!.epoch < one.epoch) from++;
      if (!isFree(one) || (!one.counterparty && !one.memo)) continue;
      const near = nearest(one, others, from, window);
      if (near.length > 1) join(one, near, 'words');
    }
  }
}

/** The free rows nearest in time to `one` that have words in common with it; `from` is the first that is not earlier. */
function nearest(one: Row, among: readonly Row[], from: number, window: number): Row[] {
  const found: Row[] = [];
  let [before, after] = [from - 1, from];
  for (let looked = 0; looked < LOOKED_AT && found.length < WEIGHED; looked++) {
    const back = before >= 0 ? one.epoch - among[before]!.epoch : Number.POSITIVE_INFINITY;
    const ahead = after < among.length ? among[after]!.epoch - one.epoch : Number.POSITIVE_INFINITY;
    if (Math.min(back, ahead) > window) break;
    const row = back < ahead ? among[before--]! : among[after++]!;
    if (isFree(row) && (sharedWords(one, row) ?? 0) >= ALIKE) found.push(row);
  }
  return found;
}

/** Makes `one` and the fewest of the `others` that add up to it a set; of equally many, those that come first. */
export function join(one: Row, others: readonly Row[], by: RowSet['by']): boolean {
  if (!isFree(one)) return false;
  const fitting = others.filter((row) => isFree(row) && canBePart(row, one)).slice(0, MOST_SHARING);
  for (let size = 2; size <= Math.min(LARGEST, fitting.length); size++) {
    const several = adding(fitting, one.moved, size, 0);
    if (!several) continue;
    const set: RowSet = { one, several, kind: kindOf(several), by };
    for (const row of [one, ...several]) row.set = set;
    return true;
  }
  return false;
}

/** Parts go the way of the whole; only what came back of a payment goes the other way. */
function canBePart(row: Row, one: Row): boolean {
  if (row.note.currency !== one.note.currency || row.moved === 0n || row.note.status !== one.note.status) return false;
  return row.moved > 0n === one.moved > 0n || row.note.type === 'refund' || row.note.type === 'fee';
}

function adding(rows: readonly Row[], sum: bigint, size: number, from: number): Row[] | null {
  for (let at = from; at + size <= rows.length; at++) {
    const row = rows[at]!;
    if (size === 1) {
      if (row.moved === sum) return [row];
      continue;
    }
    const rest = adding(rows, sum - row.moved, size - 1, at + 1);
    if (rest) return [row, ...rest];
  }
  return null;
}

function kindOf(rows: readonly Row[]): SetKind {
  const has = (type: string) => rows.some(({ note }) => note.type === type);
  const allOf = (type: string) => rows.every(({ note }) => note.type === type);
  if (has('fee') && !allOf('fee')) return 'fee-row';
  return has('refund') && !allOf('refund') ? 'refunds' : 'parts';
}
