// What okhelp keeps outside its own folder: the code that Node compiled of it, and a fault's details that fitted nowhere else.
import { accessSync, constants, lstatSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../context.ts';
import { cacheFolder, temporaryFolder } from '../../places.ts';
import { ERROR_LOG } from '../../store/own-files.ts';
import { eraseFiles } from './erase.ts';
import type { OwnFile } from './inventory.ts';

type Machine = Pick<Host, 'env' | 'platform' | 'home'>;

/** As bin/okhelp.js names it: a build, and the Node that compiled it. */
const BUILD = /^[0-9a-f]{16}-v\d/;

/** The cache counts as one place, with the bytes in it. What is somebody else's is not named: it is not there for us. */
export function outsideFiles(host: Machine): OwnFile[] {
  const cache = cacheFolder(host);
  const log = join(temporaryFolder(host), ERROR_LOG);
  const files: OwnFile[] = [];
  const builds = cache === null ? [] : buildsIn(cache);
  if (cache !== null && builds.length > 0)
    files.push({
      kind: 'compiled-code',
      path: cache,
      bytes: builds.flatMap(filesOf).reduce((sum, one) => sum + sizeOf(one), 0),
    });
  if (isOurs(log)) files.push({ kind: 'log', path: log, bytes: sizeOf(log) });
  return files;
}

/** A file that this user can open: each log is for its owner alone. */
function isOurs(log: string): boolean {
  try {
    accessSync(log, constants.R_OK | constants.W_OK);
    return lstatSync(log).isFile();
  } catch {
    return false;
  }
}

/** Takes the compiled code away; from then on this run keeps none. Throws `not-writable`. */
export function removeCompiledCode(host: Machine): void {
  // Node's own variable for it; bin/okhelp.js looks again before it keeps anything.
  host.env.NODE_DISABLE_COMPILE_CACHE = '1';
  const cache = cacheFolder(host);
  const builds = cache === null ? [] : buildsIn(cache);
  if (cache === null || builds.length === 0) return;
  eraseFiles(builds.flatMap(filesOf));
  for (const build of builds) rmSync(build, { recursive: true, force: true });
  if (namesIn(cache).length === 0) rmdirSync(cache);
}

function buildsIn(cache: string): string[] {
  return namesIn(cache)
    .filter((name) => BUILD.test(name))
    .map((name) => join(cache, name));
}

function filesOf(folder: string): string[] {
  const paths = namesIn(folder).map((name) => join(folder, name));
  return paths.filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isFile());
}

function sizeOf(path: string): number {
  return lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
