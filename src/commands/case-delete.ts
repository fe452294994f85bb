// `okhelp case delete ID`: a case with all that hangs on it is gone for good, after asking.
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { wrap } from '../terminal/width.ts';
import { chosenCase } from './case/chosen.ts';
import { wholeCase } from './case/whole.ts';
import { sweepData } from './own/sweep.ts';

interface Options {
  args: string[];
  yes?: boolean;
}

export const caseDelete: CommandModule<Options> = {
  define: ({ cases: { remove, idNeeded } }) => ({
    summary: remove.summary,
    arguments: [{ name: '<ID>', description: idNeeded }],
    options: [{ flags: '-y, --yes', description: remove.yes }],
    examples: [
      ['okhelp case delete c7', remove.examples.asked],
      ['okhelp case delete c7 --yes', remove.examples.yes],
    ],
  }),

  async run({ args, yes }, context) {
    const { io, t } = context;
    const words = t.cases.remove;
    const record = await chosenCase(args[0], context);
    if (!yes) {
      const prompter = await context.prompter();
      if (!prompter) throw new OkhelpError('needs-yes', { flag: '--yes' });
      const { title, timeline, drafts } = await wholeCase(record, context);
      const message = words.sure(record.id, title, timeline.length, drafts.length);
      if (!(await prompter.confirm({ message, default: false }))) {
        io.say(wrap(words.kept, io.widthErr).join('\n'));
        return 0;
      }
    }
    (await context.store()).cases.discard(record.id);
    const swept = await sweepData(context);
    if (context.json) io.document({ schema: 'okhelp.case-delete/1', deleted: record.id, swept });
    else io.out(wrap(words.done(record.id), io.width).join('\n'));
    return 0;
  },
};
