// okhelp draft forum: a post that tells what happened in order, and not to whom.
import type { Context } from '../context.ts';
import type { Definition } from '../definition.ts';
import type { Messages } from '../messages/index.ts';
import { forumDraft } from '../support/channels/forum.ts';
import { type ChannelFlags, gatherFor, isUrgent, materialFor, removedLines } from './drafting/channel.ts';
import type { Desktop } from './drafting/deliver.ts';
import { factOptions, textOptions } from './drafting/fact-flags.ts';
import { handOut, type TextFlags } from './drafting/hand-out.ts';

export interface DraftForumOptions extends ChannelFlags, TextFlags {}

function define(t: Messages): Definition {
  const { summary, description, examples } = t.draft.forum;
  const company = { flags: '--company <NAME>', description: t.draft.options.company };
  return { summary, description, examples, options: [...factOptions(t), company, ...textOptions(t)] };
}

/** `desktop` holds the program that copies; the real one where it names none. */
async function run(options: DraftForumOptions, context: Context, desktop: Desktop = {}): Promise<number> {
  const gathering = await gatherFor(options, [], { facts: false, addresses: false }, context);
  const { gathered, voice, prompter } = gathering;
  const material = await materialFor(gathering, options, true, context);
  const { draft: words } = context.t;
  const { forum } = words;
  const made = forumDraft(material, voice);
  // Of what does not stand in it nothing was taken out.
  const draft = {
    ...made,
    redactions: made.redactions.filter(({ where }) => where === 'tried' || where === 'errorCode'),
  };
  return handOut(
    {
      draft,
      voice,
      title: null,
      copied: { text: `${draft.subject}\n\n${draft.body}`, said: context.t.email.copied },
      lines: [
        ...removedLines(draft.redactions, context),
        ...(isUrgent(material) ? [words.urgent] : []),
        ...(material.company === null ? [words.companyMissing] : []),
        ...(material.input.tried.length > 0 ? [forum.read] : []),
        forum.where,
        forum.fakes,
      ],
      file: 'okhelp-post.txt',
      ofCase: !gathered.otherTransaction,
    },
    options,
    prompter,
    context,
    desktop,
  );
}

export const draftForum = { define, run };
