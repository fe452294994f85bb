// okhelp draft social: a public post with the company, the kind of problem and a case number, and nothing else.
import type { Context } from '../context.ts';
import type { Definition } from '../definition.ts';
import type { Messages } from '../messages/index.ts';
import { publicReference } from '../support/channels/public-facts.ts';
import { socialDraft } from '../support/channels/social.ts';
import { type ChannelFlags, gatherFor, isUrgent, materialFor, whereLines } from './drafting/channel.ts';
import type { Desktop } from './drafting/deliver.ts';
import { factOptions, textOptions } from './drafting/fact-flags.ts';
import { handOut, type TextFlags } from './drafting/hand-out.ts';

export interface DraftSocialOptions extends ChannelFlags, TextFlags {}

function define(t: Messages): Definition {
  const { summary, description, examples } = t.draft.social;
  const company = { flags: '--company <NAME>', description: t.draft.options.company };
  return { summary, description, examples, options: [...factOptions(t), company, ...textOptions(t)] };
}

/** `desktop` holds the program that copies; the real one where it names none. */
async function run(options: DraftSocialOptions, context: Context, desktop: Desktop = {}): Promise<number> {
  const gathering = await gatherFor(options, ['social'], { facts: false, addresses: false }, context);
  const { voice, prompter, contact } = gathering;
  const material = await materialFor(gathering, options, true, context);
  const { draft: words } = context.t;
  const { social } = words;
  const draft = { ...socialDraft(material, voice), redactions: [] };
  const { reference, hidden } = publicReference(material);
  return handOut(
    {
      draft,
      voice,
      title: null,
      copied: { text: draft.body, said: context.t.email.copied },
      lines: [
        ...(isUrgent(material) ? [words.urgent] : []),
        ...(material.company === null ? [words.companyMissing] : []),
        ...(reference === null && hidden ? [social.hidden] : []),
        // Without a case there is nothing to log the number in.
        ...(reference === null && !hidden && draft.case !== null ? [social.noReference] : []),
        ...whereLines(contact, social.where, context),
        social.fakes,
        words.polite,
        ...(draft.case === null ? [] : [social.log(draft.case)]),
      ],
      sent: 'social',
      file: 'okhelp-post.txt',
      ofCase: true,
    },
    options,
    prompter,
    context,
    desktop,
  );
}

export const draftSocial = { define, run };
