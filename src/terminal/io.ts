// The three streams, each looked at on its own: is it a terminal, how wide, may it have colour.
import type { OkhelpDocument } from '../documents/index.ts';
import { OkhelpError } from '../errors.ts';
import { harmlessJson } from '../ledger/visible.ts';
import { type Paint, plainPaint } from './paint.ts';

/** The part of a Node stream that okhelp writes to. */
export interface OutputStream {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** The part of a Node stream that okhelp reads from. */
export interface InputStream extends AsyncIterable<Uint8Array | string> {
  isTTY?: boolean;
}

export interface Io {
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Writes the answer, with a line end. */
  out(text: string): void;
  /** Writes the answer as the one JSON document that `--json` asks for. */
  document(document: OkhelpDocument): void;
  /** Writes the conversation (progress, warnings, hints), with a line end; nothing under `--quiet`. */
  say(text: string): void;
  /** Writes what must be seen even under `--quiet`: errors. */
  complain(text: string): void;
  /** Columns to wrap the answer at: the terminal's (40 to 100), or 80 in a pipe. */
  readonly width: number;
  /** The same for the conversation. */
  readonly widthErr: number;
  paint: Paint;
  paintErr: Paint;
}

/** Where the streams come from; each is asked for when it is first used, since making one takes a millisecond. */
export interface Streams {
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  env: Record<string, string | undefined>;
}

/** `speak` puts the words of signs into what goes to a terminal; what goes into a pipe or a file stays as it is. */
export function createIo(streams: Streams, quiet: boolean, speak?: (text: string) => string): Io {
  const said = (text: string, stream: OutputStream) => (speak && stream.isTTY ? speak(text) : text);
  let width: number | undefined;
  let widthErr: number | undefined;
  return {
    get stdin() {
      return streams.stdin;
    },
    get stdout() {
      return streams.stdout;
    },
    get stderr() {
      return streams.stderr;
    },
    out: (text) => void streams.stdout.write(`${said(text, streams.stdout)}\n`),
    document: (document) => void streams.stdout.write(`${harmlessJson(JSON.stringify(document, null, 2))}\n`),
    say: (text) => {
      if (!quiet) streams.stderr.write(`${said(text, streams.stderr)}\n`);
    },
    complain: (text) => void streams.stderr.write(`${said(text, streams.stderr)}\n`),
    get width() {
      width ??= widthOf(streams.stdout, streams.env);
      return width;
    },
    get widthErr() {
      widthErr ??= widthOf(streams.stderr, streams.env);
      return widthErr;
    },
    paint: plainPaint,
    paintErr: plainPaint,
  };
}

function widthOf(stream: OutputStream, env: Streams['env']): number {
  const columns = (stream.isTTY && stream.columns) || Number(env.COLUMNS) || 80;
  return Math.max(40, Math.min(columns, 100));
}

/**
 * The colours of a stream: none with `--no-color` or NO_COLOR (any value but the empty one); else FORCE_COLOR and
 * CLICOLOR_FORCE (not `0`) decide, else whether it is a terminal that is not `dumb`, without CLICOLOR=0.
 */
export async function paintFor(
  stream: OutputStream,
  env: Record<string, string | undefined>,
  noColor: boolean,
): Promise<Paint> {
  return wantsColor(stream, env, noColor) ? (await import('./colours.ts')).colourPaint() : plainPaint;
}

function wantsColor(stream: OutputStream, env: Record<string, string | undefined>, noColor: boolean): boolean {
  if (noColor || env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.CLICOLOR_FORCE !== undefined && env.CLICOLOR_FORCE !== '0') return true;
  return Boolean(stream.isTTY) && env.TERM !== 'dumb' && env.CLICOLOR !== '0';
}

/** Standard input as it comes; an error where it is a terminal, since nobody would know what to type. */
export function pipedInput(io: Pick<Io, 'stdin'>): InputStream {
  if (io.stdin.isTTY) throw new OkhelpError('file-unreadable', { file: '-', reason: 'terminal' });
  return io.stdin;
}

/** All of standard input as bytes. */
export async function readStdin(io: Pick<Io, 'stdin'>): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of pipedInput(io)) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}
