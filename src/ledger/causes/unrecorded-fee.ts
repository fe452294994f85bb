// A fee was charged that was not recorded: the difference is small beside an entry of a kind that carries fees.
import { feesBeside } from '../charged-beside.ts';
import type { CauseFinder, Fit, Scene } from '../explain.ts';
import type { Evidence } from '../findings.ts';
import { PRIOR } from '../likelihood.ts';
import { formatAmount, parseAmount, SCALE, type Units } from '../money.ts';
import { counts, type Note, type NoteType } from '../note.ts';
import { formatTime } from '../time.ts';
import type { Usual } from '../usual.ts';
import { entryOf } from './missing-entry.ts';
import { magnitude } from './shared.ts';

/** Kinds of entry that wallets charge for: the largest usual share of the amount (1/n), and how often they do. */
const USUAL: Partial<Record<NoteType, { largest: bigint; often: number }>> = {
  withdrawal: { largest: 20n, often: 1 },
  'transfer-out': { largest: 20n, often: 0.5 },
  topup: { largest: 33n, often: 0.2 },
  payment: { largest: 50n, often: 0.1 },
  'transfer-in': { largest: 50n, often: 0.1 },
};

export const unrecordedFee: CauseFinder = (scene) => {
  const { difference, notes, currency } = scene;
  if (difference > 0n) return [];
  const fee = -difference;
  const known = [...scene.before, ...notes];
  const beside = feesBeside(known);
  // Who writes fees in rows of their own has no use for a fee in another row.
  const inRows = beside.size > 0 && known.every((note) => note.fee === 0n);
  const carriers = notes.filter(
    (note) =>
      counts(note) && note.fee === 0n && magnitude(note.amount) > fee && USUAL[note.type] && !beside.has(note.id),
  );
  const charged = chargedByType(notes, beside);
  const fits: Fit[] = [];
  for (const note of carriers) {
    const reason = reasonFor(note, fee, scene);
    if (!reason) continue;
    fits.push({
      cause: 'unrecorded-fee',
      likelihood: reason.chance * likelihoodOfOmitted(note, charged, scene.usual),
      notes: [note],
      between: null,
      amount: fee,
      effect: difference,
      corrections: [
        inRows
          ? { ...entryOf(difference, scene), type: 'fee', time: formatTime(note.time) }
          : {
              op: 'set',
              note: note.id,
              field: 'fee',
              from: formatAmount(0n, currency),
              to: formatAmount(fee, currency),
            },
      ],
      evidence: [reason.evidence],
    });
  }
  return fits;
};

/** How many notes of each type carry a fee; `beside`: those that have it in a row of its own. */
export function chargedByType(notes: readonly Note[], beside?: ReadonlyMap<string, Units>): Map<NoteType, number> {
  const charged = new Map<NoteType, number>();
  for (const { id, type, fee } of notes)
    if (fee !== 0n || beside?.has(id)) charged.set(type, (charged.get(type) ?? 0) + 1);
  return charged;
}

/** The chance that a fee was left out just here; where nothing else is known, as often as wallets charge for such entries. */
export function likelihoodOfOmitted(note: Note, charged: Map<NoteType, number>, usual: Usual): number {
  return (PRIOR.fee / ((charged.get(note.type) ?? 0) + 1)) * usual.betterCharged(note, USUAL[note.type]?.often ?? 0);
}

/** The chance of just this fee where there is one, and what speaks for it. */
function reasonFor(
  note: Note,
  fee: Units,
  { habits, currency, usual }: Scene,
): { chance: number; evidence: Evidence } | null {
  const words = feeInWords(note);
  if (words && words.units === fee) return { chance: 50, evidence: { kind: 'fee-in-words', words: words.text } };
  const rate = habits.rateFor(note.type, note.amount, fee);
  if (rate) return { chance: 0.5, evidence: { kind: 'fee-rate-seen', ...rate } };
  const times = habits.timesOfSize(note.type, fee);
  if (times) return { chance: 0.3, evidence: { kind: 'fee-seen', amount: formatAmount(fee, currency), times } };
  if (fee * USUAL[note.type]!.largest > magnitude(note.amount)) return null;
  return {
    chance: chanceOfFee(note.amount, fee, usual.digits) * (habits.isKnown(note.type) ? 0.1 : 1),
    evidence: { kind: 'fee-usual-kind' },
  };
}

/** Without an example: fees are mostly a round share of the amount (steps of 0.05 %) or a whole sum. */
function chanceOfFee(amount: Units, fee: Units, places: number): number {
  const smallest = 10n ** BigInt(SCALE - places);
  const cents = Number(magnitude(amount) / smallest);
  const steps = (Number(fee / smallest) / cents) * 2000;
  const roundShare = Math.abs(steps - Math.round(steps)) <= 2000 / cents && Math.round(steps) > 0;
  const wholeSum = fee % 10n ** BigInt(SCALE) === 0n;
  return (roundShare ? 0.02 : 0) + (wholeSum ? 0.05 : 0) + 1 / Math.max(100, cents * 0.05);
}

/** A fee that a note's own words name: `服务费¥0.10`, `fee 1.50`. */
function feeInWords(note: Note): { units: Units; text: string } | null {
  const match = /(?:服务费|手续费|\bfee)\s*[:：]?\s*[¥￥$]?\s*(\d+(?:\.\d+)?)/i.exec(`${note.memo} ${note.error}`);
  const amount = match && parseAmount(match[1]!);
  return amount ? { units: amount.units, text: match[0].trim() } : null;
}
