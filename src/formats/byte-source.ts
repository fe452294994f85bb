// Bytes that can be read from any place, as often as needed: a file, or what came through standard input.

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
