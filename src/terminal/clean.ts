// Untrusted text on its way to the terminal: nothing in it may move the cursor, change colours or turn the line around.
import { visibleLine } from '../ledger/visible.ts';

/**
 * `text` on one line, without escape sequences, control characters, direction marks and invisible characters. Joiners
 * (U+200D) stay, because emoji need them.
 */
export function cleanForTerminal(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return visibleLine(text).trim();
}
