// The program's own words: typed catalogues, one a language. en/ is the source; zh-CN/ satisfies its shape.
import type { Language } from '../globals.ts';
import type { en } from './en/index.ts';
import type { privacy } from './en/privacy.ts';
import type { reading } from './en/reading.ts';
import type { topics } from './en/topics.ts';

export type Messages = typeof en;
export type PrivacyMessages = typeof privacy;
export type ReadingMessages = typeof reading;
export type TopicMessages = typeof topics;

/** Loads one language's words; the other is never read. */
export async function loadMessages(language: Language): Promise<Messages> {
  return language === 'zh-CN' ? (await import('./zh-CN/index.ts')).zhCN : (await import('./en/index.ts')).en;
}

/** Only the words of the help pages, which start faster than all of them. */
export async function loadHelpMessages(language: Language): Promise<Messages['help']> {
  return language === 'zh-CN' ? (await import('./zh-CN/help.ts')).help : (await import('./en/help.ts')).help;
}

/** How a file was read, and the questions where okhelp cannot tell: said only where there is something to say. */
export async function loadReadingMessages(language: Language): Promise<ReadingMessages> {
  return language === 'zh-CN'
    ? (await import('./zh-CN/reading.ts')).reading
    : (await import('./en/reading.ts')).reading;
}

/** Showing, exporting and deleting all that is kept: said by these commands alone. */
export async function loadPrivacyMessages(language: Language): Promise<PrivacyMessages> {
  return language === 'zh-CN'
    ? (await import('./zh-CN/privacy.ts')).privacy
    : (await import('./en/privacy.ts')).privacy;
}

/** The help topics, and what each format is. */
export async function loadTopicMessages(language: Language): Promise<TopicMessages> {
  return language === 'zh-CN' ? (await import('./zh-CN/topics.ts')).topics : (await import('./en/topics.ts')).topics;
}
