// Entered on the wrong side: the difference is twice the amount.
import type { CauseFinder, Scene } from '../explain.ts';
import { PRIOR } from '../likelihood.ts';
import { formatAmount } from '../money.ts';
import { counts, type Note } from '../note.ts';
import { isAgainstType } from '../usual.ts';
import { magnitude } from './shared.ts';

export const wrongSign: CauseFinder = (scene) => {
  const { difference, notes, currency } = scene;
  return notes
    .filter((note) => counts(note) && note.amount !== 0n && -2n * note.amount === difference)
    .map((note) => ({
      cause: 'wrong-sign',
      likelihood: likelihoodOfTurned(note, scene),
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
};

/** A sign that contradicts the type is rarely right. */
export function likelihoodOfTurned(note: Note, { usual, counted }: Pick<Scene, 'usual' | 'counted'>): number {
  return (PRIOR.sign / counted) * usual.betterTurned(note);
}
