// The FAQ as a script reads it: okhelp.faq/1.

import type { Context } from '../../context.ts';
import type { FaqDocument } from '../../documents/answers.ts';
import { plainText } from '../../terminal/text-view.ts';
import type { FaqAnswer } from '../faq.ts';
import { purposeOf } from './related.ts';

export function faqDocument(
  { language, query, topic, hits, faq, answers }: FaqAnswer,
  { t }: Pick<Context, 't'>,
): FaqDocument {
  const best = hits?.[0] ? faq.entries[hits[0].id]! : null;
  const titles = new Map(answers.guides().map(({ id, title }) => [id, title]));
  const question = (id: string) => ({ id, question: faq.entries[id]!.question });
  return {
    schema: 'okhelp.faq/1',
    language,
    query,
    topic,
    answer: best && {
      id: best.id,
      topic: best.topic,
      question: best.question,
      text: plainText(best.answer),
      commands: best.commands.map((command) => ({ command, does: purposeOf(command, { t }) })),
      see: best.see.map(question),
      guides: best.guides.map((id) => ({ id, title: titles.get(id)! })),
      sources: best.sources,
    },
    results: (hits ?? []).map(({ id, score }) => ({ ...question(id), topic: faq.entries[id]!.topic, score })),
    topics: faq.topics
      .filter((one) => topic === null || one.topic === topic)
      .map(({ topic: id, title, entries }) => ({ topic: id, title, entries: entries.map(question) })),
  };
}
