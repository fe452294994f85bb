// What a case calls for now: what is overdue, what to do, what may be done, what to wait for, each with its reason.
import type { Region } from '../knowledge/region.ts';
import { formatTime, momentAt, type ZoneOffset } from '../ledger/time.ts';
import { dayOf, isoDay } from './calendar-days.ts';
import type { CaseEvent } from './case-event.ts';
import { epochOf, type Rung, standing } from './ladder.ts';
import { coversAmount } from './money-back.ts';
import { bodySteps } from './next-bodies.ts';
import { type CaseFacts, type NextStep, step } from './next-step.ts';

/** An answer to a mail usually comes within 24 hours (guidance C3); then one follows up. */
export const MAIL_ANSWER_HOURS = 24;

export interface Clocks {
  /** Milliseconds since the epoch. */
  now: number;
  /** The person's own zone: for hours, and for days that somebody named. */
  own: ZoneOffset;
  /** The region's zone: for the days that rules count. */
  region: ZoneOffset;
}

/** The steps, what cannot wait first. `region` null: its bodies are not known. None for a closed case. */
export function nextSteps(facts: CaseFacts, region: Region | null, clocks: Clocks): NextStep[] {
  if (facts.state === 'closed') return [];
  if (facts.state === 'asking')
    return [step('finish-questions', 'do', facts.id, { command: 'okhelp diagnose --resume' })];
  const { timeline } = facts;
  const back = timeline.findLast(({ kind }) => kind === 'money-back');
  const refused = timeline.findLast((event) => event.kind === 'final-answer');
  const closing = (kind: 'do' | 'may', because: CaseEvent, result: string) =>
    step('close', kind, facts.id, { because, command: `okhelp case close ${facts.id}${result}` });
  if (back && coversAmount(facts)) return [closing('do', back, ' --result solved')];
  const rungs = region ? standing(facts, region, clocks.region, clocks.now) : [];
  const provider = withProvider(facts, rungs[0] ?? null, clocks);
  const today = isoDay(dayOf(clocks.now, clocks.region));
  const steps = [
    ...emergency(facts),
    ...provider,
    ...bodySteps(facts, rungs, today, owesAnswer(timeline, provider)),
    ...(refused ? [closing('may', refused, '')] : back ? [closing('may', back, ' --result partly-solved')] : []),
  ];
  return steps
    .map((one, place) => ({ one, place }))
    .sort((a, b) => rank(a.one) - rank(b.one) || compared(dated(a.one), dated(b.one)) || a.place - b.place)
    .map(({ one }) => one);
}

/**
 * The one step to name where there is room for one: what is overdue or to be done, else what is waited for until a day,
 * else what may be done.
 */
export function foremost(steps: readonly NextStep[]): NextStep | null {
  const [first = null] = steps;
  if (first === null || first.kind === 'overdue' || first.kind === 'do') return first;
  return steps.find(({ kind, due }) => kind === 'wait' && due !== null) ?? first;
}

const KINDS: NextStep['kind'][] = ['overdue', 'do', 'may', 'wait'];

function rank({ task, kind, rung }: NextStep): number {
  if (task === 'emergency') return -1;
  return KINDS.indexOf(kind) * 2 - (rung?.state === 'closing' ? 1 : 0);
}

/** ISO 8601 dates sort as texts. */
function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The provider said something that did not end the case, broke its word, or was silent twice. */
function owesAnswer(timeline: readonly CaseEvent[], steps: readonly NextStep[]): boolean {
  return (
    timeline.some((event) => toProvider(event) && (event.kind === 'answer' || event.kind === 'final-answer')) ||
    steps.some(
      ({ task, kind }) => (task === 'complaint' && kind === 'do') || ['ask-promise', 'ask-complaint'].includes(task),
    )
  );
}

/** What has a day goes before what has none. */
function dated({ kind, due, from, until }: NextStep): string {
  return kind === 'wait' ? (due ?? from ?? '~') : (until ?? due ?? '~');
}

/** Until a first step of the emergency list is done, or somebody has answered. */
function emergency({ id, urgent, timeline }: CaseFacts): NextStep[] {
  const over = timeline.some(({ kind }) => kind === 'step' || isAnswer(kind));
  return urgent && !over ? [step('emergency', 'do', id, { command: `okhelp emergency --case ${id}` })] : [];
}

const ANSWERS: CaseEvent['kind'][] = ['answer', 'final-answer', 'documents-asked', 'money-back'];
const isAnswer = (kind: CaseEvent['kind']) => ANSWERS.includes(kind);

const toProvider = ({ body }: CaseEvent) => body === undefined || body === 'provider';

