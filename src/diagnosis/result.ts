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
  /** Which of these statements name their sources, in the order in which they are read. */
  cited: Cited[];
}

export interface Cited {
  of: 'because' | (typeof LISTS)[number];
  /** The place in the list, from 0. */
  index: number;
  /** Ids of sources. */
  sources: string[];
}

const LISTS = ['steps', 'evidence', 'avoid', 'next'] as const;

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
  const { steps, evidence, avoid, next } = Object.fromEntries(
    LISTS.map((list) => [list, outcome[list].filter(({ when }) => applies(when, replay))]),
  ) as Record<(typeof LISTS)[number], Line[]>;
  const texts = (lines: readonly Line[]) => lines.map(({ text }) => text);
  const cited = Object.entries({ steps, evidence, avoid, next }).flatMap(([of, lines]) =>
    lines.flatMap(({ sources }, index) => (sources ? [{ of: of as Cited['of'], index, sources }] : [])),
  );
  return {
    ...outcome,
    steps: texts(steps),
    evidence: texts(evidence),
    avoid: texts(avoid),
    next: texts(next),
    cited: [
      ...(outcome.becauseSources ? [{ of: 'because' as const, index: 0, sources: outcome.becauseSources }] : []),
      ...cited,
    ],
  };
}
