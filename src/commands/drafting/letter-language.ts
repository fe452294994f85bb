// The language of a letter to a body: one in which it is written to where it is, unless --email-lang says another.
import type { Context } from '../../context.ts';
import type { Language } from '../../globals.ts';
import type { Region } from '../../knowledge/region.ts';

/** The other language of okhelp's letters. */
const OTHER: Record<Language, Language> = { en: 'zh-CN', 'zh-CN': 'en' };

/** The language that the region of the body calls for; undefined where that of the run will do. */
export async function languageFor(
  body: string | undefined,
  { lang, content }: Pick<Context, 'lang' | 'content'>,
): Promise<Language | undefined> {
  const known = await content();
  // The id of a body begins with that of its region.
  const home = known.regions().find(({ id }) => body?.startsWith(`${id}-`));
  const letters = home ? known.region(home.id).letters : [];
  return letters.includes(lang) ? undefined : letters[0];
}

/** `language` is the letter's; `named` whether the person chose it; `region` is in the language of the run. */
export interface LetterSaid {
  language: Language;
  named: boolean;
  toProvider: boolean;
  region: Pick<Region, 'title' | 'letters' | 'lettersNote'>;
}

/** What the person should know of the letter's language; nothing where it is theirs and will do. */
export function languageLines({ language, named, toProvider, region }: LetterSaid, { lang, t }: Context): string[] {
  const words = t.draft.complaint.language;
  const other = OTHER[language];
  const note = !toProvider && region.lettersNote ? [region.lettersNote] : [];
  if (region.letters.includes(language))
    return language === lang || named || toProvider ? note : [words.chosen(language, region.title, other), ...note];
  if (named && toProvider) return [];
  const may = named && region.letters.includes(other) ? words.unsuited(language, region.title, other) : null;
  return [may ?? words.either(language, other), ...note];
}
