// `okhelp export`: everything that okhelp keeps as one .zip, for the person alone.
import { join } from 'node:path';
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { writeOutput } from '../files.ts';
import { loadPrivacyMessages } from '../messages/index.ts';
import { dayOf, isoDay } from '../support/calendar-days.ts';
import { paragraph } from '../terminal/lines.ts';
import { whileShown } from '../terminal/long-work.ts';
import type { FullArchive } from './own/archive.ts';

interface Options {
  output?: string;
  force?: boolean;
}

export const exportAll: CommandModule<Options> = {
  define: ({ config: { export: words } }) => ({
    summary: words.summary,
    description: words.description,
    options: [
      { flags: '-o, --output <FILE>', description: words.output },
      { flags: '--force', description: words.force },
    ],
    examples: [
      ['okhelp export', words.examples.plain],
      ['okhelp export -o everything.zip', words.examples.named],
    ],
  }),

  async run({ output, force = false }, context) {
    const { io, json, t } = context;
    if (output === '') throw new OkhelpError('missing-value', { flag: '--output' });
    // Bytes, which a terminal cannot show.
    if (output === '-')
      throw new OkhelpError('bad-value', { flag: '--output', value: '-', expected: t.cases.expected.file });
    const file = output ?? privateName(context);
    const archive = await exportTo(file, force, context);
    if (json) {
      const { files, left, changed } = archive;
      io.document({ schema: 'okhelp.archive/1', file, private: true, encrypted: false, files, left, changed });
    }
    return 0;
  },
};

/** `okhelp-private-2026-03-15.zip`: its name says that it is not for others. */
export function privateName({ now, timeZone }: Pick<Context, 'now' | 'timeZone'>): string {
  return `okhelp-private-${isoDay(dayOf(now(), timeZone().offset))}.zip`;
}

/** Writes the archive and says what is in it; with `--json` only what is not. Throws the errors of writing files. */
export async function exportTo(file: string, force: boolean, context: Context): Promise<FullArchive> {
  const { io } = context;
  const words = await loadPrivacyMessages(context.lang);
  const { writeArchive } = await import('./own/archive.ts');
  const readme = words.readme(isoDay(dayOf(context.now(), context.timeZone().offset)));
  let archive: FullArchive | null = null;
  const content = async (write: (part: Uint8Array) => Promise<void>) => {
    archive = await writeArchive(context, readme, write);
  };
  const data = join(context.dataDir, 'okhelp.db');
  const { busy } = context.t.check;
  await whileShown(busy.packing, data, context, () => writeOutput(file, content, context, { force }));
  const { files, left, changed } = archive!;
  if (!context.json) io.out(paragraph(words.exported(file, files.length), context).join('\n'));
  const say = (text: string) => io.say(paragraph(text, { io: { width: io.widthErr } }).join('\n'));
  say(words.isPrivate);
  for (const { name, why } of left) say(words.left(name, why));
  for (const { name } of changed) say(words.changed(name));
  return archive!;
}
