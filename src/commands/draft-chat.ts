// okhelp draft chat: the first message for a live chat, short enough for its box, and the details for when they ask.
import type { Context } from '../context.ts';
import type { Definition } from '../definition.ts';
import type { Messages } from '../messages/index.ts';
import { chatDraft, lengthOf } from '../support/channels/chat.ts';
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

export interface DraftChatOptions extends ChannelFlags, TextFlags {
  second?: boolean;
}

function define(t: Messages): Definition {
  const { summary, description, examples, second } = t.draft.chat;
  const options = [...factOptions(t), { flags: '--second', description: second }, ...textOptions(t)];
  return { summary, description, examples, options };
}

/** `desktop` holds the program that copies; the real one where it names none. */
async function run(options: DraftChatOptions, context: Context, desktop: Desktop = {}): Promise<number> {
  const gathering = await gatherFor(options, ['chat'], { facts: true, addresses: false }, context);
  const { gathered, voice, prompter, contact } = gathering;
  const material = await materialFor(gathering, options, false, context);
  const { draft: words } = context.t;
  const { chat } = words;
  const draft = chatDraft(material, voice, words, options.second);
  const [second] = draft.more;
  return handOut(
    {
      draft,
      voice,
      title: options.second ? null : chat.first(lengthOf(draft.body)),
      copied: { text: draft.body, said: options.second ? chat.copiedSecond : chat.copied },
      ...(second && { second: { label: words.offer.copySecond, text: second.text, said: chat.copiedSecond } }),
      lines: [
        ...removedLines(draft.redactions, context),
        ...(isUrgent(material) ? [words.urgent] : []),
        ...(draft.missing.length ? [words.tell(missingNames(draft, context))] : []),
        ...whereLines(contact, chat.where, context),
        chat.codes,
        chat.keep,
        words.polite,
        ...(draft.case === null ? [] : [chat.log(draft.case)]),
      ],
      sent: 'chat',
      file: 'okhelp-chat.txt',
      ofCase: !gathered.otherTransaction,
    },
    options,
    prompter,
    context,
    desktop,
  );
}

export const draftChat = { define, run };
