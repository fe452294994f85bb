// okhelp draft phone: a script for a call to support, and a form for what is said.
import type { Context } from '../context.ts';
import type { Definition } from '../definition.ts';
import type { Messages } from '../messages/index.ts';
import { phoneDraft } from '../support/channels/phone.ts';
import {
  type ChannelFlags,
  gatherFor,
  isUrgent,
  materialFor,
  missingNames,
  removedLines,
  whereLines,
} from './drafting/channel.ts';
import type { Desktop } from './drafting/deliver.ts';
import { factOptions, textOptions } from './drafting/fact-flags.ts';
import { handOut, type TextFlags } from './drafting/hand-out.ts';

export interface DraftPhoneOptions extends ChannelFlags, TextFlags {}

function define(t: Messages): Definition {
  const { summary, description, examples } = t.draft.phone;
  return { summary, description, examples, options: [...factOptions(t), ...textOptions(t)] };
}

/** `desktop` holds the program that copies; the real one where it names none. */
async function run(options: DraftPhoneOptions, context: Context, desktop: Desktop = {}): Promise<number> {
  const gathering = await gatherFor(options, ['phone'], { facts: true, addresses: false }, context);
  const { gathered, voice, prompter, contact } = gathering;
  const material = await materialFor(gathering, options, false, context);
  const { draft: words } = context.t;
  const draft = phoneDraft(material, voice, words);
  const { phone } = words;
  const copied = [draft.body, ...draft.more.map(({ title, text }) => `${title}\n${text}`)].join('\n\n');
  return handOut(
    {
      draft,
      voice,
      title: phone.say,
      copied: { text: copied, said: context.t.email.copied },
      lines: [
        ...removedLines(draft.redactions, context),
        ...(isUrgent(material) ? [words.urgent] : []),
        ...(draft.missing.length ? [words.tell(missingNames(draft, context))] : []),
        ...whereLines(contact, phone.where, context),
        phone.peak,
        words.polite,
        ...(draft.case === null ? [] : [phone.log(draft.case)]),
      ],
      file: 'okhelp-call.txt',
      ofCase: !gathered.otherTransaction,
    },
    options,
    prompter,
    context,
    desktop,
  );
}

export const draftPhone = { define, run };
