// A diagnosis as the store keeps it, while it is under way and when it is done.
import { type Given, UNKNOWN } from '../../diagnosis/answers.ts';
import type { Diagnosis } from '../../diagnosis/result.ts';
import type { CaseRecord, NewCase } from '../../store/store.ts';
import type { Session } from './interview.ts';
import { JOINS } from './join.ts';

/** All answers given, and the case that it will join, also those off the path, so that going on later is as if nothing had happened. Facts are drawn anew. */
export function unfinishedCase({ problem, named, answers }: Session, joins: string | null = null): NewCase {
  const given = Object.entries(answers);
  return {
    problem: problem.id,
    state: 'asking',
    answers: Object.fromEntries(given.map(([id, { value }]) => [id, value])),
    sources: { problem: named, ...Object.fromEntries(given.map(([id, { source }]) => [id, source])) },
    fields: joins === null ? {} : { [JOINS]: joins },
    outcome: null,
  };
}

/** The answers on the path, those from the notes among them, and "I don't know" where there was none. */
export function finishedCase({ problem, path, replay: { unanswered }, fields, outcome }: Diagnosis): NewCase {
  return {
    problem: problem.id,
    state: 'open',
    answers: Object.fromEntries([
      ...path.slice(1).map(({ question, answer }) => [question, answer]),
      ...unanswered.map(({ id }) => [id, UNKNOWN]),
    ]),
    sources: Object.fromEntries(path.map(({ question, source }) => [question, source])),
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    outcome: outcome.id,
  };
}

/** The answers of an unfinished diagnosis with their sources. */
export function givenIn({ answers, sources }: CaseRecord): Record<string, Given> {
  const given = Object.entries(answers).map(([id, value]): [string, Given] => [
    id,
    { value, source: (sources[id] ?? 'asked') as Given['source'] },
  ]);
  return Object.fromEntries(given);
}

/** What a case that is joined answers beforehand: what the person said, not what the notes said or nobody knew. */
export function givenBefore(record: CaseRecord): Record<string, Given> {
  const kept = Object.entries(givenIn(record)).filter(
    ([, { value, source }]) => source !== 'fact' && value !== UNKNOWN,
  );
  return Object.fromEntries(kept);
}
