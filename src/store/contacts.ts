// The official ways to reach the provider, as the person found and saved them.
import { partNumber } from './case-parts.ts';
import type { Connection } from './connection.ts';
import type { SavedContact, Store } from './store.ts';

type ContactRow = { id: number; saved: number } & Omit<SavedContact, 'id' | 'saved'>;

/** `now` gives milliseconds since the epoch: the day a contact was saved. */
export function contactStore(connection: Connection, now: () => number): Store['contacts'] {
  return {
    list: () =>
      (connection.read((db) => db.prepare('SELECT * FROM contacts ORDER BY id').all()) as ContactRow[]).map(
        ({ id, kind, value, found, memo, saved }) => ({
          id: `k${id}`,
          kind,
          value,
          found,
          memo,
          saved: new Date(saved).toISOString(),
        }),
      ),

    save: (contact) =>
      connection.write((db) => {
        const { kind, value, found, memo } = contact;
        const insert = db.prepare('INSERT INTO contacts (kind, value, found, memo, saved) VALUES (?, ?, ?, ?, ?)');
        const saved = now();
        const { lastInsertRowid } = insert.run(kind, value, found, memo, saved);
        return { ...contact, id: `k${lastInsertRowid}`, saved: new Date(saved).toISOString() };
      }),

    remove: (id) =>
      connection.write((db) => db.prepare('DELETE FROM contacts WHERE id = ?').run(partNumber(id)).changes > 0),
  };
}
