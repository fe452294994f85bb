// Corrections as data: what they change in the notes, and by how much that moves the balance.
import type { Correction } from './findings.ts';
import { parseAmount, type Units } from './money.ts';
import { counts, movement, type Note, type NoteStatus, type NoteType } from './note.ts';

/**
 * A note as a `set` correction makes it, as far as its amount goes: another time leaves it as it is. Amounts in corrections
 * are signed decimals; throws on an unreadable one.
 */
export function corrected(note: Note, correction: Extract<Correction, { op: 'set' }>): Note {
  const { field, to } = correction;
  switch (field) {
    case 'amount':
    case 'fee':
    case 'balance':
      return { ...note, [field]: exactly(to) };
    case 'status':
      return { ...note, status: to as NoteStatus };
    case 'type':
      return { ...note, type: to as NoteType };
    case 'time':
      return note;
    default:
      throw new RangeError(`no correction of ${field}`);
  }
}

/** By how much the corrections change what these notes add up to, in units of 10^-18. */
export function effectOf(corrections: readonly Correction[], notes: readonly Note[]): Units {
  const moved = (note: Note): Units => (counts(note) ? movement(note) : 0n);
  let effect = 0n;
  for (const correction of corrections) {
    if (correction.op === 'add') {
      effect += exactly(correction.amount);
      continue;
    }
    const note = notes.find((candidate) => candidate.id === correction.note);
    if (!note) continue;
    effect -= moved(note);
    if (correction.op === 'set') effect += moved(corrected(note, correction));
  }
  return effect;
}

function exactly(text: string): Units {
  const amount = parseAmount(text);
  if (!amount) throw new RangeError(`not an amount: ${text}`);
  return amount.units;
}
