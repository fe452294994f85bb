// Writes a .zip: names in UTF-8, everything dated alike, so that the same content gives the same bytes.
import { Zip, ZipDeflate, type Zippable, zipSync } from 'fflate';

export interface ArchiveFile {
  /** With `/` between folders. */
  name: string;
  content: Uint8Array;
}

/** `now` is in milliseconds since the epoch; a .zip knows the years 1980 to 2099. */
export function zipOf(files: readonly ArchiveFile[], now: number): Uint8Array {
  const mtime = dated(now);
  const tree: Zippable = Object.fromEntries(files.map(({ name, content }) => [name, [content, { mtime }]]));
  return zipSync(tree, { level: 6 });
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
      const file = new ZipDeflate(name, { level: 6 });
      file.mtime = mtime;
      zip.add(file);
      await fill(async (bytes) => {
        // fflate keeps what it is given until it has compressed it.
        file.push(bytes.slice());
        await flush();
      });
      file.push(new Uint8Array(0), true);
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
