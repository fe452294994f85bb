// The program's own words: typed catalogues, one a language. en/ is the source; zh-CN/ satisfies its shape.
import type { Language } from '../globals.ts';
import type { en } from './en/index.ts';

export type Messages = typeof en;

/** Loads one language's words; the other is never read. */
export async function loadMessages(language: Language): Promise<Messages> {
  return language === 'zh-CN' ? (await import('./zh-CN/index.ts')).zhCN : (await import('./en/index.ts')).en;
}

/** Only the words of the help pages, which start faster than all of them. */
export async function loadHelpMessages(language: Language): Promise<Messages['help']> {
  return language === 'zh-CN' ? (await import('./zh-CN/help.ts')).help : (await import('./en/help.ts')).help;
}
