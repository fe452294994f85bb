// What was deleted leaves no trace: the file is written anew with what is still in it, and the log is emptied.
import type { Database } from './connection.ts';

/**
 * Writes the file anew and empties the log: `secure_delete` overwrites what is deleted, but leaves what SQLite had moved
 * within a page before (sqlite.org/pragma.html#pragma_secure_delete). False where that could not be, because another
 * okhelp is reading or the disk is full; the data are as they were.
 */
export function sweep(db: Database): boolean {
  const rewritten = quietly(db, 'VACUUM') !== null;
  const [log] = (quietly(db, 'PRAGMA wal_checkpoint(TRUNCATE)') ?? []) as { busy: number }[];
  return rewritten && log?.busy === 0;
}

/** The rows that it gives; null where it failed. */
export function quietly(db: Database, sql: string): unknown[] | null {
  try {
    return db.prepare(sql).all();
  } catch {
    // Nothing to undo, or another okhelp is still reading: both are as they should be.
    return null;
  }
}
