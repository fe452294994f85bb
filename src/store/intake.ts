// Taking in the rows of a file: which are new, which were recorded before. Equal rows are counted, never merged.
import { fingerprint } from '../ledger/fingerprint.ts';
import type { NewNote, Note } from '../ledger/note.ts';
import type { Database } from './connection.ts';
import { inserter } from './insert.ts';
import { hashOf, type Row, recorded } from './rows.ts';
import type { TakenRow } from './store.ts';

/** What was recorded before with one fingerprint, edited and removed notes too. */
interface Twins {
  times: number;
  removed: number;
  /** Equal for equal fingerprints, and for no others: the first such note's number, doubled, and whether it became so by an edit. */
  slot: number;
}

/** Fingerprints recorded more often than this are remembered, so that their notes are not counted again and again. */
const OFTEN = 8;

const DAY = 24 * 3_600_000;

/**
 * Gives a function that tells of each row whether it is new, and records the new where `write` is given. Of N equal rows and
 * K recorded before, the first K are known and the others new. A row with the transaction id of a note recorded before, of
 * the same type, amount, fee and status and within a day of it, is that note, told by another clock, unless a row just like
 * that note stands in the file as well.
 */
export function intake(
  db: Database,
  noteOf: (row: Row) => Note,
  write: boolean,
): (notes: readonly NewNote[]) => TakenRow[] {
  const [[last]] = db.prepare('SELECT ifnull(max(id), 0) FROM notes').raw().all() as [[number]];
  const twinsOf = twinFinder(db, last);
  const namesakesOf = namesakeFinder(db, last, noteOf);
  const insert = write ? inserter(db) : () => null;
  const met = new Map<number, number>();
  const told = new Set<string>();

  /** Whether a row with the very fingerprint of the note has come by. */
  function isMet({ id }: Note): boolean {
    const slot = Number(id.slice(1)) * 2;
    return met.has(slot) || met.has(slot + 1);
  }

  /** Takes a note that the row tells of out of those that may be told of, so that each stands for one row. */
  function isTold(row: NewNote, namesakes: readonly Note[]): boolean {
    const same = namesakes.find(
      (note) =>
        !told.has(note.id) &&
        !isMet(note) &&
        note.amount === row.amount &&
        note.fee === row.fee &&
        note.status === row.status &&
        Math.abs(note.time.epoch - row.time.epoch) <= DAY,
    );
    if (same) told.add(same.id);
    return same !== undefined;
  }

  return (given) => {
    const rows = given.map(recorded);
    const hashes = rows.map((row) => hashOf(fingerprint(row)));
    const twins = last > 0 ? twinsOf(hashes) : NONE;
    const before = hashes.map((hash) => {
      const found = twins.get(hash);
      if (!found) return null;
      const times = (met.get(found.slot) ?? 0) + 1;
      met.set(found.slot, times);
      return times > found.times ? null : { removed: times > found.times - found.removed };
    });
    const unknown = rows.filter((row, i) => !before[i] && row.reference);
    const namesakes = last > 0 && unknown.length > 0 ? namesakesOf(unknown) : NONE;
    const fresh: { row: NewNote; hash: string; taken: TakenRow & { state: 'new' } }[] = [];
    const taken = rows.map((row, i): TakenRow => {
      const known = before[i];
      if (known) return { state: 'known', removed: known.removed };
      const named = (row.reference && namesakes.get(nameOf(row))) || [];
      if (isTold(row, named)) return { state: 'known', removed: false };
      const made = { state: 'new' as const, note: null, similar: named.at(-1)?.id ?? null };
      fresh.push({ row, hash: hashes[i]!, taken: made });
      return made;
    });
    const first = insert(
      fresh.map(({ row }) => row),
      fresh.map(({ hash }) => hash),
    );
    if (first !== null) for (const [i, made] of fresh.entries()) made.taken.note = first + i;
    return taken;
  };
}

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

function twinFinder(db: Database, last: number): (hashes: readonly string[]) => Map<string, Twins> {
  const often = new Map<string, Twins>();
  const find = db.prepare(
    `SELECT sought.value AS hash, count(*) AS times, sum(notes.removed) AS removed,
       min(notes.id * 2 + (notes.origin <> sought.value)) AS slot
     FROM json_each(?) AS sought
     JOIN notes ON notes.origin = sought.value OR notes.edited = sought.value
     WHERE notes.id <= ? GROUP BY sought.value`,
  );
  return (hashes) => {
    const sought = [...new Set(hashes)].filter((hash) => !often.has(hash));
    const found = new Map(often);
    for (const { hash, ...twins } of find.all(JSON.stringify(sought), last) as (Twins & { hash: string })[]) {
      found.set(hash, twins);
      if (twins.times > OFTEN) often.set(hash, twins);
    }
    return found;
  };
}

/** Finds the notes, not removed, with the transaction id, account, currency and type of these rows, in order of time. */
function namesakeFinder(
  db: Database,
  last: number,
  noteOf: (row: Row) => Note,
): (rows: readonly NewNote[]) => Map<string, Note[]> {
  const find = db.prepare(
    `SELECT notes.* FROM json_each(?) AS sought
     JOIN notes ON notes.reference = sought.value AND notes.reference <> ''
     WHERE notes.removed = 0 AND notes.id <= ? ORDER BY notes.epoch, notes.id`,
  );
  return (rows) => {
    const sought = [...new Set(rows.map(({ reference }) => reference))];
    const found = new Map<string, Note[]>();
    for (const row of find.all(JSON.stringify(sought), last) as Row[]) {
      const note = noteOf(row);
      const same = found.get(nameOf(note));
      if (same) same.push(note);
      else found.set(nameOf(note), [note]);
    }
    return found;
  };
}

function nameOf({ reference, account, currency, type }: NewNote): string {
  return [reference, account, currency, type].join('\n');
}
