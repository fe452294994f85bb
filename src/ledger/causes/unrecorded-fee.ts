// A fee was charged that was not recorded: the difference is small beside an entry of a kind that carries fees.
import type { CauseFinder, Fit } from '../explain.ts';
import type { Evidence } from '../findings.ts';
import { formatAmount, parseAmount, type Units } from '../money.ts';
import { counts, type Note, type NoteType } from '../note.ts';
import { magnitude } from './shared.ts';

/** Kinds of entry that wallets charge for, and the largest usual share of the amount (1/n). */
const USUAL: Partial<Record<NoteType, bigint>> = {
  withdrawal: 20n,
  'transfer-out': 20n,
  topup: 33n,
  payment: 50n,
  'transfer-in': 50n,
};

export const unrecordedFee: CauseFinder = (scene) => {
  const { difference, notes, currency } = scene;
  if (difference > 0n) return [];
  const fee = -difference;
  const fits: Fit[] = [];
  for (const note of notes) {
    if (!counts(note) || note.fee !== 0n || note.type === 'fee' || note.type === 'adjustment') continue;
    if (magnitude(note.amount) <= fee) continue;
    const reason = reasonFor(note, fee, scene.habits, currency);
    if (!reason) continue;
    fits.push({
      cause: 'unrecorded-fee',
      score: reason.score,
      notes: [note],
      between: null,
      amount: fee,
      effect: difference,
      corrections: [
        { op: 'set', note: note.id, field: 'fee', from: formatAmount(0n, currency), to: formatAmount(fee, currency) },
      ],
      evidence: [reason.evidence],
    });
  }
  return fits;
};

function reasonFor(
  note: Note,
  fee: Units,
  habits: Parameters<CauseFinder>[0]['habits'],
  currency: string,
): { score: number; evidence: Evidence } | null {
  const words = feeInWords(note);
  if (words && words.units === fee) return { score: 96, evidence: { kind: 'fee-in-words', words: words.text } };
  const rate = habits.rateFor(note.type, note.amount, fee);
  if (rate) return { score: 86, evidence: { kind: 'fee-rate-seen', ...rate } };
  const times = habits.timesOfSize(note.type, fee);
  if (times) return { score: 84, evidence: { kind: 'fee-seen', amount: formatAmount(fee, currency), times } };
  const share = USUAL[note.type];
  if (!share || fee * share > magnitude(note.amount)) return null;
  const charged = note.type === 'withdrawal' || note.type === 'transfer-out';
  return { score: charged ? 58 : 30, evidence: { kind: 'fee-usual-kind' } };
}

/** A fee that a note's own words name: `服务费¥0.10`, `fee 1.50`. */
function feeInWords(note: Note): { units: Units; text: string } | null {
  const match = /(?:服务费|手续费|\bfee)\s*[:：]?\s*[¥￥$]?\s*(\d+(?:\.\d+)?)/i.exec(`${note.memo} ${note.error}`);
  const amount = match && parseAmount(match[1]!);
  return amount ? { units: amount.units, text: match[0].trim() } : null;
}
