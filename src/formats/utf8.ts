// Is this text in UTF-8? And if not, what does it look like?
import { isUtf8 } from 'node:buffer';
import { OkhelpError } from '../errors.ts';
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
  private pieces = 0;

  constructor(private readonly file: string) {}

  /** Throws `file-encoding`, with the line where it is in the first piece (1 MB). `last`: nothing follows. */
  feed(piece: Uint8Array, last: boolean): void {
    this.pieces++;
    const whole = this.carried.length ? Buffer.concat([this.carried, piece]) : piece;
    const cut = last ? whole.length : whole.length - unfinishedTail(whole);
    const checked = whole.subarray(0, cut);
    if (!isUtf8(checked)) throw this.error(checked);
    this.carried = whole.slice(cut);
  }

  private error(bytes: Uint8Array): OkhelpError {
    let line: number | null = this.pieces === 1 ? 1 : null;
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
