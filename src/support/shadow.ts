// A plain copy of a text to search in: full-width digits made plain, invisible characters dropped, with the way back.

export interface Shadow {
  text: string;
  /** Where a character of `text` begins and ends in the original. */
  from(position: number): number;
  to(position: number): number;
}

/** A stretch of a shadow's text, end not included. */
export interface Span {
  start: number;
  end: number;
}

/** Zero-width characters, joiners, direction marks, soft hyphens, variation selectors: they show nothing. */
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u034f|[\ufe00-\ufe0f]|[\u{e0000}-\u{e01ef}]/u;
const DASH = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]/;
const SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

/** Digits of the Arabic and Persian keyboards; every other kind that people type is made plain by NFKC. */
const ZEROS = [0x0660, 0x06f0];

/**
 * Compatibility forms (NFKC: `４`, `：`, `（`), odd spaces and dashes become plain ones, invisible characters vanish, so
 * that what a person reads as `4111 1111` is found however it was typed.
 */
export function shadowOf(original: string): Shadow {
  if (/^[\n\r\t -~]*$/.test(original)) return { text: original, from: (at) => at, to: (at) => at + 1 };
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  let hiddenUntil = 0;
  for (const character of original) {
    if (at >= hiddenUntil) hiddenUntil = endOfEscape(original, at);
    const plain = at < hiddenUntil ? '' : plainOf(character);
    parts.push(plain);
    for (let i = 0; i < plain.length; i++) {
      from.push(at);
      to.push(at + character.length);
    }
    at += character.length;
  }
  return { text: parts.join(''), from: (position) => from[position]!, to: (position) => to[position]! };
}

/** A terminal's escape sequence, such as a colour: it shows nothing, too. */
const ESCAPE =
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)|\x1b[ -/]*[0-Z\\^-~]/y;

/** Where the escape sequence ends that begins there; `at` itself where none does. */
function endOfEscape(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code !== 0x1b && code !== 0x9b) return at;
  ESCAPE.lastIndex = at;
  return ESCAPE.test(text) ? ESCAPE.lastIndex : at;
}

function plainOf(character: string): string {
  const code = character.codePointAt(0)!;
  if (code === 0x7f || (code < 0x20 && !/[\t\n\r]/.test(character))) return '';
  if (code < 0x7f) return character;
  if (INVISIBLE.test(character)) return '';
  if (SPACE.test(character)) return ' ';
  if (DASH.test(character)) return '-';
  for (const zero of ZEROS) if (code >= zero && code <= zero + 9) return String(code - zero);
  return character.normalize('NFKC');
}
