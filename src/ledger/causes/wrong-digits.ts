// A slip of the pen: two digits swapped, the decimal point shifted, one digit wrong. Each amount is tested by itself.
import type { CauseFinder, Fit, Scene } from '../explain.ts';
import type { Cause } from '../findings.ts';
import { PRIOR } from '../likelihood.ts';
import { formatAmount, fractionDigits, SCALE, type Units } from '../money.ts';
import { counts, type Note } from '../note.ts';
import { magnitude } from './shared.ts';

export const wrongDigits: CauseFinder = (scene) =>
  scene.notes.flatMap((note) => {
    if (!counts(note) || note.amount === 0n) return [];
    const right = note.amount + scene.difference;
    if (right === 0n || right > 0n !== note.amount > 0n) return [];
    const slip = slipBetween(note.amount, right, scene.currency);
    return slip ? [fit(scene, note, right, slip)] : [];
  });

export type Slip = Extract<Cause, 'transposed-digits' | 'shifted-decimal' | 'mistyped-digit'>;

/** The chance of just this slip in an amount of so many digits. */
export function likelihoodOfSlip(slip: Slip, digits: number, counted: number): number {
  switch (slip) {
    case 'transposed-digits':
      return PRIOR.transposed / counted / Math.max(1, digits - 1);
    case 'shifted-decimal':
      return PRIOR.shifted / counted / 3;
    case 'mistyped-digit':
      return PRIOR.mistyped / counted / (9 * digits);
  }
}

/** Which slip turns one amount into the other, if any. Also used for readings. */
export function slipBetween(written: Units, right: Units, currency: string): Slip | null {
  const a = magnitude(written);
  const b = magnitude(right);
  for (const power of [10n, 100n, 1000n]) if (a * power === b || b * power === a) return 'shifted-decimal';
  const [x, y] = digitsOf(a, b, currency);
  const different = [...x].flatMap((digit, i) => (digit === y[i] ? [] : [i]));
  if (different.length === 1) return 'mistyped-digit';
  const [i, j] = different;
  const swapped = different.length === 2 && j === i! + 1 && x[i!] === y[j!] && x[j!] === y[i!];
  return swapped ? 'transposed-digits' : null;
}

/** Both amounts as digits of one length, down to the last place that either uses. */
function digitsOf(written: Units, right: Units, currency: string): [string, string] {
  const [a, b] = [magnitude(written), magnitude(right)];
  let drop = SCALE - fractionDigits(currency);
  while (drop > 0 && (a % 10n ** BigInt(drop) !== 0n || b % 10n ** BigInt(drop) !== 0n)) drop--;
  const x = (a / 10n ** BigInt(drop)).toString();
  const y = (b / 10n ** BigInt(drop)).toString();
  const length = Math.max(x.length, y.length);
  return [x.padStart(length, '0'), y.padStart(length, '0')];
}

function fit(scene: Scene, note: Note, right: Units, slip: Slip): Fit {
  const { currency, difference } = scene;
  return {
    cause: slip,
    likelihood:
      likelihoodOfSlip(slip, digitsOf(note.amount, right, currency)[0].length, scene.counted) *
      scene.usual.betterBy(note, magnitude(right)) *
      scene.habits.betterWith(note, right),
    notes: [note],
    between: null,
    amount: magnitude(difference),
    effect: difference,
    corrections: [
      {
        op: 'set',
        note: note.id,
        field: 'amount',
        from: formatAmount(note.amount, currency, { plus: true }),
        to: formatAmount(right, currency, { plus: true }),
      },
    ],
    evidence: [{ kind: scene.usual.isHabit(note, magnitude(right)) ? 'usual-amount' : 'only-this-size' }],
  };
}
