// What the bytes of a file say before anybody reads them: surely no text, or cut in the middle of a character.

/** Beginnings of files that are surely no text: ZIP and XLSX, PDF, PNG, JPEG, SQLite, gzip, old Office. */
const NOT_TEXT = ['PK\x03\x04', '%PDF', '\x89PNG', '\xff\xd8\xff', 'SQLite format 3', '\x1f\x8b', '\xd0\xcf\x11\xe0'];

/** The first bytes as characters of one byte each, to compare with marks and signatures. */
export function startOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 16));
}

export function isNoText(start: string): boolean {
  return NOT_TEXT.some((signature) => start.startsWith(signature));
}

/** How many bytes at the end begin a UTF-8 character that is not whole. */
export function unfinishedTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
