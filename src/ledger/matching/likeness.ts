// How alike two texts are: equal, one inside the other, or by the pairs of neighbouring characters that they share.

/** A text that was met, ready to be compared. Equal texts are one object. */
export interface Text {
  /** Without case, width, punctuation and spaces. */
  plain: string;
  /** Its pairs of neighbouring characters as numbers, ascending. */
  pairs: Uint32Array;
  /** One bit for each kind of pair, so that most strangers are told apart at once. */
  bits: number;
}

/** So much of a long text is compared. */
const COMPARED = 40;

/** Keeps each text once. */
export class TextBook {
  private readonly written = new Map<string, Text | null>();
  private readonly plain = new Map<string, Text>();

  /** Null where nothing of the text can be compared. */
  text(written: string): Text | null {
    if (written === '') return null;
    let text = this.written.get(written);
    if (text === undefined) {
      text = this.make(written);
      this.written.set(written, text);
    }
    return text;
  }

  private make(written: string): Text | null {
    const plain = written
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .slice(0, COMPARED);
    if (plain === '') return null;
    const known = this.plain.get(plain);
    if (known) return known;
    const pairs = new Uint32Array(plain.length - 1);
    let bits = 0;
    for (let i = 0; i + 1 < plain.length; i++) {
      pairs[i] = plain.charCodeAt(i) * 65_536 + plain.charCodeAt(i + 1);
      bits |= 1 << (Math.imul(pairs[i]!, 0x9e3779b1) >>> 27);
    }
    const text = { plain, pairs: pairs.sort(), bits };
    this.plain.set(plain, text);
    return text;
  }
}

/** From 0 (nothing in common) to 1 (the same): twice the shared pairs by all pairs (Dice's coefficient). */
export function alike(a: Text, b: Text): number {
  if (a === b) return 1;
  if ((a.bits & b.bits) === 0) return 0;
  const [shorter, longer] = a.plain.length < b.plain.length ? [a, b] : [b, a];
  if (shorter.plain.length >= 2 && longer.plain.includes(shorter.plain)) return 0.9;
  const x = a.pairs;
  const y = b.pairs;
  let shared = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    if (x[i] === y[j]) {
      shared++;
      i++;
      j++;
    } else if (x[i]! < y[j]!) i++;
    else j++;
  }
  return (2 * shared) / (x.length + y.length);
}
