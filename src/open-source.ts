// Opens what the user named as a byte source: a file that can be read anywhere, or what comes through a pipe.
import { closeSync, createReadStream, fstatSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Context } from './context.ts';
import { OkhelpError } from './errors.ts';

import { type ByteSource, memorySource } from './formats/byte-source.ts';
import { readFailure } from './read-failure.ts';
import { type InputStream, pipedInput } from './terminal/io.ts';

export type OpenSource = ByteSource & { kind: 'file' | 'stdin'; close(): void };

/** More than this of a pipe is kept in a file of its own instead of in memory. */
const MOST_IN_MEMORY = 1 << 25;

/** `-` is standard input. Throws `file-not-found`, `file-is-directory`, `file-denied`, `file-unreadable`, `disk-full`. */
export async function openSource(path: string, context: Pick<Context, 'io' | 'host'>): Promise<OpenSource> {
  if (path === '-') return { ...(await kept(pipedInput(context.io), path)), kind: 'stdin' };
  try {
    const fd = openSync(resolve(context.host.cwd, path), 'r');
    const stat = fstatSync(fd);
    if (stat.isFile()) return fileSource(fd, path, stat.size);
    if (!stat.isDirectory()) return { ...(await kept(createReadStream('', { fd }), path)), kind: 'file' };
    closeSync(fd);
  } catch (error) {
    throw error instanceof OkhelpError ? error : readFailure(error, path);
  }
  throw new OkhelpError('file-is-directory', { file: path });
}

function fileSource(fd: number, name: string, size: number): OpenSource {
  return {
    kind: 'file',
    name,
    size,
    read: (target, at, from) => {
      try {
        return readSync(fd, target, at, target.length - at, from);
      } catch (error) {
        throw readFailure(error, name);
      }
    },
    close: () => closeSync(fd),
  };
}

/** All that a pipe gives, so that it can be read more than once: in memory, or in a temporary file that only okhelp sees. */
async function kept(pipe: InputStream, name: string): Promise<ByteSource & { close(): void }> {
  const parts: Buffer[] = [];
  let size = 0;
  let file: { fd: number; path: string } | null = null;
  for await (const part of pipe) {
    parts.push(Buffer.from(part as Uint8Array));
    size += parts.at(-1)!.length;
    if (!file && size <= MOST_IN_MEMORY) continue;
    file ??= temporaryFile();
    try {
      for (const bytes of parts.splice(0)) writeSync(file.fd, bytes);
    } catch (error) {
      removed(file);
      throw new OkhelpError('disk-full', { path: file.path }, error);
    }
  }
  if (!file) return { ...memorySource(Buffer.concat(parts), name), close: () => {} };
  const { fd, path } = file;
  return { ...fileSource(fd, name, size), close: () => removed({ fd, path }) };
}

/** For its owner only; where the system lets a file lose its name while it is open, nothing is left behind by a crash. */
function temporaryFile(): { fd: number; path: string } {
  const path = join(tmpdir(), `okhelp-${Math.random().toString(36).slice(2)}`);
  const fd = openSync(path, 'wx+', 0o600);
  try {
    rmSync(path);
  } catch {}
  return { fd, path };
}

function removed({ fd, path }: { fd: number; path: string }): void {
  closeSync(fd);
  rmSync(path, { force: true });
}
