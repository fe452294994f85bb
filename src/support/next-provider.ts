// What is between the person and the provider now: messages, documents, promises, the complaint.
import { formatTime, momentAt } from '../ledger/time.ts';
import { dayOf, isoDay } from './calendar-days.ts';
import type { CaseEvent } from './case-event.ts';
import { epochOf, type Rung } from './ladder.ts';
import { type CaseFacts, type Clocks, type NextStep, step } from './next-step.ts';

/** An answer to a mail usually comes within 24 hours (guidance C3); then one follows up. */
export const MAIL_ANSWER_HOURS = 24;

/** Within so many days a letter of okhelp's asks for the answer to a complaint where no rule sets a day. */
export const OWN_ANSWER_DAYS = 14;

const ANSWERS: CaseEvent['kind'][] = ['answer', 'final-answer', 'documents-asked', 'money-back'];

/** Whether the other side was heard of. */
export const isAnswer = ({ kind }: CaseEvent) => ANSWERS.includes(kind);

export const toProvider = ({ body }: CaseEvent) => body === undefined || body === 'provider';

/** `entries` are those since the case was opened or reopened; `rung` is the provider's on the ladder of the region. */
export function providerSteps(
  facts: CaseFacts,
  entries: readonly CaseEvent[],
  rung: Rung | null,
  clocks: Clocks,
): NextStep[] {
  const { id } = facts;
  const timeline = entries.filter(toProvider);
  const messages = timeline.filter(({ kind }) => ['sent', 'follow-up', 'complaint'].includes(kind));
  const documents = pendingDocuments(timeline, id, clocks);
  const promises = pendingPromises(timeline, id, clocks);
  const last = messages.at(-1);
  if (!last && !timeline.some((event) => event.kind === 'call' || isAnswer(event))) return firstMessage(facts, entries);

  const steps = [...documents, ...promises];
  const complaint = messages.findLast(({ kind }) => kind === 'complaint');
  // A promise made after the message takes the place of its 24 hours.
  const promised =
    last && promises.some(({ because }) => because !== null && because !== last && isLater(because, last));
  if (last && !promised && !later(timeline, last).some(isAnswer))
    steps.push(...unanswered(last, complaint, facts, rung, clocks));
  if (!last && !timeline.some(({ kind }) => kind === 'final-answer'))
    steps.push(step('in-writing', 'may', id, { command: `okhelp draft-email --case ${id}` }));
  // While an answer is on its way, a complaint is not the thing to think of.
  const waiting = steps.some(({ kind }) => kind === 'wait');
  if (!complaint && !waiting && !steps.some(({ task }) => task === 'complaint'))
    steps.push(step('complaint', 'may', id, { rung, command: complaintCommand(id) }));
  return steps;
}

const complaintCommand = (id: string) => `okhelp draft complaint --case ${id}`;
const followUp = (id: string) => `okhelp draft follow-up --case ${id}`;

const SENDING: Partial<Record<string, string>> = {
  phone: 'call',
  chat: 'sent --channel chat',
  social: 'sent --channel social',
  forum: 'sent --channel forum',
  complaint: 'complaint --channel email',
  'follow-up': 'follow-up',
};

/** A post in public is no message to the provider: it is named only where nothing else was written. */
function draftToSend(
  { drafts, timeline }: CaseFacts,
  entries: readonly CaseEvent[],
): CaseFacts['drafts'][number] | null {
  const sent = timeline.filter(({ kind }) => kind !== 'drafted').map(({ draft }) => draft);
  const before = timeline.slice(0, timeline.length - entries.length).map(({ draft }) => draft);
  const open = drafts.filter(({ id }) => !sent.includes(id) && !before.includes(id));
  return open.findLast(({ kind }) => kind !== 'social' && kind !== 'forum') ?? open.at(-1) ?? null;
}

function firstMessage(facts: CaseFacts, entries: readonly CaseEvent[]): NextStep[] {
  const { id, writes, timeline } = facts;
  const draft = draftToSend(facts, entries);
  if (draft) {
    const command = `okhelp case log ${id} ${SENDING[draft.kind] ?? 'sent --channel email'}`;
    return [step('send-draft', 'do', draft.id, { command })];
  }
  const because = timeline.findLast(({ kind }) => kind === 'reopened') ?? null;
  const message = (kind: 'do' | 'may') =>
    step('first-message', kind, id, { because, command: `okhelp draft-email --case ${id}` });
  if (writes) return [message('do')];
  return [step('outcome-steps', 'do', id, { command: `okhelp case show ${id}` }), message('may')];
}

