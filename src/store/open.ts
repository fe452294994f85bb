// Opens the store: one SQLite file in the data folder, for its owner only.
import { caseStore } from './cases.ts';
import { type ConnectionOptions, connect } from './connection.ts';
import { contactStore } from './contacts.ts';
import { noteStore } from './notes.ts';
import type { Store } from './store.ts';

/**
 * Opens the store in `dataDir`. Nothing is made there until something is written. `now` gives milliseconds since the
 * epoch. Throws `data-damaged`, `data-newer`, `data-busy`, `data-unusable`, and `not-writable` where `dataDir` is a file;
 * changes may also throw `not-writable` and `disk-full`, and have then changed nothing.
 */
export async function openStore(dataDir: string, now: () => number, options: ConnectionOptions = {}): Promise<Store> {
  const connection = connect(dataDir, now, options);
  return {
    notes: noteStore(connection, now),
    cases: caseStore(connection, now),
    contacts: contactStore(connection, now),
    sweep: connection.sweep,
    copyTo: connection.copyTo,
    close: connection.close,
  };
}
