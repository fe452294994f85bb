// Entered on the wrong side: the difference is twice the amount.
import type { CauseFinder } from '../explain.ts';
import { formatAmount } from '../money.ts';
import { counts, DIRECTION } from '../note.ts';
import { magnitude } from './shared.ts';

export const wrongSign: CauseFinder = ({ difference, notes, currency }) =>
  notes
    .filter((note) => counts(note) && note.amount !== 0n && -2n * note.amount === difference)
    .map((note) => {
      const againstType = DIRECTION[note.type] !== 0 && DIRECTION[note.type] > 0 === note.amount < 0n;
      return {
        cause: 'wrong-sign',
        score: againstType ? 88 : 62,
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
        evidence: againstType ? [{ kind: 'sign-against-type' }] : [{ kind: 'twice-the-amount' }],
      };
    });
