// `okhelp case show`: one case whole: what is due, the outcome, the timeline, the facts, drafts and evidence.
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import { UNKNOWN } from '../diagnosis/answers.ts';
import { OkhelpError } from '../errors.ts';
import { sizeInWords } from '../support/file-size.ts';
import { cleanForTerminal } from '../terminal/clean.ts';
import { item, paragraph, signed } from '../terminal/lines.ts';
import { pairs, table } from '../terminal/table.ts';
import { chosenCase } from './case/chosen.ts';
import { caseDocument, resultOf } from './case/documents.ts';
import { eventDetails } from './case/event-words.ts';
import { type FileState, statesOf } from './case/evidence.ts';
import { briefly, wallClock } from './case/step-words.ts';
import { type WholeCase, wholeCase } from './case/whole.ts';
import { answerText } from './diagnosis/wording.ts';
import { TRIED } from './drafting/gather.ts';

interface Options {
  args: string[];
  draft?: string;
}

export const caseShow: CommandModule<Options> = {
  define: ({ cases: { show, id } }) => ({
    summary: show.summary,
    arguments: [{ name: '[ID]', description: id }],
    options: [{ flags: '--draft <ID>', description: show.draft }],
    examples: [
      ['okhelp case show', show.examples.one],
      ['okhelp case show c7', show.examples.named],
      ['okhelp case show c7 --draft d3', show.examples.draft],
      ['okhelp case show c7 --json', show.examples.json],
    ],
  }),

  async run({ args, draft }, context) {
    const whole = await wholeCase(await chosenCase(args[0], context), context);
    if (draft !== undefined) return showDraft(draft, whole, context);
    const states = await statesOf(whole.evidence);
    if (context.json) context.io.document(caseDocument(whole, states, context));
    else context.io.out(page(whole, states, context).join('\n'));
    return 0;
  },
};

function showDraft(id: string, { record, drafts }: WholeCase, { io, json }: Context): number {
  const wanted = id.trim().toLowerCase().replace(/^d?/, 'd');
  const draft = drafts.find((one) => one.id === wanted);
  if (!draft) {
    const parts = drafts.map((one) => one.id).join(', ');
    throw new OkhelpError('unknown-part', { part: id, case: record.id, parts });
  }
  if (json) io.document({ schema: 'okhelp.case-draft/1', case: record.id, ...draft });
  else io.out([draft.subject, '', ...draft.body.split('\n')].map(cleanForTerminal).join('\n').trim());
  return 0;
}

function page(whole: WholeCase, states: ReadonlyMap<string, FileState>, context: Context): string[] {
  const { io, t } = context;
  const { record, title, outcome, timeline, drafts, evidence, steps } = whole;
  const words = t.cases.show;
  const section = (name: string, lines: string[]) => (lines.length ? ['', io.paint.heading(name), ...lines] : []);
  const result = resultOf(whole) as keyof typeof t.cases.results | null;
  const state = [
    t.cases.states[record.state],
    result && t.cases.results[result],
    words.since(day(record.created, context)),
  ];
  const due = steps.slice(0, 3).flatMap((step) => {
    const late = step.kind === 'overdue';
    const line = briefly(step, context);
    return item(late ? signed('!', line, context) : line, context, late ? io.paint.bad : undefined);
  });
  return [
    ...paragraph(`${record.id}  ${title}`, context, io.paint.heading),
    ...paragraph(state.filter(Boolean).join(t.cases.details.break), context, io.paint.quiet),
    ...section(words.next, due.length ? [...due, `  ${io.paint.command(t.cases.seeNext(record.id))}`] : []),
    ...section(words.outcome, item(outcome?.title ?? words.undiagnosed, context)),
    ...section(words.timeline, timeline.length ? timelineLines(whole, context) : item(words.noEntries, context)),
    ...section(words.facts, factLines(whole, context)),
    ...section(words.answers, answerLines(whole, context)),
    ...section(
      words.drafts,
      drafts.flatMap(({ id, kind, subject, created }) =>
        item(`${id}  ${words.draftLine(t.cases.drafts[kind], day(created, context), subject)}`, context),
      ),
    ),
    ...section(
      words.evidence,
      evidence.flatMap((one) => {
        const { id, name, bytes, sha256, memo } = one;
        const state = states.get(id);
        const lines = item(
          `${id}  ${words.evidenceLine(name, sizeInWords(bytes), `${sha256.slice(0, 12)}…`)}`,
          context,
        );
        const more = [memo, state === 'gone' ? words.gone : state === 'changed' ? words.changed : ''].filter(Boolean);
        return [...lines, ...more.flatMap((line) => item(line, context).map((text) => `    ${text}`))];
      }),
    ),
  ];
}

const day = (at: string, context: Context) => wallClock(at, context).slice(0, 10);

/** A table where there is room for one and it is seen, not heard; else each entry under its time. */
function timelineLines(whole: WholeCase, context: Context): string[] {
  const { io, t, plain } = context;
  const rows = whole.timeline.map((event) => [
    event.id,
    wallClock(event.at, context),
    t.cases.kinds[event.kind],
    eventDetails(event, whole, context),
  ]);
  if (io.width < 64 || plain) {
    return rows.flatMap(([id, at, kind, details]) => [
      ...item(`${id}  ${at}  ${kind}`, context),
      ...(details ? item(details, { io: { width: io.width - 4 } }).map((line) => `    ${line}`) : []),
    ]);
  }
  const columns = [{ title: '' }, { title: '' }, { title: '' }, { title: '', min: 16, wrap: true }];
  return table(rows as string[][], columns, io.width - 2).map((line) => `  ${line}`);
}

function factLines({ record }: WholeCase, context: Context): string[] {
  const { t } = context;
  const names = Object.keys(t.email.fields) as (keyof typeof t.email.fields)[];
  const rows = names.flatMap((field): [string, string][] => {
    const value = record.fields[field];
    return value
      ? [[t.email.fields[field], field === 'time' && Date.parse(value) ? wallClock(value, context) : value]]
      : [];
  });
  const tried = (record.fields[TRIED] ?? '').split('\n').filter(Boolean);
  const facts = rows.length ? pairs(rows, context.io.width, 2) : [];
  return [...facts, ...tried.flatMap((line) => item(t.cases.show.tried(line), context))];
}

function answerLines({ record, problem }: WholeCase, context: Context): string[] {
  return (problem?.questions ?? []).flatMap((question) => {
    const answer = record.answers[question.id];
    if (answer === undefined || answer === UNKNOWN) return [];
    return item(context.t.diagnose.pathEntry(question.text, answerText(question, answer, context)), context);
  });
}
