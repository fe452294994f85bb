// Untrusted text on its way to the terminal: nothing in it may move the cursor, change colours or turn the line around.
import { recordedText } from '../ledger/recorded.ts';

/** Marks that change the direction of what follows (Unicode Bidi_Control), and invisible characters that hide text. */
const INVISIBLE =
  /[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/**
 * `text` on one line, without escape sequences, control characters, direction marks and invisible characters. Joiners
 * (U+200D) stay, because emoji need them.
 */
export function cleanForTerminal(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return recordedText(text).replace(INVISIBLE, '');
}
