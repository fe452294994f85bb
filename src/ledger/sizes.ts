// How the sizes of amounts are spread: over the orders of magnitude, and by how round they are.
import { SCALE, type Units } from './money.ts';

/** Steps of the logarithm (base e) in which sizes are counted. */
const STEP = 0.5;
/** So much of the whole is spread evenly over 23 natural orders of magnitude: anything can happen. */
const ANYWHERE = 0.1;

export class Sizes {
  private rows = 0;
  /** Of the logarithms, in millionths: whole numbers, so that the order of adding does not matter. */
  private sum = 0;
  private readonly bins = new Map<number, number>();
  /** By the number of zeros at the end. */
  private readonly round: number[];
  private readonly unit: bigint;

  /** `digits` behind the point are counted; `wider`: where this kind has few rows, that is what is known. */
  constructor(
    private readonly digits: number,
    private readonly wider: Sizes | null,
  ) {
    this.unit = 10n ** BigInt(SCALE - digits);
    this.round = Array.from({ length: digits + 3 }, () => 0);
  }

  /** A positive amount in units of 10^-18. */
  add(amount: Units): void {
    const log = Math.log(Number(amount) / Number(this.unit));
    this.rows++;
    this.sum += Math.round(log * 1e6);
    this.bins.set(Math.round(log / STEP), (this.bins.get(Math.round(log / STEP)) ?? 0) + 1);
    this.round[this.zeros(amount)]!++;
  }

  /** The chance of just this amount, one smallest unit wide. `without`: an amount among those added that does not speak. */
  density(amount: Units, without: Units | null): number {
    if (amount <= 0n || amount % this.unit !== 0n) return 0;
    const size = Number(amount) / Number(this.unit);
    const zeros = this.zeros(amount);
    const own = without === null || without === 0n ? null : without;
    const among = this.logDensity(Math.log(size), own === null ? null : Math.log(Number(own) / Number(this.unit)));
    const roundness = this.shareOf(zeros, own === null ? null : this.zeros(own)) * 10 ** zeros * (10 / 9);
    return ((1 - ANYWHERE) * among + ANYWHERE / 23) * (Math.min(roundness, size * 3) / size);
  }

  /** Density of the logarithm: what is counted near it, and a wide bell where little is. */
  private logDensity(log: number, without: number | null): number {
    const rows = this.rows - (without === null ? 0 : 1);
    const at = log / STEP;
    let near = 0;
    for (let bin = Math.floor(at) - 1; bin <= Math.floor(at) + 2; bin++) {
      const times = (this.bins.get(bin) ?? 0) - (without !== null && Math.round(without / STEP) === bin ? 1 : 0);
      const away = Math.abs(at - bin);
      if (times > 0 && away < 2) near += times * (2 - away) * 0.25;
    }
    const counted = rows > 0 ? near / (rows * STEP) : 0;
    const few = 4;
    const wider = this.wider?.logDensity(log, without) ?? this.bell(log);
    return (rows * counted + few * wider) / (rows + few);
  }

  /** Around the middle, three natural orders wide; where nothing is known, around a hundred. */
  private bell(log: number): number {
    const middle = this.rows ? this.sum / this.rows / 1e6 : Math.log(100) + this.digits * Math.LN10;
    const away = (log - middle) / 2;
    return Math.exp(-0.5 * away * away) / (2 * Math.sqrt(2 * Math.PI));
  }

  /** The share of amounts with so many zeros at the end. In life some six in ten are to the last digit. */
  private shareOf(zeros: number, without: number | null): number {
    const rows = this.rows - (without === null ? 0 : 1);
    const times = Math.max(0, this.round[zeros]! - (without === zeros ? 1 : 0));
    const weight = this.wider ? 4 : 10;
    const usual = this.wider ? this.wider.shareOf(zeros, without) : this.usualShare(zeros);
    return (times + weight * usual) / (rows + weight);
  }

  private usualShare(zeros: number): number {
    const { digits } = this;
    if (zeros === digits) return 0.25;
    if (zeros > digits) return zeros === digits + 1 ? 0.1 : 0.05;
    return zeros === 0 ? 0.5 : 0.1 / Math.max(1, digits - 1);
  }

  private zeros(amount: Units): number {
    let rest = amount / this.unit;
    let zeros = 0;
    while (zeros < this.round.length - 1 && rest !== 0n && rest % 10n === 0n) {
      rest /= 10n;
      zeros++;
    }
    return zeros;
  }
}
