// The FAQ as a person reads it: one answer with what goes with it, or the questions by topic.
import type { Context } from '../../context.ts';
import type { FaqEntry } from '../../knowledge/answers.ts';
import { foundIn } from '../../knowledge/search-words.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';
import { SourceNumbers, sourceLines } from '../../terminal/sources-view.ts';
import { textLines } from '../../terminal/text-view.ts';
import { wrap } from '../../terminal/width.ts';
import type { FaqAnswer } from '../faq.ts';
import { toType, withPurposes } from './related.ts';

type Page = Pick<Context, 'io' | 't'>;

/** So many others are named below the best. */
const OTHERS = 4;
/** Where they fit at least this well, measured by the best. */
const NEARLY = 0.3;

/** The whole page, wrapped at the terminal's width. */
export function faqPage(answer: FaqAnswer, page: Page): string {
  const { hits, faq } = answer;
  if (hits === null) return listPage(answer, page);
  const [best, ...others] = hits;
  if (!best) return nothingPage(answer, page);
  const near = others.filter(({ score }) => score >= NEARLY * best.score).slice(0, OTHERS);
  return answerPage(faq.entries[best.id]!, near, answer, page);
}

function answerPage(entry: FaqEntry, others: { id: string }[], answer: FaqAnswer, { io, t }: Page): string {
  const { faq, hits, answers } = answer;
  const words = t.answers.faq;
  const terms = new Set(hits![0]!.terms);
  const numbers = new SourceNumbers();
  const view = {
    found: (text: string) => foundIn(text, terms),
    ...(answer.sources && { cite: (id: string) => numbers.mark([id]) }),
  };
  const heading = wrap(cleanForTerminal(entry.question), io.width).map(io.paint.heading);
  const body = textLines(entry.answer, io, view);
  const questions = (ids: readonly string[]) =>
    toType(
      ids.map((id) => [`okhelp faq ${id}`, faq.entries[id]!.question]),
      { io },
    );
  const titles = new Map(answers.guides().map(({ id, title }) => [`okhelp guide ${id}`, title]));
  // What stands below with its title need not stand here with less.
  const below = [...entry.guides.map((id) => `okhelp guide ${id}`), ...entry.see.map((id) => `okhelp faq ${id}`)];
  const commands = entry.commands.filter((line) => !below.includes(line));
  const section = (title: string, lines: string[]) => (lines.length ? [[io.paint.heading(title), ...lines]] : []);
  // Sources that no mark in the text names stand for the whole of it.
  const rest = entry.sources.map(({ id }) => id).filter((id) => answer.sources && !numbers.ids.includes(id));
  if (rest.length > 0) body.push('', numbers.mark(rest));
  const cited = numbers.ids.map((id) => entry.sources.find((source) => source.id === id)!);
  return [
    ...(!hits![0]!.sure ? [wrap(words.unsure, io.width)] : []),
    [...heading, '', ...body],
    ...section(words.goOn, toType(withPurposes(commands, { t }, titles), { io })),
    ...section(words.related, questions(entry.see)),
    ...section(
      words.guides,
      toType(
        entry.guides.map((id) => [`okhelp guide ${id}`, titles.get(`okhelp guide ${id}`)!]),
        { io },
      ),
    ),
    ...section(words.others, questions(others.map(({ id }) => id).filter((id) => !entry.see.includes(id)))),
    ...(answer.sources ? [sourceLines(cited, { io, t })] : []),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function listPage({ faq, topic }: FaqAnswer, { io, t }: Page): string {
  const blocks = faq.topics
    .filter((one) => topic === null || one.topic === topic)
    .map(({ topic: id, title, entries }) => {
      const rows = entries.flatMap((entry) => [
        ...wrap(cleanForTerminal(faq.entries[entry]!.question), io.width - 2, 2).map((line) => `  ${line}`),
        `    ${io.paint.quiet(entry)}`,
      ]);
      return [...wrap(`${title} (${id})`, io.width).map(io.paint.heading), ...rows].join('\n');
    });
  return [...blocks, wrap(t.answers.faq.readOne, io.width).join('\n')].join('\n\n');
}

function nothingPage({ faq, topic }: FaqAnswer, { io, t }: Page): string {
  const words = t.answers.faq;
  const title = faq.topics.find((one) => one.topic === topic)?.title;
  return [
    wrap(title === undefined ? words.nothing : words.nothingInTopic(title), io.width).join('\n'),
    wrap(words.fewer, io.width).join('\n'),
    [
      io.paint.heading(words.tryThis),
      ...toType(
        [
          ['okhelp diagnose', words.describe],
          ['okhelp faq', words.listAll],
        ],
        { io },
      ),
    ].join('\n'),
    [
      io.paint.heading(words.topics),
      ...toType(
        faq.topics.map((one) => [`okhelp faq --topic ${one.topic}`, one.title]),
        { io },
      ),
    ].join('\n'),
  ].join('\n\n');
}
