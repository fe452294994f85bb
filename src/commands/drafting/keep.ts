// Keeps a draft with its case, and what the person says of having sent it.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { formatTime, momentAt } from '../../ledger/time.ts';
import type { CaseDraft, NewCaseEvent } from '../../support/case-event.ts';
import type { Prompter } from '../../terminal/prompter.ts';
import { wrap } from '../../terminal/width.ts';
import { saidOf } from './gather.ts';

/**
 * Keeps the draft, with an entry in the timeline; one that is the same as the last of its kind is not kept twice. Gives its
 * id, or null where it cannot be kept, which is said: the draft itself is there all the same.
 */
export async function keepDraft(
  caseId: string,
  draft: Omit<CaseDraft, 'id' | 'created'>,
  context: Pick<Context, 'store' | 'now' | 'timeZone' | 'io' | 't'>,
): Promise<string | null> {
  const { kind, language, subject, body } = draft;
  try {
    const { cases } = await context.store();
    const last = cases.drafts(caseId).findLast((one) => one.kind === kind);
    if (last?.subject === subject && last.body === body && last.language === language) return last.id;
    const at = formatTime(momentAt(context.now(), context.timeZone().offset));
    return cases.together(() => {
      const { id } = cases.addDraft(caseId, { kind, language, subject, body });
      cases.log(caseId, { kind: 'drafted', at, draft: id });
      return id;
    });
  } catch (error) {
    if (!(error instanceof OkhelpError)) throw error;
    const { message } = saidOf(error, context);
    context.io.say(wrap(context.t.cases.sent.notKept(message), context.io.widthErr).join('\n'));
    return null;
  }
}

/** At a terminal: whether it was sent; a yes goes into the timeline. Gives whether it was. */
export async function askSent(
  caseId: string,
  event: Omit<NewCaseEvent, 'at'>,
  prompter: Prompter,
  context: Pick<Context, 'store' | 'now' | 'timeZone' | 'io' | 't'>,
): Promise<boolean> {
  const { sent } = context.t.cases;
  if (!(await prompter.confirm({ message: sent.ask, default: false }))) return false;
  const at = formatTime(momentAt(context.now(), context.timeZone().offset));
  (await context.store()).cases.log(caseId, { ...event, at });
  context.io.say(wrap(sent.logged(caseId), context.io.widthErr).join('\n'));
  return true;
}

/** How to record the sending later. */
export function sayLater(caseId: string, { io, t }: Pick<Context, 'io' | 't'>): void {
  io.say(wrap(t.cases.sent.later(caseId), io.widthErr).join('\n'));
}

/** Whether a person sits at the terminal: what goes to a file is then shown before it is written. */
export function isWatched({ io, json, quiet, mayAsk }: Pick<Context, 'io' | 'json' | 'quiet' | 'mayAsk'>): boolean {
  return Boolean(io.stdout.isTTY) && !json && !quiet && mayAsk();
}
