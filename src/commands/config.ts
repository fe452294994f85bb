// `okhelp config`: where everything lies that okhelp keeps, and what is in it.
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import type { PlacesDocument } from '../documents/setup.ts';
import { loadPrivacyMessages, type PrivacyMessages } from '../messages/index.ts';
import { settingsPath } from '../settings.ts';
import { sizeInWords } from '../support/file-size.ts';
import type { OwnKind } from '../support/own-data.ts';
import { cleanForTerminal } from '../terminal/clean.ts';
import { paragraph, under } from '../terminal/lines.ts';
import { saidOf } from './drafting/gather.ts';
import { type Inventory, inventoryOf } from './own/inventory.ts';

export const config: CommandModule<object> = {
  define: ({ config: { where } }) => ({
    summary: where.summary,
    description: where.description,
    options: [],
    examples: [
      ['okhelp config', where.examples.all],
      ['okhelp config --json', where.examples.json],
    ],
  }),

  async run(_, context) {
    const { io } = context;
    const inventory = await inventoryOf(context);
    if (context.json) io.document(placesDocument(inventory, context));
    else io.out(placesPage(inventory, await loadPrivacyMessages(context.lang), context).join('\n'));
    return 0;
  },
};

/** `okhelp.places/1`. A file that is not there yet has no bytes. */
function placesDocument(inventory: Inventory, context: Context): PlacesDocument {
  const { folders, counts, unread, settings, evidence, others } = inventory;
  return {
    schema: 'okhelp.places/1',
    folder: folders[0]!,
    configFolder: folders.at(-1)!,
    files: places(inventory, context),
    counts,
    unread: unread && { code: unread.code, message: saidOf(unread, context).message },
    settings,
    evidence: evidence.map(({ case: id, id: part, name, path }) => ({ case: id, id: part, name, path })),
    others,
  };
}

interface Place {
  kind: OwnKind;
  path: string;
  bytes: number | null;
}

/** The data and the settings in any case, all else where it is there. What SQLite keeps beside the data counts with them. */
function places({ files }: Inventory, { dataDir, configDir }: Context): Place[] {
  const data = join(resolve(dataDir), 'okhelp.db');
  const settings = settingsPath(resolve(configDir));
  const bytes = (path: string) => (existsSync(path) ? statSync(path).size : null);
  return [
    { kind: 'data', path: data, bytes: bytes(data) },
    { kind: 'settings', path: settings, bytes: bytes(settings) },
    ...files.filter(({ kind }) => kind !== 'data' && kind !== 'settings'),
  ];
}

/** A path stands on a line of its own and is never wrapped: it is there to be copied. */
function placesPage(inventory: Inventory, words: PrivacyMessages, context: Context): string[] {
  const { io } = context;
  const { folders, counts, unread, evidence } = inventory;
  const own = (path: string, note: string | null) =>
    `  ${note === null ? cleanForTerminal(path) : words.size(cleanForTerminal(path), note)}`;
  const lines: string[] = [];
  const block = (title: string, ...rows: string[]) =>
    lines.push(...paragraph(title, context, io.paint.heading), ...rows);
  block(words.folder, own(folders[0]!, null));
  if (folders[1]) block(words.otherFolder, own(folders[1], null));
  for (const { kind, path, bytes } of places(inventory, context)) {
    block(words.kinds[kind], bytes === null ? `${own(path, null)}  ${words.notYet}` : own(path, sizeInWords(bytes)));
    if (kind !== 'data') continue;
    if (counts && bytes !== null) lines.push(...under(words.counts(counts), context));
    if (unread) lines.push(...under(words.unread(saidOf(unread, context).message), context, io.paint.warn));
  }
  if (evidence.length > 0) {
    lines.push(...paragraph(words.evidence, context, io.paint.heading));
    lines.push(...evidence.map(({ case: id, id: part, path }) => `  ${id} ${part}  ${cleanForTerminal(path)}`));
  }
  // Windows keeps no such modes.
  const closed = context.host.platform === 'win32' ? [] : [words.closed];
  for (const text of [words.written, ...closed, words.next]) lines.push('', ...paragraph(text, context));
  return lines;
}
