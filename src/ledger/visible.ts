// Text of which everything can be seen, on its way to where it is shown or sent; and JSON that no terminal acts on.
import { withoutControls } from './recorded.ts';

/** Marks that change the direction of what follows (Unicode Bidi_Control), and invisible characters that hide text. */
const HIDDEN =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/**
 * `text` on one line, without escape sequences, control characters, direction marks and invisible characters; spaces at
 * its ends stay. Joiners (U+200D) stay, because emoji need them.
 */
export function visibleLine(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return withoutControls(text).replace(HIDDEN, '');
}

/** The same for a text of several lines, each of which ends with a line feed alone. */
export function visibleText(text: string): string {
  if (/^[\n -~]*$/.test(text)) return text;
  return text
    .split(/\r\n|\n/)
    .map(visibleLine)
    .join('\n');
}

/** What JSON leaves as it is and a terminal does not: DEL, the C1 controls, line separators, marks that hide or turn text. */
const ACTS =
  /[\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** JSON with these written as `\u009b`: it means the same, and does nothing to the terminal that shows it (RFC 8259, section 7). */
export function harmlessJson(json: string): string {
  return json.replace(ACTS, (sign) =>
    [...sign.split('')].map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  );
}
