// The notes in the store. Nothing is lost: an edit keeps the row as it was, a removal only hides it, and both can be undone.
import { OkhelpError } from '../errors.ts';
import type { Note } from '../ledger/note.ts';
import type { Connection, Database } from './connection.ts';
import { inserter, withoutIndexes } from './insert.ts';
import { intake } from './intake.ts';
import { begin, forgetIfEmpty, forgetNote, lastChange, recordAdded, recorder, takeBack } from './journal.ts';
import { countOf, fillPages } from './pages.ts';
import { notesInOrder } from './reading.ts';
import { COLUMNS, hashOfNote, noteOf, type Row, recorded, valuesOf } from './rows.ts';
import type { NoteChange, NoteFilter, Store } from './store.ts';

/** `now` gives milliseconds since the epoch, for the journal. */
export function noteStore(connection: Connection, now: () => number): Store['notes'] {
  let current: number | null = null;

  /** Runs `work` inside the change under way, or one of its own. */
  function changing<T>(label: string, work: (db: Database, change: number) => T): T {
    return connection.write((db) => {
      if (current !== null) return work(db, current);
      current = begin(db, label, now());
      try {
        const result = work(db, current);
        concluded(db, current);
        return result;
      } finally {
        current = null;
      }
    });
  }

  function concluded(db: Database, change: number): void {
    forgetIfEmpty(db, change);
    fillPages(db, connection.notesInPage);
  }

  function note(row: Row): Note {
    const found = noteOf(row);
    if (!found) throw connection.damaged();
    return found;
  }

  function find(db: Database, id: string): Row & { edited: string | null } {
    const rows = db.prepare('SELECT * FROM notes WHERE id = ? AND removed = 0').all(numberOf(id));
    if (rows.length === 0) throw new OkhelpError('unknown-note', { note: id });
    return rows[0] as Row & { edited: string | null };
  }

  function* pieces(db: Database, filter: NoteFilter): Generator<Note[]> {
    const { query, values } = wanted(db, filter);
    let piece: Note[] = [];
    for (const row of query.iterate(...values) as Iterable<Row>) {
      if (piece.push(note(row)) < PIECE) continue;
      yield piece;
      piece = [];
    }
    if (piece.length > 0) yield piece;
  }

  return {
    list: (filter = {}) =>
      connection.read((db) => {
        const { query, values } = wanted(db, filter);
        return (query.all(...values) as Row[]).map(note);
      }),

    each: async (filter, use) => {
      // What `use` throws is none of the data's errors.
      const failure = await connection.readLong(async (db) => {
        for (const piece of pieces(db, filter)) {
          try {
            await use(piece);
          } catch (error) {
            return { error };
          }
        }
        return null;
      });
      if (failure) throw failure.error;
    },

    inOrder: (work) => connection.readLong((db) => work(notesInOrder(db, note, connection.notesInPage))),

    get: (id) =>
      connection.read((db) => {
        const rows = db.prepare('SELECT * FROM notes WHERE id = ? AND removed = 0').all(numberOf(id)) as Row[];
        return rows[0] ? note(rows[0]) : null;
      }),

    add: (notes, label) => {
      if (notes.length === 0) return [];
      return changing(label, (db, change) => {
        const made = notes.map(recorded);
        const first = inserter(db)(made, made.map(hashOfNote));
        recordAdded(db, change, first, first + made.length - 1);
        return made.map((_, i) => `n${first + i}`);
      });
    },

    edit: (id, patch, label) =>
      changing(label, (db, change) => {
        const row = find(db, id);
        const given = Object.entries(patch).filter(([, value]) => value !== undefined);
        const made = recorded({ ...note(row), ...Object.fromEntries(given) });
        recorder(db, change)(row.id, 'edit', row);
        const columns = COLUMNS.map((column) => `${column} = ?`).join(', ');
        db.prepare(`UPDATE notes SET ${columns}, edited = ? WHERE id = ?`).run(
          ...valuesOf(made),
          hashOfNote(made),
          row.id,
        );
        return note(find(db, id));
      }),

    remove: (ids, label) => {
      if (ids.length === 0) return;
      changing(label, (db, change) => {
        const hide = db.prepare('UPDATE notes SET removed = 1 WHERE id = ?');
        const write = recorder(db, change);
        for (const number of new Set(ids.map((id) => find(db, id).id))) {
          hide.run(number);
          write(number, 'remove');
        }
      });
    },

    takeIn: (label, dryRun, work) => {
      if (dryRun) return connection.readLong((db) => work(intake(db, note, false)));
      return connection.writeLong(async (db) => {
        const change = begin(db, label, now());
        const before = lastNumber(db);
        const indexed = before === 0 ? withoutIndexes(db) : () => {};
        const result = await work(intake(db, note, true));
        indexed();
        recordAdded(db, change, before + 1, lastNumber(db));
        concluded(db, change);
        return result;
      });
    },

    erase: (ids) =>
      connection.write((db) => {
        for (const id of new Set(ids)) {
          const { changes } = db.prepare('DELETE FROM notes WHERE id = ?').run(numberOf(id));
          if (changes === 0) throw new OkhelpError('unknown-note', { note: id });
          forgetNote(db, numberOf(id));
        }
        fillPages(db, connection.notesInPage);
      }),

    isRemoved: (id) =>
      connection.read(
        (db) => db.prepare('SELECT 1 FROM notes WHERE id = ? AND removed = 1').all(numberOf(id)).length > 0,
      ),

    forgetEdits: (id) => connection.write((db) => forgetNote(db, numberOf(id), 'edit')),

    together: (label, work) => changing(label, work),

    lastChange: () => connection.read((db) => changeOf(lastChange(db))),

    undo: () => {
      if (!connection.read(lastChange)) return null;
      return connection.write((db) => {
        const last = lastChange(db);
        if (last) takeBack(db, last.number);
        fillPages(db, connection.notesInPage);
        return changeOf(last);
      });
    },

    count: (filter = {}) =>
      connection.read((db) => {
        const { counted, values } = wanted(db, filter);
        return values.length === 0 ? countOf(db) : (counted().get(...values) as { notes: number }).notes;
      }),
  };
}

/** Notes that are handed on together. */
const PIECE = 1000;

function lastNumber(db: Database): number {
  return (db.prepare('SELECT ifnull(max(id), 0) FROM notes').raw().all() as [[number]])[0]![0];
}

function changeOf(last: (NoteChange & { number: number }) | null): NoteChange | null {
  if (!last) return null;
  const { number: _, ...change } = last;
  return change;
}

/** The row's number in `n12` or `12`; −1, which is no row's, in anything else. */
function numberOf(id: string): number {
  const digits = /^n?(\d{1,15})$/i.exec(id.trim())?.[1];
  return digits === undefined ? -1 : Number(digits);
}

function wanted(db: Database, filter: NoteFilter) {
  const parts: [sql: string, value: string | number | undefined][] = [
    ['AND account = ?', filter.account],
    ['AND currency = ?', filter.currency],
    ['AND epoch >= ?', filter.since],
    ['AND epoch <= ?', filter.until],
  ];
  const used = parts.filter((part): part is [string, string | number] => part[1] !== undefined);
  const where = used.map(([sql]) => sql).join(' ');
  const query = db.prepare(`SELECT * FROM notes WHERE removed = 0 ${where} ORDER BY epoch, id`);
  const counted = () => db.prepare(`SELECT count(*) AS notes FROM notes WHERE removed = 0 ${where}`);
  return { query, counted, values: used.map(([, value]) => value) };
}
