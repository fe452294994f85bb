// Something happened that was not recorded. This always fits: it is what remains when nothing better explains it.
import type { CauseFinder, Scene } from '../explain.ts';
import type { Correction } from '../findings.ts';
import { PRIOR } from '../likelihood.ts';
import { formatAmount, type Units } from '../money.ts';
import { formatTime } from '../time.ts';
import { magnitude } from './shared.ts';

export const missingEntry: CauseFinder = (scene) => [
  {
    cause: 'missing-entry',
    // A row that is there and could not be read is a missing entry for sure.
    likelihood: scene.unreadable.length ? 1 : PRIOR.missing * chanceOf(scene),
    notes: [],
    between: [scene.after?.note ?? null, scene.at.note],
    amount: magnitude(scene.difference),
    effect: scene.difference,
    corrections: [entryOf(scene.difference, scene)],
    evidence: scene.unreadable.length ? [{ kind: 'unreadable-between', lines: [...scene.unreadable] }] : [],
  },
];

/** Of just this movement; refunds often give back exactly what was paid not long ago. */
function chanceOf({ difference, usual, before, notes }: Scene): number {
  const chance = usual.chanceOfMovement(difference);
  if (difference < 0n || usual.refunds === 0) return chance;
  const paid = [...before, ...notes].filter(({ type, amount }) => type === 'payment' && amount < 0n);
  const same = paid.filter(({ amount }) => amount === -difference).length;
  return same === 0 ? chance : chance + (0.5 * usual.refunds * same) / paid.length;
}

/** The entry that nobody recorded, at the reading that tells of it; its kind is not known. */
export function entryOf(
  amount: Units,
  { after, at, account, currency }: Pick<Scene, 'after' | 'at' | 'account' | 'currency'>,
): Extract<Correction, { op: 'add' }> {
  return {
    op: 'add',
    between: [after?.note.id ?? null, at.note.id],
    time: formatTime(at.note.time),
    type: 'adjustment',
    amount: formatAmount(amount, currency, { plus: true }),
    currency,
    account,
  };
}
