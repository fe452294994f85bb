// Deletes files so that nothing of them is left under any name: each loses its name and is overwritten with zeros.
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename } from 'node:path';
import { OkhelpError } from '../../errors.ts';

const BESIDE = ['-wal', '-shm', '-journal', ''];
const ZEROS = new Uint8Array(64 * 1024);

/**
 * Deletes the files, in this order. Of a link its target goes, too: that is where the data lie. Throws `not-writable` for the
 * first that cannot be deleted; those before it are gone.
 */
export function eraseFiles(paths: readonly string[]): void {
  for (const path of paths) {
    try {
      const target = realTarget(path);
      // What SQLite keeps beside the data lies beside the target.
      if (target !== null && target !== path)
        for (const end of basename(path) === 'okhelp.db' ? BESIDE : ['']) eraseFile(target + end);
      eraseFile(path);
    } catch (error) {
      throw new OkhelpError('not-writable', { path }, error);
    }
  }
}

/** What SQLite keeps beside a data file comes before it: a log left alone would be read into the next data file. */
export function inOrderOfErasing<File extends { path: string }>(files: readonly File[]): File[] {
  return [...files].sort((a, b) => (a.path < b.path ? 1 : -1));
}

/** Takes away a folder that okhelp made for itself, where nothing is left in it. */
export function removeEmptyFolder(folder: string): boolean {
  try {
    if (basename(folder) !== 'okhelp' || readdirSync(folder).length > 0) return false;
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function realTarget(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

function eraseFile(path: string): void {
  let file: number | null = null;
  try {
    file = openSync(path, constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0));
  } catch {
    // A link, or a file that may be removed but not written to.
  }
  rmSync(path, { force: true });
  if (file === null) return;
  try {
    // A further name (a hard link) is somebody's copy.
    const { size, nlink } = fstatSync(file);
    for (let at = 0; nlink === 0 && at < size; at += ZEROS.length)
      writeSync(file, ZEROS, 0, Math.min(ZEROS.length, size - at), at);
    fsyncSync(file);
  } catch {
    // It has no name any more; that its blocks could not be overwritten changes nothing about that.
  } finally {
    closeSync(file);
  }
}
