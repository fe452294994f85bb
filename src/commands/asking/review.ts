// What was typed, shown before it is saved: the person saves it, changes one of the answers, or leaves.
import type { Messages } from '../../messages/index.ts';
import { BACK, type Prompter } from '../../terminal/prompter.ts';

/** One answer: the field it is for, the field's name, and what was said; empty where it was skipped. */
export interface Reviewed<F> {
  field: F;
  name: string;
  value: string;
}

/** `save`, `leave`, or the field to ask for again. Going back asks for the last one again. */
export async function review<F extends string>(
  rows: readonly Reviewed<F>[],
  { message, save }: { message: string; save: string },
  prompter: Prompter,
  { ask }: Pick<Messages, 'ask'>,
): Promise<F | 'save' | 'leave'> {
  const words = ask.review;
  const chosen = await prompter.select<F | 'save' | 'leave'>({
    message,
    choices: [
      { value: 'save', label: save },
      ...rows.map(({ field, name, value }) => ({
        value: field,
        label: words.change(name, value || words.empty),
        hint: words.changeThis,
      })),
      { value: 'leave', label: words.leave },
    ],
    back: true,
  });
  return chosen === BACK ? rows.at(-1)!.field : chosen;
}
