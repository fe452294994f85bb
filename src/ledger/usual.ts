// What is usual in a ledger: how often rows like a given one occur among the rows known. A mistake betrays itself by making
// a row unusual, and its correction by making it usual again.
import { magnitude, movedBy } from './causes/shared.ts';
import { Hours } from './hours.ts';
import { fractionDigits, SCALE, type Units } from './money.ts';
import { counts, DIRECTION, type Note, type NoteType, OPPOSITE } from './note.ts';
import { Sizes } from './sizes.ts';
import { againOf, Tally } from './tally.ts';

/** Once in two thousand times the same is bought again within the hour: so often in a minute. */
const BOUGHT_TWICE = 1 / 2000 / 60;

/** The largest factor by which one amount may be more usual than another. */
const MOST = 1e4;

export class Usual {
  /** The finest place that amounts use: digits behind the point. */
  readonly digits: number;
  readonly rows: number;
  /** Not negative, in units of 10^-18. */
  readonly largest: Units;
  private readonly known = new Set<string>();
  private readonly byType = new Map<NoteType, Tally>();
  private readonly byParty = new Map<string, Tally>();
  private readonly hours = new Map<string, Hours>();
  private readonly sizes = new Map<NoteType, Sizes>();
  private readonly all: Sizes;
  private readonly movements = new Tally();
  private readonly types = new Map<NoteType, { rows: number; charged: number; against: number; incoming: number }>();
  private against = 0;
  private open = 0;
  private bare = 0;
  private readonly minutes: number;

  /** Of notes of one account and currency, in any order. */
  constructor(notes: readonly Note[], currency: string) {
    const entries = notes.filter((note) => note.type !== 'balance');
    this.digits = finestPlace(entries, fractionDigits(currency));
    this.all = new Sizes(this.digits, null);
    let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    let largest = 0n;
    for (const note of entries) {
      this.known.add(note.id);
      from = Math.min(from, note.time.epoch);
      to = Math.max(to, note.time.epoch);
      if (magnitude(note.amount) > largest) largest = magnitude(note.amount);
      if (note.amount !== 0n) this.all.add(magnitude(note.amount));
      if (!counts(note)) this.open++;
      if (!note.reference) this.bare++;
    }
    this.largest = largest;
    this.rows = entries.length;
    this.minutes = this.rows > 1 ? (to - from) / 60_000 : 0;
    for (const note of entries) this.see(note);
  }

  private see(note: Note): void {
    const { type, counterparty } = note;
    const amount = magnitude(note.amount);
    let kind = this.types.get(type);
    if (!kind) this.types.set(type, (kind = { rows: 0, charged: 0, against: 0, incoming: 0 }));
    kind.rows++;
    if (note.fee !== 0n) kind.charged++;
    if (isAgainstType(note)) {
      kind.against++;
      this.against++;
    }
    if (note.amount > 0n) kind.incoming++;
    this.tally(this.byType, type).add(amount);
    if (counterparty) this.tally(this.byParty, partyOf(note)).add(amount);
    if (amount > 0n) {
      let sizes = this.sizes.get(type);
      if (!sizes) this.sizes.set(type, (sizes = new Sizes(this.digits, this.all)));
      sizes.add(amount);
    }
    if (counts(note)) this.movements.add(movedBy(note));
    const kindOf = partyOf(note);
    let hours = this.hours.get(kindOf);
    if (!hours) this.hours.set(kindOf, (hours = new Hours()));
    hours.add(note);
  }

  private tally<Key>(among: Map<Key, Tally>, key: Key): Tally {
    let tally = among.get(key);
    if (!tally) among.set(key, (tally = new Tally()));
    return tally;
  }

  /**
   * The chance that a row of this type with this counterparty has this magnitude: seen with the counterparty, seen with the
   * type, or new. The row itself does not count. A refund often repeats a payment to its counterparty, of which
   * `ownPayments` are this row under another type.
   */
  chanceOfAmount(note: Note, amount: Units, ownPayments = 0): number {
    const self = this.known.has(note.id);
    const own = self && magnitude(note.amount) === amount;
    const type = this.byType.get(note.type);
    const sizes = this.sizes.get(note.type) ?? this.all;
    const fresh = sizes.density(amount, self ? magnitude(note.amount) : null);
    let chance = type ? againOf(type, amount, self, own) + type.unseen * fresh : fresh;
    const party = note.counterparty ? this.byParty.get(partyOf(note)) : undefined;
    if (party && party.rows > (self ? 1 : 0)) chance = againOf(party, amount, self, own) + party.unseen * chance;
    if (note.type === 'refund' && note.counterparty) {
      const paid = this.byParty.get(`payment ${note.counterparty}`);
      const times = (paid?.times.get(amount) ?? 0) - ownPayments;
      if (paid) chance = (0.5 * Math.max(0, times)) / paid.rows + 0.5 * chance;
    }
    return Math.max(chance, 1e-15);
  }

  /** How much more usual the row would be with another magnitude. */
  betterBy(note: Note, amount: Units): number {
    const ratio = this.chanceOfAmount(note, amount) / this.chanceOfAmount(note, magnitude(note.amount));
    return Math.min(MOST, Math.max(1 / MOST, ratio));
  }

  /** Whether just this amount is what rows of this type (and counterparty) often have. */
  isHabit(note: Note, amount: Units): boolean {
    const party = note.counterparty ? this.byParty.get(partyOf(note)) : undefined;
    const times = (party ?? this.byType.get(note.type))?.times.get(amount) ?? 0;
    return times - (magnitude(note.amount) === amount ? 1 : 0) >= 2;
  }

  /** The magnitudes that rows of this type and counterparty have more than once, at most 24. */
  habits(note: Note): readonly Units[] {
    const tally = (note.counterparty && this.byParty.get(partyOf(note))) || this.byType.get(note.type);
    return tally?.often ?? [];
  }

