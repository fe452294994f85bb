// The files a user names: read whole, or written whole or not at all; `-` is standard input or output.
import {
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Context } from './context.ts';
import { OkhelpError } from './errors.ts';
import { readFailure } from './read-failure.ts';
import { readStdin } from './terminal/io.ts';

type Where = { host: Pick<Context['host'], 'cwd'> };

/**
 * All bytes of a file, or of standard input for `-`. A relative path starts at the user's folder. Throws
 * `file-not-found`, `file-is-directory`, `file-denied` or `file-unreadable` (which names the system's reason).
 */
export async function readInput(
  path: string,
  context: Where & { io: Pick<Context['io'], 'stdin'> },
): Promise<Uint8Array> {
  if (path === '-') return readStdin(context.io);
  try {
    return await readFile(resolve(context.host.cwd, path));
  } catch (error) {
    throw readFailure(error, path);
  }
}

/** What to write: all of it, or a function that is given one to write it piece by piece. */
export type Content = string | Uint8Array | ((write: (part: string | Uint8Array) => Promise<void>) => Promise<void>);

/**
 * Writes a file for its owner only, through a temporary file beside it, so that it is there whole or not at all; `-` is
 * standard output. Devices and pipes are written to directly. An existing file is replaced only with `force`. Throws
 * `file-exists`, `file-is-directory`, `folder-missing`, `disk-full` or `not-writable`.
 */
export async function writeOutput(
  path: string,
  content: Content,
  context: Where & { io: Pick<Context['io'], 'stdout'> },
  options: { force?: boolean } = {},
): Promise<void> {
  if (path === '-' || path === '/dev/stdout') {
    const { stdout } = context.io;
    if (typeof content === 'function') await content(async (part) => void stdout.write(textOf(part)));
    else stdout.write(textOf(content));
    return;
  }
  const target = resolve(context.host.cwd, path);
  try {
    // `out/` names a folder, also where there is none.
    if (path.endsWith('/') && !statOf(target)) throw new OkhelpError('folder-missing', { folder: path, isFile: false });
    const there = statOf(target);
    if (there?.isDirectory()) throw new OkhelpError('file-is-directory', { file: path });
    if (isDevice(target) || (there && !there.isFile())) await intoDevice(target, content);
    else if (there && !options.force) throw new OkhelpError('file-exists', { file: path });
    else await replace(there ? realpathSync(target) : target, content);
  } catch (error) {
    throw error instanceof OkhelpError ? error : writeFailure(error, path);
  }
}

function textOf(part: string | Uint8Array): string {
  return typeof part === 'string' ? part : new TextDecoder().decode(part);
}

function statOf(path: string): Stats | null {
  return statSync(path, { throwIfNoEntry: false }) ?? null;
}

function isDevice(path: string): boolean {
  return path.startsWith('/dev/') || path.startsWith('/proc/');
}

async function intoDevice(target: string, content: Content): Promise<void> {
  if (typeof content !== 'function') return writeFile(target, content);
  const file = await open(target, 'w');
  try {
    await content((part) => file.writeFile(part));
  } finally {
    await file.close();
  }
}

/** How much is written before an interruption is listened for. */
const BREATH = 4 * 1024 * 1024;

async function replace(target: string, content: Content): Promise<void> {
  const temporary = join(
    dirname(target),
    `.${basename(target).slice(0, 60)}.${Math.random().toString(36).slice(2, 10)}.tmp`,
  );
  // Not by node:fs/promises, which takes 3 ms to load and to come back.
  let file: number | null = null;
  try {
    const made = openSync(temporary, 'wx', 0o600);
    file = made;
    if (typeof content === 'function') await content(writingTo(made));
    else writeFileSync(made, content);
    fsyncSync(made);
    file = null;
    closeSync(made);
    renameSync(temporary, target);
  } catch (error) {
    if (file !== null) closeSync(file);
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writingTo(file: number): (part: string | Uint8Array) => Promise<void> {
  let written = 0;
  return async (part) => {
    writeFileSync(file, part);
    written += part.length;
    if (written < BREATH) return;
    written = 0;
    await new Promise((go) => setImmediate(go));
  };
}

function writeFailure(error: unknown, path: string): OkhelpError {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  if (code === 'ENOSPC' || code === 'EDQUOT') return new OkhelpError('disk-full', { path }, error);
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new OkhelpError('folder-missing', { folder: dirname(path), isFile: code === 'ENOTDIR' }, error);
  return new OkhelpError('not-writable', { path, named: true }, error);
}
