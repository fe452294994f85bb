// `okhelp case list`: what is open, what came last, and what is overdue, at a glance.
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import { foremost } from '../support/next-steps.ts';
import { answer, paragraph, sayWarning, signed, tell } from '../terminal/lines.ts';
import { pairs, table } from '../terminal/table.ts';
import { casesDocument, resultOf } from './case/documents.ts';
import { briefly, wallClock } from './case/step-words.ts';
import { type WholeCase, wholeCase } from './case/whole.ts';

interface Options {
  all?: boolean;
}

export const caseList: CommandModule<Options> = {
  define: ({ cases: { list } }) => ({
    summary: list.summary,
    options: [{ flags: '--all', description: list.all }],
    examples: [
      ['okhelp case list', list.examples.open],
      ['okhelp case list --all', list.examples.all],
      ['okhelp case list --json', list.examples.json],
    ],
  }),

  async run({ all = false }, context) {
    const { io, t, json } = context;
    const { cases } = await context.store();
    const records = cases.list();
    const shown = records.filter(({ state }) => all || state !== 'closed');
    const wholes: WholeCase[] = [];
    for (const record of shown) wholes.push(await wholeCase(record, context));
    const overdue = wholes.filter(({ steps }) => steps.some(({ kind }) => kind === 'overdue'));
    const sorted = [...overdue, ...wholes.filter((whole) => !overdue.includes(whole))];
    if (json) {
      io.document(casesDocument(sorted, context));
      return 0;
    }
    const words = t.cases.list;
    if (sorted.length === 0) answer(words.none, { io });
    else io.out(drawn(sorted, context).join('\n'));
    const closed = records.length - shown.length;
    if (overdue.length > 0) sayWarning(words.overdue(overdue.length), context);
    if (closed > 0) io.say(io.paintErr.quiet(words.closed(closed)));
    else if (sorted.length === 0) tell(words.start, { io });
    return 0;
  },
};

function drawn(wholes: readonly WholeCase[], context: Context): string[] {
  const { io, t } = context;
  const { columns } = t.cases.list;
  const rows = wholes.map((whole) => {
    const last = whole.timeline.at(-1);
    return {
      id: whole.record.id,
      problem: whole.title,
      since: wallClock(whole.record.created, context).slice(0, 10),
      last: last ? `${wallClock(last.at, context).slice(0, 10)} ${t.cases.kinds[last.kind]}` : '',
      next: nextOf(whole, context),
    };
  });
  const late = (text: string) =>
    rows.some(({ next }, i) => next === text && isLate(wholes[i]!)) ? io.paint.bad(text) : text;
  // A voice reads a table across its columns: there each case has lines of its own.
  if (io.width < 70 || context.plain) {
    return rows.flatMap(({ id, problem, since, last, next }, i) => [
      ...paragraph(`${id}  ${problem}`, context, io.paint.heading),
      ...pairs(
        [
          [columns.since, since],
          [columns.last, last],
          [columns.next, next],
        ],
        io.width,
        2,
      ).map((line) => (line.includes(next) && isLate(wholes[i]!) ? io.paint.bad(line) : line)),
    ]);
  }
  const [heading, ...lines] = table(
    rows.map(({ id, problem, since, last, next }) => [id, problem, since, last, next]),
    [
      { title: columns.id },
      { title: columns.problem, min: 18, wrap: true },
      { title: columns.since, drop: 1 },
      { title: columns.last, min: 24, wrap: true },
      { title: columns.next, min: 26, wrap: true, paint: late },
    ],
    io.width,
  );
  return [io.paint.heading(heading!), ...lines];
}

const isLate = ({ steps }: WholeCase) => steps[0]?.kind === 'overdue';

function nextOf(whole: WholeCase, context: Context): string {
  const { t } = context;
  const result = resultOf(whole);
  if (whole.record.state === 'closed')
    return [t.cases.states.closed, result && t.cases.results[result as keyof typeof t.cases.results]]
      .filter(Boolean)
      .join(t.cases.details.break);
  const step = foremost(whole.steps);
  if (!step) return '';
  return step.kind === 'overdue' ? signed('!', briefly(step, context), context) : briefly(step, context);
}
