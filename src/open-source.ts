// Opens what the user named as a byte source: a file that can be read anywhere, or all of standard input.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from './context.ts';
import { OkhelpError } from './errors.ts';
import { type ByteSource, memorySource } from './formats/byte-source.ts';
import { readStdin } from './terminal/io.ts';

export type OpenSource = ByteSource & { kind: 'file' | 'stdin'; close(): void };

/** `-` is standard input. Pipes and other things that cannot be read twice are kept in memory. Throws `file-…`. */
export async function openSource(path: string, context: Pick<Context, 'io' | 'host'>): Promise<OpenSource> {
  if (path === '-') {
    return { ...memorySource(await readStdin(context.io), '-'), kind: 'stdin', close: () => {} };
  }
  try {
    const fd = openSync(resolve(context.host.cwd, path), 'r');
    const stat = fstatSync(fd);
    if (stat.isDirectory()) {
      closeSync(fd);
      throw new OkhelpError('file-is-directory', { file: path });
    }
    if (!stat.isFile()) {
      const bytes = readAll(fd);
      closeSync(fd);
      return { ...memorySource(bytes, path), kind: 'file', close: () => {} };
    }
    return {
      kind: 'file',
      name: path,
      size: stat.size,
      read: (target, at, from) => readSync(fd, target, at, target.length - at, from),
      close: () => closeSync(fd),
    };
  } catch (error) {
    throw fileError(error, path);
  }
}

function readAll(fd: number): Uint8Array {
  const parts: Uint8Array[] = [];
  for (;;) {
    const part = new Uint8Array(1 << 16);
    const got = readSync(fd, part, 0, part.length, null);
    if (got === 0) return Buffer.concat(parts);
    parts.push(part.subarray(0, got));
  }
}

/** What the operating system says of a file, as one of our errors. */
export function fileError(error: unknown, file: string): unknown {
  if (error instanceof OkhelpError) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new OkhelpError('file-not-found', { file }, error);
  if (code === 'EISDIR') return new OkhelpError('file-is-directory', { file }, error);
  if (code === 'EACCES' || code === 'EPERM') return new OkhelpError('file-denied', { file }, error);
  return new OkhelpError('file-unreadable', { file, reason: code ?? String(error) }, error);
}
