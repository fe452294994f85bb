// What the bodies of the region offer a case now: which can be asked, until when, and which door is closed.
import type { CaseEvent } from './case-event.ts';
import type { Rung } from './ladder.ts';
import { type CaseFacts, type NextStep, step } from './next-step.ts';

/**
 * `today` is a day of the region. Nobody is sent to a body before the provider has been told, unless its time runs out; and
 * to one that sets no waiting time only when the provider has answered or `owes` an answer.
 */
export function bodySteps(facts: CaseFacts, rungs: readonly Rung[], today: string, owes: boolean): NextStep[] {
  const told = facts.timeline.some(
    ({ kind, body = 'provider' }) =>
      body === 'provider' && ['sent', 'call', 'complaint', 'final-answer'].includes(kind),
  );
  return rungs
    .filter(({ body }) => body.id !== 'provider')
    .filter(({ body }) => body.kind !== 'police' || facts.urgent)
    .filter((rung) => owes || waits(rung) || ['asked', 'closing'].includes(rung.state) || rung.body.kind === 'police')
    .filter((rung) => told || rung.state === 'asked' || rung.state === 'closing' || rung.body.kind === 'police')
    .flatMap((rung) => stepOf(rung, facts, today));
}

/** Whether it wants the provider to have had some time, or its answer. */
function waits({ body }: Rung): boolean {
  return body.opens.some(({ from, span }) => span.count > 0 || from === 'final-answer');
}

function stepOf(rung: Rung, facts: CaseFacts, today: string): NextStep[] {
  const { body, state } = rung;
  const asked = facts.timeline.find(({ id }) => id === rung.asked) ?? null;
  if (asked) return isAnswered(body.id, asked, facts) ? [] : afterAsking(rung, asked, facts, today);
  if (state === 'closed') return [];
  const because = facts.timeline.find(({ id }) => id === (rung.from ?? rung.until)?.event) ?? null;
  const until = rung.until?.day ?? null;
  if (state === 'not-yet') {
    const from = rung.from?.day ?? null;
    return [step('ask-body', 'wait', body.id, { from, until, because, rung, missing: rung.missing })];
  }
  const command = `okhelp draft complaint --case ${facts.id} --body ${body.id}`;
  return [step('ask-body', 'may', body.id, { until, because, rung, command })];
}

function isAnswered(body: string, asked: CaseEvent, { timeline }: CaseFacts): boolean {
  return timeline
    .slice(timeline.indexOf(asked) + 1)
    .some((event) => event.body === body && (event.kind === 'answer' || event.kind === 'final-answer'));
}

function afterAsking(rung: Rung, because: CaseEvent, { id }: CaseFacts, today: string): NextStep[] {
  const due = because.due ?? rung.answerDue?.day ?? null;
  const command = `okhelp case log ${id} answer --body ${rung.body.id}`;
  return due !== null && due < today
    ? [step('remind-body', 'overdue', because.id, { due, because, rung, command })]
    : [step('await-body', 'wait', because.id, { due, because, rung, command })];
}

/** The bodies whose last day is over. */
export function closedDoors(rungs: readonly Rung[]): Rung[] {
  return rungs.filter(({ body, state }) => body.id !== 'provider' && state === 'closed');
}
