// What a command may ask a person, apart from how it is drawn. Prompts are written to stderr.

/** The answer "take me back to the question before". */
export const BACK = Symbol('back');

export interface SelectChoice<T> {
  value: T;
  label: string;
  /** Shown under the list while the choice is marked. */
  hint?: string;
}

export interface SelectQuestion<T> {
  message: string;
  /** Why it is asked; shown under the question until it is answered. */
  why?: string;
  choices: SelectChoice<T>[];
  default?: T;
  /** Offers "Back", which answers BACK. */
  back?: boolean;
}

export interface InputQuestion {
  message: string;
  /** Why it is asked; shown under the question until it is answered. */
  why?: string;
  default?: string;
  /** An example or rule, shown dimmed behind the question. */
  hint?: string;
  /** A sentence saying what is wrong, or null where the text will do. */
  validate?: (text: string) => string | null;
  back?: boolean;
}

/** Ctrl-C throws OkhelpError `interrupted`. */
export interface Prompter {
  select<T>(question: SelectQuestion<T>): Promise<T | typeof BACK>;
  input(question: InputQuestion): Promise<string | typeof BACK>;
  confirm(question: { message: string; default: boolean }): Promise<boolean>;
}
