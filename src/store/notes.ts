// The notes in the store. Nothing is lost: an edit keeps the row as it was, a removal only hides it, and both can be undone.
import { OkhelpError } from '../errors.ts';
import type { Note } from '../ledger/note.ts';
import type { Connection, Database } from './connection.ts';
import { begin, forgetIfEmpty, lastChange, recorder, takeBack } from './journal.ts';
import { COLUMNS, hashOf, hashOfNote, noteOf, type Row, recorded, valuesOf } from './rows.ts';
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
        forgetIfEmpty(db, current);
        return result;
      } finally {
        current = null;
      }
    });
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

  function counted(fingerprints: readonly string[], condition: string): Map<string, number> {
    const counts = new Map<string, number>();
    connection.read((db) => {
      const count = db.prepare(`SELECT count(*) AS n FROM notes WHERE (origin = ?1 OR edited = ?1) ${condition}`);
      for (const print of fingerprints) {
        if (!counts.has(print)) counts.set(print, (count.all(hashOf(print)) as { n: number }[])[0]!.n);
      }
    });
    return counts;
  }

  return {
    list: (filter = {}) =>
      connection.read((db) => {
        const { where, values } = conditions(filter);
        const rows = db.prepare(`SELECT * FROM notes WHERE removed = 0 ${where} ORDER BY epoch, id`).all(...values);
        return (rows as Row[]).map(note);
      }),

    get: (id) =>
      connection.read((db) => {
        const rows = db.prepare('SELECT * FROM notes WHERE id = ? AND removed = 0').all(numberOf(id)) as Row[];
        return rows[0] ? note(rows[0]) : null;
      }),

    add: (notes, label) => {
      if (notes.length === 0) return [];
      return changing(label, (db, change) => {
        const places = COLUMNS.map(() => '?').join(', ');
        const insert = db.prepare(`INSERT INTO notes (${COLUMNS.join(', ')}, origin) VALUES (${places}, ?)`);
        const write = recorder(db, change);
        return notes.map((given) => {
          const made = recorded(given);
          const id = Number(insert.run(...valuesOf(made), hashOfNote(made)).lastInsertRowid);
          write(id, 'add');
          return `n${id}`;
        });
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

    known: (fingerprints) => counted(fingerprints, ''),
    removed: (fingerprints) => counted(fingerprints, 'AND removed = 1'),

    together: (label, work) => changing(label, work),

    lastChange: () => connection.read((db) => changeOf(lastChange(db))),

    undo: () => {
      if (!connection.read(lastChange)) return null;
      return connection.write((db) => {
        const last = lastChange(db);
        if (last) takeBack(db, last.number);
        return changeOf(last);
      });
    },

    count: () =>
      connection.read(
        (db) => (db.prepare('SELECT count(*) AS n FROM notes WHERE removed = 0').all() as { n: number }[])[0]!.n,
      ),
  };
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

function conditions(filter: NoteFilter): { where: string; values: (string | number)[] } {
  const parts: [sql: string, value: string | number | undefined][] = [
    ['AND account = ?', filter.account],
    ['AND currency = ?', filter.currency],
    ['AND epoch >= ?', filter.since],
    ['AND epoch <= ?', filter.until],
  ];
  const used = parts.filter((part): part is [string, string | number] => part[1] !== undefined);
  return { where: used.map(([sql]) => sql).join(' '), values: used.map(([, value]) => value) };
}
