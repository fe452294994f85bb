// The help of okhelp itself, of a family of commands and of a topic, without loading anything that only a command needs.
import { readFileSync } from 'node:fs';
import type { Family, Topic } from './cli.ts';
import type { Host } from './context.ts';
import { chooseLanguage, type Globals, isPlain, type Language } from './globals.ts';
import { loadHelpMessages, loadMessages, loadTopicMessages } from './messages/index.ts';
import { directories, savedFace } from './places.ts';
import { createIo, type Io, paintFor } from './terminal/io.ts';
import { plainPaint } from './terminal/paint.ts';
import { spoken } from './terminal/spoken.ts';

/** Prints the help; `family` null is the whole program's. */
export async function helpPage(family: Family | null, host: Host, globals: Globals): Promise<number> {
  const { lang, io } = await face(host, globals);
  const text = (family === null && builtPage(host.contentDir, lang, io)) || (await pageOf(family, lang, io));
  if (globals.json) io.document({ schema: 'okhelp.help/1', command: family, text });
  else io.out(text);
  return 0;
}

async function pageOf(family: Family | null, lang: Language, io: Io): Promise<string> {
  const t = { help: await loadHelpMessages(lang) };
  const { familyHelp, rootHelp } = await import('./terminal/help.ts');
  return family ? familyHelp(family, t, io) : rootHelp(t, io);
}

/** The width of a pipe; the page for it is made when okhelp is built (build.mjs), which saves a millisecond. */
export const BUILT_WIDTH = 80;

/** The program's page as it was built; null where it is to be another, or is not there. */
function builtPage(contentDir: string, lang: Language, { width, paint }: Io): string | null {
  if (width !== BUILT_WIDTH || paint !== plainPaint) return null;
  try {
    return readFileSync(`${contentDir}/${lang}/help.txt`, 'utf8');
  } catch {
    return null;
  }
}

/** Prints a topic: `okhelp help formats`. */
export async function topicPage(topic: Topic, host: Host, globals: Globals): Promise<number> {
  const { lang, io } = await face(host, globals);
  const { topicHelp, topicParts } = await import('./terminal/help.ts');
  const page = topicParts(topic, (await loadTopicMessages(lang)).pages[topic], await loadHelpMessages(lang));
  const text = topicHelp(page, io);
  const parts = page.parts.map(({ rows, ...part }) => ({
    ...part,
    ...(rows && { rows: rows.map(([name, means]) => ({ name, means })) }),
  }));
  if (globals.json) io.document({ schema: 'okhelp.topic/1', topic, title: page.title, parts, text });
  else io.out(text);
  return 0;
}

/** The language and the streams, as a context would have them. */
async function face(host: Host, globals: Globals): Promise<{ lang: Language; io: Io }> {
  const { language: saved, accessible } = savedFace(directories(host, globals).config);
  const lang = globals.lang ?? chooseLanguage(host.env, saved, () => Intl.DateTimeFormat().resolvedOptions().locale);
  const plain = isPlain(globals, host.env, accessible);
  const signs = plain && !globals.json ? (await loadMessages(lang)).ask.spoken : null;
  const io = createIo(host, globals.quiet, signs ? (text) => spoken(text, signs) : undefined);
  if (!globals.json && !plain) io.paint = await paintFor(host.stdout, host.env, globals.noColor);
  return { lang, io };
}
