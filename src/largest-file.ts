// How large a file may be that has to be held in memory whole: as much as Node's memory on this computer has room for.
import { OkhelpError } from './errors.ts';
import type { ByteSource } from './formats/byte-source.ts';

/** Memory for each byte of the file, measured on short rows and rounded up: another program's statement, our own JSON. */
const MEMORY = { statement: 40, json: 8 } as const;

/** No text may be longer in Node (2^29 − 24 characters). */
const LONGEST = 5e8;

/** So much fits wherever Node runs at all. */
const SMALL = 1e7;

/** `room` in bytes: what Node may use for objects, if not said. Throws `file-too-large`. */
export async function expectFits(
  { name, size }: Pick<ByteSource, 'name' | 'size'>,
  kind: keyof typeof MEMORY,
  room?: number,
): Promise<void> {
  if (size <= SMALL) return;
  const available = room ?? (await import('node:v8')).getHeapStatistics().heap_size_limit;
  const most = Math.min(LONGEST, available / MEMORY[kind]);
  if (size <= most) return;
  const ours = kind === 'json';
  const megabytes = (bytes: number) => Math.floor(bytes / 1e6);
  throw new OkhelpError('file-too-large', { file: name, megabytes: megabytes(size), most: megabytes(most), ours });
}

/** A workbook, packed as it is, is judged by what is in it. Throws `file-too-large`. */
export function expectSheetsFit(name: string, unpacked: number, most: number): void {
  if (unpacked <= most) return;
  const megabytes = (bytes: number) => Math.floor(bytes / 1e6);
  const sizes = { megabytes: megabytes(unpacked), most: megabytes(most) };
  throw new OkhelpError('file-too-large', { file: name, ...sizes, ours: false, unpacked: true });
}
