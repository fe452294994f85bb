// SHA-256 (FIPS 180-4) of little: Node's own takes 4 ms to load, which is longer than most commands work.
import * as crypto from 'node:crypto';

/** Up to so many bytes in all (1 ms a kilobyte, before V8 has compiled it), loading Node's own costs more than this file does. */
const LITTLE = 1024;

let hashed = 0;

/** The hash of the bytes, or of the text in UTF-8, as 32 bytes. */
export function sha256(content: string | Uint8Array): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  hashed += bytes.length + 64;
  return hashed > LITTLE ? crypto.createHash('sha256').update(bytes).digest() : littleSha256(bytes);
}

/** Section 6.2.2, a block of 64 bytes after the other; for any length, but slow. */
export function littleSha256(bytes: Uint8Array): Buffer {
  const { constants, begin } = numbers();
  const state = Int32Array.from(begin);
  const schedule = new Int32Array(64);
  const message = padded(bytes);
  for (let at = 0; at < message.length; at += 64) {
    for (let i = 0; i < 16; i++) schedule[i] = message.readInt32BE(at + 4 * i);
    block(state, schedule, constants);
  }
  const hash = Buffer.alloc(32);
  for (const [i, word] of state.entries()) hash.writeInt32BE(word, 4 * i);
  return hash;
}

/** Section 5.1.1: a bit that is set, zeros, and the length in bits, to whole blocks. */
function padded(bytes: Uint8Array): Buffer {
  const message = Buffer.alloc(Math.ceil((bytes.length + 9) / 64) * 64);
  message.set(bytes);
  message[bytes.length] = 0x80;
  message.writeUInt32BE(Math.floor(bytes.length / 2 ** 29), message.length - 8);
  message.writeUInt32BE((bytes.length << 3) >>> 0, message.length - 4);
  return message;
}

function block(state: Int32Array, w: Int32Array, constants: Int32Array): void {
  for (let i = 16; i < 64; i++) {
    const [x, y] = [w[i - 15]!, w[i - 2]!];
    const s0 = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
    const s1 = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + s1 + ((e & f) ^ (~e & g)) + constants[i]! + w[i]!) | 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i]! + word) | 0;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

let known: { constants: Int32Array; begin: Int32Array } | null = null;

/** Sections 4.2.2 and 5.3.3: the first 32 bits after the point of the cube and square roots of the first primes. */
function numbers(): { constants: Int32Array; begin: Int32Array } {
  if (known) return known;
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  const after = (root: number) => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
  known = {
    constants: Int32Array.from(primes, (prime) => after(Math.cbrt(prime))),
    begin: Int32Array.from(primes.slice(0, 8), (prime) => after(Math.sqrt(prime))),
  };
  return known;
}
