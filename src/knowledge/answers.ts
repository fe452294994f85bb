// The shape of the compiled FAQ, guides and sources, one language at a time.

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
