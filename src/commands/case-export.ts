// `okhelp case export`: all of a case in one archive that the person keeps.
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { writeOutput } from '../files.ts';
import { cleanForTerminal } from '../terminal/clean.ts';
import { answer } from '../terminal/lines.ts';
import { wrap } from '../terminal/width.ts';
import { archiveOf } from './case/archive.ts';
import { chosenCase } from './case/chosen.ts';
import { sha256Of } from './case/evidence.ts';
import { packing } from './case/packing.ts';
import { wholeCase } from './case/whole.ts';

interface Options {
  args: string[];
  output?: string;
  force?: boolean;
}

export const caseExport: CommandModule<Options> = {
  define: ({ cases: { archive, id } }) => ({
    summary: archive.summary,
    description: archive.description,
    arguments: [{ name: '[ID]', description: id }],
    options: [
      { flags: '-o, --output <FILE>', description: archive.output },
      { flags: '--force', description: archive.force },
    ],
    examples: [
      ['okhelp case export', archive.examples.one],
      ['okhelp case export c7 -o case.zip', archive.examples.named],
    ],
  }),

  async run({ args, output, force }, context) {
    const { io, t, json } = context;
    const words = t.cases.archive;
    if (output === '') throw new OkhelpError('missing-value', { flag: '--output' });
    // Bytes, which a terminal cannot show.
    if (output === '-')
      throw new OkhelpError('bad-value', { flag: '--output', value: '-', expected: t.cases.expected.file });
    const whole = await wholeCase(await chosenCase(args[0], context), context);
    const archive = await archiveOf(whole, context);
    const { zipOf } = await import('../formats/zip-archive.ts');
    const file = output ?? `okhelp-case-${whole.record.id}.zip`;
    await writeOutput(file, await zipOf(archive.files, context.now(), packing), context, { force });
    if (json) {
      const files = archive.files.map(({ name, content }) => ({
        name,
        bytes: content.length,
        sha256: sha256Of(content),
      }));
      const { left, cleaned, unsearched, redactions } = archive;
      const document = { schema: 'okhelp.case-export/1' as const, case: whole.record.id, file, files };
      io.document({ ...document, left, cleaned, unsearched, redactions });
    } else answer(words.written(file, archive.files.length), { io });
    const say = (text: string) => io.say(wrap(cleanForTerminal(text), io.widthErr).join('\n'));
    for (const { name, why } of archive.left) say(words.leftOut(name, words.left[why]));
    for (const name of archive.cleaned) say(words.cleaned(name));
    for (const { name, why } of archive.unsearched) say(why === 'opaque' ? words.opaque(name) : words.tooLarge(name));
    return 0;
  },
};
