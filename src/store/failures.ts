// From what SQLite and the file system say to what okhelp says: the one place where their errors are read.
import { copyFileSync, existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OkhelpError } from '../errors.ts';
import { quietlyChmod } from './own-files.ts';

type Said = 'full' | 'read-only' | 'busy' | 'damaged' | 'unusable';

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const SQLITE_SAID: Record<number, Said> = {
  3: 'read-only', // PERM
  5: 'busy', // BUSY
  6: 'busy', // LOCKED
  7: 'unusable', // NOMEM
  8: 'read-only', // READONLY
  10: 'unusable', // IOERR
  11: 'damaged', // CORRUPT
  13: 'full', // FULL
  14: 'read-only', // CANTOPEN
  15: 'busy', // PROTOCOL: locking
  26: 'damaged', // NOTADB
};

/** IOERR_SHMSIZE: no room for the index that SQLite keeps beside the file. */
const NO_ROOM_FOR_INDEX = 4874;

const SYSTEM_SAID: Record<string, Said> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  ENOTDIR: 'read-only',
  EEXIST: 'read-only',
  EISDIR: 'read-only',
  ENOENT: 'read-only',
  ELOOP: 'read-only',
  ENAMETOOLONG: 'read-only',
  EIO: 'unusable',
  EMFILE: 'unusable',
  ENFILE: 'unusable',
};

/**
 * The error to throw for `error`, met while working on the data file `path`. A damaged file is copied first, and not
 * touched. What is none of SQLite's or the file system's comes back as it is.
 */
export function failure(error: unknown, path: string, now: () => number, writing: boolean): unknown {
  if (error instanceof OkhelpError) return error;
  const code = codeOf(error);
  switch (
    typeof code === 'string' ? SYSTEM_SAID[code] : code === NO_ROOM_FOR_INDEX ? 'full' : SQLITE_SAID[code & 255]
  ) {
    case 'full':
      return new OkhelpError('disk-full', { path }, error);
    case 'read-only':
      return writing || code === 'ENOTDIR'
        ? new OkhelpError('not-writable', { path }, error)
        : new OkhelpError('data-unusable', { path, reason: reasonOf(code) }, error);
    case 'busy':
      return new OkhelpError('data-busy', { path }, error);
    case 'damaged':
      return damaged(path, now, error);
    case 'unusable':
      return new OkhelpError('data-unusable', { path, reason: reasonOf(code) }, error);
    default:
      return error;
  }
}

/** The data holds what okhelp never wrote: a copy is kept beside it, and the error says where. */
export function damaged(path: string, now: () => number, cause?: unknown): OkhelpError {
  try {
    return new OkhelpError('data-damaged', { path, kept: keepCopy(path, now()) }, cause);
  } catch (error) {
    return new OkhelpError('data-unusable', { path, reason: `${reasonOf(11)}, ${reasonOf(codeOf(error))}` }, cause);
  }
}

/** SQLite's number or Node's name for an error; libsql tells a failure to open only by a number in its message. */
function codeOf(error: unknown): number | string {
  const { code, rawCode, message = '' } = error as { code?: unknown; rawCode?: unknown; message?: string };
  if (typeof rawCode === 'number') return rawCode === 1 && /no such (table|column)/.test(message) ? 11 : rawCode;
  const opening = /^ConnectionFailed.*: (\d+)"\)$/.exec(message);
  return opening ? Number(opening[1]) : typeof code === 'string' ? code : '';
}

/** Whether SQLite cannot write: the file, the folder that it keeps its log in, or a disk without room for the log. */
export function cannotWrite(error: unknown): boolean {
  const code = codeOf(error);
  const said = typeof code === 'number' ? SQLITE_SAID[code & 255] : undefined;
  return said === 'read-only' || said === 'full' || code === NO_ROOM_FOR_INDEX;
}

function reasonOf(code: number | string): string {
  return typeof code === 'number' ? `SQLite ${code}` : code;
}

/** Copies the file, and what SQLite keeps beside it; one copy is enough for a file that has not changed since. */
function keepCopy(path: string, now: number): string {
  const { size, mtimeMs, atime, mtime } = statSync(path);
  const folder = dirname(path);
  const earlier = readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(path)}.damaged-`) && !name.endsWith('-wal'))
    .map((name) => join(folder, name))
    .find((copy) => {
      const other = statSync(copy);
      return other.size === size && Math.abs(other.mtimeMs - mtimeMs) < 1000;
    });
  if (earlier) return earlier;
  const copy = `${path}.damaged-${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  copyFileSync(path, copy);
  quietlyChmod(copy, 0o600);
  utimesSync(copy, atime, mtime);
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
  quietlyChmod(`${copy}-wal`, 0o600);
  return copy;
}
