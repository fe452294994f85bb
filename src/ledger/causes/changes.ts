// What may be wrong with one note, whatever the difference is: each single change with its effect and its likelihood.
import type { Scene } from '../explain.ts';
import type { Correction } from '../findings.ts';
import { formatAmount, SCALE, type Units } from '../money.ts';
import { counts, movement, type Note } from '../note.ts';
import { closestTwin, likelihoodOfTwice } from './duplicate-entry.ts';
import { likelihoodOfSettled, openBefore, settled } from './later-status.ts';
import { magnitude, movedBy } from './shared.ts';
import { likelihoodOfThrough, likelihoodOfUndone, toldStatus } from './status.ts';
import { chargedByType, likelihoodOfOmitted } from './unrecorded-fee.ts';
import { likelihoodOfSlip, slipBetween } from './wrong-digits.ts';
import { likelihoodOfTurned } from './wrong-sign.ts';

export interface Change {
  note: Note;
  /** By how much it moves the balance. */
  effect: Units;
  likelihood: number;
  kind: 'amount' | 'fee' | 'status' | 'later' | 'remove';
  /**
   * Written out when they are wanted: of thousands of changes few are. `others` are carried out besides. Null where they
   * turn out not to make the readings agree.
   */
  corrections(others: readonly Correction[]): Correction[] | null;
}

/** In stretches of at most so many notes each digit of each amount may be wrong; in longer ones where that restores a habit. */
const EVERY_DIGIT = 60;

/** All single changes to the notes of a stretch. */
export function changesIn(scene: Scene): Change[] {
  const { notes, before } = scene;
  const earlier = new Map<string, Note[]>();
  const like = (note: Note) => {
    const key = `${note.type} ${note.amount} ${note.fee}`;
    let same = earlier.get(key);
    if (!same) earlier.set(key, (same = []));
    return same;
  };
  for (const note of before) if (counts(note)) like(note).push(note);
  const charged = chargedByType(notes);
  const changes: Change[] = [];
  for (const note of notes) {
    if (note.type === 'balance') continue;
    if (!counts(note)) {
      changes.push(turned(note, 'completed', likelihoodOfThrough(note, scene)));
      continue;
    }
    const twins = like(note);
    changes.push(...ended(note, twins, scene), ...amounts(note, scene));
    twins.push(note);
    const fee = note.fee === 0n ? scene.habits.usualFee(note.type, note.amount) : null;
    if (fee) changes.push(changed(note, 'fee', fee, 0.5 * likelihoodOfOmitted(note, charged, scene.usual), scene));
  }
  for (const note of scene.after ? openBefore(scene) : []) {
    changes.push({
      note,
      effect: movement(note),
      likelihood: likelihoodOfSettled(note, scene),
      kind: 'later',
      corrections: (others) => settled([note], scene, others),
    });
  }
  return changes.filter(({ effect }) => effect !== 0n);
}

/** It counts and should not: recorded twice, or it did not go through, whichever is likelier. */
function ended(note: Note, twins: readonly Note[], scene: Scene): Change[] {
  const twin = closestTwin(note, twins, scene.usual);
  const twice = twin ? likelihoodOfTwice(note, twin, scene) : 0;
  const undone = likelihoodOfUndone(note, scene.counted);
  return twice > undone
    ? [
        {
          note,
          effect: -movedBy(note),
          likelihood: twice,
          kind: 'remove',
          corrections: (others) => [{ op: 'remove', note: note.id }, ...others],
        },
      ]
    : [turned(note, toldStatus(note) ?? 'failed', undone)];
}

function turned(note: Note, to: Note['status'], likelihood: number): Change {
  const effect = to === 'completed' ? movement(note) : -movedBy(note);
  const correction = { op: 'set', note: note.id, field: 'status', from: note.status, to } as const;
  return { note, effect, likelihood, kind: 'status', corrections: (others) => [correction, ...others] };
}

function changed(note: Note, field: 'amount' | 'fee', to: Units, likelihood: number, { currency }: Scene): Change {
  const written = (units: Units) => formatAmount(units, currency, { plus: field === 'amount' });
  return {
    note,
    effect: field === 'amount' ? to - note.amount : note.fee - to,
    likelihood,
    kind: field,
    corrections: (others) => [
      { op: 'set', note: note.id, field, from: written(note[field]), to: written(to) },
      ...others,
    ],
  };
}

/** Other amounts that a slip of the pen may have turned into this one, and its opposite. */
function amounts(note: Note, scene: Scene): Change[] {
  const { usual, habits, counted, currency, notes } = scene;
  if (note.amount === 0n) return [];
  const plain = magnitude(note.amount);
  const sign = note.amount < 0n ? -1n : 1n;
  const digits = formatAmount(plain, currency).replace('.', '').length;
  const found = new Map<Units, number>();
  const add = (to: Units, likelihood: number) => {
    if (to > 0n && to !== plain)
      found.set(to, Math.max(found.get(to) ?? 0, likelihood * usual.betterBy(note, to) * habits.betterWith(note, to)));
  };
  const shifted = likelihoodOfSlip('shifted-decimal', digits, counted);
  const finest = 10n ** BigInt(SCALE - usual.digits);
  for (const power of [10n, 100n, 1000n]) {
    add(plain * power, shifted);
    if (plain % (power * finest) === 0n) add(plain / power, shifted);
  }
  const swapped = likelihoodOfSlip('transposed-digits', digits, counted);
  for (const to of transposed(plain, currency)) add(to, swapped);
  const mistyped = likelihoodOfSlip('mistyped-digit', digits, counted);
  if (notes.length <= EVERY_DIGIT) for (const to of oneDigitOff(plain, currency)) add(to, mistyped);
  else if (!usual.isHabit(note, plain)) {
    for (const to of usual.habits(note)) {
      if (slipBetween(plain, to, currency) === 'mistyped-digit') add(to, mistyped);
    }
  }
  const changes = [...found].map(([to, likelihood]) => changed(note, 'amount', sign * to, likelihood, scene));
  return [changed(note, 'amount', -note.amount, likelihoodOfTurned(note, scene), scene), ...changes];
}

/** An amount as its digits, and what they count. */
function written(amount: Units, currency: string): { digits: string; scale: Units } {
  const text = formatAmount(amount, currency);
  return { digits: text.replace('.', ''), scale: 10n ** BigInt(SCALE - (text.split('.')[1]?.length ?? 0)) };
}

/** The amounts in which two neighbouring digits of this one are swapped. */
function transposed(amount: Units, currency: string): Units[] {
  const { digits, scale } = written(amount, currency);
  const amounts: Units[] = [];
  for (let i = 0; i + 1 < digits.length; i++) {
    const [one, next] = [digits[i]!, digits[i + 1]!];
    if (one !== next) amounts.push(BigInt(digits.slice(0, i) + next + one + digits.slice(i + 2)) * scale);
  }
  return amounts;
}

/** The amounts in which one digit of this one is another. */
function oneDigitOff(amount: Units, currency: string): Units[] {
  const { digits, scale } = written(amount, currency);
  const amounts: Units[] = [];
  let place = scale;
  for (let i = digits.length - 1; i >= 0; i--, place *= 10n) {
    const digit = BigInt(digits[i]!);
    for (let other = 0n; other < 10n; other++) if (other !== digit) amounts.push(amount + (other - digit) * place);
  }
  return amounts;
}
