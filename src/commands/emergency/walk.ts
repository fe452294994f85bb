// The emergency steps at a terminal, one at a time: each is shown, then asked about; every tick is kept at once.
import type { Context } from '../../context.ts';
import { formatTime, momentAt } from '../../ledger/time.ts';
import type { CaseRecord } from '../../store/store.ts';
import { firstOpen, type StepState, states } from '../../support/emergency.ts';
import { paragraph } from '../../terminal/lines.ts';
import { BACK, type Prompter } from '../../terminal/prompter.ts';
import { dayOf } from '../contacts/known.ts';
import type { EmergencyKeeper } from './keeper.ts';
import { progress, stateOf, stepDetails, stepTitle } from './page.ts';

export interface Walk {
  prompter: Prompter;
  context: Context;
  keeper: EmergencyKeeper;
  /** The steps of the region as it is known; asks for it where it is not. */
  steps(): Promise<StepState['step'][]>;
  /** The steps before the region is known; the title of the first one was shown before anything else. */
  first: StepState['step'][];
}

type Answer = 'done' | 'later' | 'skip' | 'stop' | 'keep' | 'undo';

/** Goes through the steps that are open; gives whether the person came to the end. Ctrl-C throws `interrupted`. */
export async function walk({ prompter, context, keeper, steps, first }: Walk): Promise<boolean> {
  const { io } = context;
  const now = (list: StepState['step'][]) => states(list, keeper.ticks, keeper.skipped);
  let list = first;
  let place = firstOpen(now(list));
  if (place !== 0) {
    list = await steps();
    sayProgress(now(list), keeper, context);
  }
  for (let titled = place === 0; place !== null && place < list.length; titled = false) {
    if (place > 0) list = await steps();
    const state = now(list)[place]!;
    if (!titled) io.out(`\n${stepTitle(state.step, place, context)}`);
    io.out(`${stepDetails(state.step, keeper.contacts, context)}\n`);
    const answer = await asked(state, place, list.length, prompter, context);
    if (answer === 'stop') return false;
    if (answer === BACK) {
      place--;
      continue;
    }
    if (answer === 'done') {
      const at = formatTime(momentAt(context.now(), context.timeZone().offset));
      await keeper.tick(state.step.id, at, (open) => whichCase(open, prompter, context));
    }
    if (answer === 'undo') {
      await keeper.untick(state.step.id);
      continue;
    }
    if (answer === 'skip') await keeper.skip(state.step.id);
    place = nextPlace(now(list), place);
  }
  return true;
}

/** The next step that is open; those that are done are passed over. */
function nextPlace(list: readonly StepState[], place: number): number | null {
  const next = firstOpen(list.slice(place + 1));
  return next === null ? null : place + 1 + next;
}

function sayProgress(list: readonly StepState[], keeper: EmergencyKeeper, context: Context): void {
  const { io, t } = context;
  io.out(`\n${progress(list, context)}`);
  if (!keeper.record) return;
  const day = dayOf({ saved: keeper.record.created }, context);
  io.out(paragraph(t.emergency.goesOn(keeper.record.id, day), context, io.paint.quiet).join('\n'));
}

function asked(
  state: StepState,
  place: number,
  total: number,
  prompter: Prompter,
  context: Context,
): Promise<Answer | typeof BACK> {
  const { isDone, choices } = context.t.emergency;
  const settled = state.tick !== null || state.skipped;
  const offered: Answer[] = settled ? ['keep', 'undo', 'stop'] : ['done', 'later', 'skip', 'stop'];
  const already = stateOf(state, context);
  return prompter.select<Answer>({
    message: isDone(place + 1, total) + (already && ` (${already})`),
    help: context.t.why.emergency.step,
    choices: offered.map((value) => ({ value, label: choices[value] })),
    back: place > 0,
  });
}

async function whichCase(open: CaseRecord[], prompter: Prompter, context: Context): Promise<CaseRecord | null> {
  const { emergency } = context.t;
  const { problems } = await context.content();
  const title = ({ problem }: CaseRecord) => problems.find(({ id }) => id === problem)?.title ?? problem;
  const chosen = await prompter.select<CaseRecord | null>({
    message: emergency.whichCase,
    choices: [
      ...open.map((one) => ({
        value: one,
        label: emergency.caseTitle(one.id, title(one), dayOf({ saved: one.created }, context)),
      })),
      { value: null, label: emergency.newCase },
    ],
  });
  return chosen === BACK ? null : chosen;
}
