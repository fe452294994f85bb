// Entered on the wrong side: the difference is twice the amount.
import type { CauseFinder } from '../explain.ts';
import { PRIOR } from '../likelihood.ts';
import { formatAmount } from '../money.ts';
import { counts, DIRECTION, type Note } from '../note.ts';
import { magnitude } from './shared.ts';

export const wrongSign: CauseFinder = ({ difference, notes, currency, counted }) =>
  notes
    .filter((note) => counts(note) && note.amount !== 0n && -2n * note.amount === difference)
    .map((note) => ({
      cause: 'wrong-sign',
      likelihood: likelihoodOfTurned(note, counted),
      notes: [note],
      between: null,
      amount: magnitude(note.amount),
      effect: difference,
      corrections: [
        {
          op: 'set',
          note: note.id,
          field: 'amount',
          from: formatAmount(note.amount, currency, { plus: true }),
          to: formatAmount(-note.amount, currency, { plus: true }),
        },
      ],
      evidence: isAgainstType(note) ? [{ kind: 'sign-against-type' }] : [{ kind: 'twice-the-amount' }],
    }));

/** A sign that contradicts the type is rarely right. */
export function likelihoodOfTurned(note: Note, counted: number): number {
  return (PRIOR.sign / counted) * (isAgainstType(note) ? 50 : 1);
}

function isAgainstType(note: Note): boolean {
  const direction = DIRECTION[note.type];
  return direction !== 0 && direction > 0 === note.amount < 0n;
}
