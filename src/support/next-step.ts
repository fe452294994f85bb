// One thing that a case calls for, and what a case is made of for telling it.
import type { CountedFrom } from '../knowledge/region.ts';
import type { ZoneOffset } from '../ledger/time.ts';
import type { CaseDraft, CaseEvent } from './case-event.ts';
import type { EmergencyLeft, OpenStep } from './emergency.ts';
import type { Matter, Rung } from './ladder.ts';
import type { RuleDay } from './rule-days.ts';

export type StepTask =
  /** The questions were left in the middle. */
  | 'finish-questions'
  | 'emergency'
  /** A draft is written and not known to be sent. */
  | 'send-draft'
  | 'first-message'
  /** What the diagnosis said to do; no mail is called for yet. */
  | 'outcome-steps'
  | 'await-answer'
  | 'follow-up'
  /** Something was promised, or asked for, until a day. */
  | 'await-promise'
  | 'ask-promise'
  | 'send-documents'
  /** What was said so far was not in writing. */
  | 'in-writing'
  | 'complaint'
  /** The provider has the complaint. */
  | 'await-complaint'
  | 'ask-complaint'
  /** A body of the region can be asked, or will be able to. */
  | 'ask-body'
  | 'await-body'
  | 'remind-body'
  /** The money is back, all of it or some. */
  | 'close';

export interface NextStep {
  /** The same each time it is computed, and unique in the case: `follow-up-e1`, `ask-body-uk-fos`. */
  id: string;
  task: StepTask;
  kind: 'overdue' | 'do' | 'may' | 'wait';
  /** By when it should be done, or something should have come: a day (`2026-03-24`) or an instant with its offset. */
  due: string | null;
  /** The first day on which it can be done. */
  from: string | null;
  /** The last day on which it can be done, that day included. */
  until: string | null;
  /** The entry of the timeline that it follows from. */
  because: CaseEvent | null;
  /** The command that does it; null where it is done elsewhere. */
  command: string | null;
  /** The rung of the region's ladder that it is about. */
  rung: Rung | null;
  /** The rules that want the provider told until a day, `until` being the first. */
  rules: RuleDay[];
  /** What must happen before, where nothing of it has: any one of these. */
  missing: CountedFrom[];
  /** Of the emergency list, once it was begun: the steps that are open. */
  open: OpenStep[];
}

/** What is known of a case besides its region. */
export interface CaseFacts extends Matter {
  /** `c7`. */
  id: string;
  state: 'asking' | 'open' | 'closed';
  /** The outcome cannot wait. */
  urgent: boolean;
  /** The outcome calls for a message to support. */
  writes: boolean;
  drafts: readonly Pick<CaseDraft, 'id' | 'kind'>[];
  /** What it is about, exact; null where not known. */
  amount: string | null;
  currency: string | null;
  emergency: EmergencyLeft;
}

export interface Clocks {
  /** Milliseconds since the epoch. */
  now: number;
  /** The person's own zone: for hours, and for days that somebody named. */
  own: ZoneOffset;
  /** The region's zone: for the days that rules count. */
  region: ZoneOffset;
}

/** A step with what is given; everything else is not known. */
export function step(
  task: StepTask,
  kind: NextStep['kind'],
  mark: string,
  given: Partial<Omit<NextStep, 'id' | 'task' | 'kind'>> = {},
): NextStep {
  const none = { due: null, from: null, until: null, because: null, command: null, rung: null };
  return { id: `${task}-${mark}`, task, kind, ...none, rules: [], missing: [], open: [], ...given };
}
