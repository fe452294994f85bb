// A short hash of a text. node:crypto takes 4 ms to load, so it is asked for when the first note is recorded.
import type * as Crypto from 'node:crypto';
import { createRequire } from 'node:module';

let crypto: typeof Crypto | null = null;

/** 132 bits of SHA-256 in 22 letters. */
export function shortHash(text: string): string {
  crypto ??= createRequire(`${import.meta.dirname ?? __dirname}/`)('node:crypto') as typeof Crypto;
  return crypto.hash('sha256', text, 'base64url').slice(0, 22);
}
