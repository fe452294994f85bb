// Two mistakes in one stretch: two single changes, each likely enough alone, that together make the difference.
import { corrected } from '../corrections.ts';
import type { CauseFinder, Fit, Scene } from '../explain.ts';
import type { Correction } from '../findings.ts';
import { PRIOR } from '../likelihood.ts';
import { formatAmount, type Units } from '../money.ts';
import { counts, movement, type Note } from '../note.ts';
import { closestTwin, weightOf } from './duplicate-entry.ts';
import { magnitude } from './shared.ts';
import { likelihoodOfUndone, toldStatus } from './status.ts';
import { likelihoodOfSlip } from './wrong-digits.ts';
import { likelihoodOfTurned } from './wrong-sign.ts';

/** A stretch of more notes than this is not searched for pairs: too many would fit by accident. */
export const MOST_FOR_PAIRS = 400;
/** Pairs kept, the likeliest; any more are accidents. */
const MOST_PAIRS = 200;

interface Change {
  note: Note;
  effect: Units;
  likelihood: number;
  correction: Correction;
}

export const severalEntries: CauseFinder = (scene) => {
  if (scene.notes.length > MOST_FOR_PAIRS || scene.notes.length < 2) return [];
  const changes = scene.notes.flatMap((note) => changesOf(note, scene));
  const byEffect = new Map<Units, Change[]>();
  for (const change of changes) {
    const same = byEffect.get(change.effect);
    if (same) same.push(change);
    else byEffect.set(change.effect, [change]);
  }
  const order = new Map(changes.map((change, i) => [change, i]));
  const fits: Fit[] = [];
  for (const one of changes) {
    for (const other of byEffect.get(scene.difference - one.effect) ?? []) {
      if (other.note === one.note || order.get(other)! <= order.get(one)!) continue;
      fits.push(together(one, other, scene));
    }
  }
  return fits.sort((a, b) => b.likelihood - a.likelihood).slice(0, MOST_PAIRS);
};

function together(one: Change, other: Change, { difference }: Scene): Fit {
  return {
    cause: 'several-entries',
    likelihood: PRIOR.second * one.likelihood * other.likelihood,
    notes: [one.note, other.note],
    between: null,
    amount: magnitude(difference),
    effect: difference,
    corrections: [one.correction, other.correction],
    evidence: [],
  };
}

/** What may be wrong with one note, apart from a single wrong digit (that fits nearly anything) and an unknown fee. */
function changesOf(note: Note, scene: Scene): Change[] {
  const { currency, counted } = scene;
  if (note.type === 'balance') return [];
  const set = (field: 'amount' | 'status' | 'fee', from: string, to: string, likelihood: number): Change => {
    const correction = { op: 'set', note: note.id, field, from, to } as const;
    const after = corrected(note, correction);
    return { note, correction, likelihood, effect: moves(after) - moves(note) };
  };
  if (note.status !== 'completed') return [set('status', note.status, 'completed', PRIOR.wentThrough / counted)];
  const amount = (to: Units, likelihood: number): Change =>
    set(
      'amount',
      formatAmount(note.amount, currency, { plus: true }),
      formatAmount(to, currency, { plus: true }),
      likelihood,
    );

  const changes = [amount(-note.amount, likelihoodOfTurned(note, counted))];
  const twin = closestTwin(
    note,
    [...scene.before, ...scene.notes.slice(0, scene.notes.indexOf(note))].filter(
      (other) => other.amount === note.amount && counts(other),
    ),
  );
  const twice = twin ? (PRIOR.duplicate / counted) * weightOf(note, twin, 0.02) : 0;
  const undone = likelihoodOfUndone(note, counted);
  if (twice > undone) {
    changes.push({ note, effect: -moves(note), likelihood: twice, correction: { op: 'remove', note: note.id } });
  } else {
    changes.push(set('status', 'completed', toldStatus(note) ?? 'failed', undone));
  }
  const plain = magnitude(note.amount);
  const sign = note.amount < 0n ? -1n : 1n;
  const digits = formatAmount(plain, currency).replace('.', '').length;
  for (const to of [plain * 10n, plain % 10n === 0n ? plain / 10n : 0n]) {
    if (to > 0n) changes.push(amount(sign * to, likelihoodOfSlip('shifted-decimal', digits, counted)));
  }
  for (const to of transposed(plain, currency)) {
    changes.push(amount(sign * to, likelihoodOfSlip('transposed-digits', digits, counted)));
  }
  if (note.fee === 0n) {
    const fee = scene.habits.usualFee(note.type, note.amount);
    if (fee) changes.push(set('fee', formatAmount(0n, currency), formatAmount(fee, currency), PRIOR.fee / counted));
  }
  return changes;
}

function moves(note: Note): Units {
  return counts(note) ? movement(note) : 0n;
}

/** The amounts in which two neighbouring digits of this one are swapped. */
function transposed(amount: Units, currency: string): Units[] {
  const text = formatAmount(amount, currency);
  const scale = 18 - (text.split('.')[1]?.length ?? 0);
  const digits = [...text.replace('.', '')];
  return digits.flatMap((digit, i) => {
    const next = digits[i + 1];
    if (next === undefined || next === digit) return [];
    const swapped = digits.toSpliced(i, 2, next, digit).join('');
    return [BigInt(swapped) * 10n ** BigInt(scale)];
  });
}
