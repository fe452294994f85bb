// What a case calls for now: what is overdue, what to do, what may be done, what to wait for, each with its reason.
import type { Region } from '../knowledge/region.ts';
import { dayOf, isoDay } from './calendar-days.ts';
import type { CaseEvent } from './case-event.ts';
import { standing } from './ladder.ts';
import { coversAmount } from './money-back.ts';
import { bodySteps } from './next-bodies.ts';
import { isAnswer, isComplaintOverdue, providerSteps, toProvider } from './next-provider.ts';
import { type CaseFacts, type Clocks, type NextStep, step } from './next-step.ts';

/** The steps, what cannot wait first. `region` null: its bodies are not known. None for a closed case. */
export function nextSteps(facts: CaseFacts, region: Region | null, clocks: Clocks): NextStep[] {
  if (facts.state === 'closed') return [];
  if (facts.state === 'asking')
    return [step('finish-questions', 'do', facts.id, { command: 'okhelp diagnose --resume' })];
  const entries = sinceReopened(facts.timeline);
  const closing = close(facts, entries);
  if (closing?.kind === 'do') return [closing];
  const rungs = region ? standing(facts, region, clocks.region, clocks.now) : [];
  const provider = providerSteps(facts, entries, rungs[0] ?? null, clocks);
  const today = isoDay(dayOf(clocks.now, clocks.region));
  const owes = owesAnswer(entries, provider) || isComplaintOverdue(entries, rungs[0] ?? null, clocks);
  const steps = [
    ...emergency(facts, entries),
    ...provider,
    ...bodySteps(facts, rungs, today, owes),
    ...(closing ? [closing] : []),
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

/** What is reopened begins anew with the provider; the deadlines of the bodies go on from what was before. */
function sinceReopened(timeline: readonly CaseEvent[]): readonly CaseEvent[] {
  return timeline.slice(timeline.findLastIndex(({ kind }) => kind === 'reopened') + 1);
}

/** To be closed where all the money is back; it may be where some is, or after a final answer. */
function close(facts: CaseFacts, timeline: readonly CaseEvent[]): NextStep | null {
  const back = timeline.findLast(({ kind }) => kind === 'money-back');
  const last = timeline.findLast(({ kind }) => kind === 'money-back' || kind === 'final-answer');
  const closing = (kind: 'do' | 'may', because: CaseEvent, result: string) =>
    step('close', kind, facts.id, { because, command: `okhelp case close ${facts.id}${result}` });
  if (back && coversAmount({ ...facts, timeline })) return closing('do', back, ' --result solved');
  return last ? closing('may', last, last === back ? ' --result partly-solved' : '') : null;
}

const KINDS: NextStep['kind'][] = ['overdue', 'do', 'may', 'wait'];

/** First the bodies whose time runs out, then those that by what is known may not take the matter; closing comes last. */
function rank({ task, kind, rung }: NextStep): number {
  if (task === 'emergency' && kind === 'do') return -1;
  const doubtful = task === 'ask-body' && rung?.refuses.some(({ certain }) => certain);
  return KINDS.indexOf(kind) * 4 + (rung?.state === 'closing' ? -1 : task === 'close' ? 2 : doubtful ? 1 : 0);
}

/** ISO 8601 dates sort as texts. */
function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What has a day goes before what has none. */
function dated({ kind, due, from, until }: NextStep): string {
  return (kind === 'wait' ? (due ?? from) : (until ?? due)) ?? '~';
}

/** The provider said something that did not end the case, broke its word, or was silent twice. */
function owesAnswer(timeline: readonly CaseEvent[], steps: readonly NextStep[]): boolean {
  return (
    timeline.some((event) => toProvider(event) && (event.kind === 'answer' || event.kind === 'final-answer')) ||
    steps.some(({ task, kind }) => (task === 'complaint' && kind === 'do') || task === 'ask-promise')
  );
}

/**
 * Until somebody has answered, where it cannot wait; what was begun until each of its steps is done or left out, less
 * pressing once somebody has answered.
 */
function emergency(
  { id, urgent, timeline: all, emergency: list }: CaseFacts,
  entries: readonly CaseEvent[],
): NextStep[] {
  const answered = entries.some(isAnswer);
  const command = `okhelp emergency --case ${id}`;
  if (!list.begun) return urgent && !answered ? [step('emergency', 'do', id, { command })] : [];
  if (list.open.length === 0) return [];
  const because = all.findLast(({ kind }) => kind === 'step') ?? null;
  return [step('emergency', answered ? 'may' : 'do', id, { because, command, open: list.open })];
}
