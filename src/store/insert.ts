// Writing many notes at once: SQLite is quick, and telling it of each value is what takes the time.
import type { NewNote } from '../ledger/note.ts';
import type { Database } from './connection.ts';
import { COLUMNS, valuesOf } from './rows.ts';

type Value = string | number | null;

/**
 * Gives a function that writes notes, as `recorded` left them, with their hashes, and gives the number of the first; the
 * others follow it. They go to SQLite in one text, without the columns in which all are the same: that and one statement
 * for all (whose triggers begin once) take a third of the time of one statement each.
 */
export function inserter(db: Database): (notes: readonly NewNote[], hashes: readonly string[]) => number {
  const columns = [...COLUMNS, 'origin'];
  const statements = new Map<string, ReturnType<Database['prepare']>>();

  function statement(differing: readonly number[]) {
    const key = differing.join();
    const made = statements.get(key);
    if (made) return made;
    const values = columns.map((_, column) => {
      const place = differing.indexOf(column);
      return place < 0 ? `?${column + 2}` : `value ->> ${place}`;
    });
    const insert = `INSERT INTO notes (${columns.join(', ')}) SELECT ${values.join(', ')} FROM json_each(?1) ORDER BY key`;
    const prepared = db.prepare(insert);
    statements.set(key, prepared);
    return prepared;
  }

  return (notes, hashes) => {
    if (notes.length === 0) return 0;
    const rows = notes.map((note, i): Value[] => [...valuesOf(note), hashes[i]!]);
    const first = rows[0]!;
    const differing = [...columns.keys()].filter((column) => rows.some((row) => row[column] !== first[column]));
    const told = JSON.stringify(rows.map((row) => differing.map((column) => row[column])));
    const { lastInsertRowid } = statement(differing).run([told, ...first]);
    return Number(lastInsertRowid) - notes.length + 1;
  };
}

/**
 * Takes the indexes by hash and by transaction id off an empty table; the function given puts them back. A million hashes
 * sorted at once take a quarter of the time of one after the other. All of it belongs to the transaction.
 */
export function withoutIndexes(db: Database): () => void {
  const names = ['notes_by_origin', 'notes_by_reference'];
  const made = names.map((name) => {
    const [[sql]] = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').raw().all(name) as [[string]];
    db.exec(`DROP INDEX ${name}`);
    return sql;
  });
  return () => {
    for (const sql of made) db.exec(sql);
  };
}
