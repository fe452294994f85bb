// The documents of what people read: the FAQ, the guides, the steps in an emergency.
import type { Language } from '../globals.ts';
import type { FactSource, FaqTopic } from '../knowledge/answers.ts';
import type { BodyContact, RegionId } from '../knowledge/region.ts';
import type { ContactKind } from './contacts.ts';
import type { Instant } from './values.ts';

interface QuestionDocument {
  id: string;
  question: string;
}

/** A command line, and what it does. */
interface CommandDocument {
  command: string;
  does: string;
}

/** `okhelp faq --json` */
export interface FaqDocument {
  schema: 'okhelp.faq/1';
  language: Language;
  query: string | null;
  topic: FaqTopic | null;
  /** Null where nothing was asked, or nothing fits. */
  answer: {
    id: string;
    topic: FaqTopic;
    question: string;
    text: string;
    commands: CommandDocument[];
    see: QuestionDocument[];
    guides: { id: string; title: string }[];
    sources: FactSource[];
  } | null;
  results: (QuestionDocument & { topic: FaqTopic; score: number })[];
  topics: { topic: FaqTopic; title: string; entries: QuestionDocument[] }[];
}

/** `okhelp guide --json` */
export interface GuideDocument {
  schema: 'okhelp.guide/1';
  language: Language;
  guide: {
    id: string;
    title: string;
    summary: string;
    text: string;
    commands: CommandDocument[];
    see: QuestionDocument[];
    sources: FactSource[];
  } | null;
  guides: { id: string; title: string; summary: string }[];
}

/** `okhelp emergency --json` */
export interface EmergencyDocument {
  schema: 'okhelp.emergency/1';
  /** `known` is false where nothing said where the person lives. */
  region: { id: RegionId; title: string; known: boolean };
  case: string | null;
  /** The first step that is open. */
  next: string | null;
  steps: {
    id: string;
    text: string;
    how: string[];
    contacts: BodyContact[];
    /** The person's own saved channels, where they are of use. */
    saved: { id: string; kind: ContactKind; value: string; found: string }[];
    done: Instant | null;
    skipped: boolean;
    sources: string[];
  }[];
  sources: FactSource[];
}
