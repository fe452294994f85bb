// From the bytes of a statement to its text: marks at the beginning, then what reads well.
import { isUtf8 } from 'node:buffer';
import { decodeCp852 } from './cp852.ts';
import { regionalEncoding } from './regional-encodings.ts';
import type { StatementFile } from './statement.ts';
import { isNoText, startOf, unfinishedTail } from './text-bytes.ts';

/** How much of a file is looked at to tell encodings apart. */
const SAMPLE = 1 << 18;

/**
 * Decodes a file by its content. Byte order marks, control characters before the first character, NULs are taken out.
 * Bytes that the encoding does not have become U+FFFD; they never stop the reading.
 */
export function decodeFile(name: string, bytes: Uint8Array): StatementFile {
  const encoding = encodingOf(bytes);
  if (encoding === 'binary') return { name, bytes, text: '', encoding };
  const text = textIn(bytes, encoding);
  return { name, bytes, text: text.replace(/^[\x00-\x08\x0e-\x1f\ufeff]+/, '').replaceAll('\0', ''), encoding };
}

function textIn(bytes: Uint8Array, encoding: string): string {
  return encoding === 'cp852' ? decodeCp852(bytes) : new TextDecoder(encoding).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  const start = startOf(bytes);
  if (start.startsWith('\xef\xbb\xbf')) return 'utf-8';
  if (start.startsWith('\xff\xfe')) return 'utf-16le';
  if (start.startsWith('\xfe\xff')) return 'utf-16be';
  if (isNoText(start)) return 'binary';
  const sample = bytes.subarray(0, SAMPLE);
  const wide = wideEncoding(sample);
  if (wide) return wide;
  if (isUtf8(bytes.subarray(0, bytes.length - unfinishedTail(bytes)))) return 'utf-8';
  return bestReading(sample);
}

/** UTF-16 without its mark shows in NULs on one side of each pair; NULs on both sides are no text. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'binary' | null {
  const zeros = [0, 0];
  let first = 0;
  while (first < bytes.length && bytes[first] === 0) first++;
  bytes.forEach((byte, at) => {
    if (byte === 0 && at > 1) zeros[at % 2]!++;
  });
  const [even, odd] = zeros as [number, number];
  if (even + odd < bytes.length / 20) return null;
  if (odd > 9 * even) return 'utf-16le';
  if (even > 9 * odd) return 'utf-16be';
  return even + odd > bytes.length / 5 ? 'binary' : null;
}

/** Bytes that are no UTF-8: Chinese comes in pairs of high bytes, western letters stand alone among plain ones. */
function bestReading(bytes: Uint8Array): string {
  if (mostlyUtf8(bytes)) return 'utf-8';
  const regional = regionalEncoding(bytes);
  if (regional) return regional;
  let common = 0;
  let rare = 0;
  let alone = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!;
    if (lead < 0x80) continue;
    const next = bytes[at + 1] ?? 0;
    if (next >= 0xa1 && ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa9))) common++;
    else if (lead > 0x80 && lead < 0xff && next >= 0x80) rare++;
    else {
      alone++;
      continue;
    }
    at++;
  }
  if (common > rare + alone) return 'gb18030';
  const western = new TextDecoder('windows-1252').decode(bytes);
  return readability(decodeCp852(bytes)) > readability(western) ? 'cp852' : 'windows-1252';
}

/** A UTF-8 file with a few broken bytes stays UTF-8: by far most of its high bytes form characters. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.split('\ufffd').length - 1;
  const whole = text.match(/[^\x00-\x7f\ufffd]/g)?.length ?? 0;
  return whole > 10 * broken;
}

/** Counts for letters that stand where letters stand, against signs inside words and capitals behind small letters. */
function readability(text: string): number {
  let score = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (sign <= '\x7f') continue;
    const before = text[at - 1] ?? ' ';
    const after = text[at + 1] ?? ' ';
    const inWord = /\p{L}/u.test(before) && /\p{L}/u.test(after);
    if (/\p{L}/u.test(sign)) {
      if (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(sign)) score -= 2;
      else if (/[0-9.,]/.test(after) || /[0-9]/.test(before)) score -= 1;
      else score += 1;
    } else if (inWord || /[\u2500-\u25ff]/.test(sign)) score -= 2;
  }
  return score;
}