/** The provider's side: messages, documents, promises, its own complaint process. */
function withProvider(facts: CaseFacts, rung: Rung | null, clocks: Clocks): NextStep[] {
  const { id } = facts;
  const timeline = facts.timeline.filter(toProvider);
  const messages = timeline.filter(({ kind }) => ['sent', 'follow-up', 'complaint'].includes(kind));
  const waitsForDocuments = pendingDocuments(timeline, id, clocks);
  const promises = pendingPromises(timeline, id, clocks);
  const spoken = timeline.some(({ kind }) => kind === 'call' || isAnswer(kind));
  if (messages.length === 0 && !spoken) return firstMessage(facts);

  const steps = [...waitsForDocuments, ...promises];
  const last = messages.at(-1);
  const answered = last !== undefined && later(timeline, last).some(({ kind }) => isAnswer(kind));
  const complained = messages.some(({ kind }) => kind === 'complaint');
  // A promise made after the message takes the place of its 24 hours.
  const promised = last !== undefined && promises.some(({ because }) => because !== last && isLater(because, last));
  if (last && !answered && !promised) steps.push(...unanswered(last, facts, rung, clocks, promises));
  if (messages.length === 0 && !timeline.some(({ kind }) => kind === 'final-answer'))
    steps.push(step('in-writing', 'may', id, { command: `okhelp draft-email --case ${id}` }));
  // While an answer is on its way, a complaint is not the thing to think of.
  const waiting = steps.some(({ kind }) => kind === 'wait');
  if (!complained && !waiting && !steps.some(({ task }) => task === 'complaint'))
    steps.push(step('complaint', 'may', id, { rung, command: complaintCommand(id) }));
  return steps;
}

const complaintCommand = (id: string) => `okhelp draft complaint --case ${id}`;

function firstMessage({ id, drafts, writes }: CaseFacts): NextStep[] {
  const draft = drafts.at(-1);
  if (draft) {
    const channel = { phone: 'call', chat: 'sent --channel chat', social: 'sent --channel social' }[
      draft.kind as string
    ];
    const command = `okhelp case log ${id} ${channel ?? 'sent --channel email'}`;
    return [step('send-draft', 'do', draft.id, { command })];
  }
  const message = (kind: 'do' | 'may') =>
    step('first-message', kind, id, { command: `okhelp draft-email --case ${id}` });
  if (writes) return [message('do')];
  return [step('outcome-steps', 'do', id, { command: `okhelp case show ${id}` }), message('may')];
}

/** After a message that nobody has answered. */
function unanswered(
  last: CaseEvent,
  { id }: CaseFacts,
  rung: Rung | null,
  { now, own, region }: Clocks,
  promises: readonly NextStep[],
): NextStep[] {
  if (last.kind === 'complaint') {
    // A reply-by date that the complaint itself named stands among the promises.
    if (promises.some(({ because }) => because === last)) return [];
    const due = rung?.answerDue?.day ?? null;
    if (due !== null && due < isoDay(dayOf(now, region)))
      return [step('ask-complaint', 'overdue', last.id, { due, because: last, rung, command: followUp(id) })];
    return [step('await-complaint', 'wait', last.id, { due, because: last, rung })];
  }
  if ((last.channel ?? 'email') !== 'email')
    return [step('in-writing', 'may', id, { because: last, command: `okhelp draft-email --case ${id}` })];
  const until = epochOf(last.at) + MAIL_ANSWER_HOURS * 3_600_000;
  const due = formatTime(momentAt(until, own));
  if (now < until) return [step('await-answer', 'wait', last.id, { due, because: last })];
  if (last.kind === 'follow-up')
    return [step('complaint', 'do', id, { because: last, rung, command: complaintCommand(id) })];
  return [step('follow-up', 'overdue', last.id, { due, because: last, command: followUp(id) })];
}

const followUp = (id: string) => `okhelp draft follow-up --case ${id}`;

/** Documents that were asked for and not sent. */
function pendingDocuments(timeline: readonly CaseEvent[], id: string, { now, own }: Clocks): NextStep[] {
  const asked = timeline.findLast(({ kind }) => kind === 'documents-asked');
  if (!asked || later(timeline, asked).some(({ kind }) => kind === 'documents-sent')) return [];
  const due = asked.due ?? null;
  const kind = due !== null && due < isoDay(dayOf(now, own)) ? 'overdue' : 'do';
  return [
    step('send-documents', kind, asked.id, { due, because: asked, command: `okhelp case log ${id} documents-sent` }),
  ];
}

/** What the provider should have done by a day, and has not been heard of since. */
function pendingPromises(timeline: readonly CaseEvent[], id: string, { now, own }: Clocks): NextStep[] {
  const today = isoDay(dayOf(now, own));
  const kept = (event: CaseEvent) => later(timeline, event).some(({ kind }) => isAnswer(kind) || kind === 'call');
  return timeline
    .filter((event) => event.due !== undefined && !['documents-asked', 'closed', 'reopened'].includes(event.kind))
    .filter((event) => !kept(event))
    .map((event) => {
      const due = event.due!;
      return due < today
        ? step('ask-promise', 'overdue', event.id, { due, because: event, command: followUp(id) })
        : step('await-promise', 'wait', event.id, { due, because: event });
    });
}

/** The entries after one. */
function later(timeline: readonly CaseEvent[], event: CaseEvent): readonly CaseEvent[] {
  return timeline.slice(timeline.indexOf(event) + 1);
}

function isLater(one: CaseEvent | null, other: CaseEvent): boolean {
  return one !== null && epochOf(one.at) >= epochOf(other.at);
}
