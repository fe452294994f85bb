// Asks at the terminal for what the mail still lacks; Enter leaves it open.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { MAIL_FIELDS, type MailField } from '../../knowledge/content.ts';
import { formatAmount, parseAmount, parseCurrency } from '../../ledger/money.ts';
import type { DraftInput } from '../../support/draft.ts';
import { isAddress, oneLine, readTime } from '../../support/fields.ts';
import { cardInAmount } from '../../support/luhn.ts';
import { BACK, type Prompter } from '../../terminal/prompter.ts';
import type { Fields } from './other-transaction.ts';

type Input = Omit<DraftInput, 'attachments'>;

/** Fills `input` in place with the problem's essentials, `<` going back to the one before; gives what was typed. */
export async function askForFacts(input: Input, prompter: Prompter, context: Context): Promise<Fields> {
  const { ask } = context.t.email;
  const { fields } = input;
  const before = { ...fields };
  const open = input.problem.mail.needs.filter((field) => !fields[field]);
  await inTurn(open, async (field, back) => {
    // An amount may bring its currency along.
    if (field === 'currency' && fields.currency && fields.amount) return 'passed';
    const text = await line(
      { message: ask[field], help: context.t.why.mail[field], back, typed: fields[field] },
      (answer) => complaint(field, answer, context),
      prompter,
      context,
    );
    if (text === BACK) return BACK;
    if (text) keep(field, text, fields, context);
    else delete fields[field];
    return 'asked';
  });
  return Object.fromEntries(
    MAIL_FIELDS.filter((name) => fields[name] !== before[name]).map((name) => [name, fields[name]]),
  );
}

/** Fills in the addresses of a mail; not support's where `contact` is another way. */
export async function askForAddresses(
  input: Input,
  contact: string | null,
  prompter: Prompter,
  context: Context,
): Promise<void> {
  const { ask } = context.t.email;
  const wrong = (answer: string) => (isAddress(answer) ? null : ask.badAddress);
  const open = (['to', 'from'] as const).filter((side) => !input[side] && (side === 'from' || !contact));
  await inTurn(open, async (side, back) => {
    const question = { message: ask[side], help: context.t.why.mail[side], back, typed: input[side] ?? undefined };
    const text = await line(question, wrong, prompter, context);
    if (text === BACK) return BACK;
    input[side] = text || null;
    return 'asked';
  });
}

/** Asks for one after the other; BACK asks for the last one that was asked for again. */
async function inTurn<T>(
  things: readonly T[],
  ask: (thing: T, back: boolean) => Promise<'asked' | 'passed' | typeof BACK>,
): Promise<void> {
  const asked: number[] = [];
  for (let at = 0; at < things.length; ) {
    const answer = await ask(things[at]!, asked.length > 0);
    if (answer === 'asked') asked.push(at);
    at = answer === BACK ? asked.pop()! : at + 1;
  }
}

async function line(
  { message, help, back, typed }: { message: string; help?: string; back: boolean; typed?: string },
  wrong: (text: string) => string | null,
  prompter: Prompter,
  { t }: Context,
): Promise<string | typeof BACK> {
  const validate = (text: string) => (text.trim() === '' ? null : wrong(text.trim()));
  const question = { message, hint: t.email.ask.skip, validate, back, ...(help && { help }) };
  const answer = await prompter.input(typed ? { ...question, default: typed } : question);
  return answer === BACK ? BACK : answer.trim();
}

/** `58.50` or `58.50 USD`. */
const AMOUNT = /^(\S+?)\s*([A-Za-z][A-Za-z0-9.]*)?$/;

function complaint(field: MailField, answer: string, context: Context): string | null {
  const { ask } = context.t.email;
  try {
    oneLine('', answer);
    if (field === 'time') readTime('', answer, context.timeZone().offset);
  } catch (error) {
    if (!(error instanceof OkhelpError)) throw error;
    return error.code === 'bad-time' ? ask.badTime : ask.oneLine;
  }
  if (field === 'amount') {
    const amount = AMOUNT.exec(answer)?.[1] ?? '';
    return parseAmount(amount) && !cardInAmount(amount) ? null : ask.badAmount;
  }
  return field === 'currency' && !parseCurrency(answer) ? ask.badCurrency : null;
}

function keep(field: MailField, text: string, fields: DraftInput['fields'], context: Context): void {
  if (field === 'amount') {
    const [, amount, currency] = AMOUNT.exec(text)!;
    if (currency) fields.currency = parseCurrency(currency) ?? fields.currency ?? '';
    fields.amount = formatAmount(parseAmount(amount!)!.units, fields.currency ?? '');
  } else if (field === 'time') fields.time = readTime('', text, context.timeZone().offset);
  else if (field === 'currency') {
    fields.currency = parseCurrency(text)!;
    if (fields.amount) fields.amount = formatAmount(parseAmount(fields.amount)!.units, fields.currency);
  } else fields[field] = text;
}
