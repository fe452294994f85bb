// Writes a .zip: names in UTF-8, everything dated alike, so that the same content gives the same bytes.
import { Zip, type ZipInputFile, type Zippable, zipSync } from 'fflate';

export interface ArchiveFile {
  /** With `/` between folders. */
  name: string;
  content: Uint8Array;
}

/** Bytes below which a file is stored as it is: to compress it takes longer than it saves room. */
const WORTH_IT = 16 * 1024;

/** `now` is in milliseconds since the epoch; a .zip knows the years 1980 to 2099. */
export function zipOf(files: readonly ArchiveFile[], now: number): Uint8Array {
  const mtime = dated(now);
  const tree: Zippable = Object.fromEntries(
    files.map(({ name, content }) => [name, [content, { mtime, level: content.length < WORTH_IT ? 0 : 6 }]]),
  );
  return zipSync(tree);
}

type WriteBytes = (bytes: Uint8Array) => Promise<void>;

export interface ZipWriter {
  /** Adds a file; `fill` gives its bytes piece by piece. */
  add(name: string, fill: (write: WriteBytes) => Promise<void>): Promise<void>;
  /** The table of contents. */
  end(): Promise<void>;
}

/** What the platform does some thirty times as fast as a library can. */
export interface Packing {
  /** Bytes as a part of a deflated stream (RFC 1951) that ends at a byte; the last part ends the stream. */
  deflate(bytes: Uint8Array, last: boolean): Uint8Array<ArrayBuffer>;
  /** CRC-32 of what came before and these bytes. */
  crc32(bytes: Uint8Array, before: number): number;
}

/** The same for more than fits into memory, written as it is made; 4 GB at most, as a plain .zip has it. */
export function zipWriter(now: number, write: WriteBytes, packing: Packing): ZipWriter {
  const mtime = dated(now);
  let made: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, bytes) => {
    failed ??= error;
    if (bytes?.length) made.push(bytes);
  });
  const flush = async () => {
    if (failed) throw failed;
    const ready = made;
    made = [];
    for (const bytes of ready) await write(bytes);
  };
  return {
    add: async (name, fill) => {
      let file: ZipPart | null = null;
      // How large the file is shows when so much of it has come, or when it ends.
      let first: Uint8Array<ArrayBuffer>[] = [];
      let size = 0;
      const begin = () => {
        file = new ZipPart(name, mtime, size < WORTH_IT ? null : packing.deflate, packing.crc32);
        zip.add(file);
        for (const bytes of first) file.push(bytes, false);
        first = [];
        return file;
      };
      await fill(async (bytes) => {
        size += bytes.length;
        // Whoever gives the bytes may use their room again before they are written.
        const own = bytes.slice();
        if (file) file.push(own, false);
        else first.push(own);
        if (!file && size >= WORTH_IT) begin();
        await flush();
      });
      (file ?? begin()).push(new Uint8Array(0), true);
      await flush();
    },
    end: async () => {
      zip.end();
      await flush();
    },
  };
}

/** A file as fflate's container takes it: it is told of each part, and at the last one of the size and the sum of the whole. */
class ZipPart implements ZipInputFile {
  size = 0;
  crc = 0;
  readonly compression: number;
  ondata?: ZipInputFile['ondata'];

  constructor(
    readonly filename: string,
    readonly mtime: number,
    private readonly deflate: Packing['deflate'] | null,
    private readonly crc32: Packing['crc32'],
  ) {
    // 8 is deflated, 0 is stored (APPNOTE.TXT 4.4.5).
    this.compression = deflate ? 8 : 0;
  }

  push(bytes: Uint8Array<ArrayBuffer>, last: boolean): void {
    this.size += bytes.length;
    this.crc = this.crc32(bytes, this.crc);
    this.ondata!(null, this.deflate ? this.deflate(bytes, last) : bytes, last);
  }
}

function dated(now: number): number {
  return Math.min(Math.max(now, Date.UTC(1980, 0, 2)), Date.UTC(2099, 11, 30));
}
