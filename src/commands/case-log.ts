// `okhelp case log`: records what happened, from which the times for the next step count; or takes the last entry back.

import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import type { CaseEntryDocument } from '../documents/cases.ts';
import { OkhelpError } from '../errors.ts';
import type { CaseEvent } from '../support/case-event.ts';
import { item, sayWarning, tell } from '../terminal/lines.ts';
import { BACK, type Prompter } from '../terminal/prompter.ts';
import { CASE_ID, chosenCase } from './case/chosen.ts';
import { foremostDocument } from './case/documents.ts';
import { eventDetails } from './case/event-words.ts';
import { entryFrom } from './case/log-entry.ts';
import { DETAILS, kindNamed, LOGGED, type LoggedKind, NEEDED, type WrittenEntry } from './case/log-kinds.ts';
import { askEntry, askKind } from './case/log-questions.ts';
import { sayNext } from './case/say-next.ts';
import { wallClock } from './case/step-words.ts';
import { type WholeCase, wholeCase } from './case/whole.ts';

interface Options extends WrittenEntry {
  args: string[];
  undo?: boolean;
}

const PLACEHOLDERS: Partial<Record<keyof WrittenEntry, string>> = {
  at: 'TIME',
  channel: 'HOW',
  body: 'ID',
  with: 'NAME',
  due: 'DAY',
  amount: 'AMOUNT',
  currency: 'CCY',
};

export const caseLog: CommandModule<Options> = {
  define: ({ cases: { log: words } }) => ({
    summary: words.summary,
    description: words.description,
    arguments: [
      { name: '[ID]', description: words.id },
      { name: '[KIND...]', description: `${words.what}: ${LOGGED.join(', ')}` },
    ],
    options: [
      ...DETAILS.map((detail) => ({
        flags: `--${detail} <${PLACEHOLDERS[detail] ?? 'TEXT'}>`,
        description: words.options[detail],
      })),
      { flags: '--undo', description: words.options.undo },
    ],
    examples: [
      ['okhelp case log', words.examples.asked],
      ['okhelp case log sent --channel email', words.examples.sent],
      ['okhelp case log c7 call --with Wang --promised "a refund" --due 2026-03-20', words.examples.call],
      ['okhelp case log money-back --amount 500.00', words.examples.money],
      ['okhelp case log --undo', words.examples.undo],
    ],
  }),

  async run(options, context) {
    const [first, ...rest] = options.args;
    const id = first !== undefined && CASE_ID.test(first) ? first : undefined;
    const words = id === undefined ? options.args : rest;
    const record = await chosenCase(id, context);
    const whole = await wholeCase(record, context);
    return options.undo ? undo(words, whole, context) : log(words, options, whole, context);
  },
};

async function log(words: string[], options: Options, before: WholeCase, context: Context): Promise<number> {
  const named = words.length > 0 ? await kindNamed(words.join(' '), context) : null;
  const given = Object.fromEntries(DETAILS.flatMap((one) => (options[one] === undefined ? [] : [[one, options[one]]])));
  const prompter = isWhole(named, given) ? null : await context.prompter();
  if (named === null && !prompter)
    throw new OkhelpError('answer-missing', { flag: 'case log KIND', what: context.t.cases.log.missing.kind });
  const asked = prompter ? await askWhole(named, given, before, prompter, context) : { kind: named!, written: given };
  const { kind, written } = asked;
  if (written === null) {
    say(context.t.ask.review.left, context);
    return 0;
  }
  const { event, removed } = await entryFrom(kind, written, before, context);
  const { cases } = await context.store();
  const entry = cases.log(before.record.id, event);
  const whole = await wholeCase(before.record, context);
  if (context.json) printDocument(entry, removed, whole, context);
  else print(context.t.cases.recorded(whole.record.id), entry, whole, context);
  if (removed > 0) sayWarning(context.t.cases.removed(removed), context);
  if (whole.record.state === 'closed') say(context.t.cases.log.isClosed(whole.record.id), context);
  else if (!context.json) sayNext(whole, context);
  return 0;
}

/** The kind and what belongs to it; back from the first question leads to the kind again, where that was asked. */
async function askWhole(
  named: LoggedKind | null,
  given: WrittenEntry,
  before: WholeCase,
  prompter: Prompter,
  context: Context,
): Promise<{ kind: LoggedKind; written: WrittenEntry | null }> {
  for (;;) {
    const kind = named ?? (await askKind(prompter, context));
    const written = await askEntry({ kind, given, kindAsked: named === null }, before, prompter, context);
    if (written !== BACK) return { kind, written };
  }
}

/** With the kind and something about it on the line nothing more is asked. */
function isWhole(kind: LoggedKind | null, given: WrittenEntry): boolean {
  if (kind === null) return false;
  const needed = NEEDED[kind];
  return needed ? given[needed] !== undefined : Object.keys(given).length > 0;
}

function printDocument(entry: CaseEvent, secrets: number, whole: WholeCase, context: Context): void {
  const document: CaseEntryDocument = {
    schema: 'okhelp.case-entry/1',
    case: whole.record.id,
    entry,
    secrets,
    next: foremostDocument(whole, context),
  };
  context.io.document(document);
}

function print(heading: string, entry: CaseEvent, whole: WholeCase, context: Context): void {
  const { t, io } = context;
  const lead = `${entry.id}  ${wallClock(entry.at, context)}  ${t.cases.kinds[entry.kind]}`;
  const details = eventDetails(entry, whole, context);
  io.out([heading, ...item(details ? `${lead}  ${details}` : lead, context)].join('\n'));
}

function say(text: string, { io }: Context): void {
  tell(text, { io });
}

/** Takes back the entry that the person recorded last; what okhelp recorded of itself stays. */
async function undo(words: readonly string[], before: WholeCase, context: Context): Promise<number> {
  if (words.length > 0) throw new OkhelpError('unexpected-argument', { argument: words[0]! });
  const own = before.timeline.filter(({ kind }) => (LOGGED as readonly string[]).includes(kind));
  const number = ({ id }: CaseEvent) => Number(id.slice(1));
  const [last] = own.toSorted((one, other) => number(other) - number(one));
  if (!last) throw new OkhelpError('nothing-to-undo', {});
  const { cases } = await context.store();
  cases.unlog(before.record.id, last.id);
  const whole = await wholeCase(before.record, context);
  if (context.json) context.io.document({ schema: 'okhelp.case-undo/1', case: whole.record.id, takenBack: last });
  else {
    print(context.t.cases.log.undone(whole.record.id), last, before, context);
    sayNext(whole, context);
  }
  return 0;
}
