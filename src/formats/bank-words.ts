// What banks write that more than one of their formats has: decimals with either mark, and what kind of movement it was.
import { parseAmount, type Units } from '../ledger/money.ts';
import type { NoteType } from '../ledger/note.ts';

export type DecimalMark = '.' | ',';

/**
 * Which mark divides the fraction in these amounts of one file: the later one where an amount has both, a mark that
 * repeats groups thousands, else one not followed by exactly three digits. Null where nothing shows it.
 */
export function decimalMarkOf(texts: Iterable<string>): DecimalMark | null {
  for (const text of texts) {
    const marks = text.replace(/[^.,]/g, '');
    if (!marks) continue;
    const last = marks.at(-1) as DecimalMark;
    if (/[.,]\d+[.,]/.test(text)) {
      if (marks.includes('.') && marks.includes(',')) return last;
      return last === '.' ? ',' : '.';
    }
    if (!/[.,]\d{3}\D*$/.test(text)) return last;
  }
  return null;
}

/** An exact amount whose fraction follows `mark`; the other mark may group thousands. Null where it is none. */
export function readDecimal(text: string, mark: DecimalMark): Units | null {
  const plain = text
    .trim()
    .replace(/^([+-]?)\s*[$€£¥￥]\s*/, '$1')
    .replace(/^[$€£¥￥]\s*/, '');
  const swapped = mark === ',' ? plain.replace(/[.,]/g, (sign) => (sign === ',' ? '.' : ',')) : plain;
  const whole = swapped.replace(/\.$/, '').replace(/^([+-]?)\./, '$10.');
  return parseAmount(whole)?.units ?? null;
}

/** The type of a movement of which only the kind and direction are known; a type never stands against its sign. */
export function typeOf(
  amount: Units,
  kind: 'fee' | 'cash' | 'deposit' | 'payment' | 'transfer' | 'opening' | 'reversal',
): NoteType {
  if (kind === 'opening') return 'adjustment';
  if (amount < 0n) {
    if (kind === 'fee') return 'fee';
    if (kind === 'cash') return 'withdrawal';
    return kind === 'payment' ? 'payment' : 'transfer-out';
  }
  if (kind === 'fee' || kind === 'reversal') return 'refund';
  return kind === 'deposit' || kind === 'cash' ? 'topup' : 'transfer-in';
}
