// The shape of the compiled FAQ, guides and sources, one language at a time, and how they are loaded.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchIndex, SearchIndexes } from './search.ts';

/** What the FAQ is about, in the order in which it is listed. */
export const FAQ_TOPICS = [
  'payment',
  'account-security',
  'top-up',
  'withdrawal',
  'arrival',
  'restriction',
  'feedback',
  'contact',
] as const;
export type FaqTopic = (typeof FAQ_TOPICS)[number];

/** A piece of a line; `cite` names a source and shows as its number, or not at all. */
export type Inline = { is: 'text' | 'strong' | 'em' | 'code'; text: string } | { is: 'cite'; source: string };

/** A text of several paragraphs, as it was read from Markdown at build time. */
export type Block =
  | { is: 'paragraph'; line: Inline[] }
  | { is: 'heading'; depth: number; line: Inline[] }
  | { is: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { is: 'code'; lines: string[] };

/** Where a statement comes from. */
export interface FactSource {
  id: string;
  title: string;
  where: string;
  kind: 'primary' | 'secondary';
  /** The day it was read, ISO 8601. */
  read: string;
  /** What it states, in a sentence. */
  says: string;
}

export interface FaqEntry {
  id: string;
  topic: FaqTopic;
  question: string;
  answer: Block[];
  see: string[];
  guides: string[];
  commands: string[];
  sources: FactSource[];
}

export interface Faq {
  topics: { topic: FaqTopic; title: string; entries: string[] }[];
  entries: Record<string, FaqEntry>;
}

export interface GuideSummary {
  id: string;
  title: string;
  summary: string;
}

export interface Guide extends GuideSummary {
  body: Block[];
  see: string[];
  commands: string[];
  sources: FactSource[];
}

export interface Answers {
  faq(): Faq;
  /** What the FAQ of this language is searched by. */
  indexes: SearchIndexes;
  guides(): GuideSummary[];
  /** A guide whole; null where there is none of that id. */
  guide(id: string): Guide | null;
}

/** The FAQ and the guides of one language; each part is read when it is asked for. */
export function loadAnswers(directory: string, language: string): Answers {
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(directory, language, name), 'utf8')) as T;
  let guides: GuideSummary[] | null = null;
  const answers: Answers = {
    faq: () => read<Faq>('faq.json'),
    indexes: {
      questions: () => read<SearchIndex>('faq-questions.json'),
      answers: () => read<SearchIndex>('faq-answers.json'),
    },
    guides: () => (guides ??= read<GuideSummary[]>('guides.json')),
    guide: (id) => (answers.guides().some((guide) => guide.id === id) ? read<Guide>(`guides/${id}.json`) : null),
  };
  return answers;
}
