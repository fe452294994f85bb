// Prints an error in the user's language (or as JSON) and gives the exit status; a fault of okhelp's own is written down.

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, Host } from './context.ts';
import type { ErrorDocument } from './documents/setup.ts';
import { type ErrorCode, OkhelpError, statusOf } from './errors.ts';
import { chooseLanguage, type Globals, type Language } from './globals.ts';
import { harmlessJson, visibleText } from './ledger/visible.ts';
import { loadMessages, type Messages } from './messages/index.ts';
import { directories, temporaryFolder } from './places.ts';
import { ERROR_LOG, makeFolder } from './store/own-files.ts';
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
  const t: Messages = context?.t ?? (await loadMessages(languageWithoutContext(host, globals)));
  const error =
    thrown instanceof OkhelpError
      ? thrown
      : (outputError(thrown) ?? (await internalError(thrown, t, host, globals, context)));
  const words = t.errors.codes[error.code as ErrorCode] as (values: unknown) => { message: string; hint: string };
  const values = await withoutSecrets(error.values, t);
  const { message, hint } = words(withStdinNamed(values, t));
  if (json) {
    const document: ErrorDocument = {
      schema: 'okhelp.error/1',
      code: error.code,
      message,
      hint,
      details: { ...values },
    };
    const text = `${harmlessJson(JSON.stringify(document, null, 2))}\n`;
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
  if (debug) host.stderr.write(`${await shownDetails(thrown, t)}\n`);
  return statusOf(error.code);
}

/** A short word, a flag or a number holds no secret; the patterns of secrets take some milliseconds to load. */
const HARMLESS = /^[\w./-]{0,12}$|^--?[a-z-]+$/;

/** What was typed is said again in an error, without the secrets that were in it. */
async function withoutSecrets(values: object, t: Messages): Promise<object> {
  const cleaned: Record<string, unknown> = { ...values };
  for (const [name, value] of Object.entries(cleaned)) {
    if (typeof value === 'string' && !HARMLESS.test(value)) cleaned[name] = await redacted(value, t);
  }
  return cleaned;
}

async function redacted(text: string, t: Messages): Promise<string> {
  const { redact } = await import('./support/redact.ts');
  return (await redact(text, 'error', t.email.placeholders)).text;
}

/** The details of an error for whoever is to look into it: they may be shown to others. */
async function shownDetails(thrown: unknown, t: Messages): Promise<string> {
  return visibleText(await redacted(detailsOf(thrown), t));
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
async function internalError(
  thrown: unknown,
  t: Messages,
  host: Host,
  globals: Globals | null,
  context: Context | null,
): Promise<OkhelpError> {
  const reason = thrown instanceof Error ? thrown.message.split('\n')[0]! : String(thrown);
  const details = await shownDetails(thrown, t);
  const { data } = directories(host, { dataDir: globals?.dataDir ?? null });
  for (const directory of [context?.dataDir ?? data, temporaryFolder(host)]) {
    const log = join(directory, ERROR_LOG);
    try {
      makeFolder(directory);
      // Whatever was there, a link of somebody else's too, is not written into.
      rmSync(log, { force: true });
      writeFileSync(log, `${details}\n`, { mode: 0o600, flag: 'wx' });
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