  /**
   * How much more usual the row would be with its sign turned. Against its type hardly anything is written by intent; with
   * it, the type may be wrong as well.
   */
  betterTurned(note: Note): number {
    const kind = this.types.get(note.type);
    if (DIRECTION[note.type] === 0) {
      const self = this.known.has(note.id) ? 1 : 0;
      const incoming = (kind?.incoming ?? 0) - (note.amount > 0n ? self : 0);
      const outgoing = (kind?.rows ?? 0) - (kind?.incoming ?? 0) - (note.amount < 0n ? self : 0);
      return note.amount < 0n ? (incoming + 1) / (outgoing + 1) : (outgoing + 1) / (incoming + 1);
    }
    if (!isAgainstType(note)) return 0.3 + this.betterAsOpposite(note);
    const others = this.against - (this.known.has(note.id) ? 1 : 0);
    return (this.rows + 1) / (others + 0.005);
  }

  /** How much more usual the row would be as the opposite of its type: type and sign are mixed up together at times. */
  private betterAsOpposite(note: Note): number {
    const type = OPPOSITE[note.type];
    if (!type || this.rows < 10) return 0;
    const self = this.known.has(note.id) ? 1 : 0;
    const chance = (as: Note, own: 0 | 1, ownPayments: 0 | 1) => {
      const rows = (as.counterparty ? this.byParty.get(partyOf(as)) : this.byType.get(as.type))?.rows ?? 0;
      const kind = this.types.get(as.type);
      const charged = kind?.charged ?? 0;
      const alike = (as.fee === 0n ? (kind?.rows ?? 0) - charged : charged) - own;
      const fee = (alike + 0.1) / ((kind?.rows ?? 0) - own + 0.2);
      return ((rows - own + 0.05) / this.rows) * fee * this.chanceOfAmount(as, magnitude(note.amount), ownPayments);
    };
    // A payment read as a refund would find itself among the payments it gives back; a refund is none of them.
    return Math.min(MOST, (0.2 * chance({ ...note, id: '', type }, 0, self)) / chance(note, self, 0));
  }

  /** How much more usual a row of this type is with a fee than without; `often` from 0 to 1 where nothing is known. */
  betterCharged(note: Note, often: number): number {
    const kind = this.types.get(note.type);
    const charged = kind?.charged ?? 0;
    const free = (kind?.rows ?? 0) - charged - (this.known.has(note.id) && note.fee === 0n ? 1 : 0);
    return (charged + 0.1 * often) / (Math.max(0, free) + 0.05);
  }

  /** How much more usual it is that a row went through than that it did not; `note` did not. */
  betterThrough(note: Note): number {
    const others = this.open - (this.known.has(note.id) ? 1 : 0);
    return (this.rows - this.open + 4) / (Math.max(0, others) + 0.3);
  }

  /** How telling it is that a row has no transaction id: once in so many; 1 where rows mostly have none. */
  get rarelyBare(): number {
    return Math.min(20, (this.rows + 2) / (this.bare + 1));
  }

  /**
   * How many rows like these two, which are alike, come in a minute besides them: going by those there are, or, where there
   * is none, by how often such rows come and this amount among them. Some things are simply bought twice.
   */
  rateLike(note: Note): number {
    const amount = magnitude(note.amount);
    const tally = note.counterparty ? this.byParty.get(partyOf(note)) : this.byType.get(note.type);
    const others = Math.max(0, (tally?.times.get(amount) ?? 0) - 2);
    const fresh = (this.sizes.get(note.type) ?? this.all).density(amount, amount);
    const expected = Math.min(0.3, (tally?.rows ?? 0) * fresh);
    return Math.max(BOUGHT_TWICE, (others + expected) / (this.minutes + 1440));
  }

  /** How odd the hour of a row is among those of its type and counterparty. */
  oddHour(note: Note): number {
    return this.hours.get(partyOf(note))?.odd(note, this.known.has(note.id)) ?? 1;
  }

  /** The share of refunds among the rows. */
  get refunds(): number {
    return (this.types.get('refund')?.rows ?? 0) / Math.max(1, this.rows);
  }

  /** The chance that a row which nobody recorded moves exactly this much. */
  chanceOfMovement(moved: Units): number {
    const size = magnitude(moved);
    let fresh = 0;
    let rows = 0;
    for (const [type, kind] of this.types) {
      const incoming = (kind.incoming + 0.01) / (kind.rows + 0.02);
      const side = moved > 0n ? incoming : 1 - incoming;
      fresh += kind.rows * side * (this.sizes.get(type) ?? this.all).density(size, null);
      rows += kind.rows;
    }
    if (rows < 5) {
      fresh += (5 - rows) * 0.5 * this.all.density(size, null);
      rows = 5;
    }
    return Math.max(this.movements.again(moved, false) + (this.movements.unseen * fresh) / rows, 1e-15);
  }
}

function partyOf({ type, counterparty }: Note): string {
  return `${type} ${counterparty}`;
}

/** The sign contradicts the type: a payment that brings money in. */
export function isAgainstType(note: Pick<Note, 'type' | 'amount'>): boolean {
  const direction = DIRECTION[note.type];
  return note.amount !== 0n && direction !== 0 && direction > 0 === note.amount < 0n;
}

/** Digits behind the point of the finest amount or fee, at least `usual`. */
function finestPlace(notes: readonly Note[], usual: number): number {
  let digits = usual;
  let unit = 10n ** BigInt(SCALE - digits);
  for (const { amount, fee } of notes) {
    while (digits < SCALE && (amount % unit !== 0n || fee % unit !== 0n)) {
      digits++;
      unit /= 10n;
    }
  }
  return digits;
}
