// Asking at a terminal for a channel that the person found: what it is, the address, where; all shown before it is saved.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { CONTACT_KINDS, type ContactKind } from '../../store/store.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';
import { BACK, type Prompter } from '../../terminal/prompter.ts';
import { review } from '../asking/review.ts';
import { contactValue } from './value.ts';

export interface Answers {
  kind: ContactKind;
  value: string;
  found: string;
}

export const PARTS = ['kind', 'value', 'found'] as const;
type Part = (typeof PARTS)[number];

/** Asks for what was not given; going back takes an answer out again. Null where nothing is to be saved. */
export async function askContact(
  given: Partial<Answers>,
  prompter: Prompter,
  context: Context,
): Promise<Answers | null> {
  const answers: Partial<Answers> = { ...given };
  const asked: Part[] = [];
  const words = context.t.contact.add;
  for (;;) {
    const part = PARTS.find((one) => answers[one] === undefined);
    if (part) {
      const answer = await ask(part, answers, asked.length > 0, prompter, context);
      if (answer === BACK) delete answers[asked.pop()!];
      else {
        Object.assign(answers, { [part]: answer });
        asked.push(part);
      }
      continue;
    }
    const whole = answers as Answers;
    const rows = PARTS.map((one) => ({ field: one, name: words.parts[one], value: shown(one, whole, context) }));
    const wanted = await review(
      rows,
      { message: context.t.ask.review.message, save: words.saveIt },
      prompter,
      context.t,
    );
    if (wanted === 'save') return whole;
    if (wanted === 'leave') return null;
    const answer = await ask(wanted, answers, true, prompter, context);
    if (answer === BACK) continue;
    // What is right for one kind may not be for another.
    if (wanted === 'kind' && answer !== answers.kind) delete answers.value;
    Object.assign(answers, { [wanted]: answer });
    if (!asked.includes(wanted)) asked.push(wanted);
  }
}

function shown(part: Part, answers: Answers, { t }: Context): string {
  return part === 'kind' ? t.contact.kinds[answers.kind] : cleanForTerminal(answers[part]);
}

function ask(
  part: Part,
  { kind, value, found }: Partial<Answers>,
  back: boolean,
  prompter: Prompter,
  context: Context,
): Promise<string | typeof BACK> {
  const { t } = context;
  const { add: words, expected } = t.contact;
  if (part === 'kind') {
    const choices = CONTACT_KINDS.map((one) => ({ value: one as string, label: t.contact.kinds[one] }));
    return prompter.select({ message: words.whichKind, help: t.why.contact.kind, choices, default: kind, back });
  }
  if (part === 'found') {
    const validate = (text: string) => (text.trim() === '' ? t.ask.required : null);
    const { whereFound: message, whyFound: why, foundHint: hint } = words;
    return prompter.input({ message, why, hint, validate, back, ...(found && { default: found }) });
  }
  const validate = (text: string): string | null => {
    try {
      contactValue(kind!, text, context);
      return null;
    } catch (error) {
      if (error instanceof OkhelpError) return words.notThis(expected[kind!]);
      throw error;
    }
  };
  const question = { message: words.whichValue, help: t.why.contact.value, validate, back };
  return prompter
    .input(value ? { ...question, default: value } : question)
    .then((text) => (text === BACK ? BACK : contactValue(kind!, text, context)));
}
