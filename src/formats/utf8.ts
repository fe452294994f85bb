// Is this text in UTF-8? And if not, what does it look like?
import { isUtf8 } from 'node:buffer';
import { OkhelpError } from '../errors.ts';
import type { ByteSource } from './byte-source.ts';
import type { Pull } from './csv-rows.ts';
import { isNoText, startOf, unfinishedTail } from './text-bytes.ts';

/** Looks at the first bytes of a file. Throws `file-empty`, `file-not-text` or `file-encoding`. */
export function expectText(bytes: Uint8Array, file: string): void {
  if (bytes.length === 0) throw new OkhelpError('file-empty', { file });
  const start = startOf(bytes);
  if (isNoText(start)) throw new OkhelpError('file-not-text', { file });
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff')) {
    throw new OkhelpError('file-encoding', { file, encoding: 'UTF-16', line: null });
  }
  const zeros = [0, 0];
  bytes.subarray(0, 4096).forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++;
  });
  const [even, odd] = zeros as [number, number];
  if (even + odd === 0) return;
  // Text in UTF-16 has its zeros on one side of each pair.
  const wide = Math.max(even, odd) > 9 * Math.min(even, odd) && even + odd > Math.min(bytes.length, 4096) / 4;
  throw wide
    ? new OkhelpError('file-encoding', { file, encoding: 'UTF-16', line: null })
    : new OkhelpError('file-not-text', { file });
}

/** Checks text that comes in pieces; a character may lie across two of them. */
export class Utf8Check {
  private carried = new Uint8Array(0);
  private fed = 0;
  /** The line on which the next piece begins, as long as it is counted. */
  private line: number | null = 1;

  constructor(private readonly file: string) {}

  /** Throws `file-encoding`, with the line where it is near the beginning (1 MB). `last`: nothing follows. */
  feed(piece: Uint8Array, last: boolean): void {
    const whole = this.carried.length ? Buffer.concat([this.carried, piece]) : piece;
    const cut = last ? whole.length : whole.length - unfinishedTail(whole);
    const checked = whole.subarray(0, cut);
    if (!isUtf8(checked)) throw this.error(checked);
    this.carried = whole.slice(cut);
    if (this.line !== null) this.line = this.fed < FIRST_PIECES ? this.line + lineEnds(checked) : null;
    this.fed += piece.length;
  }

  private error(bytes: Uint8Array): OkhelpError {
    let { line } = this;
    let at = 0;
    while (at < bytes.length) {
      const end = bytes.indexOf(10, at);
      const stop = end < 0 ? bytes.length : end + 1;
      if (!isUtf8(bytes.subarray(at, stop))) break;
      at = stop;
      if (line !== null) line++;
    }
    return new OkhelpError('file-encoding', { file: this.file, encoding: guess(bytes), line });
  }
}

/** So many bytes are read in small pieces. */
const FIRST_PIECES = 1 << 14;
const PIECE = 1 << 12;

/**
 * Reads a source from its beginning, and throws what `expectText` and `Utf8Check` throw. The first pieces are small: Node
 * makes good machine code only of a loop that it has seen end, and the loop over the rows ends with each piece.
 */
export function pullingText(source: ByteSource): Pull {
  const check = new Utf8Check(source.name);
  let read = 0;
  return (target, at) => {
    const room = read < FIRST_PIECES ? target.subarray(0, at + PIECE) : target;
    const got = source.read(room, at, read);
    const piece = target.subarray(at, at + got);
    if (read === 0) expectText(piece, source.name);
    check.feed(piece, got === 0);
    read += got;
    return got;
  };
}

function lineEnds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

/** GB18030 where the bytes read well as Chinese in it. */
function guess(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(
      bytes.subarray(0, bytes.lastIndexOf(10) + 1 || bytes.length),
    );
    const chinese = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
    const foreign = text.match(/[^\u0000-\u007f\u4e00-\u9fff\u3000-\u303f\uff00-\uffef￥¥]/g)?.length ?? 0;
    return chinese > foreign ? 'GB18030 / GBK' : null;
  } catch {
    return null;
  }
}
