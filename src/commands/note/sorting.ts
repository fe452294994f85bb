// Which rows of a file are new, and which were recorded before: equal rows are counted, never merged.
import { fingerprint } from '../../ledger/fingerprint.ts';
import type { NewNote, Note } from '../../ledger/note.ts';
import type { Store } from '../../store/store.ts';

type Row = NewNote & { line: number };

export interface SortedRows {
  fresh: Row[];
  known: Row[];
  /** How many of the known rows the user recorded and removed again. */
  knownRemoved: number;
  /** New rows with the transaction id of a recorded note that differs otherwise. */
  similar: { line: number; note: string }[];
}

/**
 * Of N equal rows in the file and K in the store, the first K are known and the others new. A row with the transaction id of
 * a recorded note, of the same type, amount, fee and status and within a day of it, is that note, told by another clock.
 */
export function sortRows(rows: readonly Row[], notes: Store['notes']): SortedRows {
  const prints = rows.map(fingerprint);
  const left = notes.known(prints);
  const removed = notes.removed(prints);
  const sorted: SortedRows = { fresh: [], known: [], knownRemoved: 0, similar: [] };
  const others: Row[] = [];
  rows.forEach((row, i) => {
    const print = prints[i]!;
    const count = left.get(print)!;
    if (count === 0) {
      others.push(row);
      return;
    }
    sorted.known.push(row);
    left.set(print, count - 1);
    if (count <= removed.get(print)!) sorted.knownRemoved++;
  });
  if (others.some(({ reference }) => reference)) {
    const recorded = byReference(notes.list());
    for (const row of others) (isRecorded(row, recorded) ? sorted.known : sorted.fresh).push(row);
    sorted.known.sort((one, other) => one.line - other.line);
  } else {
    sorted.fresh.push(...others);
  }
  sorted.similar = similarTo(sorted.fresh, notes);
  return sorted;
}

const DAY = 24 * 3_600_000;

function byReference(notes: readonly Note[]): Map<string, Note[]> {
  const found = new Map<string, Note[]>();
  for (const note of notes) {
    if (!note.reference) continue;
    const same = found.get(keyOf(note));
    if (same) same.push(note);
    else found.set(keyOf(note), [note]);
  }
  return found;
}

/** Takes the note that the row tells of out of `recorded`, so that each note stands for one row. */
function isRecorded(row: Row, recorded: Map<string, Note[]>): boolean {
  const same = row.reference ? (recorded.get(keyOf(row)) ?? []) : [];
  const at = same.findIndex(
    (note) =>
      note.amount === row.amount &&
      note.fee === row.fee &&
      note.status === row.status &&
      Math.abs(note.time.epoch - row.time.epoch) <= DAY,
  );
  if (at < 0) return false;
  same.splice(at, 1);
  return true;
}

function similarTo(fresh: readonly Row[], notes: Store['notes']): SortedRows['similar'] {
  if (!fresh.some(({ reference }) => reference)) return [];
  const byReference = new Map(notes.list().map((note) => [keyOf(note), note.id]));
  return fresh.flatMap((row) => {
    const note = row.reference ? byReference.get(keyOf(row)) : undefined;
    return note ? [{ line: row.line, note }] : [];
  });
}

function keyOf(note: Pick<Note, 'reference' | 'account' | 'currency' | 'type'>): string {
  return [note.reference, note.account, note.currency, note.type].join('\n');
}

/** `3, 5–9, 12`: line numbers with their runs drawn together, at most `most` of those, and how many are left out. */
export function lineRanges(lines: readonly number[], most = 12): { text: string; more: number } {
  const runs: [first: number, last: number][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run && line === run[1] + 1) run[1] = line;
    else runs.push([line, line]);
  }
  const text = runs.slice(0, most).map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return { text: text.join(', '), more: Math.max(0, runs.length - most) };
}
