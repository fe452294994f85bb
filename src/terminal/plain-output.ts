// Pipes and files without Node's own streams, which take 3 ms to make, and report a full disk too late.
import { fstatSync, type Stats, writeSync } from 'node:fs';
import type { InputStream, OutputStream } from './io.ts';

/**
 * The stream of a file descriptor, or null where it may be a terminal. Writing throws the system's error; with `careless`
 * what cannot be written is lost in silence, since there is nowhere left to say so.
 */
export function plainOutput(descriptor: number, careless = false): OutputStream | null {
  const stat = statOf(descriptor);
  if (!stat || !isPlain(stat)) return null;
  return {
    write(text) {
      const bytes = Buffer.from(text as string);
      try {
        for (let at = 0; at < bytes.length; ) at += writeSome(descriptor, bytes, at);
      } catch (error) {
        if (!careless) throw error;
      }
    },
  };
}

/** Standard input, of which Node's own stream is made only when it is read; null where it may be a terminal. */
export function plainInput(descriptor: number, stream: () => InputStream): InputStream | null {
  const stat = statOf(descriptor);
  if (!stat || !isPlain(stat)) return null;
  return { isTTY: false, [Symbol.asyncIterator]: () => stream()[Symbol.asyncIterator]() };
}

/** What another program connects may be a socket as well as a pipe. */
function isPlain(stat: Stats): boolean {
  return stat.isFIFO() || stat.isFile() || stat.isSocket() || isNullDevice(stat);
}

function statOf(descriptor: number): Stats | null {
  try {
    return fstatSync(descriptor);
  } catch {
    return null;
  }
}

/** Linux's /dev/null and /dev/full (major number 1), which are devices but no terminals. */
function isNullDevice(stat: Stats): boolean {
  return stat.isCharacterDevice() && stat.rdev >> 8 === 1;
}

/** A pipe whose reader is slow says EAGAIN where somebody made it non-blocking: then wait a little. */
function writeSome(descriptor: number, bytes: Uint8Array, at: number): number {
  try {
    return writeSync(descriptor, bytes, at);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return 0;
  }
}
