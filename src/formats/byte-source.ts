// Bytes that can be read from any place, as often as needed: a file, or what came through standard input.

import type { Pull } from './csv-rows.ts';

export interface ByteSource {
  /** As the user named it. */
  name: string;
  size: number;
  /** Fills `target` from `at` on with the bytes from offset `from`; gives how many there were, 0 at the end. */
  read(target: Uint8Array, at: number, from: number): number;
}

/** Bytes that are in memory already. */
export function memorySource(bytes: Uint8Array, name: string): ByteSource {
  return {
    name,
    size: bytes.length,
    read: (target, at, from) => {
      const part = bytes.subarray(from, from + target.length - at);
      target.set(part, at);
      return part.length;
    },
  };
}

/** Reads a source from an offset on, piece after piece. */
export function pulling(source: ByteSource, from = 0): Pull {
  let offset = from;
  return (target, at) => {
    const got = source.read(target, at, offset);
    offset += got;
    return got;
  };
}

/** The first bytes of a source, `most` of them or all. */
export function bytesOf(source: ByteSource, most = source.size): Uint8Array {
  const bytes = new Uint8Array(Math.min(most, source.size));
  const pull = pulling(source);
  for (let read = 0; ; ) {
    const got = read < bytes.length ? pull(bytes, read) : 0;
    if (got === 0) return bytes.subarray(0, read);
    read += got;
  }
}
