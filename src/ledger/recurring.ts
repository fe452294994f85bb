// One rule behind several mismatches: the same difference again and again, or the same share of an entry. It is said once for
// all of them, and comes first among what explains each.
import { magnitude } from './causes/shared.ts';
import type { Cause, Explanation, Mismatch } from './findings.ts';
import { fractionDigits, SCALE, type Units } from './money.ts';
import { counts, type Note, type NoteType } from './note.ts';

export interface Recurring {
  /** Which of the account's mismatches, by their place in the list. */
  mismatches: number[];
  /** Of which kind of entry the difference is a share, and how much in per cent; null where it is the same each time. */
  share: { type: NoteType; percent: string } | null;
  /** The difference of the first of them. */
  difference: Units;
}

/** A mismatch that nothing links to another, with the notes of its stretch. */
export interface Alone {
  at: number;
  mismatch: Mismatch;
  notes: readonly Note[];
}

/** Fewer are no rule. */
const ENOUGH = 3;
/** A share is at most this part (1/n) of the entry, in steps of 0.05 %. */
const LARGEST_PART = 5n;
const STEPS = 2000n;

/** What has its own reason is not put under a rule. */
const OWN_REASON: readonly Cause[] = ['duplicate-entry', 'wrong-sign', 'status'];

/** The rules: for each direction at most one, which holds for at least half of the mismatches in that direction. */
export function recurringIn(all: readonly Alone[], currency: string): Recurring[] {
  const unit = 10n ** BigInt(SCALE - fractionDigits(currency));
  return [1n, -1n].flatMap((sign) => {
    const those = all.filter(({ mismatch }) => mismatch.difference * sign > 0n);
    const open = those.filter(({ mismatch }) => !hasOwnReason(mismatch));
    const rule = sharesOf(open, unit) ?? sameSizes(open);
    return rule && rule.mismatches.length * 2 >= those.length ? [rule] : [];
  });
}

function hasOwnReason({ explanations: [first] }: Mismatch): boolean {
  if (!first || first.cause === 'unrecorded-fee') return false;
  return first.confidence === 'certain' || (OWN_REASON.includes(first.cause) && first.confidence === 'likely');
}

function sharesOf(open: readonly Alone[], unit: Units): Recurring | null {
  const seen = new Map<string, { type: NoteType; step: bigint; at: number[]; amounts: Set<Units> }>();
  for (const { at, mismatch, notes } of open) {
    const size = magnitude(mismatch.difference);
    const here = new Set<string>();
    for (const { type, amount, step } of notes.flatMap((note) => stepOf(note, size, unit))) {
      const key = `${type} ${step}`;
      let rule = seen.get(key);
      if (!rule) seen.set(key, (rule = { type, step, at: [], amounts: new Set() }));
      rule.amounts.add(amount);
      if (!here.has(key)) rule.at.push(at);
      here.add(key);
    }
  }
  const rules = [...seen.values()].filter(({ at, amounts }) => at.length >= ENOUGH && amounts.size > 1);
  const [best] = rules.sort((a, b) => b.at.length - a.at.length || roundness(b.step) - roundness(a.step));
  if (!best) return null;
  const { type, step, at } = best;
  const share = { type, percent: String(Number(step) / 20) };
  return { mismatches: at, share, difference: open.find((one) => one.at === at[0])!.mismatch.difference };
}

/** The share of the note that makes just this size, where one step of it is at least one smallest unit. */
function stepOf(note: Note, size: Units, unit: Units): { type: NoteType; amount: Units; step: bigint }[] {
  const { type } = note;
  const amount = magnitude(note.amount);
  if (!counts(note) || type === 'adjustment' || size * LARGEST_PART > amount || amount < unit * STEPS) return [];
  const step = (size * STEPS + amount / 2n) / amount;
  const off = magnitude(step * amount - size * STEPS);
  return step > 0n && off <= unit * STEPS ? [{ type, amount, step }] : [];
}

/** Whole per cents before halves before the rest. */
function roundness(step: bigint): number {
  return step % 20n === 0n ? 2 : step % 10n === 0n ? 1 : 0;
}

function sameSizes(open: readonly Alone[]): Recurring | null {
  const seen = new Map<Units, number[]>();
  for (const { at, mismatch } of open) seen.set(mismatch.difference, [...(seen.get(mismatch.difference) ?? []), at]);
  const [best] = [...seen].sort(([, a], [, b]) => b.length - a.length);
  return best && best[1].length >= ENOUGH ? { mismatches: best[1], share: null, difference: best[0] } : null;
}

/** The mismatch with what the rule says first: something that nobody recorded, a fee where one of such an entry fits. */
export function underRule(mismatch: Mismatch, { mismatches, share }: Recurring): Mismatch {
  const { explanations } = mismatch;
  const isFee = ({ cause, notes }: Explanation) =>
    cause === 'unrecorded-fee' && (share === null || notes[0]?.type === share.type);
  const fitting = explanations.find(isFee) ?? explanations.find(({ cause }) => cause === 'missing-entry');
  if (!fitting) return mismatch;
  const said: Explanation = {
    ...fitting,
    confidence: fitting.confidence === 'certain' ? 'certain' : 'likely',
    evidence: [...fitting.evidence, { kind: 'recurring', share, others: mismatches.length - 1 }],
  };
  const others = explanations
    .filter((one) => one !== fitting)
    .map((one): Explanation => ({ ...one, confidence: 'possible' }));
  return { ...mismatch, explanations: [said, ...others] };
}
