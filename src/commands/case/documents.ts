// A case and its next steps as scripts read them: okhelp.case/1, okhelp.cases/1, okhelp.next/1.

import type { Context } from '../../context.ts';
import type { CaseDocument, CasesDocument, NextDocument, RuleDocument, StepDocument } from '../../documents/cases.ts';
import type { CaseEvent, CaseResult } from '../../support/case-event.ts';
import { closedDoors } from '../../support/next-bodies.ts';
import type { NextStep } from '../../support/next-step.ts';
import { foremost } from '../../support/next-steps.ts';
import type { RuleDay } from '../../support/rule-days.ts';
import type { FileState } from './evidence.ts';
import { countedIn, sourcesOf, stepText } from './step-words.ts';
import type { WholeCase } from './whole.ts';

type Words = Pick<Context, 't' | 'timeZone'>;

/** A step; `text` and `why` are in the language of the run. */
export function stepDocument(step: NextStep, context: Words): StepDocument {
  const { id, task, kind, due, from, until, because, command, rung, rules, missing } = step;
  const { what, why } = stepText(step, context);
  return {
    id,
    task,
    kind,
    text: what,
    why,
    due,
    from,
    until,
    because: because && { event: because.id, kind: because.kind, at: because.at },
    command,
    body: rung && { id: rung.body.id, name: rung.body.name },
    missing,
    open: step.open,
    rules: rules.map(ruleDocument),
    deadlines: countedIn(step).map(({ day, event, deadline }) => ({
      day,
      ...deadline.span,
      from: deadline.from,
      event,
      note: deadline.note ?? null,
      sources: deadline.sources,
    })),
    before: rung && task === 'ask-body' ? rung.body.before : [],
    limits: rung && task === 'ask-body' ? rung.body.limits : [],
    evidence: rung && task === 'ask-body' ? rung.body.evidence : [],
    contacts: rung && task === 'ask-body' ? rung.body.contacts : [],
    mayRefuse:
      rung && task === 'ask-body' ? rung.refuses.map(({ when, says, certain }) => ({ when, says, certain })) : [],
  };
}

/** A rule and the last day to tell the provider; `only` says for what it holds where that is not known to be so. */
function ruleDocument({ rule, deadline, until, doubts }: RuleDay): RuleDocument {
  const { span, from, note, sources } = deadline;
  return { id: rule.id, name: rule.name, until, ...span, from, note: note ?? null, only: doubts, sources };
}

/** `okhelp.next/1`. `unknown` lists what the person could still say. */
export function nextDocument(whole: WholeCase, context: Words): NextDocument {
  const { record, steps, region, assumed, rungs, ruleDays } = whole;
  return {
    schema: 'okhelp.next/1',
    case: record.id,
    state: record.state,
    region: region && { id: region.id, title: region.title, assumed },
    steps: steps.map((step) => stepDocument(step, context)),
    over: closedDoors(rungs).map(({ body, until }) => ({
      body: { id: body.id, name: body.name },
      until: until?.day ?? null,
    })),
    rulesOver: ruleDays.filter(({ over }) => over).map(ruleDocument),
    remarks: region?.remarks.map(({ says }) => says) ?? [],
    unknown: openQuestions(whole),
    sources: region?.sources.filter(({ id }) => sourcesOf(whole).includes(id)) ?? [],
  };
}

/** The circumstances that would tell more and that nobody has said: the names of the flags, without dashes. */
export function openQuestions({ record, region, assumed, facts, rungs }: WholeCase): string[] {
  const asks = (when: string) => rungs.some(({ body }) => body.refuses.some((one) => one.when === when));
  const { fields } = record;
  return [
    ...(region && assumed ? ['region'] : []),
    ...(asks('token') && facts.balance === 'unknown' && !fields.balanceKind ? ['balance-kind'] : []),
    ...(asks('unlicensed') && facts.licensed === 'unknown' && !fields.licensed ? ['licensed'] : []),
  ];
}

/** `okhelp.case/1`. `states` says of each evidence whether its file is still there. */
export function caseDocument(whole: WholeCase, states: ReadonlyMap<string, FileState>, context: Words): CaseDocument {
  const { record, title, outcome, timeline, drafts, evidence, steps } = whole;
  return {
    schema: 'okhelp.case/1',
    id: record.id,
    problem: record.problem,
    title,
    state: record.state,
    result: resultOf(whole),
    outcome: outcome && { id: outcome.id, title: outcome.title, urgency: outcome.urgency },
    created: record.created,
    updated: record.updated,
    answers: record.answers,
    fields: record.fields,
    timeline,
    drafts,
    evidence: evidence.map((one) => ({ ...one, state: states.get(one.id) ?? null })),
    next: steps.map((step) => stepDocument(step, context)),
  };
}

/** With which result it was closed; null while it is not. */
export function resultOf({ record, timeline }: WholeCase): CaseResult | null {
  if (record.state !== 'closed') return null;
  return timeline.findLast(({ kind }: CaseEvent) => kind === 'closed')?.result ?? null;
}

/** The one step to name; null where there is none. */
export function foremostDocument({ steps }: WholeCase, context: Words): StepDocument | null {
  const step = foremost(steps);
  return step && stepDocument(step, context);
}

/** `okhelp.cases/1`. */
export function casesDocument(all: readonly WholeCase[], context: Words): CasesDocument {
  return {
    schema: 'okhelp.cases/1',
    cases: all.map((whole) => ({
      id: whole.record.id,
      problem: whole.record.problem,
      title: whole.title,
      state: whole.record.state,
      result: resultOf(whole),
      created: whole.record.created,
      updated: whole.record.updated,
      entries: whole.timeline.length,
      overdue: whole.steps.filter(({ kind }) => kind === 'overdue').length,
      next: foremostDocument(whole, context),
    })),
  };
}
