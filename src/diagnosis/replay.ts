// Replay: the questionnaire as a pure function of content, facts and answers. Answers are kept, positions never.
import type { Outcome, Problem, Question, Target, When } from '../knowledge/content.ts';
import { type AnswerSource, type Answers, type Given, isAnswer, UNKNOWN } from './answers.ts';
import type { Facts } from './fact.ts';

export interface Step {
  question: Question;
  answer: string;
  source: AnswerSource;
}

export interface Replay {
  /** What was asked and answered on the way, in order. */
  path: Step[];
  /** The question that has no answer yet; null when the outcome is reached. */
  next: Question | null;
  outcome: Outcome | null;
  /** Questions on the way that had no answer and were counted as "I don't know". */
  unanswered: Question[];
}

export interface ReplayOptions {
  /** Go on past questions without an answer, as if they were answered "I don't know". */
  assumeUnknown?: boolean;
}

const OUTCOME = 'outcome:';

/**
 * Follows the answers from the first question. An answer given wins over a fact; answers to questions that lie on no
 * path, and answers that a question no longer takes, are passed over. To go back, leave an answer out; to change one,
 * set it. Throws where the content leads nowhere, which `content:check` excludes.
 */
export function replay(problem: Problem, facts: Facts, answers: Answers, options: ReplayOptions = {}): Replay {
  const path: Step[] = [];
  const unanswered: Question[] = [];
  let target: Target = problem.start;
  while (!target.startsWith(OUTCOME)) {
    const question = questionNamed(problem, target);
    if (path.some((step) => step.question === question) || unanswered.includes(question)) {
      throw new Error(`${problem.id}: the question ${question.id} leads back to itself`);
    }
    const given = answerOf(question, facts, answers);
    if (given) path.push({ question, answer: given.value, source: given.source });
    else if (!options.assumeUnknown) return { path, next: question, outcome: null, unanswered };
    else unanswered.push(question);
    target = follow(problem, question, given?.value ?? UNKNOWN);
  }
  return { path, next: null, outcome: outcomeNamed(problem, target.slice(OUTCOME.length)), unanswered };
}

/** What answers a question: what was given, else the fact from the notes where its value is one the question takes. */
export function answerOf(question: Question, facts: Facts, answers: Answers): Given | null {
  const given = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
  if (given && isAnswer(question, given.value)) return given;
  const fact = question.fact && facts[question.fact];
  return fact && isAnswer(question, fact.value) ? { value: fact.value, source: 'fact' } : null;
}

/** Whether a text that counts only for some answers counts here; "I don't know" is an answer, not being asked is none. */
export function applies(when: When | undefined, { path, unanswered }: Pick<Replay, 'path' | 'unanswered'>): boolean {
  return Object.entries(when ?? {}).every(([id, values]) => {
    const step = path.find(({ question }) => question.id === id);
    if (step) return values.includes(step.answer) || (isTyped(step) && values.includes('given'));
    return unanswered.some((question) => question.id === id) && values.includes(UNKNOWN);
  });
}

function isTyped({ question, answer }: Step): boolean {
  return question.kind !== 'choice' && answer !== UNKNOWN;
}

function questionNamed(problem: Problem, id: string): Question {
  const question = problem.questions.find((candidate) => candidate.id === id);
  if (!question) throw new Error(`${problem.id}: there is no question ${id}`);
  return question;
}

function outcomeNamed(problem: Problem, id: string): Outcome {
  const outcome = problem.outcomes.find((candidate) => candidate.id === id);
  if (!outcome) throw new Error(`${problem.id}: there is no outcome ${id}`);
  return outcome;
}

function follow(problem: Problem, question: Question, answer: string): Target {
  const choice = question.choices.find(({ value }) => value === answer);
  const target = question.kind === 'choice' ? choice?.next : answer === UNKNOWN ? question.nextUnknown : question.next;
  if (target === undefined) throw new Error(`${problem.id}: ${question.id}=${answer} leads nowhere`);
  return target;
}
