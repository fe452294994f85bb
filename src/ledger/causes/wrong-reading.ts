// The reading itself is wrong: what stands before and behind it agrees without it.
import type { CauseFinder } from '../explain.ts';
import { formatAmount } from '../money.ts';
import { magnitude } from './shared.ts';
import { slipBetween } from './wrong-digits.ts';

export const wrongReading: CauseFinder = ({ at, difference, currency }) => {
  const expected = at.balance - difference;
  const slip = slipBetween(at.balance, expected, currency);
  return [
    {
      cause: 'wrong-reading',
      score: slip ? 86 : 70,
      notes: [at.note],
      between: null,
      amount: magnitude(difference),
      effect: -difference,
      corrections: [
        {
          op: 'set',
          note: at.note.id,
          field: 'balance',
          from: formatAmount(at.balance, currency),
          to: formatAmount(expected, currency),
        },
      ],
      evidence: [{ kind: 'agrees-without-reading' }],
    },
  ];
};
