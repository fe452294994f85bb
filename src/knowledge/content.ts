// The shape of compiled content, one language at a time, and how it is loaded. What the words mean to the
// questionnaire stands in diagnosis/; here they are data.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Script } from '../diagnosis/plain-words.ts';
import { decodeModel, type WordModel } from '../diagnosis/word-model.ts';
import { OkhelpError } from '../errors.ts';
import type { FactSource } from './answers.ts';
import type { Region, RegionSummary } from './region.ts';

/** The problems of the public interface; `other` where the words fit none of them. */
export const PROBLEM_IDS = [
  'payment-failed',
  'account-restricted',
  'balance-mismatch',
  'topup-failed',
  'withdrawal-failed',
  'arrival-delayed',
  'duplicate-charge',
  'unexpected-fee',
  'wrong-exchange-rate',
  'refund-missing',
  'wrong-recipient',
  'unauthorised-transaction',
  'identity-verification',
  'login-problem',
  'other',
] as const;
export type ProblemId = (typeof PROBLEM_IDS)[number];

export type Urgency = 'now' | 'soon' | 'normal';

/** What a mail can carry; `needs` lists those without which support cannot act. */
export const MAIL_FIELDS = [
  'account',
  'time',
  'amount',
  'currency',
  'transaction',
  'errorCode',
  'errorMessage',
  'counterparty',
] as const;
export type MailField = (typeof MAIL_FIELDS)[number];

/**
 * What the notes can say about the trouble (diagnosis/facts.ts draws them), by name. A question names the one that
 * answers it beforehand; its value is then one of the question's choices, or the typed text.
 */
export const FACT_NAMES = [
  /** yes/no: the payment, transfer out or withdrawal at hand (the latest that failed, else is open) is pending. */
  'pending-payment',
  /** recent/long: that pending payment is less than a day old, or older. */
  'pending-payment-age',
  /** `58.00 CNY`: the amount of that payment. */
  'payment-amount',
  /** yes/no: after that failed payment the recorded balance is lower by its amount / is not. */
  'payment-debited',
  /** yes/no: the last known balance covers the amount of the payment. */
  'balance-enough',
  /** What kind of error stands with the failed payment (diagnosis/error-kind.ts); other-message where it is not clear. */
  'payment-error',
  /** yes/no: a top-up stands in the notes as failed, cancelled or reversed. */
  'failed-topup',
  /** yes/no: … as pending. */
  'pending-topup',
  /** recent/long: that pending top-up is up to five working days old, or older. */
  'pending-topup-age',
  /** What kind of error stands with the failed top-up; other-message where it is not clear. */
  'topup-error',
  /** `500.00 CNY`: the amount of that top-up. */
  'topup-amount',
  /** yes/no: the check of the notes found a mismatch. */
  'mismatch',
  /** less/more: the balance shown is less, or more, than the notes add up to. */
  'mismatch-direction',
  /** yes/no: the likeliest explanation of each mismatch is, or for some is not, a slip in the person's own notes. */
  'mismatch-cause-in-notes',
  /** yes/no: a pending, failed, cancelled or reversed note has exactly the size of the mismatch. */
  'mismatch-status',
  /** recent/long: that note is up to 15 days old, or older. */
  'mismatch-entry-age',
  /** yes/no: there are balance readings in the notes, so that something can be checked. */
  'has-readings',
] as const;
export type FactName = (typeof FACT_NAMES)[number];

/** Where an answer leads: another question of the same problem, or an outcome (`outcome:ID`). */
export type Target = string;

export interface Choice {
  value: string;
  label: string;
  next: Target;
}

/** Where a text counts only for some answers: each question named must have one of the values listed. */
export type When = Record<string, string[]>;

export interface Line {
  text: string;
  when?: When;
  /** The ids of the sources of what it states. */
  sources?: string[];
}

export interface Question {
  id: string;
  text: string;
  /** Why okhelp asks, shown with the question. */
  why: string;
  /**
   * `choice`: one of `choices`. `amount` (with the currency behind it where it is not the profile's), `time`, `text`:
   * typed, and led on by `next`. Every question can be answered `unknown`: a choice has a choice of that value, a typed
   * one leads to `nextUnknown`.
   */
  kind: 'choice' | 'amount' | 'time' | 'text';
  choices: Choice[];
  next?: Target;
  nextUnknown?: Target;
  /** The mail field that a typed answer fills. */
  field?: MailField;
  /** The fact from the notes that answers this question; its value is one of the choices (or the typed text). */
  fact?: FactName;
}

export interface Outcome {
  id: string;
  title: string;
  urgency: Urgency;
  /** The reason, in a sentence or two: why this is what it looks like. */
  because: string;
  /** The ids of the sources of what `because` states. */
  becauseSources?: string[];
  steps: Line[];
  /** What to gather before anything is retried. */
  evidence: Line[];
  /** What not to do. */
  avoid: Line[];
  /** How long it normally takes, and what comes next. */
  next: Line[];
  /** What the mail asks support for; null where no mail is called for yet. */
  ask: string | null;
  faq: string[];
}

export interface Problem {
  id: ProblemId;
  title: string;
  /** One line for menus. */
  summary: string;
  /** The first question. */
  start: Target;
  questions: Question[];
  outcomes: Outcome[];
  mail: {
    subject: string;
    /** The first sentence of the mail: what happened. */
    opening: string;
    needs: MailField[];
  };
  /** What its lines refer to: sources by id, and the questions of the entries of the FAQ. */
  sources?: Record<string, FactSource>;
  faqQuestions?: Record<string, string>;
}

export interface ProblemSummary {
  id: ProblemId;
  title: string;
  summary: string;
}

export interface Content {
  /** All problems in menu order, without their questions. */
  problems: ProblemSummary[];
  /** One problem whole. */
  problem(id: ProblemId): Promise<Problem>;
  /** All regions; `elsewhere` comes last. */
  regions(): RegionSummary[];
  /** The region of a country (ISO 3166) or of that id; `elsewhere` where none has it. */
  region(codeOrId: string): Region;
  /** The weights learnt from what people say in the languages of this script. */
  wordModel(script: Script): WordModel;
}

/** Loads the index of one language; each problem is read when asked for, `bad-value` where there are no questions for it. */
export async function loadContent(directory: string, language: string): Promise<Content> {
  const read = <T>(name: string, folder = language): T =>
    JSON.parse(readFileSync(join(directory, folder, name), 'utf8')) as T;
  const regions = () => read<RegionSummary[]>('regions.json');
  const problems = read<ProblemSummary[]>('problems.json');
  const ids: string[] = problems.map(({ id }) => id);
  return {
    problems,
    regions,
    region: (code) => {
      const found = regions().find(
        ({ id, countries }) => id === code.toLowerCase() || countries.includes(code.toUpperCase()),
      );
      return read<Region>(`regions/${found?.id ?? 'elsewhere'}.json`);
    },
    wordModel: (script) => decodeModel(readFileSync(join(directory, 'words', `${script}.bin`))),
    problem: async (id) => {
      if (ids.includes(id)) return read<Problem>(`problems/${id}.json`);
      throw new OkhelpError('bad-value', { flag: 'problem', value: id, expected: ids.join(', ') });
    },
  };
}
