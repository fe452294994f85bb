// The files that okhelp itself makes in its folder, and the folder kept for its owner: both decided by their names alone.
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

export const ERROR_LOG = 'okhelp-error.log';

/** The data and what SQLite keeps beside it; copies of damaged data; settings; the error log; what a crash may leave. */
const OWN =
  /^(okhelp\.db(-wal|-shm|-journal)?|okhelp\.db\.damaged-\S+|settings\.json(\.tmp-\S+)?|okhelp-error\.log|\.okhelp\S*\.tmp)$/;

/** The data, and what SQLite keeps beside them until the next okhelp has read it. */
export const STORE_FILES = /^okhelp\.db(-wal|-shm|-journal)?$/;
export const DAMAGED_COPY = /^okhelp\.db\.damaged-/;

/** The names in the folder, sorted: okhelp's own files, and what somebody else put there. None where there is no folder. */
export function filesIn(folder: string): { own: string[]; others: string[] } {
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch {
    return { own: [], others: [] };
  }
  const isOwn = (name: string) => OWN.test(name) && !lstatSync(`${folder}/${name}`).isDirectory();
  return { own: names.filter(isOwn), others: names.filter((name) => !isOwn(name)) };
}

/** Makes the folder where it is not there; its owner alone may look into it. Throws the system's errors. */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let above = resolve(folder); !existsSync(above); above = dirname(above)) missing.unshift(above);
  // One by one: told to make them all, Node tries for ever where a file system such as /proc refuses.
  for (const one of missing) makeOne(one);
  closeToOthers(folder);
}

/** Another okhelp may have made it in the meantime. */
function makeOne(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

/**
 * Closes a folder that was there before to everybody but its owner, where nothing but okhelp's files are in it. A folder
 * with other files may be shared on purpose, and one with the sticky bit is: okhelp's files in them are closed themselves.
 */
export function closeToOthers(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found || (found.mode & 0o077) === 0 || found.mode & 0o1000) return;
  if (filesIn(folder).others.length === 0) quietlyChmod(folder, 0o700);
}

export function quietlyChmod(path: string, mode: number): void {
  try {
    chmodSync(path, mode);
  } catch {
    // Not there, someone else's, or on a file system without modes.
  }
}
