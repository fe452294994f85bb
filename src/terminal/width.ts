// How many columns text takes: Chinese and emoji two, combining marks none; and wrapping and padding by that.

type Measure = (text: string) => number;

let measureAnything: Measure | null = null;

/**
 * Loads string-width (26 ms, so not on the scripted path) for text with anything but plain Latin and Chinese in it.
 * Until then such text is measured by code points, which is right but for emoji and combining marks.
 */
export async function loadFullWidth(): Promise<void> {
  measureAnything ??= (await import('string-width')).default;
}

/** Columns that `text` takes on a terminal. */
export function displayWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const columns = columnsOf(text.charCodeAt(i));
    if (columns < 0) return measureAnything ? measureAnything(text) : byCodePoint(text);
    width += columns;
  }
  return width;
}

/** 1 or 2 where the character is surely so, −1 where string-width has to say. */
function columnsOf(code: number): -1 | 1 | 2 {
  if (code >= 0x20 && code < 0x7f) return 1;
  if (code >= 0x4e00 && code <= 0x9fff) return 2;
  if (code >= 0x3000 && code <= 0x3029) return 2;
  if ((code >= 0xff01 && code <= 0xff60) || (code >= 0x3400 && code <= 0x4dbf)) return 2;
  if (code === 0xb7 || code === 0xd7 || (code >= 0x2010 && code <= 0x2027) || (code >= 0x2190 && code <= 0x2193))
    return 1;
  if (code >= 0x2500 && code <= 0x257f) return 1;
  return -1;
}

function byCodePoint(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x20 || (code >= 0x7f && code < 0xa0) || /\p{M}/u.test(character)) continue;
    width +=
      code >= 0x1100 && /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{Emoji_Presentation}]/u.test(character)
        ? 2
        : 1;
  }
  return width;
}

/** `text` with spaces behind it up to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** `text` with spaces before it up to `width` columns. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** Signs that must not begin a line in Chinese typesetting (避头点), nor stand alone after a break. */
const NOT_FIRST = /^[，。、；：？！）》」』】〉”’%,.;:?!)\]}…]/;
const NOT_LAST = /[（《「『【〈“‘([{]$/;

/**
 * Wraps text at `width` columns: English between words, Chinese between any two characters but never so that a closing
 * sign begins a line; a command in backticks stays whole. Line breaks in the text stay. Every line but the first is
 * indented by `indent` columns.
 */
export function wrap(text: string, width: number, indent = 0): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = lines.length ? ' '.repeat(indent) : '';
    if (displayWidth(paragraph) + line.length <= width) {
      lines.push((line + paragraph.trimStart()).trimEnd());
      continue;
    }
    let empty = true;
    for (const piece of pieces(paragraph, width - indent)) {
      if (!empty && displayWidth(line) + displayWidth(piece.trimEnd()) > width) {
        lines.push(line.trimEnd());
        line = ' '.repeat(indent);
        empty = true;
      }
      line += empty ? piece.trimStart() : piece;
      empty = false;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** The smallest pieces between which a line may break; a command in backticks is one piece where a line holds it. */
function pieces(text: string, room: number): string[] {
  const found = text.split(/(`okhelp [^`]*`)/).flatMap((part, i) => {
    const whole = i % 2 === 1 && displayWidth(part) <= room;
    return whole ? [part] : words(part);
  });
  const joined: string[] = [];
  for (const piece of found) {
    const last = joined.at(-1);
    const sticks = last !== undefined && (/^\s+$/.test(piece) || NOT_FIRST.test(piece) || NOT_LAST.test(last));
    if (sticks) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

function words(text: string): string[] {
  return (
    text.match(/\s+|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]+/g) ?? []
  );
}
