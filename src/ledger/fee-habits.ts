// Which fees this ledger's transactions carry: the rates and the fixed amounts seen for each type.
import type { Units } from './money.ts';
import type { NoteType } from './note.ts';

/** After so many fees the habit is known. */
const ENOUGH = 20_000;

interface Seen {
  /** How often a rate was seen, by the rate in millionths. */
  rates: Map<number, number>;
  /** How often a fixed fee was seen, by its size. */
  sizes: Map<number, number>;
}

/** Fees and amounts are counted in 10^-`scale` of the currency. */
export class FeeHabits {
  private readonly seen = new Map<NoteType, Seen>();
  private fees = 0;

  constructor(private readonly scale: number) {}

  /** A recorded fee beside its amount; both not negative. */
  see(type: NoteType, amount: number, fee: number): void {
    if (fee <= 0 || this.fees >= ENOUGH) return;
    this.fees++;
    let seen = this.seen.get(type);
    if (!seen) this.seen.set(type, (seen = { rates: new Map(), sizes: new Map() }));
    count(seen.sizes, fee);
    if (amount > 0) count(seen.rates, Math.round((fee / amount) * 1e6));
  }

  /** A fee in a row of its own beside the transaction. */
  seeBeside({ type, amount }: { type: NoteType; amount: Units }, fee: Units): void {
    this.see(type, this.count(amount < 0n ? -amount : amount), this.count(fee));
  }

  /** Whether fees of this type were seen often enough to know what they usually are. */
  isKnown(type: NoteType): boolean {
    let times = 0;
    for (const each of this.seen.get(type)?.rates.values() ?? []) times += each;
    return times >= 5;
  }

  /** How often `fee` was seen for this type as a fixed size. */
  timesOfSize(type: NoteType, fee: Units): number {
    return this.seen.get(type)?.sizes.get(this.count(fee)) ?? 0;
  }

  /**
   * The rate (in per cent) that was seen for this type and gives this fee for this amount, to the last digit as it is
   * rounded, and how often; null where there is none.
   */
  rateFor(type: NoteType, amount: Units, fee: Units): { percent: string; times: number } | null {
    const seen = this.seen.get(type);
    if (!seen) return null;
    const size = this.count(amount < 0n ? -amount : amount);
    const wanted = this.count(fee);
    let best: Times | null = null;
    for (const [rate, times] of seen.rates) {
      // Rates taken from small amounts are coarse; one whole smallest unit of rounding is allowed.
      if (Math.abs((size * rate) / 1e6 - wanted) > 0.51 + size * 0.5e-6) continue;
      if (!best || isCommoner([rate, times], best, wanted / size)) best = [rate, times];
    }
    return best && { percent: String(Number((best[0] / 1e4).toFixed(3))), times: best[1] };
  }

  /**
   * How much better another amount goes with the fee beside it: rates and tiers make the fee follow from the amount. 1 where
   * there is no fee, or too few were seen. `amount` is the one written, whose rate is among those seen.
   */
  betterWith(note: { type: NoteType; amount: Units; fee: Units }, amount: Units): number {
    if (note.fee <= 0n || !this.isKnown(note.type)) return 1;
    const others = (this.rateFor(note.type, note.amount, note.fee)?.times ?? 1) - 1;
    const then = this.rateFor(note.type, amount, note.fee)?.times ?? 0;
    return Math.min(100, Math.max(0.01, (then + 0.1) / (others + 0.1)));
  }

  /** The fee that the commonest rate of this type gives for this amount, rounded to the last digit; null where none was seen. */
  usualFee(type: NoteType, amount: Units): Units | null {
    let usual: Times | null = null;
    for (const each of this.seen.get(type)?.rates ?? []) if (!usual || isCommoner(each, usual)) usual = each;
    if (!usual) return null;
    const fee = Math.round((this.count(amount < 0n ? -amount : amount) * usual[0]) / 1e6);
    return fee > 0 && Number.isSafeInteger(fee) ? BigInt(fee) * 10n ** BigInt(18 - this.scale) : null;
  }

  private count(units: Units): number {
    return Number(units) / 10 ** (18 - this.scale);
  }
}

type Times = [rate: number, times: number];

/**
 * Of rates seen equally often the one nearer to `share` of the amount, then the lower one: the order in which they were
 * seen must not matter.
 */
function isCommoner([rate, times]: Times, [other, otherTimes]: Times, share = 0): boolean {
  if (times !== otherTimes) return times > otherTimes;
  const closer = Math.abs(other - share * 1e6) - Math.abs(rate - share * 1e6);
  return closer !== 0 ? closer > 0 : rate < other;
}

function count(map: Map<number, number>, key: number): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
