// The reading itself is wrong: its neighbours agree without it, or none follows that could speak for it.
import type { Fit } from '../explain.ts';
import type { Evidence } from '../findings.ts';
import { PRIOR } from '../likelihood.ts';
import type { ReadBreak } from '../linked-breaks.ts';
import { formatAmount, SCALE, type Units } from '../money.ts';
import type { Usual } from '../usual.ts';
import { magnitude } from './shared.ts';
import { likelihoodOfSlip, slipBetween } from './wrong-digits.ts';

/** What slips of the pen are of all wrong amounts, going by their priors. */
const SLIPS = PRIOR.transposed + PRIOR.shifted + PRIOR.mistyped;

/**
 * How much less likely a wrong reading is where nothing but the difference speaks for it. A balance beside each row comes
 * with the row; one for many rows is a number that was copied by itself, and a slip of the pen in it speaks for itself.
 */
const unconfirmed = ({ size }: ReadBreak, isSlip: boolean): number => (size < 5 ? 0.1 : isSlip ? 0.45 : 0.2);

/** The reading at the end of a stretch should be what was expected there. */
export function wrongReading({ at, expected, recorded }: ReadBreak, currency: string, usual: Usual): Fit {
  return fit(at, recorded, expected, expected - recorded, 1, [{ kind: 'agrees-without-reading' }], currency, usual);
}

/** Nothing follows the last reading, so that it always may be the wrong one. The one that the user gave is no note. */
export function wrongLastReading(here: ReadBreak, currency: string, usual: Usual): Fit[] {
  const { at, expected, recorded } = here;
  if (at.id === '') return [];
  const share = unconfirmed(here, slipBetween(recorded, expected, currency) !== null);
  return [fit(at, recorded, expected, recorded - expected, share, [{ kind: 'nothing-behind' }], currency, usual)];
}

/** Nothing comes before the first reading; it may be the wrong one where one slip of the pen made it so. */
export function wrongFirstReading(here: ReadBreak, currency: string, usual: Usual): Fit[] {
  const { after, difference } = here;
  if (!after?.balance || after.id === '') return [];
  const right = after.balance + difference;
  if (slipBetween(after.balance, right, currency) === null || right > 0n !== after.balance > 0n) return [];
  return [
    fit(
      after,
      after.balance,
      right,
      difference,
      unconfirmed(here, true),
      [{ kind: 'nothing-before' }],
      currency,
      usual,
    ),
  ];
}

function fit(
  note: Fit['notes'][number],
  written: Units,
  right: Units,
  effect: Units,
  share: number,
  evidence: Evidence[],
  currency: string,
  usual: Usual,
): Fit {
  const slip = written > 0n === right > 0n ? slipBetween(written, right, currency) : null;
  if (slip && evidence[0]?.kind !== 'agrees-without-reading') evidence.push({ kind: 'only-this-size' });
  const digits = formatAmount(magnitude(right), currency).replace('.', '').length;
  const size = Math.max(1, Number(magnitude(effect)) / 10 ** (SCALE - usual.digits));
  const chance = slip ? (0.7 * likelihoodOfSlip(slip, digits, 1)) / SLIPS : 0.3 / (23 * size);
  return {
    cause: 'wrong-reading',
    likelihood: PRIOR.reading * share * chance,
    notes: [note],
    between: null,
    amount: magnitude(effect),
    effect,
    corrections: [
      {
        op: 'set',
        note: note.id,
        field: 'balance',
        from: formatAmount(written, currency),
        to: formatAmount(right, currency),
      },
    ],
    evidence,
  };
}
