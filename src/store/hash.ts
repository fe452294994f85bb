// A short hash of a text.
import { sha256 } from './sha256.ts';

/** 132 bits of SHA-256 in 22 letters. */
export function shortHash(text: string): string {
  return sha256(text).toString('base64url').slice(0, 22);
}
