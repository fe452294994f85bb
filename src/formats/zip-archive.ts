// Writes a .zip (PKWARE's APPNOTE): everything dated alike, so that the same content gives the same archive.

export interface ArchiveFile {
  /** With `/` between folders. */
  name: string;
  content: Uint8Array;
}

/** What the platform does some thirty times as fast as this file could. */
export interface Packing {
  /** Bytes as a part of a deflated stream (RFC 1951) that ends at a byte; the last part ends the stream. */
  deflate(bytes: Uint8Array, last: boolean): Uint8Array;
  /** CRC-32 of what came before and these bytes. */
  crc32(bytes: Uint8Array, before: number): number;
}

type WriteBytes = (bytes: Uint8Array) => Promise<void>;

export interface ZipWriter {
  /** Adds a file; `fill` gives its bytes piece by piece. */
  add(name: string, fill: (write: WriteBytes) => Promise<void>): Promise<void>;
  /** The table of contents. */
  end(): Promise<void>;
}

/** Bytes below which a file is stored as it is: to compress it takes longer than it saves room. */
const WORTH_IT = 16 * 1024;

/** 4.4.4: names are in UTF-8; of what is written while it comes, the sums stand behind it (4.3.9). */
const UTF8 = 0x0800;
const SUMS_BEHIND = 0x0008;
const STORED = 0;
const DEFLATED = 8;
const NOTHING = new Uint8Array(0);

interface Entry {
  name: Uint8Array;
  method: number;
  crc: number;
  /** Bytes in the archive, and of the file itself. */
  packed: number;
  size: number;
  /** Where it begins. */
  at: number;
}

/** `now` is in milliseconds since the epoch; a .zip knows the years 1980 to 2099. */
export async function zipOf(files: readonly ArchiveFile[], now: number, packing: Packing): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const zip = zipWriter(now, async (bytes) => void parts.push(bytes), packing);
  for (const { name, content } of files) await zip.add(name, (write) => write(content));
  await zip.end();
  return Buffer.concat(parts);
}

/** The same for more than fits into memory, written as it is made; 4 GB at most, as a plain .zip has it. */
export function zipWriter(now: number, write: WriteBytes, { deflate, crc32 }: Packing): ZipWriter {
  const date = dosDate(now);
  const entries: Entry[] = [];
  let at = 0;
  const put = async (bytes: Uint8Array) => {
    at += bytes.length;
    await write(bytes);
  };
  const deflated = async (entry: Entry, bytes: Uint8Array, last: boolean) => {
    summed(entry, bytes);
    const packed = deflate(bytes, last);
    entry.packed += packed.length;
    if (packed.length > 0) await put(packed);
  };
  const summed = (entry: Entry, bytes: Uint8Array) => {
    // Of no bytes at all zlib may give the sum that nothing came before.
    if (bytes.length === 0) return;
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
  };
  return {
    add: async (name, fill) => {
      const entry: Entry = { name: Buffer.from(name), method: STORED, crc: 0, packed: 0, size: 0, at };
      // How large the file is shows when so much of it has come, or when it ends.
      const first: Uint8Array[] = [];
      let size = 0;
      await fill(async (bytes) => {
        size += bytes.length;
        if (entry.method === DEFLATED) return deflated(entry, bytes, false);
        // Whoever gives the bytes may use their room again.
        first.push(bytes.slice());
        if (size < WORTH_IT) return;
        entry.method = DEFLATED;
        await put(localHeader(entry, date));
        for (const one of first) await deflated(entry, one, false);
      });
      if (entry.method === DEFLATED) {
        await deflated(entry, NOTHING, true);
        await put(fields([4, 0x08074b50], ...sums(entry)));
      } else {
        for (const one of first) summed(entry, one);
        entry.packed = entry.size;
        await put(localHeader(entry, date));
        for (const one of first) await put(one);
      }
      entries.push(entry);
    },
    end: async () => {
      const start = at;
      for (const entry of entries) await put(centralHeader(entry, date));
      const count = entries.length;
      await put(fields([4, 0x06054b50], [4, 0], [2, count], [2, count], [4, at - start], [4, start], [2, 0]));
    },
  };
}

/** 4.3.7. */
function localHeader(entry: Entry, date: number): Uint8Array {
  const head = fields([4, 0x04034b50], [2, 20], [2, flags(entry)], [2, entry.method], [4, date], ...sums(entry));
  return Buffer.concat([head, fields([2, entry.name.length], [2, 0]), entry.name]);
}

/** 4.3.12. */
function centralHeader(entry: Entry, date: number): Uint8Array {
  const head = fields(
    [4, 0x02014b50],
    [2, 20],
    [2, 20],
    [2, flags(entry)],
    [2, entry.method],
    [4, date],
    ...sums(entry),
  );
  // No extra fields, no comment, the first disk, no attributes.
  const rest = fields([2, entry.name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, entry.at]);
  return Buffer.concat([head, rest, entry.name]);
}

function flags({ method }: Entry): number {
  return method === DEFLATED ? UTF8 | SUMS_BEHIND : UTF8;
}

/** Zeros as long as nothing of the file has come. */
function sums({ crc, packed, size }: Entry): [4, number][] {
  return [
    [4, crc],
    [4, packed],
    [4, size],
  ];
}

/** Numbers of two or four bytes, the lowest byte first. */
function fields(...numbers: [bytes: 2 | 4, value: number][]): Uint8Array {
  const made = Buffer.alloc(numbers.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of numbers) at = made.writeUIntLE(value, at, bytes);
  return made;
}

/** 4.4.6: the machine's own day and time, in steps of two seconds. */
function dosDate(now: number): number {
  const time = new Date(Math.min(Math.max(now, Date.UTC(1980, 0, 2)), Date.UTC(2099, 11, 30)));
  const day = ((time.getFullYear() - 1980) << 9) | ((time.getMonth() + 1) << 5) | time.getDate();
  const clock = (time.getHours() << 11) | (time.getMinutes() << 5) | (time.getSeconds() >> 1);
  return day * 0x10000 + clock;
}
