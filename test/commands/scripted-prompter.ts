// A prompter that answers from a script, so that an interview can be read as a conversation.
import { OkhelpError } from '../../src/errors.ts';
import { BACK, type Prompter } from '../../src/terminal/prompter.ts';

/** An answer: the label of a choice (or how it begins), typed text, BACK, or Ctrl-C. */
export type Line = string | typeof BACK | 'Ctrl-C';

export interface Scripted extends Prompter {
  /** What was asked, in order, and what the validation of a typed answer said. */
  asked: string[];
  /** What was offered with each question: the labels, or what stood typed already. */
  offered: string[][];
}

export function scripted(...lines: Line[]): Scripted {
  const asked: string[] = [];
  const offered: string[][] = [];
  const next = (message: string, back: boolean | undefined): string | typeof BACK => {
    asked.push(message);
    const line = lines.shift();
    if (line === undefined) throw new Error(`nobody answers: ${message}`);
    if (line === 'Ctrl-C') throw new OkhelpError('interrupted', { resume: null });
    if (line === BACK && !back) throw new Error(`there is no way back from: ${message}`);
    return line;
  };
  return {
    asked,
    offered,
    select: async ({ message, choices, back, default: preset }) => {
      const marked = choices.find(({ value }) => value === preset)?.label;
      offered.push([...choices.map(({ label }) => label), ...(marked === undefined ? [] : [`marked: ${marked}`])]);
      const line = next(message, back);
      if (line === BACK) return BACK;
      const choice = choices.find(({ label }) => label === line) ?? choices.find(({ label }) => label.startsWith(line));
      if (!choice)
        throw new Error(`${message} does not offer ${line}, but: ${choices.map(({ label }) => label).join(' | ')}`);
      return choice.value;
    },
    input: async ({ message, back, validate, default: preset }) => {
      offered.push(preset === undefined ? [] : [preset]);
      for (;;) {
        const line = next(message, back);
        const complaint = line === BACK ? null : (validate?.(line) ?? null);
        if (complaint === null) return line;
        asked.push(complaint);
      }
    },
    confirm: async ({ message }) => next(message, false) === 'yes',
  };
}
