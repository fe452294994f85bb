// A short hash of a text.
import * as crypto from 'node:crypto';

/** 132 bits of SHA-256 in 22 letters. */
export function shortHash(text: string): string {
  return crypto.hash('sha256', text, 'base64url').slice(0, 22);
}
