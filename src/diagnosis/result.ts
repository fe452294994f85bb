// The result of a diagnosis as one value: what a person is shown, a script reads and a case keeps.
import type { Line, Outcome, Problem } from '../knowledge/content.ts';
import type { AnswerSource, Given } from './answers.ts';
import type { Facts, MailFields } from './fact.ts';
import { applies, type Replay } from './replay.ts';
import type { Candidate } from './words.ts';

/** One answer on the way to the outcome; the first entry is always the problem itself. */
export interface PathEntry {
  question: string;
  answer: string;
  source: AnswerSource;
}

/** An outcome with the lines that count for these answers, as plain texts. */
export interface FittedOutcome extends Omit<Outcome, 'steps' | 'evidence' | 'avoid' | 'next'> {
  steps: string[];
  evidence: string[];
  avoid: string[];
  next: string[];
}

export interface Diagnosis {
  problem: Problem;
  candidates: Candidate[];
  /** Where it was learnt which problem it is. */
  named: AnswerSource;
  replay: Replay;
  path: PathEntry[];
  facts: Facts;
  fields: MailFields;
  outcome: FittedOutcome;
}

/** Puts the result together from a replay that reached its outcome. */
export function diagnosisOf(
  parts: Pick<Diagnosis, 'problem' | 'candidates' | 'named' | 'replay' | 'facts' | 'fields'>,
): Diagnosis {
  const { problem, named, replay } = parts;
  if (!replay.outcome) throw new Error(`${problem.id}: the questions are not through`);
  const path = replay.path.map(({ question, answer, source }) => ({ question: question.id, answer, source }));
  return {
    ...parts,
    path: [{ question: 'problem', answer: problem.id, source: named }, ...path],
    outcome: fitted(replay.outcome, replay),
  };
}

/** The answers on the path by question, the problem first. */
export function answersOn(path: readonly PathEntry[]): Record<string, string> {
  return Object.fromEntries(path.map(({ question, answer }) => [question, answer]));
}

/** Which of the given answers were not needed, because the path leads past their questions. */
export function offPath(answers: Readonly<Record<string, Given>>, replay: Replay): string[] {
  return Object.keys(answers).filter((id) => !replay.path.some(({ question }) => question.id === id));
}

/** The problems that it could be, at least three of them; a problem that was named has the whole score. */
export function candidatesNamed(named: Problem['id'], all: readonly Problem['id'][]): Candidate[] {
  const others = all.filter((id) => id !== named).map((problem) => ({ problem, score: 0 }));
  return [{ problem: named, score: 1 }, ...others].slice(0, 3);
}

function fitted(outcome: Outcome, replay: Replay): FittedOutcome {
  const texts = (lines: readonly Line[]) => lines.filter(({ when }) => applies(when, replay)).map(({ text }) => text);
  return {
    ...outcome,
    steps: texts(outcome.steps),
    evidence: texts(outcome.evidence),
    avoid: texts(outcome.avoid),
    next: texts(outcome.next),
  };
}
