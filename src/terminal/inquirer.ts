// Prompts drawn by Inquirer's engine on stderr, in the user's language, wrapped so that Chinese fits; Ctrl-C leaves cleanly.
import { OkhelpError } from '../errors.ts';
import { readGlobals } from '../globals.ts';
import type { Messages } from '../messages/index.ts';
import { yesOrNo } from './accepted.ts';
import { cleanForTerminal } from './clean.ts';
import { type InputStream, type OutputStream, paintFor } from './io.ts';
import { linePrompt } from './line-prompt.ts';
import { listPrompt } from './list-prompt.ts';
import { BACK, type Prompter } from './prompter.ts';
import { loadFullWidth, wrap } from './width.ts';

interface Terminal {
  argv: readonly string[];
  env: Record<string, string | undefined>;
  stdin: InputStream;
  stderr: OutputStream;
}

/** Lines that a list needs besides its choices, its question, its hint and its keys: what is typed, an empty one, the last one. */
const AROUND = 3;
/** More choices than these show from the start that typing narrows them. */
const FEW = 9;
/** Told so, the terminal puts marks around what is pasted. */
const MARK_PASTE = '\u001b[?2004h';
const NO_MARKS = '\u001b[?2004l';

/** A prompter on this terminal. The caller has made sure that stdin and stderr are terminals. */
export async function createPrompter(terminal: Terminal, t: Messages): Promise<Prompter> {
  await loadFullWidth();
  const stdin = terminal.stdin as unknown as NodeJS.ReadStream;
  const stderr = terminal.stderr as unknown as NodeJS.WriteStream;
  const paint = await paintFor(terminal.stderr, terminal.env, readGlobals(terminal.argv).noColor);
  const width = () => Math.max(20, Math.min(stderr.columns || 80, 100) - 4);
  const wrapped = (text: string) => text.split('\n').flatMap((line) => wrap(cleanForTerminal(line), width()));
  const lines = (text: string) => wrapped(text).join('\n  ');
  /** Each line painted by itself, indented by two columns. */
  const block = (text: string, paintLine = paint.quiet) =>
    wrapped(text)
      .map((line) => paintLine(`  ${line}`))
      .join('\n');
  let words = t.ask;

  /** `? question` with what stands under it; `✓ question` once it is answered. */
  const question = (message: string, about: (string | undefined)[]) => (done: boolean) =>
    [
      `${done ? paint.good('✓') : '?'} ${paint.heading(lines(message))}`,
      ...(done ? [] : about.filter(Boolean).map((text) => block(text!))),
    ].join('\n');
  const answer = (text: string) => `\n  ${paint.command(lines(text))}`;
  const helpText = (parts: (string | false | undefined)[]) => block(parts.filter(Boolean).join('\n'));

  /** Runs one prompt; Ctrl-C, Ctrl-D and a closed terminal all end in `interrupted`. */
  const run = async <T>(prompt: (context: object) => Promise<T>): Promise<T> => {
    const gone = new AbortController();
    // Inquirer never settles when its input closes (Ctrl-D): it only stops reading, which is seen here.
    const stopped = () => setImmediate(() => gone.abort());
    stdin.once('pause', stopped);
    stdin.once('end', stopped);
    stderr.write(MARK_PASTE);
    try {
      return await prompt({ input: stdin, output: stderr, signal: gone.signal });
    } catch (error) {
      const left =
        error instanceof Error && ['ExitPromptError', 'AbortPromptError', 'CancelPromptError'].includes(error.name);
      throw left ? new OkhelpError('interrupted', { resume: null }, error) : error;
    } finally {
      stderr.write(NO_MARKS);
      stdin.removeListener('pause', stopped);
      stdin.removeListener('end', stopped);
    }
  };

  return {
    speak: ({ ask }) => {
      words = ask;
    },
    select: async ({ message, why, help, choices, default: preset, back }) => {
      const marked = preset === undefined ? -1 : choices.findIndex(({ value }) => value === preset);
      const keys = (more: boolean) => `${words.help.select}${more ? ` ${words.moreBelow}` : ''}`;
      const hints = choices.map(({ hint }) => (hint === undefined ? 0 : wrapped(hint).length));
      const around = AROUND + wrapped(message).length + (why ? wrapped(why).length : 0);
      const below = Math.max(0, ...hints) + wrapped(keys(true)).length;
      const room = Math.max(5, (stderr.rows || 24) - around - below);
      const place = await run((context) =>
        listPrompt(
          {
            items: choices.map(({ label, hint }) => ({
              name: lines(label),
              label,
              ...(hint !== undefined && { hint }),
            })),
            marked: Math.max(0, marked),
            back: back ? words.back : null,
            room,
            long: choices.length > FEW,
            draw: {
              question: question(message, [why]),
              answer,
              item: (name, isMarked) => (isMarked ? paint.command(`> ${name}`) : `  ${name}`),
              hint: block,
              search: (typed) => `  ${words.help.search}${typed}`,
              nothing: (typed) => block(words.help.nothing(typed), paint.warn),
              keys: (more) => block(keys(more)),
              help: helpText([help, words.help.list, back && words.help.back, words.help.leave]),
            },
          },
          context,
        ),
      );
      return place === choices.length ? BACK : choices[place]!.value;
    },

    input: async ({ message, why, help, hint, default: typed, validate, back }) => {
      const rules = [hint, back && words.help.backHint, words.help.helpHint].filter(Boolean) as string[];
      const given = await run((context) =>
        linePrompt(
          {
            initial: typed ?? '',
            back: back ? words.back : null,
            ...(validate && { validate }),
            draw: {
              question: question(message, [why, words.hints(rules)]),
              answer,
              wrong: (text) => block(text, paint.bad),
              typed: (text) => `  > ${text}`,
              help: helpText([help, words.help.line, back && words.help.back, words.help.leave]),
            },
          },
          context,
        ),
      );
      return given === null ? BACK : given;
    },

    confirm: async ({ message, why, help, default: usual }) => {
      const said = (text: string) => (text === '' ? usual : (yesOrNo(text, words) ?? usual));
      const typed = await run((context) =>
        linePrompt(
          {
            initial: '',
            back: null,
            validate: (text) =>
              text === '' || yesOrNo(text, words) !== null ? null : words.yesOrNo(words.yes, words.no),
            draw: {
              question: question(message, [why, words.hints([words.choose(words.yes, words.no, usual)])]),
              answer: (text) => answer(said(text) ? words.yes : words.no),
              wrong: (text) => block(text, paint.bad),
              typed: (text) => `  > ${text}`,
              help: helpText([help, words.help.line, words.help.leave]),
            },
          },
          context,
        ),
      );
      return said(typed ?? '');
    },
  };
}
