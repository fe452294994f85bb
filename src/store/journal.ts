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
  const parts = partsOf(db, last.id);
  const count = (op: Op) => new Set(parts.filter((part) => part.op === op).map((part) => part.note)).size;
  return {
    number: last.id,
    label: last.label,
    at: new Date(last.at).toISOString(),
    added: count('add'),
    edited: count('edit'),
    removed: count('remove'),
    notes: [...new Set(parts.map((part) => `n${part.note}`))],
  };
}

/** Takes a change back, its last part first, and forgets it. A note that it added is gone as if it had never been. */
export function takeBack(db: Database, change: number): void {
  const drop = db.prepare('DELETE FROM notes WHERE id = ?');
  const restore = db.prepare('UPDATE notes SET removed = 0 WHERE id = ?');
  const columns = [...COLUMNS, 'edited'];
  const revert = db.prepare(`UPDATE notes SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`);
  for (const { note, op, before } of partsOf(db, change).reverse()) {
    if (op === 'add') drop.run(note);
    else if (op === 'remove') restore.run(note);
    else {
      const row = JSON.parse(before!) as Record<string, unknown>;
      revert.run(...columns.map((column) => row[column]), note);
    }
  }
  db.prepare('DELETE FROM changes WHERE id = ?').run(change);
}

function partsOf(db: Database, change: number): { note: number; op: Op; before: string | null }[] {
  const parts = db.prepare('SELECT note, op, before FROM changed_notes WHERE change = ? ORDER BY id').all(change);
  return parts as { note: number; op: Op; before: string | null }[];
}
