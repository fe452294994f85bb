// Prompts drawn by Inquirer on stderr, in the user's language, wrapped so that Chinese fits; Ctrl-C leaves cleanly.
import { confirm, input, select } from '@inquirer/prompts';
import { OkhelpError } from '../errors.ts';
import { readGlobals } from '../globals.ts';
import type { Messages } from '../messages/index.ts';
import { cleanForTerminal } from './clean.ts';
import { type InputStream, type OutputStream, paintFor } from './io.ts';
import { BACK, type Prompter } from './prompter.ts';
import { loadFullWidth, wrap } from './width.ts';

interface Terminal {
  argv: readonly string[];
  env: Record<string, string | undefined>;
  stdin: InputStream;
  stderr: OutputStream;
}

/** Typed last, it goes back to the question before. */
const BACK_SIGN = '<';
/** Lines that a list needs besides its choices: the question, a hint, the keys, and room to see what was before. */
const AROUND = 8;

/** A prompter on this terminal. The caller has made sure that stdin and stderr are terminals. */
export async function createPrompter(terminal: Terminal, t: Messages): Promise<Prompter> {
  await loadFullWidth();
  const stdin = terminal.stdin as unknown as NodeJS.ReadStream;
  const stderr = terminal.stderr as unknown as NodeJS.WriteStream;
  const paint = await paintFor(terminal.stderr, terminal.env, readGlobals(terminal.argv).noColor);
  const width = () => Math.max(20, Math.min(stderr.columns || 80, 100) - 4);
  const lines = (text: string, indent = 2) =>
    text
      .split('\n')
      .flatMap((line) => wrap(cleanForTerminal(line), width()))
      .join(`\n${' '.repeat(indent)}`);
  const words = t.ask;

  const style = (why: string | undefined) => ({
    message: (text: string, status: string) =>
      [paint.heading(text), status !== 'done' && why && paint.quiet(`  ${lines(why)}`)].filter(Boolean).join('\n'),
    answer: (text: string) => `\n  ${paint.command(lines(text))}`,
    error: (text: string) => paint.bad(`  ${lines(text)}`),
    help: paint.quiet,
    highlight: paint.command,
    disabled: paint.quiet,
    description: (text: string) => paint.quiet(`  ${lines(text)}`),
    defaultAnswer: (text: string) => paint.quiet(`(${text})`),
  });
  const prefix = { idle: '?', done: paint.good('✓') };

  /** Runs one prompt; Ctrl-C, Ctrl-D and a closed terminal all end in `interrupted`. */
  const run = async <T>(prompt: (context: object) => Promise<T>): Promise<T> => {
    const gone = new AbortController();
    // Inquirer never settles when its input closes (Ctrl-D): it only stops reading, which is seen here.
    const stopped = () => setImmediate(() => gone.abort());
    stdin.once('pause', stopped);
    stdin.once('end', stopped);
    try {
      return await prompt({ input: stdin, output: stderr, signal: gone.signal });
    } catch (error) {
      const left =
        error instanceof Error && ['ExitPromptError', 'AbortPromptError', 'CancelPromptError'].includes(error.name);
      throw left ? new OkhelpError('interrupted', { resume: null }, error) : error;
    } finally {
      stdin.removeListener('pause', stopped);
      stdin.removeListener('end', stopped);
    }
  };

  return {
    select: ({ message, why, choices, default: chosen, back }) =>
      run(async (context) => {
        const items = choices.map(({ value, label, hint }) => ({
          value: value as (typeof choices)[number]['value'] | typeof BACK,
          name: lines(label),
          short: label,
          description: hint,
        }));
        if (back) items.push({ value: BACK, name: words.back, short: words.back, description: undefined });
        const height = items.reduce((sum, { name }) => sum + name.split('\n').length, 0);
        const room = Math.max(5, (stderr.rows || 24) - AROUND - lines(message).split('\n').length);
        return select(
          {
            message: lines(message),
            choices: items,
            ...(chosen === undefined ? {} : { default: chosen }),
            pageSize: Math.min(height, room),
            loop: false,
            theme: {
              prefix,
              icon: { cursor: '>' },
              style: {
                ...style(why),
                keysHelpTip: () => paint.quiet(`  ${words.help.select}${height > room ? ` ${words.moreBelow}` : ''}`),
              },
            },
          },
          context,
        );
      }),

    input: ({ message, why, hint, default: typed, validate, back }) =>
      run(async (context) => {
        const rules = [hint, back && words.help.backHint].filter((rule) => typeof rule === 'string' && rule !== '');
        const about = [why, rules.length > 0 && words.hints(rules as string[])].filter(Boolean).join('\n');
        const { message: question, answer, ...styles } = style(about);
        // Inquirer takes the default for an emptied line; what is drawn before Enter tells what really stands there.
        let line = '';
        let accepted = false;
        const goesBack = () => Boolean(back) && line.trim().endsWith(BACK_SIGN);
        await input(
          {
            message: lines(message),
            ...(typed === undefined ? {} : { default: typed, prefill: 'editable' as const }),
            validate: () => {
              const complaint = goesBack() ? null : (validate?.(line.trim()) ?? null);
              accepted = complaint === null;
              return complaint ?? true;
            },
            transformer: (value, { isFinal }) => {
              if (!accepted) line = value;
              return !isFinal ? line : line === '' ? '' : answer(line);
            },
            theme: {
              prefix,
              style: {
                ...styles,
                message: (shown: string, status: string) =>
                  `${question(shown, status)}${status === 'done' ? '' : '\n  >'}`,
              },
            },
          },
          context,
        );
        return goesBack() ? BACK : line.trim();
      }),

    confirm: ({ message, default: usual }) =>
      run((context) =>
        confirm(
          {
            message: lines(message),
            default: usual,
            theme: {
              prefix,
              keywords: {
                yes: words.yes,
                no: words.no,
                error: ({ yes, no }: { yes: string; no: string }) => words.yesOrNo(yes, no),
              },
              style: { ...style(undefined), answer: paint.command },
            },
          },
          context,
        ),
      ),
  };
}
