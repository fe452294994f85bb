// Statements that run newest first but keep a transaction's fee below it: such blocks are turned where that fits.
import { movement } from '../ledger/note.ts';
import type { StatementNote } from './statement.ts';

/**
 * Neighbours of one `block` (a payment and its fee) turned round, if more balances then follow from each other than in
 * the order of the file; else the notes as they are. Lines and ids stay what they were.
 */
export function inBlockOrder(notes: StatementNote[], block: (note: StatementNote) => string): StatementNote[] {
  const turned: StatementNote[] = [];
  let from = 0;
  for (let at = 1; at <= notes.length; at++) {
    if (at < notes.length && block(notes[at]!) === block(notes[from]!) && block(notes[from]!)) continue;
    turned.push(...notes.slice(from, at).reverse());
    from = at;
  }
  return links(turned) > links(notes) ? turned : notes;
}

/** How many balances follow from a neighbour's, in the better of the two directions. */
function links(notes: readonly StatementNote[]): number {
  let down = 0;
  let up = 0;
  const last = new Map<string, StatementNote>();
  for (const note of notes) {
    const key = `${note.account} ${note.currency}`;
    const above = last.get(key);
    if (above?.balance != null && note.balance !== null) {
      if (above.balance + movement(note) === note.balance) down++;
      if (note.balance + movement(above) === above.balance) up++;
    }
    last.set(key, note);
  }
  return Math.max(down, up);
}
