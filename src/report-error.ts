// Prints an error in the user's language (or as JSON) and gives the exit status; a fault of okhelp's own is written down.

import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context, Host } from './context.ts';
import type { ErrorDocument } from './documents/setup.ts';
import { type ErrorCode, OkhelpError, statusOf } from './errors.ts';
import { chooseLanguage, type Globals, type Language } from './globals.ts';
import { loadMessages, type Messages } from './messages/index.ts';
import { directories } from './places.ts';
import { cleanForTerminal } from './terminal/clean.ts';
import { createIo } from './terminal/io.ts';
import { wrap } from './terminal/width.ts';

/** Says what went wrong: one line and a hint on stderr, or one `okhelp.error/1` document on stdout with `--json`. */
export async function reportError(
  thrown: unknown,
  host: Host,
  globals: Globals | null,
  context: Context | null,
): Promise<number> {
  const debug = globals?.debug ?? host.argv.includes('--debug');
  const json = globals?.json ?? host.argv.includes('--json');
  const error =
    thrown instanceof OkhelpError ? thrown : (outputError(thrown) ?? internalError(thrown, host, globals, context));
  const t: Messages = context?.t ?? (await loadMessages(languageWithoutContext(host, globals)));
  const words = t.errors.codes[error.code as ErrorCode] as (values: unknown) => { message: string; hint: string };
  const { message, hint } = words(withStdinNamed(error.values, t));
  if (json) {
    const document: ErrorDocument = {
      schema: 'okhelp.error/1',
      code: error.code,
      message,
      hint,
      details: { ...error.values },
    };
    const text = `${JSON.stringify(document, null, 2)}\n`;
    // Where standard output is what failed, there is only the other stream.
    (error.code === 'output-failed' ? host.stderr : host.stdout).write(text);
  } else {
    const io = context?.io ?? createIo(host, false);
    const lead = error.code === 'interrupted' ? '' : t.errors.prefix;
    io.complain(
      wrapped(`${lead}${message}`, io.widthErr)
        .map((line) => io.paintErr.bad(line))
        .join('\n'),
    );
    if (hint) io.complain(wrapped(hint, io.widthErr).join('\n'));
  }
  if (debug) host.stderr.write(`${detailsOf(thrown)}\n`);
  return statusOf(error.code);
}

/** `-` is a name for flags only; in a sentence it is standard input. */
function withStdinNamed(values: object, t: Messages): object {
  return 'file' in values && values.file === '-' ? { ...values, file: t.errors.stdin } : values;
}

/** Standard output went to a disk that is full, or to a device that takes nothing. */
function outputError(thrown: unknown): OkhelpError | null {
  const { code, syscall } = (thrown ?? {}) as NodeJS.ErrnoException;
  if (syscall !== 'write') return null;
  return code
    ? new OkhelpError('output-failed', { full: code === 'ENOSPC' || code === 'EDQUOT', reason: code }, thrown)
    : null;
}

const wrapped = (text: string, width: number): string[] => wrap(cleanForTerminal(text), width);

function languageWithoutContext(host: Host, globals: Globals | null): Language {
  if (globals?.lang) return globals.lang;
  try {
    return chooseLanguage(host.env, undefined, () => Intl.DateTimeFormat().resolvedOptions().locale);
  } catch {
    return 'en';
  }
}

/** Writes the details to a file (owner only) in the data directory, or the temporary one where that cannot be. */
function internalError(thrown: unknown, host: Host, globals: Globals | null, context: Context | null): OkhelpError {
  const reason = thrown instanceof Error ? thrown.message.split('\n')[0]! : String(thrown);
  const { data } = directories(host, { dataDir: globals?.dataDir ?? null });
  for (const directory of [context?.dataDir ?? data, tmpdir()]) {
    const log = join(directory, 'okhelp-error.log');
    try {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      writeFileSync(log, `${detailsOf(thrown)}\n`, { mode: 0o600 });
      return new OkhelpError('internal', { reason, log }, thrown);
    } catch {}
  }
  return new OkhelpError('internal', { reason, log: null }, thrown);
}

function detailsOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const cause = thrown.cause ? `\ncaused by: ${detailsOf(thrown.cause)}` : '';
  return `${thrown.stack ?? thrown.message}${cause}`;
}
