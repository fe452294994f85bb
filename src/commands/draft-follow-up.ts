// okhelp draft follow-up: the second, shorter mail, with what was sent when and what is still missing.
import type { Context } from '../context.ts';
import type { Definition } from '../definition.ts';
import type { Messages } from '../messages/index.ts';
import type { CaseEvent } from '../support/case-event.ts';
import { firstContact, followUpDraft } from '../support/channels/follow-up.ts';
import { isProviders } from '../support/channels/material.ts';
import { epochOf } from '../support/ladder.ts';
import { type ChannelFlags, gatherFor, materialFor, missingNames, removedLines, sayAll } from './drafting/channel.ts';
import { dayFlag, today } from './drafting/day.ts';
import type { Desktop } from './drafting/deliver.ts';
import { factOptions, mailOptions } from './drafting/fact-flags.ts';
import { handOver, type MailFlags } from './drafting/hand-over.ts';
import { addressLines } from './drafting/where-to.ts';

export interface DraftFollowUpOptions extends ChannelFlags, MailFlags {
  sent?: string;
  by?: string;
}

/** An answer to a mail usually comes within this time (guidance C3). */
const ANSWER_HOURS = 24;

function define(t: Messages): Definition {
  const { summary, description, examples, options } = t.draft.followUp;
  return {
    summary,
    description,
    examples,
    options: [
      ...factOptions(t),
      { flags: '--sent <DAY>', description: options.sent },
      { flags: '--by <DAY>', description: options.by },
      ...mailOptions(t),
      { flags: '--copy', description: t.email.options.copy },
      { flags: '--open', description: t.email.options.open },
      { flags: '--email-lang <zh-CN|en>', description: t.draft.options.emailLang },
    ],
  };
}

/** `desktop` holds the programs that copy and open; the real ones where it names none. */
async function run(options: DraftFollowUpOptions, context: Context, desktop: Desktop = {}): Promise<number> {
  const day = today(context);
  const sent = options.sent === undefined ? null : dayFlag('--sent', options.sent, context);
  const by = options.by === undefined ? null : dayFlag('--by', options.by, context, day);
  const gathering = await gatherFor(options, [], { facts: false, addresses: true }, context);
  const { gathered, timeline, voice, prompter } = gathering;
  const material = await materialFor(gathering, options, false, context);
  const { input } = gathered;
  const { followUp } = context.t.draft;
  const logged = firstContact(timeline) !== null;
  const hours = logged ? hoursSinceLast(timeline, context.now()) : null;
  return handOver(
    {
      kind: 'follow-up',
      sent: { kind: 'follow-up', channel: 'email' },
      caseId: gathered.otherTransaction ? null : input.caseId,
      language: voice.language,
      words: voice.email,
      contact: gathered.contact,
      notes: gathered.notes,
      file: 'okhelp-follow-up.eml',
      compose: async () => {
        const made = followUpDraft(material, { sent, by, today: day }, voice);
        return { ...made, subject: made.subject! };
      },
      sayNext: (draft, told) =>
        sayAll(
          [
            ...removedLines(told, context),
            ...(hours !== null && hours < ANSWER_HOURS ? [followUp.early(hours)] : []),
            ...(logged || sent || input.caseId === null ? [] : [followUp.notLogged(input.caseId)]),
            ...(draft.missing.length ? [context.t.draft.missing(missingNames(draft, context))] : []),
            ...(input.name ? [] : [context.t.email.nameOpen]),
            ...addressLines(draft.to, gathered.contact, context),
            followUp.polite,
            ...(input.caseId === null ? [] : [followUp.log(input.caseId)]),
          ],
          context,
        ),
    },
    options,
    prompter,
    context,
    desktop,
  );
}

/** Since the last message that went out; null where something came back after it. */
function hoursSinceLast(timeline: readonly CaseEvent[], now: number): number | null {
  const last = timeline.filter(isProviders).findLast(({ kind }) => !['diagnosed', 'drafted', 'remark'].includes(kind));
  if (!last || !['sent', 'follow-up', 'complaint'].includes(last.kind)) return null;
  return Math.floor((now - epochOf(last.at)) / 3_600_000);
}

export const draftFollowUp = { define, run };
