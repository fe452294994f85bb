// What a diagnosis gives the mail: the typed answers first, then the user's words, then the notes that the facts name.
import type { Question } from '../knowledge/content.ts';
import { parseTime } from '../ledger/time.ts';
import { UNKNOWN } from './answers.ts';
import { paymentError, topupError } from './error-kind.ts';
import type { About, Facts, MailFields } from './fact.ts';
import type { Mentions } from './mentions.ts';
import type { Replay } from './replay.ts';
import { formatMoney, isToken, readMoney } from './sums.ts';

/**
 * The mail fields as far as they are known. A note's fields are used only where the answers agree with what the note
 * says, and the sum told is the note's: who corrects a fact does not mean that note.
 */
export function mailFields({ path }: Pick<Replay, 'path'>, facts: Facts, mentions: Mentions): MailFields {
  const fields: MailFields = {};
  for (const { question, answer } of path) Object.assign(fields, fieldOf(question, answer));
  const said: MailFields = { time: mentions.time, errorCode: mentions.errorCode, transaction: mentions.transaction };
  if (mentions.amount) {
    const { currency } = mentions.amount;
    Object.assign(said, amountFields(formatMoney(mentions.amount)), currency === null ? {} : { currency });
  }
  fill(fields, said);
  const { amount } = fields;
  for (const { question, answer } of path) {
    const fact = question.fact && facts[question.fact];
    if (fact && fact.value === answer && sameSum(fact.fields.amount, amount)) fill(fields, fact.fields);
  }
  return fields;
}

/**
 * What it is about, for drawing the facts: the amount typed and its currency, else those of the words; and the day and the
 * id that the words name. No note that says otherwise is the one at hand.
 */
export function aboutOf(
  questions: readonly Question[],
  answers: Readonly<Record<string, { value: string }>>,
  { amount, time, transaction }: Mentions = {},
): About {
  const said: Omit<About, 'amount' | 'currency'> = transaction === undefined ? {} : { transaction };
  const moment = time === undefined ? 'unreadable' : parseTime(time, () => 0);
  if (typeof moment !== 'string') said.time = moment;
  for (const { id, kind } of questions) {
    const sum = kind === 'amount' && answers[id] ? readMoney(answers[id].value, null) : null;
    if (sum) return { ...said, amount: sum.units, currency: sum.currency };
  }
  return { ...said, amount: amount?.units ?? null, currency: amount?.currency ?? null };
}

/** The answers that the user's words hold, by question: an amount, a time, a code, an error or an id where one is asked for. */
export function answersIn(mentions: Mentions, questions: readonly Question[]): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const { id, kind, field, fact, choices } of questions) {
    const value =
      kind === 'amount'
        ? mentions.amount && formatMoney(mentions.amount)
        : kind === 'choice'
          ? (errorSaid(mentions, fact) ?? trickSaid(mentions, choices))
          : said(mentions, field);
    if (value !== undefined) answers[id] = value;
  }
  return answers;
}

/** A question about the error is answered by the kind that the words name; a code alone is some other message. */
function errorSaid({ error, errorCode }: Mentions, fact: Question['fact']): string | undefined {
  if (error === undefined && errorCode === undefined) return undefined;
  if (fact === 'payment-error') return paymentError(error ?? null);
  return fact === 'topup-error' ? topupError(error ?? null) : undefined;
}

/** Who was tricked is asked neither what happened before nor, where the words name a currency, what kind of money it was. */
function trickSaid({ tricked, amount }: Mentions, choices: Question['choices']): string | undefined {
  if (!tricked) return undefined;
  const offers = (value: string) => choices.some((choice) => choice.value === value);
  if (offers('tricked')) return 'tricked';
  if (!amount?.currency || !offers('fiat') || !offers('token')) return undefined;
  return isToken(amount.currency) ? 'token' : 'fiat';
}

function said(mentions: Mentions, field: Question['field']): string | undefined {
  return field === 'time' || field === 'errorCode' || field === 'transaction' ? mentions[field] : undefined;
}

function fieldOf({ field, kind }: Question, answer: string): MailFields {
  if (!field || kind === 'choice' || answer === UNKNOWN) return {};
  return kind === 'amount' ? amountFields(answer) : { [field]: answer };
}

/** `58.00 CNY` as two fields. */
function amountFields(sum: string): MailFields {
  const [amount, currency] = sum.split(' ');
  return currency ? { amount, currency } : { amount };
}

/** Whether a fact is about the sum that was said, or either says none: `500` and `500.00` are one. */
function sameSum(ofFact: string | undefined, told: string | undefined): boolean {
  const bare = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
  return ofFact === undefined || told === undefined || bare(ofFact) === bare(told);
}

/** Adds what is not there yet; an amount and its currency only together. */
function fill(fields: MailFields, more: MailFields): void {
  const amountKnown = fields.amount !== undefined;
  for (const [name, value] of Object.entries(more) as [keyof MailFields, string | undefined][]) {
    if (value === undefined || fields[name] !== undefined) continue;
    if (amountKnown && name === 'currency' && more.amount !== fields.amount) continue;
    fields[name] = value;
  }
}
