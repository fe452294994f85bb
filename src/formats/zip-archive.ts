// Writes a .zip: names in UTF-8, everything dated alike, so that the same content gives the same bytes.
import { type Zippable, zipSync } from 'fflate';

export interface ArchiveFile {
  /** With `/` between folders. */
  name: string;
  content: Uint8Array;
}

/** `now` is in milliseconds since the epoch; a .zip knows the years 1980 to 2099. */
export function zipOf(files: readonly ArchiveFile[], now: number): Uint8Array {
  const mtime = Math.min(Math.max(now, Date.UTC(1980, 0, 2)), Date.UTC(2099, 11, 30));
  const tree: Zippable = Object.fromEntries(files.map(({ name, content }) => [name, [content, { mtime }]]));
  return zipSync(tree, { level: 6 });
}
