// Compiles the FAQ, the guides and their sources into documents per language. Build time only.
import type { Language } from '../globals.ts';
import type { Block, FactSource, Faq, FaqEntry, Guide, GuideSummary, Inline } from './answers.ts';
import type { AuthoredEntry, AuthoredFactSource, AuthoredGuide, AuthoredTopic } from './answers-schema.ts';
import { readMarkdown } from './markdown.ts';
import { indexesOf, type SearchEntry, type SearchIndex } from './search.ts';

type Sources = Record<string, AuthoredFactSource>;

/** `faq.json`, its indexes `faq-questions.json` and `faq-answers.json`, `guides.json` and `guides/<id>.json` of one language. */
export function* compileAnswers(
  { topics, guides, sources }: { topics: AuthoredTopic[]; guides: AuthoredGuide[]; sources: Sources },
  language: Language,
): Generator<[string, Faq | SearchIndex | GuideSummary[] | Guide]> {
  const entries = topics.flatMap((topic) => Object.entries(topic.entries).map(([id, entry]) => ({ id, topic, entry })));
  yield [
    'faq.json',
    {
      topics: topics.map(({ topic, title, entries: of }) => ({
        topic,
        title: title[language],
        entries: Object.keys(of),
      })),
      entries: Object.fromEntries(
        entries.map(({ id, topic, entry }) => [id, entryIn(id, topic, entry, sources, language)]),
      ),
    },
  ];
  const { questions, answers } = indexesOf(entries.map(({ id, topic, entry }) => searched(id, topic, entry, language)));
  yield ['faq-questions.json', questions];
  yield ['faq-answers.json', answers];
  yield ['guides.json', guides.map((guide) => summaryOf(guide, language))];
  for (const guide of guides) {
    const { see, commands } = guide;
    const { blocks } = readMarkdown(guide.body[language]);
    const named = sourcesIn(guide.sources, sources, language);
    yield [`guides/${guide.id}.json`, { ...summaryOf(guide, language), body: blocks, see, commands, sources: named }];
  }
}

/** The sources with these ids, in one language. */
export function sourcesIn(ids: readonly string[], sources: Sources, language: Language): FactSource[] {
  return [...new Set(ids)].map((id) => {
    const { title, where, kind, read, says } = sources[id]!;
    const there = typeof where === 'string' ? where : where[language];
    return { id, title: title[language], where: there, kind, read, says: says[language] };
  });
}

function summaryOf({ id, title, summary }: AuthoredGuide, language: Language): GuideSummary {
  return { id, title: title[language], summary: summary[language] };
}

function entryIn(
  id: string,
  { topic }: AuthoredTopic,
  { question, answer, see, guides, commands, sources: ids }: AuthoredEntry,
  sources: Sources,
  language: Language,
): FaqEntry {
  return {
    id,
    topic,
    question: question[language],
    answer: readMarkdown(answer[language]).blocks,
    see,
    guides,
    commands,
    sources: sourcesIn(ids, sources, language),
  };
}

function searched(id: string, { topic }: AuthoredTopic, entry: AuthoredEntry, language: Language): SearchEntry {
  return {
    id,
    topic,
    question: entry.question[language],
    also: entry.also[language].join('\n'),
    answer: readMarkdown(entry.answer[language]).blocks.map(wordsIn).join('\n'),
  };
}

/** The words of a text without its commands, which say the same everywhere. */
function wordsIn(block: Block): string {
  if (block.is === 'code') return '';
  if (block.is === 'list') return block.items.flatMap((item) => item.map(wordsIn)).join('\n');
  return block.line.map((part: Inline) => (part.is === 'cite' || part.is === 'code' ? ' ' : part.text)).join('');
}
