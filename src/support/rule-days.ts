// The last day to rely on a rule that counts from the event: until when the provider must have been told.
import type { ProblemId } from '../knowledge/content.ts';
import type { Deadline, Region, Rule } from '../knowledge/region.ts';
import { parseTime, type ZoneOffset } from '../ledger/time.ts';
import { dayOf, isoDay, lastDayOf } from './calendar-days.ts';
import type { CaseEvent } from './case-event.ts';
import { epochOf, type Matter, NEAR } from './ladder.ts';
import type { NextStep } from './next-step.ts';

export interface RuleDay {
  rule: Rule;
  deadline: Deadline;
  /** `2026-05-09`, in the region; null where it is not known when it happened. */
  until: string | null;
  /** It is less than two weeks away. */
  near: boolean;
  /** The day is over, and the provider was not told in time as far as the timeline knows. */
  over: boolean;
  /** What the rule asks for and nobody has said: then it may not hold. */
  doubts: ('fiat' | 'licensed')[];
}

/**
 * Those about this problem that may hold here. None once the provider was told in time: a post in public does not tell it.
 * `zone` is the region's; `now` in milliseconds since the epoch.
 */
export function ruleDays(
  matter: Matter,
  problem: ProblemId,
  { rules, weekend }: Region,
  zone: ZoneOffset,
  now: number,
): RuleDay[] {
  const told = matter.timeline.find(tellsProvider);
  const toldOn = told ? dayOf(epochOf(told.at), zone) : null;
  const moment = matter.happened === null ? 'unknown' : parseTime(matter.happened, zone);
  const today = dayOf(now, zone);
  const start = typeof moment === 'string' ? null : dayOf(moment.epoch, zone);
  return rules.flatMap((rule): RuleDay[] => {
    const { problems = [], holds, closes = [] } = rule;
    if (problems.length > 0 && !problems.includes(problem)) return [];
    if (holds.balance === 'fiat' && matter.balance === 'token') return [];
    if (holds.provider === 'licensed' && matter.licensed === 'no') return [];
    const doubts: RuleDay['doubts'] = [
      ...(holds.balance === 'fiat' && matter.balance === 'unknown' ? (['fiat'] as const) : []),
      ...(holds.provider === 'licensed' && matter.licensed === 'unknown' ? (['licensed'] as const) : []),
    ];
    return closes
      .filter(({ from }) => from === 'event')
      .flatMap((deadline): RuleDay[] => {
        const last = start === null ? null : lastDayOf(start, deadline.span, weekend);
        if (toldOn !== null && (last === null || toldOn <= last)) return [];
        const over = last !== null && (toldOn !== null || last < today);
        const near = last !== null && !over && last - today < NEAR;
        return [{ rule, deadline, until: last === null ? null : isoDay(last), near, over, doubts }];
      });
  });
}

function tellsProvider({ kind, channel, body }: CaseEvent): boolean {
  const said = kind === 'sent' || kind === 'follow-up' || kind === 'complaint' || kind === 'call';
  return said && (body === undefined || body === 'provider') && channel !== 'social' && channel !== 'forum';
}

const MESSAGES: readonly NextStep['task'][] = ['send-draft', 'first-message', 'in-writing'];

/** The steps that tell the provider, with the rules that want it told until a day, and the first of these days. */
export function withRuleDays(steps: readonly NextStep[], days: readonly RuleDay[]): NextStep[] {
  const rules = days.filter(({ over }) => !over);
  const [until = null] = rules.flatMap((one) => one.until ?? []).sort();
  return steps.map((one) => (MESSAGES.includes(one.task) && rules.length > 0 ? { ...one, until, rules } : one));
}
