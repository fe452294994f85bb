// The journal of changes to the notes: what each command added, edited and removed, and the way back.
import type { Database } from './connection.ts';
import { COLUMNS } from './rows.ts';
import type { NoteChange } from './store.ts';

type Op = 'add' | 'edit' | 'remove';

/** Begins a change; gives its number. */
export function begin(db: Database, label: string, at: number): number {
  return Number(db.prepare('INSERT INTO changes (label, at) VALUES (?, ?)').run(label, at).lastInsertRowid);
}

/** Gives a function that writes down one note's part in a change; `before` is its row before an edit. */
export function recorder(db: Database, change: number): (note: number, op: Op, before?: object) => void {
  const insert = db.prepare('INSERT INTO changed_notes (change, note, op, before) VALUES (?, ?, ?, ?)');
  return (note, op, before) => insert.run(change, note, op, before ? JSON.stringify(before) : null);
}

/** Writes down that the change added the notes with the numbers from `first` to `last`. */
export function recordAdded(db: Database, change: number, first: number, last: number): void {
  const insert = "INSERT INTO changed_notes (change, note, op) SELECT ?, id, 'add' FROM notes WHERE id BETWEEN ? AND ?";
  db.prepare(insert).run(change, first, last);
}

/** A change that touched no note is none. */
export function forgetIfEmpty(db: Database, change: number): void {
  db.prepare('DELETE FROM changes WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM changed_notes WHERE change = ?1)').run(
    change,
  );
}

/** The last change that was not taken back; null where there is none. */
export function lastChange(db: Database): (NoteChange & { number: number }) | null {
  const [last] = db.prepare('SELECT id, label, at FROM changes ORDER BY id DESC LIMIT 1').all() as {
    id: number;
    label: string;
    at: number;
  }[];
  if (!last) return null;
  const notes = db.prepare('SELECT note FROM changed_notes WHERE change = ? GROUP BY note ORDER BY min(id)').raw();
  const ops = db
    .prepare('SELECT op, count(DISTINCT note) AS notes FROM changed_notes WHERE change = ? GROUP BY op')
    .all(last.id) as { op: Op; notes: number }[];
  const count = (op: Op) => ops.find((each) => each.op === op)?.notes ?? 0;
  return {
    number: last.id,
    label: last.label,
    at: new Date(last.at).toISOString(),
    added: count('add'),
    edited: count('edit'),
    removed: count('remove'),
    notes: Array.from(notes.iterate(last.id) as Iterable<[number]>, ([note]) => `n${note}`),
  };
}

/** Takes a change back, its last part first, and forgets it. A note that it added is gone as if it had never been. */
export function takeBack(db: Database, change: number): void {
  const restore = db.prepare('UPDATE notes SET removed = 0 WHERE id = ?');
  const columns = [...COLUMNS, 'edited'];
  const revert = db.prepare(`UPDATE notes SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`);
  const parts = db
    .prepare("SELECT note, op, before FROM changed_notes WHERE change = ? AND op <> 'add' ORDER BY id DESC")
    .all(change) as { note: number; op: Op; before: string | null }[];
  for (const { note, op, before } of parts) {
    if (op === 'remove') restore.run(note);
    else {
      const row = JSON.parse(before!) as Record<string, unknown>;
      revert.run(...columns.map((column) => row[column]), note);
    }
  }
  // Whatever else the change did to a note that it added, it had added it first.
  db.prepare("DELETE FROM notes WHERE id IN (SELECT note FROM changed_notes WHERE change = ? AND op = 'add')").run(
    change,
  );
  db.prepare('DELETE FROM changes WHERE id = ?').run(change);
}

/** Erases what the changes kept of a note, or of its edits alone; a change of which nothing is left is none. */
export function forgetNote(db: Database, note: number, only?: 'edit'): void {
  db.prepare('DELETE FROM changed_notes WHERE note = ? AND op = ifnull(?, op)').run(note, only ?? null);
  db.exec('DELETE FROM changes WHERE id NOT IN (SELECT change FROM changed_notes)');
}
