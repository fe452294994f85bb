// The help of okhelp itself, of a family of commands and of a topic, without loading anything that only a command needs.
import type { Family, Topic } from './cli.ts';
import type { Host } from './context.ts';
import { chooseLanguage, type Globals, isPlain, type Language } from './globals.ts';
import { loadHelpMessages, loadMessages, loadTopicMessages } from './messages/index.ts';
import { directories, savedFace } from './places.ts';
import { familyHelp, rootHelp, topicHelp, topicParts } from './terminal/help.ts';
import { createIo, type Io, paintFor } from './terminal/io.ts';
import { spoken } from './terminal/spoken.ts';

/** Prints the help; `family` null is the whole program's. */
export async function helpPage(family: Family | null, host: Host, globals: Globals): Promise<number> {
  const { lang, io } = await face(host, globals);
  const t = { help: await loadHelpMessages(lang) };
  const text = family ? familyHelp(family, t, io) : rootHelp(t, io);
  if (globals.json) io.document({ schema: 'okhelp.help/1', command: family, text });
  else io.out(text);
  return 0;
}

/** Prints a topic: `okhelp help formats`. */
export async function topicPage(topic: Topic, host: Host, globals: Globals): Promise<number> {
  const { lang, io } = await face(host, globals);
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
