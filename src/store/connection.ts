// The data file: opened when it is first read, made when it is first written to, one transaction a change.
import { closeSync, openSync, type Stats, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Libsql from 'libsql';
import { OkhelpError } from '../errors.ts';
import { cannotWrite, damaged, failure } from './failures.ts';
import { closeToOthers, makeFolder, quietlyChmod } from './own-files.ts';
import { NOTES_IN_PAGE } from './pages.ts';
import { MIGRATIONS, migrate, versionOf } from './schema.ts';
import { quietly, sweep } from './sweep.ts';

export type Database = Libsql.Database;

export interface Connection {
  path: string;
  notesInPage: number;
  /** Runs `work` on the data as it is; before there is a file, on empty tables in memory. */
  read<T>(work: (db: Database) => T): T;
  /** Runs `work` in one transaction, all or nothing; inside another `write` it belongs to that one. */
  write<T>(work: (db: Database) => T): T;
  /** Like `read`, for work that takes a while: on the data as they are at one moment, whatever is written meanwhile. */
  readLong<T>(work: (db: Database) => Promise<T>): Promise<T>;
  /** Like `write`, for work that takes a while; what is written before it ends belongs to its transaction. */
  writeLong<T>(work: (db: Database) => Promise<T>): Promise<T>;
  /** Leaves nothing of what was deleted in the file and its log (sweep.ts); false where that could not be. */
  sweep(): boolean;
  /** Writes a copy of the data to an empty file that is there. */
  copyTo(file: string): void;
  /** The data holds what okhelp never wrote: keeps a copy and gives the error to throw. */
  damaged(): OkhelpError;
  close(): void;
}

export interface ConnectionOptions {
  /** How long to wait for another okhelp, in milliseconds. */
  patience?: number;
  /** The most pages (of 4096 bytes) that the file may have: a full disk, for tests. */
  maxPages?: number;
  migrations?: readonly string[];
  /** How many notes go into a page that is filled at once: few, for tests. */
  notesInPage?: number;
}

/** Kilobytes (SQLite wants them negative): the index over a million hashes is written here and there. */
const CACHE_FOR_LONG_WORK = -64_000;

/** Opens `okhelp.db` in `directory`, where it is there. Throws `data-…`, `disk-full` and `not-writable` errors. */
export function connect(directory: string, now: () => number, options: ConnectionOptions = {}): Connection {
  const folder = resolve(directory);
  const path = join(folder, 'okhelp.db');
  const { patience = 3000, migrations = MIGRATIONS, notesInPage = NOTES_IN_PAGE } = options;
  let db: Database | null = null;
  let onDisk = false;
  let wrote = false;
  let inside = false;
  let broken = false;

  const connection: Connection = {
    path,
    notesInPage,
    read: (work) => guard(false, () => work(opened())),
    write: (work) => (inside ? work(opened()) : guard(true, () => transaction(work))),
    readLong: (work) => guardLong(false, () => steady(work)),
    writeLong: (work) => guardLong(true, () => longTransaction(work)),
    sweep: () => sweep(opened()) || !onDisk,
    copyTo: (target) => guard(true, () => copy(opened(), target)),
    damaged: () => {
      broken = true;
      return damaged(path, now);
    },
    close: () => {
      // A damaged file is left as it is: closing could move the log's pages into it.
      if (!db || broken) return;
      if (wrote) quietly(db, 'PRAGMA wal_checkpoint(TRUNCATE)');
      db.close();
      db = null;
    },
  };
  guard(false, opened);
  return connection;

  function guard<T>(writing: boolean, work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw said(error, writing);
    }
  }

  async function guardLong<T>(writing: boolean, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw said(error, writing);
    }
  }

  function said(error: unknown, writing: boolean): unknown {
    const told = failure(error, path, now, writing);
    broken ||= told instanceof OkhelpError && told.code === 'data-damaged';
    return told;
  }

  function transaction<T>(work: (db: Database) => T): T {
    const file = began();
    try {
      return committed(file, work(file));
    } catch (error) {
      throw rolledBack(file, error);
    } finally {
      inside = false;
    }
  }

  async function longTransaction<T>(work: (db: Database) => Promise<T>): Promise<T> {
    const file = began();
    const [[pages]] = file.prepare('PRAGMA cache_size').raw().all() as [[number]];
    file.exec(`PRAGMA cache_size = ${CACHE_FOR_LONG_WORK}`);
    try {
      return committed(file, await work(file));
    } catch (error) {
      throw rolledBack(file, error);
    } finally {
      inside = false;
      file.exec(`PRAGMA cache_size = ${pages}`);
    }
  }

  function began(): Database {
    if (!onDisk) create();
    const file = opened();
    file.exec('BEGIN IMMEDIATE');
    inside = true;
    return file;
  }

  function committed<T>(file: Database, result: T): T {
    file.exec('COMMIT');
    wrote = true;
    return result;
  }

  /** SQLite has already rolled back where the disk is full; then there is nothing left to roll back. */
  function rolledBack(file: Database, error: unknown): unknown {
    quietly(file, 'ROLLBACK');
    return error;
  }

  async function steady<T>(work: (db: Database) => Promise<T>): Promise<T> {
    const file = opened();
    if (inside) return work(file);
    file.exec('BEGIN');
    try {
      return await work(file);
    } finally {
      quietly(file, 'ROLLBACK');
    }
  }

  /** What is a copy need not outlast a power cut: to wait for the disk would take thirty times as long. */
  function copy(file: Database, target: string): void {
    file.exec('PRAGMA synchronous = OFF');
    try {
      file.prepare('VACUUM INTO ?').run(target);
    } finally {
      file.exec('PRAGMA synchronous = FULL');
    }
  }

  function opened(): Database {
    if (db) return db;
    mustBeFolder(folder);
    const file = statSync(path, { throwIfNoEntry: false });
    if (file) {
      openFile(file);
    } else {
      db = new Libsql(':memory:');
      for (const migration of migrations) db.exec(migration);
    }
    return db!;
  }

  function openFile(file: Stats): void {
    // SQLite would throw away the log of a file that has been emptied.
    if (file.size === 0 && sizeOf(`${path}-wal`) > 0) throw connection.damaged();
    closeToOthers(folder);
    for (const one of [path, `${path}-wal`, `${path}-shm`]) if (modeOf(one) & 0o077) quietlyChmod(one, 0o600);
    onDisk = true;
    let version: number;
    try {
      db = prepared(new Libsql(path));
      version = versionOf(db, path, migrations.length);
    } catch (error) {
      // Nothing may be written, or there is no room: then the file alone, unless a log with later changes lies beside it.
      if (!cannotWrite(error) || sizeOf(`${path}-wal`) > 0) throw error;
      db = new Libsql(`${pathToFileURL(path).href}?mode=ro&immutable=1`);
      version = versionOf(db, path, migrations.length);
    }
    if (version === migrations.length) return;
    if (version === 0) keepLog(db);
    migrate(connection, path, migrations);
  }

  /** Makes the folder and the file, for their owner only; SQLite gives its own files the same mode. */
  function create(): void {
    mustBeFolder(folder);
    makeFolder(folder);
    closeSync(openSync(path, 'a', 0o600));
    db = prepared(new Libsql(path));
    onDisk = true;
    keepLog(db);
    migrate(connection, path, migrations);
  }

  function prepared(file: Database): Database {
    file.exec(`PRAGMA busy_timeout = ${patience}; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON`);
    // What is deleted or changed is overwritten with zeros, not only let go.
    file.prepare('PRAGMA secure_delete = ON').all();
    if (options.maxPages) file.exec(`PRAGMA max_page_count = ${options.maxPages}`);
    return file;
  }

  /** A write-ahead log, so that readers never wait. SQLite does not wait for another maker of the file, so okhelp does. */
  function keepLog(file: Database): void {
    for (let waited = 0; ; waited += 20) {
      try {
        return void file.prepare('PRAGMA journal_mode = WAL').all();
      } catch (error) {
        if ((error as { rawCode?: number }).rawCode !== 5 || waited >= patience) throw error;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
      }
    }
  }
}

function mustBeFolder(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) throw new OkhelpError('not-writable', { path: folder });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function modeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
}
