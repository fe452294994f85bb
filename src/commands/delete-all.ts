// `okhelp delete-all`: everything that okhelp keeps is gone for good, after showing it, offering the export, and a typed word.
import { dirname } from 'node:path';
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import type { DeleteAllDocument } from '../documents/setup.ts';
import { OkhelpError } from '../errors.ts';
import { loadPrivacyMessages, type PrivacyMessages } from '../messages/index.ts';
import type { Io } from '../terminal/io.ts';
import { answer, item, tell, tellFailed } from '../terminal/lines.ts';
import type { Prompter } from '../terminal/prompter.ts';
import { saidOf } from './drafting/gather.ts';
import { exportTo, privateName } from './export.ts';
import { eraseFiles, inOrderOfErasing, removeEmptyFolder } from './own/erase.ts';
import { type Inventory, inventoryOf, lyingIn } from './own/inventory.ts';
import { outsideFiles, removeCompiledCode } from './own/outside.ts';

interface Options {
  yes?: boolean;
  dryRun?: boolean;
}

export const deleteAll: CommandModule<Options> = {
  define: ({ config: { deleteAll: words } }) => ({
    summary: words.summary,
    description: words.description,
    options: [
      { flags: '--dry-run', description: words.dryRun },
      { flags: '-y, --yes', description: words.yes },
    ],
    examples: [
      ['okhelp delete-all', words.examples.asked],
      ['okhelp delete-all --dry-run', words.examples.dry],
      ['okhelp delete-all --yes', words.examples.yes],
    ],
  }),

  async run({ yes = false, dryRun = false }, context) {
    const { io, json } = context;
    const words = await loadPrivacyMessages(context.lang);
    const inventory = await inventoryOf(context);
    // Somebody else is writing: what they write now would be lost without a word.
    if (inventory.unread?.code === 'data-busy') throw inventory.unread;
    if (inventory.files.length === 0 || dryRun) {
      // So that nothing is kept by the run that says that nothing is.
      if (inventory.files.length === 0) removeCompiledCode(context.host);
      if (json) io.document(document(inventory, true));
      else io.out(inventory.files.length === 0 ? words.nothing : page(inventory, words, context, io).join('\n'));
      return 0;
    }
    if (!yes && !(await agreed(inventory, words, context))) return 0;
    await erase(inventory, context);
    if (json) io.document(document(inventory, false));
    else {
      answer(words.deleted, { io });
      tell(words.drive, context);
    }
    return 0;
  },
};

/** At a terminal: shows it, offers the export, and asks for the word. Throws `needs-yes` where nobody can be asked. */
async function agreed(inventory: Inventory, words: PrivacyMessages, context: Context): Promise<boolean> {
  const { io } = context;
  const prompter = await context.prompter();
  if (!prompter) throw new OkhelpError('needs-yes', { flag: '--yes' });
  io.complain(page(inventory, words, context, { width: io.widthErr, paint: io.paintErr }).join('\n'));
  if (
    inventory.unread === null &&
    inventory.files.some(({ kind }) => kind === 'data' || kind === 'settings') &&
    (await prompter.confirm({ message: words.exportFirst, help: words.help.exportFirst, default: true }))
  )
    await exportFirst(words, prompter, context);
  const typed = await prompter.input({ message: words.sure(words.word), help: words.help.sure });
  if (typeof typed === 'string' && typed.trim().toUpperCase() === words.word) return true;
  tell(words.kept, context);
  return false;
}

/** Asks again where the file cannot be written: nothing is deleted on the strength of an export that is not there. */
async function exportFirst(words: PrivacyMessages, prompter: Prompter, context: Context): Promise<void> {
  for (;;) {
    const file = await prompter.input({ message: words.file, help: words.help.file, default: privateName(context) });
    try {
      await exportTo(typeof file === 'string' && file.trim() ? file.trim() : privateName(context), false, context);
      return;
    } catch (error) {
      if (!(error instanceof OkhelpError) || error.code === 'interrupted') throw error;
      tellFailed(saidOf(error, context), context);
    }
  }
}

async function erase({ folders, unread }: Inventory, context: Context): Promise<void> {
  const { host } = context;
  // The store is closed first: SQLite would write its log into a file that has no name any more.
  if (unread === null) (await context.store()).close();
  const logs = outsideFiles(host).filter(({ kind }) => kind === 'log');
  eraseFiles(inOrderOfErasing([...lyingIn(folders).files, ...logs]).map(({ path }) => path));
  removeCompiledCode(host);
  for (const folder of folders) removeEmptyFolder(folder);
}

function page(
  { counts, settings, files, folders, evidence, others, unread }: Inventory,
  words: PrivacyMessages,
  context: Pick<Context, 't'>,
  io: Pick<Io, 'width' | 'paint'>,
): string[] {
  const hasData = files.some(({ kind }) => kind === 'data');
  const goes = [
    hasData && counts && words.counts(counts),
    hasData && words.history,
    counts && evidence.length > 0 && words.evidenceKept(evidence.length),
    unread && words.unread(saidOf(unread, context).message),
    settings > 0 && words.settings(settings),
    ...files
      .filter(({ kind }) => kind !== 'data' && kind !== 'settings')
      .map(({ kind, path }) => words.at(words.kinds[kind], path)),
    ...folders.filter((folder) => files.some(({ path }) => dirname(path) === folder)).map(words.inFolder),
  ].filter((line): line is string => typeof line === 'string');
  const stays = [...words.stays, ...(others.length > 0 ? [words.others(others.join(', '))] : [])];
  return [
    io.paint.heading(words.willGo),
    ...goes.flatMap((line) => item(line, { io })),
    io.paint.heading(words.willStay),
    ...stays.flatMap((line) => item(line, { io })),
  ];
}

/** `okhelp.delete-all/1`. */
function document({ counts, settings, files, others }: Inventory, dryRun: boolean): DeleteAllDocument {
  return {
    schema: 'okhelp.delete-all/1',
    dryRun,
    deleted: { counts, settings, files: files.map(({ kind, path }) => ({ kind, path })) },
    kept: others,
  };
}
