// A person who hears the terminal: what was written is read once, from the first line to the last; answers are typed.
import { squeezed } from './person.ts';
import type { Session } from './session.ts';

export interface Listener {
  /** Hears this question to its end, the place for the answer; then types the answer. */
  answers(question: string, answer: string): Promise<void>;
  /** The same, without an answer: what was said since the last one. */
  hears(question: string): Promise<string>;
  /** All that was said, line by line. */
  lines(): string[];
}

/** `prompt` is what stands before the place for the answer. */
export function listener(terminal: Session, prompt: string): Listener {
  let heard = 0;
  const since = () => terminal.raw().slice(heard);
  const hears = async (question: string) => {
    await terminal.waitFor(() => since().endsWith(prompt) && squeezed(since()).includes(squeezed(question)));
    return since();
  };
  return {
    hears,
    answers: async (question, answer) => {
      await hears(question);
      heard = terminal.raw().length;
      terminal.send(`${answer}\r`);
    },
    lines: () => terminal.raw().split('\r\n'),
  };
}

/** What a screen reader stumbles on: escape sequences, a line written over, signs, boxes; none of them, if all is well. */
export function stumbles(terminal: Session): string[] {
  return terminal.raw().match(/\u001b.{0,6}|\r(?!\n)|.?[✓✗✔✘→←↑↓•·×■□▲▼`]|[\u2500-\u257f\u2800-\u28ff]/gu) ?? [];
}
