// Asks at the terminal for what the mail still lacks; Enter leaves it open.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { MAIL_FIELDS, type MailField } from '../../knowledge/content.ts';
import { formatAmount, parseAmount, parseCurrency } from '../../ledger/money.ts';
import type { DraftInput } from '../../support/draft.ts';
import { isAddress, oneLine, readTime } from '../../support/fields.ts';
import { cardInAmount } from '../../support/luhn.ts';
import type { Prompter } from '../../terminal/prompter.ts';
import type { Fields } from './other-transaction.ts';

type Input = Omit<DraftInput, 'attachments'>;

/** Fills `input` in place with the problem's essentials; gives what was typed. */
export async function askForFacts(input: Input, prompter: Prompter, context: Context): Promise<Fields> {
  const { ask } = context.t.email;
  const { fields } = input;
  const before = { ...fields };
  for (const field of input.problem.mail.needs) {
    if (fields[field]) continue;
    const text = await line(prompter, ask[field], ask.skip, (answer) => complaint(field, answer, context));
    if (text) keep(field, text, fields, context);
  }
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
  if (!input.to && !contact) input.to = (await line(prompter, ask.to, ask.skip, wrong)) || null;
  if (!input.from) input.from = (await line(prompter, ask.from, ask.skip, wrong)) || null;
}

async function line(
  prompter: Prompter,
  message: string,
  hint: string,
  wrong: (text: string) => string | null,
): Promise<string> {
  const validate = (text: string) => (text.trim() === '' ? null : wrong(text.trim()));
  const answer = await prompter.input({ message, hint, validate });
  return typeof answer === 'string' ? answer.trim() : '';
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
