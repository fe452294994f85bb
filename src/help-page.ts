// The help of okhelp itself and of a family of commands, without loading anything that only a command needs.
import type { Family } from './cli.ts';
import type { Host } from './context.ts';
import { chooseLanguage, type Globals, isPlain } from './globals.ts';
import { loadHelpMessages, loadMessages } from './messages/index.ts';
import { directories, savedFace } from './places.ts';
import { familyHelp, rootHelp } from './terminal/help.ts';
import { createIo, paintFor } from './terminal/io.ts';
import { spoken } from './terminal/spoken.ts';

/** Prints the help; `family` null is the whole program's. */
export async function helpPage(family: Family | null, host: Host, globals: Globals): Promise<number> {
  const { language: saved, accessible } = savedFace(directories(host, globals).config);
  const lang = globals.lang ?? chooseLanguage(host.env, saved, () => Intl.DateTimeFormat().resolvedOptions().locale);
  const t = { help: await loadHelpMessages(lang) };
  const plain = isPlain(globals, host.env, accessible);
  const signs = plain && !globals.json ? (await loadMessages(lang)).ask.spoken : null;
  const io = createIo(host, globals.quiet, signs ? (text) => spoken(text, signs) : undefined);
  if (!globals.json && !plain) io.paint = await paintFor(host.stdout, host.env, globals.noColor);
  const text = family ? familyHelp(family, t, io) : rootHelp(t, io);
  if (globals.json) io.document({ schema: 'okhelp.help/1', command: family, text });
  else io.out(text);
  return 0;
}
