// `okhelp case next`: what is due, why, from when and until when, and the command that does it.
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import { paragraph, tell } from '../terminal/lines.ts';
import { chosenCase } from './case/chosen.ts';
import { askCircumstances, type CircumstanceFlags, keepCircumstances } from './case/circumstances.ts';
import { nextDocument } from './case/documents.ts';
import { stepLines } from './case/step-words.ts';
import { type WholeCase, wholeCase } from './case/whole.ts';

interface Options extends CircumstanceFlags {
  args: string[];
  sources?: boolean;
}

export const caseNext: CommandModule<Options> = {
  define: ({ cases: { nextSteps: words, id } }) => ({
    summary: words.summary,
    arguments: [{ name: '[ID]', description: id }],
    options: [
      { flags: '--sources', description: words.options.sources },
      { flags: '--region <CODE>', description: words.options.region },
      { flags: '--balance-kind <KIND>', description: words.options.balance, choices: ['fiat', 'token', 'unknown'] },
      { flags: '--licensed <ANSWER>', description: words.options.licensed, choices: ['yes', 'no', 'unknown'] },
    ],
    examples: [
      ['okhelp case next', words.examples.one],
      ['okhelp case next c7 --region GB', words.examples.region],
      ['okhelp case next --sources', words.examples.sources],
      ['okhelp case next --json', words.examples.json],
    ],
  }),

  async run(options, context) {
    const { io } = context;
    const record = await keepCircumstances(await chosenCase(options.args[0], context), options, context);
    let whole = await wholeCase(record, context);
    const prompter = context.json || record.state !== 'open' ? null : await context.prompter();
    if (prompter) whole = await askCircumstances(whole, prompter, context);
    if (context.json) io.document(nextDocument(whole, context));
    else show(whole, options.sources ?? false, context);
    return 0;
  },
};

function show(whole: WholeCase, sources: boolean, context: Context): void {
  const { io, t } = context;
  const { record, title, region, assumed } = whole;
  io.out(paragraph(t.cases.nextSteps.heading(record.id, title), context, io.paint.heading).join('\n'));
  io.out('');
  if (record.state === 'closed') io.out(paragraph(t.steps.closed(record.id), context).join('\n'));
  else io.out(stepLines(whole, sources, context).join('\n'));
  if (region && assumed && record.state === 'open') tell(t.steps.regionUnknown(region.title), { io });
}
