// `okhelp guide [topic]`: a guide, step by step; without a topic, which guides there are.
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import type { Guide, GuideSummary } from '../knowledge/answers.ts';
import { nearest } from '../nearest.ts';
import { SourceNumbers, sourceLines } from '../terminal/sources-view.ts';
import { plainText, textLines } from '../terminal/text-view.ts';
import { displayWidth, wrap } from '../terminal/width.ts';
import { purposeOf, toType, withPurposes } from './answers/related.ts';

interface Options {
  args: string[];
  sources?: boolean;
}

export const guide: CommandModule<Options> = {
  define: ({ answers: { guide: words } }) => ({
    summary: words.summary,
    description: words.description,
    arguments: [{ name: '[topic]', description: words.topic }],
    options: [{ flags: '--sources', description: words.options.sources }],
    examples: words.examples,
  }),

  async run({ args, sources = false }, context) {
    const answers = await context.answers();
    const all = answers.guides();
    const chosen = args[0] === undefined ? null : answers.guide(named(args[0], all));
    const questions = chosen ? answers.faq().entries : {};
    const question = (id: string) => questions[id]!.question;
    const titles = new Map(all.map(({ id, title }) => [`okhelp guide ${id}`, title]));
    if (context.json) {
      const guide = chosen && {
        id: chosen.id,
        title: chosen.title,
        summary: chosen.summary,
        text: plainText(chosen.body),
        commands: chosen.commands.map((command) => ({ command, does: purposeOf(command, context) })),
        see: chosen.see.map((id) => ({ id, question: question(id) })),
        sources: chosen.sources,
      };
      context.io.document({ schema: 'okhelp.guide/1', language: context.lang, guide, guides: all });
      return 0;
    }
    const page = chosen ? guidePage(chosen, question, titles, sources, context) : listPage(all, context);
    const { showPaged } = await import('../terminal/pager.ts');
    await showPaged(page, context);
    return 0;
  },
};

/** The id of the guide that was typed: by its id or its title. Throws `bad-value` with the nearest. */
function named(typed: string, all: readonly GuideSummary[]): string {
  const wanted = typed.trim().toLowerCase();
  const found = all.find(({ id, title }) => id === wanted.replaceAll(' ', '-') || title.toLowerCase() === wanted);
  if (found) return found.id;
  const ids = all.map(({ id }) => id);
  const alike = nearest(
    wanted,
    all.map(({ title }) => title),
  );
  const suggestion = nearest(wanted, ids) ?? all.find(({ title }) => title === alike)?.id ?? null;
  throw new OkhelpError('unknown-guide', { guide: typed, guides: ids.join(', '), suggestion });
}

function guidePage(
  { title, body, see, commands, sources }: Guide,
  question: (id: string) => string,
  titles: ReadonlyMap<string, string>,
  withSources: boolean,
  { io, t }: Pick<Context, 'io' | 't'>,
): string {
  const words = t.answers;
  const numbers = new SourceNumbers();
  const lines = textLines(body, io, withSources ? { cite: (id) => numbers.mark([id]) } : {});
  const rest = sources.map(({ id }) => id).filter((id) => withSources && !numbers.ids.includes(id));
  if (rest.length > 0) lines.push('', numbers.mark(rest));
  const section = (heading: string, of: string[]) => (of.length ? [[io.paint.heading(heading), ...of]] : []);
  const cited = numbers.ids.map((id) => sources.find((source) => source.id === id)!);
  return [
    wrap(title, io.width).map(io.paint.heading),
    lines,
    ...section(words.faq.goOn, toType(withPurposes(commands, { t }, titles), { io })),
    ...section(
      words.guide.related,
      toType(
        see.map((id) => [`okhelp faq ${id}`, question(id)]),
        { io },
      ),
    ),
    ...(withSources ? [sourceLines(cited, { io, t })] : []),
  ]
    .map((block) => block.join('\n'))
    .join('\n\n');
}

function listPage(all: readonly GuideSummary[], { io, t }: Pick<Context, 'io' | 't'>): string {
  const { guide: words } = t.answers;
  const rows = all.flatMap(({ id, title, summary }) => [
    ...(4 + displayWidth(id) + displayWidth(title) <= io.width
      ? [`  ${io.paint.command(id)}  ${io.paint.heading(title)}`]
      : [`  ${io.paint.command(id)}`, ...wrap(title, io.width - 2).map((line) => `  ${io.paint.heading(line)}`)]),
    ...wrap(summary, io.width - 4).map((line) => `    ${line}`),
  ]);
  return [[io.paint.heading(words.all), ...rows].join('\n'), wrap(words.readOne, io.width).join('\n')].join('\n\n');
}
