// Prompts for a screen reader: every line is written once, choices have numbers, answers are typed; nothing moves.
import { OkhelpError } from '../errors.ts';
import type { Messages } from '../messages/index.ts';
import { accepted, yesOrNo } from './accepted.ts';
import { cleanForTerminal } from './clean.ts';
import type { InputStream, OutputStream } from './io.ts';
import { placesMeant, plainForm } from './matching-choices.ts';
import { BACK, type ConfirmQuestion, type InputQuestion, type Prompter, type SelectQuestion } from './prompter.ts';
import { spoken } from './spoken.ts';
import { typedLines } from './typed-lines.ts';
import { wrap } from './width.ts';

interface Terminal {
  stdin: InputStream;
  stderr: OutputStream;
  onInterrupt?(heard: () => void): () => void;
}

interface Asked {
  /** Says the question. */
  question: () => void;
  /** What can be typed, in words. */
  ways: string[];
  /** Says more. */
  help: () => void;
  back?: boolean | undefined;
  /** Whether a choice is called so, in plain form. */
  isAnswer?: (form: string) => boolean;
}

/** With more choices than these what they mean is told on `?` only. */
const FEW = 6;

/** A prompter on this terminal, `width` columns wide. The caller has made sure that stdin and stderr are terminals. */
export function createPlainPrompter(terminal: Terminal, first: Messages, width: number): Prompter {
  const { stderr, onInterrupt } = terminal;
  const lines = typedLines(terminal.stdin as unknown as NodeJS.ReadStream);
  let own = first.ask;
  let { plain: words, spoken: signs } = own;
  const say = (text: string, indent = 0) => {
    const clean = text.split('\n').map((line) => spoken(cleanForTerminal(line), signs));
    for (const line of clean.flatMap((one) => wrap(one, width, indent))) stderr.write(`${line}\n`);
  };

  /** Below the number of a choice. */
  const sayUnder = (text: string) => {
    const clean = spoken(cleanForTerminal(text), signs);
    for (const line of wrap(clean, width - 3)) stderr.write(`   ${line}\n`);
  };

  /** One line, without the spaces around it. Ctrl-C, Ctrl-D and `quit` all end in `interrupted`; not `quit` where it is an answer. */
  const read = async (isAnswer: (form: string) => boolean): Promise<string> => {
    stderr.write(words.answer);
    const ahead = lines.ready();
    const forget = onInterrupt?.(() => lines.stop());
    const line = await lines.next();
    forget?.();
    // What was typed before it was asked for stands elsewhere.
    if (line === null || ahead) stderr.write(`${spoken(cleanForTerminal(line ?? ''), signs)}\n`);
    const form = plainForm(line ?? '');
    if (line === null || (words.quit.includes(form) && !isAnswer(form)))
      throw new OkhelpError('interrupted', { resume: null });
    return line.trim();
  };

  /** Asks until `taken` takes a line; `?` tells more, `<` goes back. */
  const ask = async <T>(
    { question, ways, help, back, isAnswer = () => false }: Asked,
    taken: (line: string) => Promise<{ value: T } | { wrong: string }>,
  ): Promise<T | typeof BACK> => {
    const told = words.ways([...ways, words.helpKey, ...(back ? [words.backKey] : [])]);
    question();
    say(told);
    for (;;) {
      const line = await read(isAnswer);
      const form = plainForm(line);
      if (form === '?') {
        help();
        say(words.keys(Boolean(back)));
        say(told);
      } else if (back && words.back.includes(form)) return BACK;
      else {
        const result = await taken(line);
        if ('value' in result) return result.value;
        say(words.wrong(result.wrong));
      }
    }
  };

  const more = ({ message, why, help }: { message: string; why?: string; help?: string }) => {
    say(message);
    for (const text of [why, help]) if (text) say(text);
  };

  return {
    speak: ({ ask: now }) => {
      own = now;
      ({ plain: words, spoken: signs } = now);
    },
    select: <T>(question: SelectQuestion<T>) => {
      const { message, why, choices, default: usual, back } = question;
      const hints = choices.map(({ hint }) => hint).filter(Boolean);
      const told = choices.length <= FEW && new Set(hints).size === hints.length;
      const list = (withHints: boolean) => {
        choices.forEach(({ label, hint }, place) => {
          const [first, ...further] = label.split('\n');
          say(`${place + 1}. ${first}`, 3);
          for (const text of further) sayUnder(text);
          if (withHints && hint) sayUnder(hint);
        });
      };
      const preset = usual === undefined ? -1 : choices.findIndex(({ value }) => value === usual);
      const ways = [words.number(choices.length)];
      if (preset >= 0) ways.push(words.enterTakes(`${preset + 1}`));
      return ask<T>(
        {
          back,
          ways,
          isAnswer: (form) => choices.some(({ label }) => plainForm(label) === form),
          question: () => {
            say('');
            say(message);
            if (why) say(why);
            list(told);
          },
          help: () => {
            more(question);
            list(true);
            say(words.listHelp);
          },
        },
        async (line) => {
          const places = line === '' && preset >= 0 ? [preset] : placesMeant(line, choices);
          if (places.length !== 1) {
            if (places.length === 0 || places.length === choices.length)
              return { wrong: words.noChoice(line, choices.length) };
            return {
              wrong: words.several(
                line,
                places.map((place) => `${place + 1}`),
              ),
            };
          }
          const { label, value } = choices[places[0]!]!;
          // Where an answer stands under its question, that question is meant.
          say(words.chosen(label.split('\n')[0]!.replace(/[:：]$/, '')));
          return { value };
        },
      );
    },

    input: (question: InputQuestion) => {
      const { message, why, hint, default: usual, validate, back } = question;
      const ways = usual ? [words.enterTakes(usual)] : [];
      return ask<string>(
        {
          back,
          ways: hint ? [hint, ...ways] : ways,
          question: () => {
            say('');
            say(message);
            if (why) say(why);
          },
          help: () => {
            more(question);
            if (usual) say(words.usual(usual));
          },
        },
        async (line) => {
          const pasted = await lines.together();
          const whole = [line, ...pasted.map((one) => one.trim())].filter(Boolean).join(' ');
          const joins = pasted.length > 0 && 'value' in accepted(whole, validate);
          if (joins) say(words.joined(pasted.length + 1));
          else lines.giveBack(pasted);
          const typed = joins ? whole : line;
          const value = typed === '' ? (usual ?? '') : usual && /^[-–—－]$/.test(typed) ? '' : typed;
          return accepted(value, validate);
        },
      );
    },

    confirm: async (question: ConfirmQuestion) => {
      const { message, why, default: usual } = question;
      const answer = await ask<boolean>(
        {
          ways: [words.yesOrNo, words.enterTakes(usual ? own.yes : own.no)],
          question: () => {
            say('');
            say(message);
            if (why) say(why);
          },
          help: () => more(question),
        },
        async (line) => {
          const said = yesOrNo(line, own) ?? (line === '' ? usual : null);
          return said === null ? { wrong: own.yesOrNo(own.yes, own.no) } : { value: said };
        },
      );
      return answer === true;
    },
  };
}
