// Corrections carried out on notes: what is to be set, added and removed, as values for whoever keeps the notes.
import { corrected } from './corrections.ts';
import type { Correction } from './findings.ts';
import { parseAmount } from './money.ts';
import type { NewNote, Note, NoteField } from './note.ts';
import { parseTime } from './time.ts';

export type NoteStep =
  | { op: 'set'; id: string; patch: Partial<Pick<Note, NoteField>> }
  | { op: 'remove'; id: string }
  | { op: 'add'; note: NewNote };

/** What a correction asks for. A missing entry becomes an adjustment where its kind is not known; `memo` says where it is from. */
export function stepFor(correction: Correction, notes: readonly Note[], memo: string): NoteStep {
  if (correction.op === 'remove') return { op: 'remove', id: correction.note };
  if (correction.op === 'add') return { op: 'add', note: addedNote(correction, memo) };
  const note = notes.find(({ id }) => id === correction.note);
  if (!note) throw new RangeError(`no note ${correction.note}`);
  if (correction.field === 'time') return { op: 'set', id: note.id, patch: { time: momentOf(correction.to) } };
  return { op: 'set', id: note.id, patch: { [correction.field]: corrected(note, correction)[correction.field] } };
}

function addedNote(
  { time, type, amount, currency, account }: Extract<Correction, { op: 'add' }>,
  memo: string,
): NewNote {
  const plain = { counterparty: '', reference: '', error: '', fee: 0n, balance: null } as const;
  const units = parseAmount(amount)!.units;
  return {
    ...plain,
    time: momentOf(time),
    type: type === 'fee' ? 'fee' : 'adjustment',
    amount: units,
    currency,
    account,
    status: 'completed',
    memo,
  };
}

function momentOf(text: string) {
  const time = parseTime(text, () => 0);
  if (typeof time === 'string') throw new RangeError(`not a time: ${text}`);
  return time;
}
