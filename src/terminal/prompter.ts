// What a command may ask a person, apart from how it is drawn. Prompts are written to stderr.

import type { Messages } from '../messages/index.ts';

/** The answer "take me back to the question before". */
export const BACK = Symbol('back');

export interface SelectChoice<T> {
  value: T;
  label: string;
  /** Shown under the list while the choice is marked; line by line, behind it. */
  hint?: string;
}

interface Question {
  message: string;
  /** Why it is asked; shown under the question until it is answered. */
  why?: string;
  /** What `?` tells besides: why it is asked, or what is expected. */
  help?: string;
  /** Offers "Back", which answers BACK. */
  back?: boolean;
}

export interface SelectQuestion<T> extends Question {
  choices: SelectChoice<T>[];
  default?: T;
}

export interface InputQuestion extends Question {
  default?: string;
  /** An example or rule, shown dimmed behind the question. */
  hint?: string;
  /** A sentence saying what is wrong, or null where the text will do. */
  validate?: (text: string) => string | null;
}

export interface ConfirmQuestion extends Omit<Question, 'back'> {
  default: boolean;
}

/** Ctrl-C throws OkhelpError `interrupted`. */
export interface Prompter {
  select<T>(question: SelectQuestion<T>): Promise<T | typeof BACK>;
  input(question: InputQuestion): Promise<string | typeof BACK>;
  confirm(question: ConfirmQuestion): Promise<boolean>;
  /** From here on the prompter's own words (keys, hints) are these; one that has none of its own need not have this. */
  speak?(t: Messages): void;
}
