// The documents of the cases: one whole, the list, what is due, entries, evidence, dates, the archive.

import type { FactSource } from '../knowledge/answers.ts';
import type { ProblemId, Urgency } from '../knowledge/content.ts';
import type { BodyContact, CountedFrom, DayUnit, Refusal } from '../knowledge/region.ts';
import type { CaseDraft, CaseEvent, CaseEvidence, CaseResult, EventKind } from '../support/case-event.ts';
import type { Redaction } from '../support/draft.ts';
import type { OpenStep } from '../support/emergency.ts';
import type { StepTask } from '../support/next-step.ts';
import type { Day, Instant } from './values.ts';

export type CaseState = 'asking' | 'open' | 'closed';

/** A day that a rule counts, and from which entry. */
export interface CountedDocument {
  day: Day;
  count: number;
  unit: DayUnit;
  from: CountedFrom;
  /** The id of the entry in the timeline; null where it counts from when the trouble happened. */
  event: string | null;
  note: string | null;
  sources: string[];
}

/** A rule that wants the provider told by a day. */
export interface RuleDocument {
  id: string;
  name: string;
  /** The last day; null where it is not known when it happened. */
  until: Day | null;
  count: number;
  unit: DayUnit;
  from: CountedFrom;
  note: string | null;
  /** For what it holds, where nobody has said whether that is so: ordinary money, licensed providers. */
  only: ('fiat' | 'licensed')[];
  sources: string[];
}

/** One thing that a case calls for. */
export interface StepDocument {
  id: string;
  task: StepTask;
  kind: 'overdue' | 'do' | 'may' | 'wait';
  text: string;
  why: string | null;
  due: Day | Instant | null;
  from: Day | null;
  until: Day | null;
  because: { event: string; kind: EventKind; at: string } | null;
  command: string | null;
  body: { id: string; name: string } | null;
  missing: CountedFrom[];
  /** Of the emergency list, once it was begun: the steps that are neither done nor left out; `place` counts from 1. */
  open: OpenStep[];
  /** `until` is the first of their days. */
  rules: RuleDocument[];
  deadlines: CountedDocument[];
  before: string[];
  limits: string[];
  /** What the body asks for. */
  evidence: string[];
  contacts: BodyContact[];
  mayRefuse: { when: Refusal['when']; says: string; certain: boolean }[];
}

/** `okhelp case next --json` */
export interface NextDocument {
  schema: 'okhelp.next/1';
  case: string;
  state: CaseState;
  region: { id: string; title: string; assumed: boolean } | null;
  steps: StepDocument[];
  /** The bodies that can no longer be asked. */
  over: { body: { id: string; name: string }; until: Day | null }[];
  /** The rules on which one can rely no more, as far as the entries tell. */
  rulesOver: RuleDocument[];
  /** What holds for the whole region. */
  remarks: string[];
  /** What the person could still say: names of flags, without dashes. */
  unknown: string[];
  sources: FactSource[];
}

/** `okhelp case show --json`, also of `case close` and `case reopen` */
export interface CaseDocument {
  schema: 'okhelp.case/1';
  id: string;
  problem: ProblemId;
  title: string;
  state: CaseState;
  result: CaseResult | null;
  outcome: { id: string; title: string; urgency: Urgency } | null;
  created: Instant;
  updated: Instant;
  answers: Record<string, string>;
  fields: Record<string, string>;
  timeline: CaseEvent[];
  drafts: CaseDraft[];
  /** `state` is null where the file is what it was. */
  evidence: (CaseEvidence & { state: 'there' | 'gone' | 'changed' | null })[];
  next: StepDocument[];
}

/** `okhelp case list --json` */
export interface CasesDocument {
  schema: 'okhelp.cases/1';
  cases: {
    id: string;
    problem: ProblemId;
    title: string;
    state: CaseState;
    result: CaseResult | null;
    created: Instant;
    updated: Instant;
    entries: number;
    overdue: number;
    next: StepDocument | null;
  }[];
}

/** `okhelp case show --draft ID --json` */
export interface CaseDraftDocument extends CaseDraft {
  schema: 'okhelp.case-draft/1';
  case: string;
}

/** `okhelp case log --json` */
export interface CaseEntryDocument {
  schema: 'okhelp.case-entry/1';
  case: string;
  entry: CaseEvent;
  /** How many secrets were taken out of what was written. */
  secrets: number;
  next: StepDocument | null;
}

/** `okhelp case log --undo --json` */
export interface CaseUndoDocument {
  schema: 'okhelp.case-undo/1';
  case: string;
  takenBack: CaseEvent;
}

/** `okhelp case attach --json` */
export interface CaseEvidenceDocument {
  schema: 'okhelp.case-evidence/1';
  case: string;
  added?: CaseEvidence[];
  /** With `--detach`. */
  detached?: CaseEvidence;
}

/** `okhelp case remind --json` */
export interface CaseRemindDocument {
  schema: 'okhelp.case-remind/1';
  /** Null where nothing was written. */
  file: string | null;
  /** `alarms`: when the calendar will ring; none where the day is all but over. */
  dates: { uid: string; day: Day; title: string; alarms: Instant[] }[];
}

/** `okhelp case delete --json` */
export interface CaseDeleteDocument {
  schema: 'okhelp.case-delete/1';
  deleted: string;
  /** The data file was rewritten; where not, words of the case may still be in it. */
  swept: boolean;
}

/** `okhelp case export --json` */
export interface CaseExportDocument {
  schema: 'okhelp.case-export/1';
  case: string;
  file: string;
  files: { name: string; bytes: number; sha256: string }[];
  /** Evidence that is not in it, and why. */
  left: { name: string; why: 'gone' | 'changed' }[];
  cleaned: string[];
  unsearched: { name: string; why: 'opaque' | 'too-large' }[];
  redactions: Redaction[];
}
