// A slip of the pen: two digits swapped, the decimal point shifted, one digit wrong. Each amount is tested by itself.
import type { CauseFinder, Fit, Scene } from '../explain.ts';
import type { Cause } from '../findings.ts';
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

/** Scores leave a slip that anything could look like (one digit) below a missing entry, and rarer shapes above. */
const SCORES = { 'transposed-digits': 54, 'shifted-decimal': 60, 'mistyped-digit': 38 } as const;
type Slip = keyof typeof SCORES & Cause;

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
function digitsOf(a: Units, b: Units, currency: string): [string, string] {
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
    score: SCORES[slip],
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
    evidence: [{ kind: 'only-this-size' }],
  };
}
