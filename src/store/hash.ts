// A short hash of a text.
import { sha256 } from '@noble/hashes/sha2.js';

/** 132 bits of SHA-256 in 22 letters. */
export function shortHash(text: string): string {
  return Buffer.from(sha256(Buffer.from(text)))
    .toString('base64url')
    .slice(0, 22);
}
