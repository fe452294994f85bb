// Gives each distinct cell text a small number, straight from its bytes, so that a million rows make no million strings.

const SLOTS = 4096;

export class ByteWords {
  /** The text of each number, in order of first sight. */
  readonly texts: string[] = [];
  private readonly known: Uint8Array[] = [];
  private readonly slots = new Int32Array(SLOTS).fill(-1);
  private readonly rest = new Map<string, number>();

  /** The number of the text between two offsets; equal bytes have equal numbers. */
  number(bytes: Uint8Array, start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + bytes[at]!) | 0;
    const slot = hash & (SLOTS - 1);
    const found = this.slots[slot]!;
    if (found >= 0 && same(this.known[found]!, bytes, start, end)) return found;
    return this.slow(bytes, start, end, slot);
  }

  private slow(bytes: Uint8Array, start: number, end: number, slot: number): number {
    const copy = bytes.slice(start, end);
    const text = new TextDecoder().decode(copy);
    let number = this.rest.get(text);
    if (number === undefined) {
      number = this.texts.push(text) - 1;
      this.known.push(copy);
      this.rest.set(text, number);
    }
    if (this.slots[slot]! < 0) this.slots[slot] = number;
    return number;
  }
}

function same(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[start + i]) return false;
  return true;
}
