// The best one-to-one pairing: of all ways to pair two short lists, the one that costs least.
import { MOST } from './cost.ts';
import { type FoundBy, pair, type Row } from './row.ts';

/** The longer of two lists that are paired optimally has at most so many rows. */
export const SMALL = 40;

/** A pair that may be made. */
export interface Candidate {
  note: Row;
  statement: Row;
  cost: number;
}

/** Pairs two short lists at the least total cost; who would cost more than `most` stays alone (which costs `most`). */
export function assign(
  notes: readonly Row[],
  statement: readonly Row[],
  costOf: (note: Row, statement: Row) => number,
  by: FoundBy,
  most: number = MOST,
): void {
  if (notes.length === 1 && statement.length === 1) {
    if (costOf(notes[0]!, statement[0]!) <= most) pair(notes[0]!, statement[0]!, by);
    return;
  }
  const turned = notes.length > statement.length;
  const [rows, columns] = turned ? [statement, notes] : [notes, statement];
  const cost = new Float64Array(rows.length * columns.length);
  rows.forEach((row, i) => {
    columns.forEach((column, j) => {
      const price = turned ? costOf(column, row) : costOf(row, column);
      cost[i * columns.length + j] = price <= most ? price : most + 1;
    });
  });
  leastCost(cost, rows.length, columns.length).forEach((j, i) => {
    if (cost[i * columns.length + j]! > most) return;
    if (turned) pair(columns[j]!, rows[i]!, by);
    else pair(rows[i]!, columns[j]!, by);
  });
}

/** The column of each row in the cheapest pairing; `rows` ≤ `columns` (the Hungarian method with potentials). */
export function leastCost(cost: Float64Array, rows: number, columns: number): Int32Array {
  const u = new Float64Array(rows + 1);
  const v = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const way = new Int32Array(columns + 1);
  for (let i = 1; i <= rows; i++) {
    rowOf[0] = i;
    let at = 0;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const seen = new Uint8Array(columns + 1);
    do {
      seen[at] = 1;
      const row = rowOf[at]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= columns; j++) {
        if (seen[j]) continue;
        const reduced = cost[(row - 1) * columns + j - 1]! - u[row]! - v[j]!;
        if (reduced < least[j]!) {
          least[j] = reduced;
          way[j] = at;
        }
        if (least[j]! < delta) {
          delta = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (seen[j]) {
          u[rowOf[j]!]! += delta;
          v[j]! -= delta;
        } else least[j]! -= delta;
      }
      at = next;
    } while (rowOf[at] !== 0);
    for (; at !== 0; at = way[at]!) rowOf[at] = rowOf[way[at]!]!;
  }
  const columnOf = new Int32Array(rows);
  for (let j = 1; j <= columns; j++) if (rowOf[j]) columnOf[rowOf[j]! - 1] = j - 1;
  return columnOf;
}

/** Pairs along the candidates: optimally where few hang together, else the cheapest first. */
export function assignAmong(candidates: readonly Candidate[], by: FoundBy): void {
  for (const group of connected(candidates)) {
    const notes = [...new Set(group.map(({ note }) => note))];
    const statement = [...new Set(group.map(({ statement }) => statement))];
    if (notes.length > SMALL || statement.length > SMALL) {
      for (const { note, statement } of group.toSorted((a, b) => a.cost - b.cost)) {
        if (note.mate === null && statement.mate === null) pair(note, statement, by);
      }
      continue;
    }
    const prices = new Map<Row, Map<Row, number>>();
    for (const { note, statement, cost } of group) {
      if (!prices.has(note)) prices.set(note, new Map());
      prices.get(note)!.set(statement, cost);
    }
    assign(notes, statement, (note, row) => prices.get(note)!.get(row) ?? Number.POSITIVE_INFINITY, by);
  }
}

/** The candidates that hang together by a shared row, each group in the order given. */
function connected(candidates: readonly Candidate[]): Candidate[][] {
  const number = new Map<Row, number>();
  const parent: number[] = [];
  const numberOf = (row: Row): number => {
    let own = number.get(row);
    if (own === undefined) {
      own = parent.length;
      number.set(row, own);
      parent.push(own);
    }
    return own;
  };
  const root = (of: number): number => {
    let at = of;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  for (const { note, statement } of candidates) parent[root(numberOf(note))] = root(numberOf(statement));
  const groups = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const key = root(number.get(candidate.note)!);
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  return [...groups.values()];
}
