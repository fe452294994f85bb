// What a person may record of a case: the kinds of entries, what each may say, and what it cannot be without.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { nearest } from '../../nearest.ts';
import { CHANNELS, type Channel, type EventKind } from '../../support/case-event.ts';

/** What is typed for an entry, by the names of the flags. */
export const DETAILS = [
  'at',
  'channel',
  'body',
  'to',
  'with',
  'text',
  'promised',
  'due',
  'reference',
  'amount',
  'currency',
] as const;
export type Detail = (typeof DETAILS)[number];
export type WrittenEntry = Partial<Record<Detail, string>>;

/** okhelp itself records the others: diagnosed, drafted, evidence, closed, reopened. */
export const LOGGED = [
  'sent',
  'follow-up',
  'complaint',
  'call',
  'answer',
  'documents-asked',
  'documents-sent',
  'final-answer',
  'money-back',
  'step',
  'remark',
] as const satisfies EventKind[];
export type LoggedKind = (typeof LOGGED)[number];

/** What is asked for at a terminal, in this order. */
export const ASKED: Record<LoggedKind, readonly Detail[]> = {
  sent: ['channel', 'to', 'at', 'reference'],
  'follow-up': ['at', 'reference'],
  complaint: ['body', 'channel', 'at', 'due', 'reference'],
  call: ['with', 'at', 'promised', 'due', 'reference'],
  answer: ['text', 'at', 'due', 'reference'],
  'documents-asked': ['text', 'at', 'due'],
  'documents-sent': ['text', 'at'],
  'final-answer': ['text', 'at', 'reference'],
  'money-back': ['amount', 'at'],
  step: ['text', 'at'],
  remark: ['text', 'at'],
};

/** Without this an entry would say nothing. */
export const NEEDED: Partial<Record<LoggedKind, 'channel' | 'amount' | 'text'>> = {
  sent: 'channel',
  'money-back': 'amount',
  step: 'text',
  remark: 'text',
};

/** The kind that a word names: its id, or what it is called in either language. Throws `bad-value` with the nearest one. */
export async function kindNamed(text: string, { messages }: Pick<Context, 'messages'>): Promise<LoggedKind> {
  return named(text, LOGGED, (words) => words.kinds, { flag: 'KIND' }, { messages });
}

export async function channelNamed(text: string, { messages }: Pick<Context, 'messages'>): Promise<Channel> {
  return named(text, CHANNELS, (words) => words.channels, { flag: '--channel' }, { messages });
}

type CaseWords = Awaited<ReturnType<Context['messages']>>['cases'];

async function named<T extends string>(
  text: string,
  values: readonly T[],
  labels: (words: CaseWords) => Record<string, string>,
  { flag }: { flag: string },
  { messages }: Pick<Context, 'messages'>,
): Promise<T> {
  const wanted = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const found = values.find((value) => value === wanted);
  if (found) return found;
  for (const language of ['en', 'zh-CN'] as const) {
    const words = labels((await messages(language)).cases);
    const called = values.find((value) => plain(words[value]!.toLowerCase().replace(/\s+/g, '-')) === plain(wanted));
    if (called) return called;
  }
  const suggestion = nearest(wanted, values);
  throw new OkhelpError('bad-value', { flag, value: text, expected: values.join(', '), suggestion });
}

/** 跟进 is meant by 已跟进, 答复 by 收到答复. */
function plain(name: string): string {
  return name.replace(/^(?:已|收到)/, '');
}
