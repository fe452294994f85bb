// Files as evidence: their SHA-256, and whether a file still is what it was.
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { OkhelpError } from '../../errors.ts';
import { readFailure } from '../../read-failure.ts';
import type { CaseEvidence } from '../../support/case-event.ts';

/** `there` only says that the size is the same; the sum was not computed. */
export type FileState = 'there' | 'changed' | 'gone';

/** Bytes and SHA-256 (hexadecimal) of a file of any size. Throws `file-not-found`, `file-is-directory` and the like. */
export async function fingerprintOf(path: string, named: string): Promise<{ bytes: number; sha256: string }> {
  try {
    if (statSync(path).isDirectory()) throw new OkhelpError('file-is-directory', { file: named });
    const hash = createHash('sha256');
    let bytes = 0;
    await eachPart(path, (part) => {
      hash.update(part);
      bytes += part.length;
    });
    return { bytes, sha256: hash.digest('hex') };
  } catch (error) {
    throw error instanceof OkhelpError ? error : readFailure(error, named);
  }
}

const PART = 1024 * 1024;

/**
 * The bytes of a file part by part, each in the room of the one before. A plain file is read without Node's streams, which take
 * 2 ms to load; after each part Ctrl-C is heard.
 */
export async function eachPart(path: string, use: (part: Uint8Array) => Promise<void> | void): Promise<void> {
  const found = statSync(path);
  if (!found.isFile()) {
    for await (const part of createReadStream(path)) await use(part as Uint8Array);
    return;
  }
  const file = openSync(path, 'r');
  try {
    const room = Buffer.allocUnsafeSlow(Math.min(found.size + 1, PART));
    for (let read = readSync(file, room); read > 0; read = readSync(file, room)) {
      await use(room.subarray(0, read));
      if (read === PART) await new Promise((go) => setImmediate(go));
    }
  } finally {
    closeSync(file);
  }
}

export function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** By size alone, which is quick; see `fingerprintOf` for the proof. */
export async function stateOf({ path, bytes }: Pick<CaseEvidence, 'path' | 'bytes'>): Promise<FileState> {
  try {
    const found = statSync(path);
    return found.isFile() && found.size === bytes ? 'there' : 'changed';
  } catch {
    return 'gone';
  }
}

/** Of each piece of evidence, by its id. */
export async function statesOf(evidence: readonly CaseEvidence[]): Promise<Map<string, FileState>> {
  const states = new Map<string, FileState>();
  for (const one of evidence) states.set(one.id, await stateOf(one));
  return states;
}
