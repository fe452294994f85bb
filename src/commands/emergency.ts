// okhelp emergency: what to do first when money or the account is in danger; one step at a time, or all at once.
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { readMomentFlag } from '../flags.ts';
import type { Region } from '../knowledge/region.ts';
import { formatTime, momentAt } from '../ledger/time.ts';
import { nearest } from '../nearest.ts';
import { firstOpen, states } from '../support/emergency.ts';
import { paragraph, under } from '../terminal/lines.ts';
import type { Prompter } from '../terminal/prompter.ts';
import { warn } from './diagnosis/warning.ts';
import { type EmergencyKeeper, emergencyKeeper, likeliestCase } from './emergency/keeper.ts';
import { dayRead, emergencyDocument, emergencyPage, progress, sourcesPage, stepTitle } from './emergency/page.ts';
import { askRegion, regionNamed } from './emergency/region.ts';
import { walk } from './emergency/walk.ts';

export interface EmergencyOptions {
  args: string[];
  region?: string;
  case?: string;
  new?: boolean;
  done?: string[];
  sources?: boolean;
}

export const emergency: CommandModule<EmergencyOptions> = {
  define: ({ emergency: words }) => ({
    summary: words.summary,
    description: words.description,
    options: [
      { flags: '--region <CODE>', description: words.options.region },
      { flags: '--case <ID>', description: words.options.case },
      { flags: '--new', description: words.options.fresh },
      { flags: '--done <STEP>', description: words.options.done, repeatable: true },
      { flags: '--sources', description: words.options.sources },
    ],
    examples: words.examples,
  }),

  async run(options, context) {
    if (options.case !== undefined && options.new)
      throw new OkhelpError('not-together', { flag: '--case', other: '--new' });
    const content = await context.content();
    const told = options.region === undefined ? null : regionNamed(options.region, content, context);
    let code = told ?? context.settings.region ?? null;
    const region = () => content.region(code ?? 'elsewhere');

    const atOnce = options.done !== undefined || options.sources || context.json || !context.io.stdout.isTTY;
    const prompter = atOnce ? null : await context.prompter();
    // The first thing to do stands there before anything is opened or asked.
    if (prompter) context.io.out(stepTitle(region().emergency[0]!, 0, context));
    if (context.settingsDamaged) warn(context.t.emergency.settingsDamaged, context);

    const ticks = options.done?.map((text) => tickMeant(text, region(), context)) ?? [];
    const keeper = emergencyKeeper(region().emergency, context, ticks.length > 0);
    await keeper.open(options.case, options.new === true);
    code ??= keeper.region;
    for (const { step, at } of ticks) await keeper.tick(step, at, likeliestCase);
    if (!prompter) {
      printAll(region(), code !== null, keeper, options, context);
      return 0;
    }
    const steps = async () => {
      if (code === null) {
        code = await askRegion(content, prompter, context);
        await keeper.setRegion(code);
      }
      return region().emergency;
    };
    return walkThrough(prompter, keeper, region, steps, context);
  },
};

/** `freeze`, `2`, `freeze=14:05`. Throws `unknown-step` and `bad-time`. */
function tickMeant(text: string, { emergency: steps }: Region, context: Context): { step: string; at: string } {
  const [named = '', time] = text.split(/=(.*)/s);
  const ids = steps.map(({ id }) => id);
  const step = ids.find((id) => id === named.trim().toLowerCase()) ?? ids[Number(named) - 1];
  if (!step) {
    const suggestion = nearest(named, ids);
    throw new OkhelpError('unknown-step', { step: named, steps: ids.join(', '), suggestion });
  }
  const { offset } = context.timeZone();
  const now = momentAt(context.now(), offset);
  if (time === undefined) return { step, at: formatTime(now) };
  // An hour alone is one of today.
  const today = formatTime(now).slice(0, 10);
  const whole = /^\s*\d{1,2}[:：]\d{2}/.test(time) ? `${today} ${time.trim()}` : time;
  return { step, at: formatTime(readMomentFlag('--done', whole, context)) };
}

function printAll(
  region: Region,
  known: boolean,
  keeper: EmergencyKeeper,
  { sources, done }: EmergencyOptions,
  context: Context,
): void {
  const { io, t } = context;
  const list = states(region.emergency, keeper.ticks, keeper.skipped);
  const { contacts } = keeper;
  const caseId = keeper.record?.id ?? null;
  if (context.json) {
    io.document(emergencyDocument({ region, known, list, contacts, caseId }));
    return;
  }
  const blocks = done ? [progress(list, context)] : [emergencyPage(list, contacts, context)];
  const read = dayRead(region);
  if (read && !done && !sources) blocks.push(paragraph(t.emergency.numbersRead(read), context).join('\n'));
  if (!known && !done) blocks.push(paragraph(t.emergency.noRegion, context).join('\n'));
  if (sources) blocks.push(sourcesPage(region, context));
  if (done && caseId !== null) blocks.push(t.emergency.kept(caseId));
  io.out(blocks.join('\n\n'));
}

async function walkThrough(
  prompter: Prompter,
  keeper: EmergencyKeeper,
  region: () => Region,
  steps: () => Promise<Region['emergency']>,
  context: Context,
): Promise<number> {
  const { io, t } = context;
  const words = t.emergency;
  try {
    const ended = await walk({ prompter, context, keeper, steps, first: region().emergency });
    if (!ended) {
      io.out(paragraph(keeper.able ? words.stopped : words.stoppedUnkept, context).join('\n'));
      return 0;
    }
  } catch (error) {
    if (!(error instanceof OkhelpError) || error.code !== 'interrupted') throw error;
    throw new OkhelpError(
      'interrupted',
      { resume: keeper.ticks.size > 0 && keeper.able ? 'okhelp emergency' : null },
      error,
    );
  }
  const list = states(region().emergency, keeper.ticks, keeper.skipped);
  const left = list.filter(({ tick, skipped }) => tick === null && !skipped).length;
  const id = keeper.record?.id;
  const lines = [firstOpen(list) === null ? words.allDone : words.stillOpen(left), ...(id ? [words.kept(id)] : [])];
  const read = dayRead(region());
  io.out(`\n${progress(list, context)}`);
  for (const line of [...lines, ...(read ? [words.numbersRead(read)] : [])])
    io.out(paragraph(line, context).join('\n'));
  io.out(`\n${io.paint.heading(words.next)}`);
  const which = id ? ` --case ${id}` : ' --problem unauthorised-transaction';
  const onward: [string, string][] = [
    [`okhelp draft-email${which}`, words.nextMail],
    ['okhelp diagnose', words.nextDiagnose],
  ];
  for (const [line, purpose] of onward) io.out([`  ${io.paint.command(line)}`, ...under(purpose, context)].join('\n'));
  return 0;
}
