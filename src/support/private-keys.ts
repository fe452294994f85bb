// Keys that move money: PEM blocks, wallet import format, extended keys, and long values beside the words "private key".
import type { Find } from './told-secrets.ts';

/** A block of RFC 7468 or OpenPGP; one that was cut off counts to its last line of base64. */
const PEM =
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----(?:[\s\S]{0,20000}?-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|[A-Za-z0-9+/=\s:,-]*)/g;
/** Extended private keys, BIP 32 and SLIP 132. */
const EXTENDED = /(?<![1-9A-HJ-NP-Za-km-z])[xyztuvYZUV]prv[1-9A-HJ-NP-Za-km-z]{80,120}/g;
/** Wallet import format (51 or 52 characters, from 5, K, L, or 9, c in test networks) and BIP 38 (58 from 6P). */
const IMPORT_FORMAT =
  /(?<![1-9A-HJ-NP-Za-km-z])(?:[5KL9c][1-9A-HJ-NP-Za-km-z]{50,51}|6P[1-9A-HJ-NP-Za-km-z]{56})(?![1-9A-HJ-NP-Za-km-z])/g;
/** The encrypted key inside a wallet's keystore file. */
const KEYSTORE = /"(?:ciphertext|mac)"\s*:\s*"([0-9a-f]{32,})"/gi;

const KEY_WORDS = `(?:private|secret|signing|wallet)[ _-]?keys?|priv[ _-]?key|私钥|密钥|秘钥|私匙`;
const HEX_KEY = `(?<![0-9a-fA-F])(?:0x)?[0-9a-fA-F]{64}(?![0-9a-fA-F])`;
const KEY_BEFORE_HEX = new RegExp(`(?:${KEY_WORDS})([\\s\\S]{0,40}?)(${HEX_KEY})`, 'gi');
const HEX_BEFORE_KEY = new RegExp(
  `(${HEX_KEY})\\s*(?:is|是|\\()\\s*(?:my|the|我的?)?\\s*(?:[A-Za-z]+ )?(?:${KEY_WORDS})`,
  'gi',
);
const KEY_BEFORE_VALUE = new RegExp(
  `(?:${KEY_WORDS})["'”’)]?\\s*(?:[:=]|是|为|\\bis\\b|\\n)?\\s*["'“‘]?([A-Za-z0-9+/=_-]{32,}|\\[(?:\\s*\\d{1,3}\\s*,){15,}\\s*\\d{1,3}\\s*\\])`,
  'gi',
);
/** A 64-digit value called so is a transaction's hash, which everybody may see. */
const TRANSACTION_WORDS = /tx ?id|tx|hash|transaction|哈希|交易/i;

/** Finds private keys. 64 hexadecimal digits alone stay: that is how TRON, Bitcoin and Ethereum write a transaction id. */
export async function findPrivateKeys(text: string): Promise<Find[]> {
  const found: Find[] = [...text.matchAll(PEM), ...text.matchAll(EXTENDED)].map((match) => span(match, match[0]));
  for (const match of text.matchAll(IMPORT_FORMAT)) if (await hasChecksum(match[0])) found.push(span(match, match[0]));
  for (const match of text.matchAll(KEYSTORE)) found.push(span(match, match[1]!));
  for (const match of text.matchAll(KEY_BEFORE_HEX))
    if (!TRANSACTION_WORDS.test(match[1]!)) found.push(span(match, match[2]!));
  for (const match of text.matchAll(HEX_BEFORE_KEY)) found.push(span(match, match[1]!));
  for (const match of text.matchAll(KEY_BEFORE_VALUE)) found.push(span(match, match[1]!));
  return found;
}

function span(match: RegExpExecArray, value: string): Find {
  const start = match.index + match[0].lastIndexOf(value);
  return { kind: 'private-key', start, end: start + value.length };
}

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Base58Check: the last four bytes are the head of the double SHA-256 of those before. */
async function hasChecksum(text: string): Promise<boolean> {
  let number = 0n;
  for (const character of text) number = number * 58n + BigInt(BASE58.indexOf(character));
  const hex = number.toString(16);
  const bytes = Uint8Array.from((hex.length % 2 ? `0${hex}` : hex).match(/../g)!, (pair) => Number.parseInt(pair, 16));
  const body = bytes.slice(0, -4);
  const once = await crypto.subtle.digest('SHA-256', body);
  const twice = new Uint8Array(await crypto.subtle.digest('SHA-256', once));
  return bytes.slice(-4).every((byte, i) => byte === twice[i]);
}
