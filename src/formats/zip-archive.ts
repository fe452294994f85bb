// Writes a .zip: names in UTF-8, everything dated alike, so that the same content gives the same bytes.
import { Zip, ZipDeflate, ZipPassThrough, type Zippable, zipSync } from 'fflate';

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

/** The same for more than fits into memory, written as it is made; 4 GB at most, as a plain .zip has it. */
export function zipWriter(now: number, write: WriteBytes): ZipWriter {
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
      let file: ZipDeflate | ZipPassThrough | null = null;
      // How large the file is shows when so much of it has come, or when it ends.
      let first: Uint8Array[] = [];
      let size = 0;
      const begin = () => {
        file = size < WORTH_IT ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
        file.mtime = mtime;
        zip.add(file);
        for (const bytes of first) file.push(bytes);
        first = [];
        return file;
      };
      await fill(async (bytes) => {
        size += bytes.length;
        // fflate keeps what it is given until it has compressed it.
        const own = bytes.slice();
        if (file) file.push(own);
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

function dated(now: number): number {
  return Math.min(Math.max(now, Date.UTC(1980, 0, 2)), Date.UTC(2099, 11, 30));
}
