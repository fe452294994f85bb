// Something happened that was not recorded. This always fits: it is what remains when nothing better explains it.
import type { CauseFinder } from '../explain.ts';
import { PRIOR } from '../likelihood.ts';
import { formatAmount } from '../money.ts';
import { formatTime } from '../time.ts';
import { magnitude } from './shared.ts';

export const missingEntry: CauseFinder = ({ difference, account, currency, after, at, unreadable, usual }) => [
  {
    cause: 'missing-entry',
    // A row that is there and could not be read is a missing entry for sure.
    likelihood: unreadable.length ? 1 : PRIOR.missing * usual.chanceOfMovement(difference),
    notes: [],
    between: [after?.note ?? null, at.note],
    amount: magnitude(difference),
    effect: difference,
    corrections: [
      {
        op: 'add',
        between: [after?.note.id ?? null, at.note.id],
        time: formatTime(at.note.time),
        type: 'adjustment',
        amount: formatAmount(difference, currency, { plus: true }),
        currency,
        account,
      },
    ],
    evidence: unreadable.length ? [{ kind: 'unreadable-between', lines: [...unreadable] }] : [],
  },
];
