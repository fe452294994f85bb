// Reading one answer as its question wants it: one of the choices, an amount, a time, or a line of text.
import type { Question } from '../knowledge/content.ts';
import { formatTime, parseTime, type ZoneOffset } from '../ledger/time.ts';
import { formatMoney, readMoney } from './sums.ts';

/** The answer "I don't know", which every question takes. */
export const UNKNOWN = 'unknown';

/** Where an answer came from. */
export const ANSWER_SOURCES = ['words', 'flag', 'file', 'fact', 'asked'] as const;
export type AnswerSource = (typeof ANSWER_SOURCES)[number];

export interface Given {
  value: string;
  source: AnswerSource;
}

/** What was answered so far, by question. The order of the keys means nothing. */
export type Answers = Readonly<Record<string, Given>>;

/** What a typed answer is read with: the profile's currency (null where there is none) and time zone. */
export interface Reading {
  currency: string | null;
  /** ISO 3166-1: whose yuan or dollars are meant where the currency of the profile does not tell. */
  country?: string | null;
  zone: ZoneOffset;
}

export type Refusal = 'not-a-choice' | 'not-an-amount' | 'not-a-time' | 'no-such-day' | 'empty';

/**
 * The answer as it is kept: a choice by its value, an amount as `58.00 CNY`, a time as ISO 8601 with its offset; or why
 * the text will not do. A choice may also be named by its label.
 */
export function readAnswer(
  question: Question,
  text: string,
  reading: Reading,
): { value: string } | { refused: Refusal } {
  const typed = text.replace(/\s+/g, ' ').trim();
  if (typed === '') return { refused: 'empty' };
  if (question.kind === 'choice') {
    const wanted = typed.toLowerCase();
    const choice = question.choices.find(({ value, label }) => value === wanted || label.toLowerCase() === wanted);
    return choice ? { value: choice.value } : { refused: 'not-a-choice' };
  }
  if (typed.toLowerCase() === UNKNOWN) return { value: UNKNOWN };
  if (question.kind === 'amount') {
    const money = readMoney(typed, reading.currency, reading.country);
    return money ? { value: formatMoney(money) } : { refused: 'not-an-amount' };
  }
  if (question.kind === 'time') {
    const moment = parseTime(typed, reading.zone);
    if (typeof moment !== 'string') return { value: formatTime(moment) };
    return { refused: moment === 'impossible-date' ? 'no-such-day' : 'not-a-time' };
  }
  return { value: typed };
}

/** Whether a kept answer still is one that the question takes (content may have changed since it was given). */
export function isAnswer(question: Question, value: string): boolean {
  if (question.kind !== 'choice') return value !== '';
  return question.choices.some((choice) => choice.value === value);
}

/** The values that a question takes, as an error message lists them. */
export function valuesOf(question: Question): string[] {
  return question.kind === 'choice' ? question.choices.map((choice) => choice.value) : [UNKNOWN];
}
