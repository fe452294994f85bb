// How the next steps of a case are worded: what, why, by when, with which command.
import type { Context } from '../../context.ts';
import type { Body } from '../../knowledge/region.ts';
import { formatWallClock, momentAt } from '../../ledger/time.ts';
import type { StepValues } from '../../messages/en/steps.ts';
import type { Counted } from '../../support/ladder.ts';
import { epochOf } from '../../support/ladder.ts';
import { closedDoors } from '../../support/next-bodies.ts';
import type { NextStep } from '../../support/next-step.ts';
import type { RuleDay } from '../../support/rule-days.ts';
import { item, paragraph, signed } from '../../terminal/lines.ts';
import type { WholeCase } from './whole.ts';

type Words = Pick<Context, 't' | 'timeZone'>;
type Page = Words & Pick<Context, 'io' | 'plain'>;

/** An instant (ISO 8601) as the person's clock shows it; the day alone where it is midnight, since then nobody named an hour. */
export function wallClock(at: string, { timeZone }: Pick<Context, 'timeZone'>): string {
  return formatWallClock(momentAt(Math.floor(epochOf(at) / 60_000) * 60_000, timeZone().offset)).replace(/ 00:00$/, '');
}

/** A day as it is, an instant as a clock shows it. */
function dateText(text: string, context: Words): string {
  return text.length > 10 ? wallClock(text, context) : text;
}

function valuesOf(step: NextStep, context: Words): StepValues {
  return {
    at: step.because && wallClock(step.because.at, context),
    due: step.due && dateText(step.due, context),
    body: step.rung?.body.name ?? '',
    draft: step.task === 'send-draft' ? step.id.replace(/^send-draft-/, '') : '',
    missing: step.missing,
    open: step.open.length,
    refused: step.because?.kind === 'final-answer',
  };
}

/** What to do, and why; the reason may be empty. */
export function stepText(step: NextStep, context: Words): { what: string; why: string } {
  const values = valuesOf(step, context);
  const { what, why } = context.t.steps;
  return { what: what[step.task](values), why: why[step.task](values) };
}

/** The deadlines of the region that stand behind a step's dates. */
export function countedIn({ task, rung, due, from, until }: NextStep): Counted[] {
  if (!rung) return [];
  const found =
    task === 'ask-body' ? [from && rung.from, until && rung.until] : [rung.answerDue?.day === due && rung.answerDue];
  return found.filter((one): one is Counted => Boolean(one));
}

function daysOf(step: NextStep, context: Words): string[] {
  const { steps } = context.t;
  const counted = countedIn(step);
  const day = (text: string) => {
    const rule = counted.find((one) => one.day === text);
    const shown = dateText(text, context);
    return rule ? steps.dayCounted(shown, steps.counted(rule.deadline.span, rule.since)) : shown;
  };
  const { kind, due, from, until, rules } = step;
  const dueWord = kind === 'overdue' ? steps.since : kind === 'wait' ? steps.expected : steps.by;
  return [
    ...(due === null ? [] : [dueWord(day(due))]),
    ...(from === null ? [] : [steps.from(day(from))]),
    ...(until === null || rules.length > 0 ? [] : [steps.until(day(until))]),
  ];
}

/** Until when the provider must be told, what the figure holds for, and for whom the rule is. */
function ruleLines({ rule, deadline, until, doubts }: RuleDay, id: string, { t }: Words): string[] {
  const { rules: words, counted } = t.steps;
  const span = counted(deadline.span, deadline.from);
  const { note } = deadline;
  return [
    until === null ? words.untilUnknown(rule.name, span) : words.until(rule.name, until, span),
    ...(note ? [note] : []),
    ...(doubts.length > 0 ? [words.only(doubts)] : []),
    ...(until === null ? [words.sayWhen(`okhelp draft-email --case ${id}`)] : []),
  ];
}

function isOfBody(task: NextStep['task']): task is 'ask-body' | 'await-body' | 'remind-body' {
  return task === 'ask-body' || task === 'await-body' || task === 'remind-body';
}

/** One line, such as `overdue: follow up (2026-11-02 10:05)`. */
export function briefly(step: NextStep, context: Words): string {
  const { brief, briefFrom, briefUntil, briefOf: of, briefly: say } = context.t.steps;
  const { due, from, rules } = step;
  // A day that is months away would only say that there is time.
  const until = rules.length === 0 || rules.some(({ near }) => near) ? step.until : null;
  const day = due ? dateText(due, context) : from ? briefFrom(from) : until ? briefUntil(until) : null;
  const { task, rung } = step;
  const what = rung && isOfBody(task) ? of[task](rung.body.name) : brief[task];
  return say(step.kind, what, day);
}

