// check --fix: goes through the mismatches of the recorded notes, applies what the user accepts as one undoable change,
// and proves it by checking again.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { stepFor } from '../../ledger/apply.ts';
import { type CheckOptions, checkNotes } from '../../ledger/check.ts';
import type { CheckResult, Explanation, Mismatch } from '../../ledger/findings.ts';
import type { Note } from '../../ledger/note.ts';
import { mismatchInZone } from '../../ledger/reader-zone.ts';
import type { Store } from '../../store/store.ts';
import { BACK, type Prompter } from '../../terminal/prompter.ts';
import { review } from '../asking/review.ts';

export interface Fixed {
  /** Explanations whose corrections were applied, in order. */
  applied: Explanation[];
  /** The check of the notes as they are now. */
  result: CheckResult;
}

const LABEL = 'check --fix';

/**
 * `yes` takes the likeliest explanation of each mismatch without asking, where it is certain or likely and only changes
 * what was recorded: an entry that nobody wrote down is not added without a word. Otherwise asks at
 * the terminal; where it may not, throws `needs-yes`.
 */
export async function fixNotes(options: CheckOptions, yes: boolean, context: Context): Promise<Fixed> {
  const store = await context.store();
  const before = checkNotes(store.notes.list(), options);
  if (before.balanced) return { applied: [], result: before };
  const prompter = yes ? null : await context.prompter();
  if (!yes && !prompter) throw new OkhelpError('needs-yes', { flag: '--yes' });
  const all = before.accounts.flatMap(({ mismatches }) => mismatches);
  const chosen = prompter ? await askAll(all, prompter, context) : all.map(sure);
  const applied = chosen.filter((one) => one !== null);
  if (applied.length) apply(applied, store, context);
  return { applied, result: checkNotes(store.notes.list(), options) };
}

function sure({ explanations: [best] }: Mismatch): Explanation | null {
  if (!best || best.confidence === 'possible' || best.corrections.length === 0) return null;
  return best.corrections.some(({ op }) => op === 'add') ? null : best;
}

/** Asks about each in turn; several corrections are shown together before they are made. None where the person leaves. */
async function askAll(all: readonly Mismatch[], prompter: Prompter, context: Context): Promise<(Explanation | null)[]> {
  const { fix, where, causes } = context.t.check;
  const chosen: (Explanation | null)[] = [];
  for (let at = 0; at < all.length; ) {
    const answer = await ask(all[at]!, at > 0, prompter, context);
    if (answer === BACK) at--;
    else chosen[at++] = answer;
  }
  while (chosen.filter(Boolean).length > 1) {
    const rows = all.map(({ at }, i) => ({
      field: `${i}`,
      name: where(at.note),
      value: chosen[i] ? causes[chosen[i].cause] : fix.leave,
    }));
    const count = chosen.filter(Boolean).length;
    const wanted = await review(rows, { message: fix.review(count), save: fix.correct }, prompter, context.t);
    if (wanted === 'save') return chosen;
    if (wanted === 'leave') return [];
    const answer = await ask(all[Number(wanted)]!, true, prompter, context);
    if (answer !== BACK) chosen[Number(wanted)] = answer;
  }
  return chosen;
}

async function ask(
  mismatch: Mismatch,
  back: boolean,
  prompter: Prompter,
  { t, timeZone }: Context,
): Promise<Explanation | null | typeof BACK> {
  const seen = mismatchInZone(mismatch, timeZone().offset);
  const choices = mismatch.explanations
    .map((explanation, i) => ({
      value: explanation as Explanation | null,
      label: t.check.fix.choice(t.check.causes[explanation.cause], t.check.confidences[explanation.confidence]),
      hint: t.check.explain(seen.explanations[i]!, seen),
    }))
    .filter(({ value }) => value!.corrections.length > 0);
  return prompter.select<Explanation | null>({
    back,
    help: t.why.fix,
    message: t.check.fix.question(t.check.where(mismatch.at.note)),
    choices: [...choices, { value: null, label: t.check.fix.leave, hint: t.check.compareFirst }],
  });
}

/** All in one transaction: either every correction is recorded, or none. */
function apply(explanations: readonly Explanation[], { notes }: Store, { t }: Context): void {
  notes.together(LABEL, () => {
    for (const correction of explanations.flatMap(({ corrections }) => corrections)) {
      const all: Note[] = notes.list();
      const { memo, memoOfFee } = t.check.fix;
      const isFee = correction.op === 'add' && correction.type === 'fee';
      const step = stepFor(correction, all, isFee ? memoOfFee : memo);
      if (step.op === 'set') notes.edit(step.id, step.patch, LABEL);
      else if (step.op === 'remove') notes.remove([step.id], LABEL);
      else notes.add([step.note], LABEL);
    }
  });
}
