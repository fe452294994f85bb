// `okhelp case close`: how it ended.

import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { formatTime, momentAt } from '../ledger/time.ts';
import { type CaseResult, type EventDetails, RESULTS } from '../support/case-event.ts';
import { answer, sayWarning } from '../terminal/lines.ts';
import { wrap } from '../terminal/width.ts';
import { chosenCase } from './case/chosen.ts';
import { caseDocument } from './case/documents.ts';
import { statesOf } from './case/evidence.ts';
import { readSum, withoutSecrets } from './case/log-entry.ts';
import { wholeCase } from './case/whole.ts';

interface Options {
  args: string[];
  result?: CaseResult;
  amount?: string;
  currency?: string;
  text?: string;
}

export const caseClose: CommandModule<Options> = {
  define: ({ cases: { close, id, log } }) => ({
    summary: close.summary,
    arguments: [{ name: '[ID]', description: id }],
    options: [
      { flags: '--result <RESULT>', description: close.result, choices: RESULTS },
      { flags: '--amount <AMOUNT>', description: close.amount },
      { flags: '--currency <CCY>', description: log.options.currency },
      { flags: '--text <TEXT>', description: close.text },
    ],
    examples: [
      ['okhelp case close --result solved', close.examples.solved],
      ['okhelp case close c7 --result partly-solved --amount 200.00', close.examples.partly],
      ['okhelp case close c7', close.examples.asked],
    ],
  }),

  async run({ args, result: given, amount, currency, text }, context) {
    const { t, io } = context;
    const words = t.cases.close;
    const record = await chosenCase(args[0], context);
    if (record.state === 'closed') throw new OkhelpError('case-closed', { case: record.id });
    const prompter = given ? null : await context.prompter();
    if (!given && !prompter) throw new OkhelpError('answer-missing', { flag: '--result', what: words.what });
    const result =
      given ??
      ((await prompter!.select({
        message: words.question,
        help: t.why.close,
        choices: RESULTS.map((value) => ({ value, label: words.labels[value] })),
      })) as CaseResult);
    const { cases } = await context.store();
    const details: EventDetails = { result };
    if (amount !== undefined) Object.assign(details, readSum({ amount, currency }, { record }, context));
    else if (currency !== undefined) throw new OkhelpError('needs-flag', { flag: '--currency', needed: '--amount' });
    const said = await withoutSecrets(text ?? '', 'text', context);
    if (said.text) details.text = said.text;
    const at = formatTime(momentAt(context.now(), context.timeZone().offset));
    const closed = cases.together(() => {
      cases.log(record.id, { kind: 'closed', at, ...details });
      return cases.setState(record.id, 'closed');
    });
    if (context.json) {
      const whole = await wholeCase(closed, context);
      io.document(caseDocument(whole, await statesOf(whole.evidence), context));
      return 0;
    }
    answer(words.done(record.id, t.cases.results[result]), { io });
    if (said.removed > 0) sayWarning(t.cases.removed(said.removed), context);
    io.say(wrap(words.again(record.id), io.widthErr).join('\n'));
    return 0;
  },
};
