// Which dates of a case belong into a calendar, and under which lasting names.
import type { ZoneOffset } from '../ledger/time.ts';
import { dayOf, isoDay } from './calendar-days.ts';
import { epochOf } from './ladder.ts';
import type { NextStep, StepTask } from './next-step.ts';

/** What a date is about; a step that one waits for and the one that follows it are the same matter. */
export type ReminderTopic =
  | 'answer'
  | 'promise'
  | 'documents'
  | 'complaint'
  | 'body-opens'
  | 'body-closes'
  | 'rule-closes'
  | 'body-answer';

export interface Reminder {
  topic: ReminderTopic;
  /** `2026-03-24`; what is overdue stands on today. */
  day: string;
  /** Unique in the case and the same each time: `answer-e1`, `body-closes-uk-fos`. */
  mark: string;
  /** When it falls due: a day, or an instant with its offset; null for the first or last day of something. */
  due: string | null;
  /** Time runs out on that day. */
  early: boolean;
  /** What the date is about, where it has a name: the body, or the rule. */
  name: string;
}

const TOPICS: Partial<Record<StepTask, ReminderTopic>> = {
  'await-answer': 'answer',
  'follow-up': 'answer',
  'await-promise': 'promise',
  'ask-promise': 'promise',
  'send-documents': 'documents',
  'await-complaint': 'complaint',
  'ask-complaint': 'complaint',
  'await-body': 'body-answer',
  'remind-body': 'body-answer',
};

/** `now` in milliseconds since the epoch, `own` the person's zone. */
export function remindersOf(steps: readonly NextStep[], now: number, own: ZoneOffset): Reminder[] {
  const today = isoDay(dayOf(now, own));
  return steps.flatMap((step): Reminder[] => {
    const mark = step.id.slice(step.task.length + 1);
    const on = (topic: ReminderTopic, day: string, about = mark, name = step.rung?.body.name ?? ''): Reminder => ({
      topic,
      day,
      mark: `${topic}-${about}`,
      due: TOPICS[step.task] ? step.due : null,
      early: topic === 'body-closes' || topic === 'rule-closes',
      name,
    });
    const topic = TOPICS[step.task];
    if (topic && step.due !== null) {
      const day = step.due.length > 10 ? isoDay(dayOf(epochOf(step.due), own)) : step.due;
      return [on(topic, day < today ? today : day)];
    }
    if (step.rules.length > 0)
      return step.rules.flatMap(({ rule, until }) => (until ? on('rule-closes', until, rule.id, rule.name) : []));
    if (step.task !== 'ask-body') return [];
    return [
      ...(step.from === null ? [] : [on('body-opens', step.from)]),
      ...(step.until === null ? [] : [on('body-closes', step.until)]),
    ];
  });
}
