// In which charset the bytes of a text are written, as far as they tell.

/** Control characters hardly stand in texts, but a PDF or picture is full of them. */
const CONTROL = /[\x01-\x08\x0e-\x1a\x1c-\x1f]/g;

export type Charset = 'utf-8' | 'utf-16' | 'gb18030';

/** UTF-8, UTF-16 with a byte order mark or GB 18030, and the text (the mark included); null for what is no text. */
export function readText(bytes: Uint8Array): { text: string; charset: Charset } | null {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (!utf16 && bytes.includes(0)) return null;
  for (const encoding of utf16 ? [utf16] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
      // What a terminal printed may hold some; no other file is UTF-8 by chance.
      const controls = text.match(CONTROL)?.length ?? 0;
      if (controls <= (encoding === 'utf-8' ? text.length / 20 : 0))
        return { text, charset: utf16 ? 'utf-16' : (encoding as Charset) };
    } catch {}
  }
  return null;
}

export function charsetOf(bytes: Uint8Array): Charset | null {
  return readText(bytes)?.charset ?? null;
}