/** After a message that nobody has answered; `complaint` is the last one made, if any was. */
function unanswered(
  last: CaseEvent,
  complaint: CaseEvent | undefined,
  { id }: CaseFacts,
  rung: Rung | null,
  clocks: Clocks,
): NextStep[] {
  const reminder = last.kind === 'follow-up' ? mailAnswer(last, clocks) : null;
  if (complaint) {
    const { due, until } = answerDay(complaint, rung, clocks);
    if (until >= isoDay(dayOf(clocks.now, clocks.region)))
      return [step('await-complaint', 'wait', complaint.id, { due, because: complaint, rung })];
    // They were reminded: what is left are the bodies of the region.
    if (reminder && isoDay(dayOf(epochOf(last.at), clocks.region)) > until)
      return reminder.over ? [] : [step('await-answer', 'wait', last.id, { due: reminder.due, because: last })];
    const kind = due === null ? 'may' : 'overdue';
    return [step('ask-complaint', kind, complaint.id, { due, because: complaint, rung, command: followUp(id) })];
  }
  if ((last.channel ?? 'email') !== 'email')
    return [step('in-writing', 'may', id, { because: last, command: `okhelp draft-email --case ${id}` })];
  const { due, over } = mailAnswer(last, clocks);
  if (!over) return [step('await-answer', 'wait', last.id, { due, because: last })];
  return reminder
    ? [step('complaint', 'do', id, { because: last, rung, command: complaintCommand(id) })]
    : [step('follow-up', 'overdue', last.id, { due, because: last, command: followUp(id) })];
}

/** The day for the answer that the person named or a rule of the region sets, and the day after which one need not wait. */
function answerDay(complaint: CaseEvent, rung: Rung | null, { region }: Clocks): { due: string | null; until: string } {
  const due = complaint.due ?? rung?.answerDue?.day ?? null;
  return { due, until: due ?? isoDay(dayOf(epochOf(complaint.at), region) + OWN_ANSWER_DAYS) };
}

/** Whether a complaint to the provider has had no answer until the day for it was over, reminded or not. */
export function isComplaintOverdue(entries: readonly CaseEvent[], rung: Rung | null, clocks: Clocks): boolean {
  const timeline = entries.filter(toProvider);
  const complaint = timeline.findLast(({ kind }) => kind === 'complaint');
  if (!complaint || later(timeline, complaint).some(isAnswer)) return false;
  return answerDay(complaint, rung, clocks).until < isoDay(dayOf(clocks.now, clocks.region));
}

/** Until when a mail should have been answered, and whether that is over. Hours that passed, whatever clocks did. */
function mailAnswer({ at }: CaseEvent, { now, own }: Clocks): { due: string; over: boolean } {
  const until = epochOf(at) + MAIL_ANSWER_HOURS * 3_600_000;
  return { due: formatTime(momentAt(until, own)), over: now >= until };
}

/** Documents that were asked for and not sent; a final answer was given without them. */
function pendingDocuments(timeline: readonly CaseEvent[], id: string, { now, own }: Clocks): NextStep[] {
  const asked = timeline.findLast(({ kind }) => kind === 'documents-asked');
  const over = ({ kind }: CaseEvent) => kind === 'documents-sent' || kind === 'final-answer';
  if (!asked || later(timeline, asked).some(over)) return [];
  const due = asked.due ?? null;
  const kind = due !== null && due < isoDay(dayOf(now, own)) ? 'overdue' : 'do';
  return [
    step('send-documents', kind, asked.id, { due, because: asked, command: `okhelp case log ${id} documents-sent` }),
  ];
}

/** What the provider should have done by a day, and has neither been heard of nor asked since. */
function pendingPromises(timeline: readonly CaseEvent[], id: string, { now, own }: Clocks): NextStep[] {
  const today = isoDay(dayOf(now, own));
  const asked = ({ kind, at }: CaseEvent, due: string) =>
    (kind === 'follow-up' || kind === 'complaint') && isoDay(dayOf(epochOf(at), own)) > due;
  return timeline
    .filter(({ due, kind }) => due !== undefined && ['call', 'answer', 'documents-sent'].includes(kind))
    .filter(
      (event) =>
        !later(timeline, event).some((one) => isAnswer(one) || one.kind === 'call' || asked(one, event.due ?? '')),
    )
    .map((event) => {
      const due = event.due ?? '';
      return due < today
        ? step('ask-promise', 'overdue', event.id, { due, because: event, command: followUp(id) })
        : step('await-promise', 'wait', event.id, { due, because: event });
    });
}

/** The entries after one. */
function later(timeline: readonly CaseEvent[], event: CaseEvent): readonly CaseEvent[] {
  return timeline.slice(timeline.indexOf(event) + 1);
}

function isLater(one: CaseEvent, other: CaseEvent): boolean {
  return epochOf(one.at) >= epochOf(other.at);
}