/** All steps under the heading of their kind, then the closed doors and what holds for all of them. */
export function stepLines(whole: WholeCase, sources: boolean, page: Page): string[] {
  const { steps, rungs, region } = whole;
  const words = page.t.steps;
  const { paint } = page.io;
  const blocks: string[][] = steps.length === 0 ? [[words.nothing]] : [];
  const kinds = (['overdue', 'do', 'may', 'wait'] as const).flatMap((kind): string[][] => {
    const shown = steps.filter((step) => step.kind === kind);
    if (shown.length === 0) return [];
    const mark = kind === 'overdue' ? paint.bad : paint.heading;
    return [
      [
        mark(kind === 'overdue' ? signed('!', words.kinds[kind], page) : words.kinds[kind]),
        ...shown.flatMap((step) => linesOf(step, whole.record.id, page)),
      ],
    ];
  });
  blocks.push(...kinds);
  const doors = [...doorLines(rungs, page), ...overLines(whole.ruleDays, page)];
  if (doors.length > 0) blocks.push([paint.heading(words.doors), ...doors]);
  const ofRegion =
    steps.some(({ rung, task, rules }) => (rung && task !== 'complaint') || rules.length > 0) || doors.length > 0;
  const beyond = steps.some(({ task, kind }) => task === 'ask-body' && kind !== 'wait') || doors.length > 0;
  if (region && beyond && region.remarks.length > 0)
    blocks.push([paint.heading(words.remarks), ...region.remarks.flatMap(({ says }) => item(says, page))]);
  if (sources && region) blocks.push(...sourceLines(whole, page));
  const holidays = steps.flatMap(countedIn).some(({ deadline }) => deadline.span.unit === 'business-days');
  if (holidays) blocks.push(paragraph(words.holidays, page, paint.quiet));
  if (region && ofRegion) blocks.push(paragraph(words.confirm, page, paint.quiet));
  return blocks.flatMap((block, i) => (i === 0 ? block : ['', ...block]));
}

function linesOf(step: NextStep, id: string, page: Page): string[] {
  const { what, why } = stepText(step, page);
  const refusals = step.task === 'ask-body' && step.kind !== 'wait' ? (step.rung?.refuses ?? []) : [];
  const ofBody = step.task === 'ask-body' && step.rung ? step.rung.body : null;
  const notes = countedIn(step).flatMap(({ deadline }) => deadline.note ?? []);
  const under = [
    ...step.open.map(({ place, text }) => page.t.steps.openStep(place, text)),
    ...(why ? [why] : []),
    ...(ofBody?.before ?? []),
    ...(ofBody && step.kind === 'may' ? [...ofBody.limits, ...whatItWants(ofBody, page)] : []),
    ...daysOf(step, page),
    ...step.rules.flatMap((one) => ruleLines(one, id, page)),
    ...new Set(notes),
    ...refusals.map(({ says }) => says),
  ].flatMap((line) => item(line, { io: { width: page.io.width - 2 } }).map((text) => `  ${text}`));
  const command = step.command === null ? [] : [`    ${page.io.paint.command(step.command)}`];
  return [...item(what, page), ...under, ...command];
}

/** What it asks for, and its numbers and site in a line; none where none is known. */
function whatItWants({ contacts, evidence }: Body, { t }: Page): string[] {
  const known = contacts.map(({ value }) => value);
  return [...evidence.map(t.steps.evidence), ...(known.length > 0 ? [t.steps.where(known)] : [])];
}

function doorLines(rungs: WholeCase['rungs'], page: Page): string[] {
  const words = page.t.steps;
  return closedDoors(rungs).flatMap(({ body, until }) => (until ? item(words.over(body.name, until.day), page) : []));
}

/** A rule on which one can rely no more, with what its figure holds for: it may be counted from another day. */
function overLines(days: readonly RuleDay[], page: Page): string[] {
  const inner = { io: { width: page.io.width - 2 } };
  return days.flatMap(({ rule, until, over, deadline: { note } }) =>
    over && until
      ? [
          ...item(page.t.steps.over(rule.name, until), page),
          ...(note ? item(note, inner).map((line) => `  ${line}`) : []),
        ]
      : [],
  );
}

/** The ids of the sources that the steps shown rest on. */
export function sourcesOf({ steps, region, ruleDays }: WholeCase): string[] {
  const bodies = steps.flatMap(({ rung }) => (rung ? [rung] : []));
  const ids = [
    ...bodies.flatMap(({ body, refuses }) => [...body.sources, ...refuses.flatMap((one) => one.sources)]),
    ...steps.flatMap(countedIn).flatMap(({ deadline }) => deadline.sources),
    ...ruleDays.flatMap(({ rule, deadline }) => [...rule.sources, ...deadline.sources]),
    ...(region?.remarks.flatMap((one) => one.sources) ?? []),
  ];
  return [...new Set(ids)];
}

function sourceLines(whole: WholeCase, page: Page): string[][] {
  const words = page.t.steps;
  const wanted = sourcesOf(whole);
  const found = whole.region?.sources.filter(({ id }) => wanted.includes(id)) ?? [];
  if (found.length === 0) return [];
  const lines = found.flatMap(({ title, where, read }) => item(words.source(title, where, read), page));
  return [[page.io.paint.heading(words.sources), ...lines]];
}
