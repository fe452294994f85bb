// Progress of work that takes more than a second: on a terminal only, on stderr, loaded when it is really shown.
import type { Context } from '../context.ts';

export interface Progress {
  /** Shows at once what is being done: for work that is known to be long and leaves no time to show anything later. */
  begin(): Promise<void>;
  /** `doing`: what is being done by now, where it is no longer what it began with. */
  update(done: number, size: number, doing?: string): Promise<void> | void;
  stop(): void;
}

const SHOW_AFTER = 700;

/** Null where nothing may move: `--quiet`, CI, TERM=dumb. Without a terminal, too, work is done in silence. */
export function startProgress(
  what: string,
  context: Pick<Context, 'host' | 'io' | 'quiet' | 'plain' | 't'>,
): Progress | null {
  const { env, clock } = context.host;
  if (context.quiet || env.CI || env.TERM === 'dumb') return null;
  const started = clock();
  let spinner: { text: string; stop(): unknown; render?(): unknown } | null = null;
  let loading = false;
  let spoken: number | null = null;

  const textAt = (done: number, size: number, elapsed: number, doing: string): string => {
    const share = size > 0 ? Math.min(1, done / size) : 0;
    const left = share > 0.05 ? Math.ceil((elapsed * (1 - share)) / share / 1000) : null;
    const { check } = context.t;
    return check.doing(doing, check.progress(Math.floor(share * 100), left));
  };

  // The stream is looked at when something is to be shown: making it takes 3 ms.
  const show = async (text: string): Promise<void> => {
    if (!context.host.stderr.isTTY) return;
    if (context.plain) {
      const elapsed = clock() - started;
      if (spoken !== null && elapsed - spoken <= 5000) return;
      context.io.say(text);
      spoken = elapsed;
      return;
    }
    if (!spinner && !loading) {
      loading = true;
      const { default: ora } = await import('ora');
      spinner = ora({ text, stream: context.host.stderr as NodeJS.WriteStream, discardStdin: false }).start();
    }
    if (spinner) spinner.text = text;
    await new Promise((resume) => setImmediate(resume));
  };

  return {
    begin: () => show(what),
    async update(done, size, doing = what) {
      const elapsed = clock() - started;
      if (elapsed >= SHOW_AFTER) await show(textAt(done, size, elapsed, doing));
    },
    stop() {
      spinner?.stop();
    },
  };
}
