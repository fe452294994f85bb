// `okhelp case reopen`: a closed case goes on.

import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { formatTime, momentAt } from '../ledger/time.ts';
import { answer, sayWarning } from '../terminal/lines.ts';
import { chosenCase } from './case/chosen.ts';
import { caseDocument } from './case/documents.ts';
import { statesOf } from './case/evidence.ts';
import { withoutSecrets } from './case/log-entry.ts';
import { sayNext } from './case/say-next.ts';
import { wholeCase } from './case/whole.ts';

interface Options {
  args: string[];
  text?: string;
}

export const caseReopen: CommandModule<Options> = {
  define: ({ cases: { reopen, idNeeded } }) => ({
    summary: reopen.summary,
    arguments: [{ name: '<ID>', description: idNeeded }],
    options: [{ flags: '--text <TEXT>', description: reopen.text }],
    examples: [['okhelp case reopen c7', reopen.examples.named]],
  }),

  async run({ args, text }, context) {
    const { t, io } = context;
    const record = await chosenCase(args[0], context);
    if (record.state !== 'closed') throw new OkhelpError('case-not-closed', { case: record.id });
    const said = await withoutSecrets(text ?? '', 'text', context);
    const at = formatTime(momentAt(context.now(), context.timeZone().offset));
    const { cases } = await context.store();
    // One whose questions were left in the middle goes on with them; nothing else ever happened to it.
    const own = cases.timeline(record.id).filter(({ kind }) => kind !== 'closed' && kind !== 'reopened');
    const unfinished = record.outcome === null && own.length === 0;
    const open = cases.together(() => {
      cases.log(record.id, { kind: 'reopened', at, ...(said.text && { text: said.text }) });
      return cases.setState(record.id, unfinished ? 'asking' : 'open');
    });
    const whole = await wholeCase(open, context);
    if (context.json) {
      io.document(caseDocument(whole, await statesOf(whole.evidence), context));
      return 0;
    }
    answer(t.cases.reopen.done(record.id), { io });
    if (said.removed > 0) sayWarning(t.cases.removed(said.removed), context);
    sayNext(whole, context);
    return 0;
  },
};
