// Whether a picture is drawn, and with what: only at a terminal that is wide enough, and not where words are asked for.
import type { Context } from '../context.ts';
import type { Io } from './io.ts';

/** Narrower than this there is no picture. */
export const NARROWEST = 60;

interface Where {
  io: Pick<Io, 'stdout' | 'width'>;
  json: boolean;
  plain: boolean;
}

/** Not with `--json`, `--plain` or ACCESSIBLE, not into a pipe or a file, not below 60 columns. */
export function isDrawn({ io, json, plain }: Where): boolean {
  return !json && !plain && Boolean(io.stdout.isTTY) && io.width >= NARROWEST;
}

/**
 * Whether the terminal shows more than ASCII: not `dumb`, not the Linux console, whose fonts have few signs, and its
 * locale (the first of LC_ALL, LC_CTYPE and LANG that is set) is in UTF-8. Windows and macOS say nothing there and can.
 */
export function showsBoxes({ env, platform }: Pick<Context['host'], 'env' | 'platform'>): boolean {
  if (/^(dumb|linux)$/.test(env.TERM ?? '')) return false;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  return locale ? /utf-?8/i.test(locale) : platform !== 'linux';
}
