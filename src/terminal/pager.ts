// Long answers on a terminal go through the pager that the user has; anywhere else, and where there is none, they are written.
import type { Context } from '../context.ts';

type Paging = Pick<Context, 'host' | 'io' | 'mayAsk' | 'plain'>;

/** Runs a program with `text` on its standard input; false where it could not be started. */
export type RunPager = (command: string, args: readonly string[], text: string, env: Env) => Promise<boolean>;
type Env = Record<string, string | undefined>;

/**
 * Shows `text`: by PAGER where it is set, else by `less -FIRX`, which shows a page that fits without stopping. `PAGER=cat`
 * or an empty PAGER is written as it is; so is everything with `--plain`, ACCESSIBLE, TERM=dumb, or where nobody can press a key.
 */
export async function showPaged(
  text: string,
  { host, io, mayAsk, plain }: Paging,
  run: RunPager = runPager,
): Promise<void> {
  const { env } = host;
  const pager = pagerOf(env);
  if (!io.stdout.isTTY || !mayAsk() || plain || env.TERM === 'dumb' || pager === null) return io.out(text);
  const [command, ...args] = pager;
  const give = host.leaveInterrupts?.();
  // A program that is called less reads its options from LESS where its caller gave none; Chinese needs its charset said.
  const ran = await run(command!, args, `${text}\n`, { LESS: 'FIRX', LESSCHARSET: 'utf-8', ...env });
  give?.();
  if (!ran) io.out(text);
}

/** The words of the pager's command line; null where none is wanted. */
function pagerOf({ PAGER }: Env): string[] | null {
  if (PAGER === undefined) return ['less', '-FIRX'];
  const words = PAGER.trim().split(/\s+/).filter(Boolean);
  return words.length === 0 || words[0] === 'cat' ? null : words;
}

const runPager: RunPager = async (command, args, text, env) => {
  const { spawn } = await import('node:child_process');
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['pipe', 'inherit', 'inherit'], env, windowsHide: true });
    child.on('error', () => resolve(false));
    child.on('close', (status) => resolve(status !== 127));
    // Whoever leaves the pager early has seen enough.
    child.stdin.on('error', () => {});
    child.stdin.end(text);
  });
};
