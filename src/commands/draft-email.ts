// okhelp draft-email: the mail to support, filled in from what is known, shown before anything is done with it.
import type { Context } from '../context.ts';
import type { Definition } from '../definition.ts';
import { languageNamed } from '../globals.ts';
import type { Messages } from '../messages/index.ts';
import type { Redaction } from '../support/draft.ts';
import { composeEmail, type EmailDraft } from '../support/email.ts';
import { cleanForTerminal } from '../terminal/clean.ts';
import { wrap } from '../terminal/width.ts';
import { askForAddresses, askForFacts } from './drafting/ask.ts';
import type { Desktop } from './drafting/deliver.ts';
import { factOptions, mailOptions } from './drafting/fact-flags.ts';
import { type FactFlags, gather } from './drafting/gather.ts';
import { handOver, type MailFlags } from './drafting/hand-over.ts';
import { keepFacts } from './drafting/keep-facts.ts';
import { addressLines } from './drafting/where-to.ts';

export interface DraftEmailOptions extends FactFlags, MailFlags {
  emailLang?: string;
}

function define(t: Messages): Definition {
  const { summary, description, examples, options } = t.email;
  return {
    summary,
    description,
    examples,
    options: [
      ...factOptions(t),
      ...mailOptions(t),
      { flags: '--attach <FILE>', description: options.attach, repeatable: true },
      { flags: '--attach-notes', description: options.attachNotes },
      { flags: '--attach-report', description: options.attachReport },
      { flags: '--copy', description: options.copy },
      { flags: '--open', description: options.open },
      { flags: '--email-lang <zh-CN|en>', description: options.emailLang },
    ],
  };
}

/** `desktop` holds the programs that copy and open; the real ones where it names none. */
async function run(options: DraftEmailOptions, context: Context, desktop: Desktop = {}): Promise<number> {
  const language = options.emailLang === undefined ? context.lang : languageNamed(options.emailLang, '--email-lang');
  const gathered = await gather(options, language, context);
  const { input, notes, contact, otherTransaction } = gathered;
  if (options.to) await (await import('./contacts/known.ts')).warnOfLookAlike(options.to, context);
  const prompter = context.json ? null : await context.prompter();
  const typed = prompter ? await askForFacts(input, prompter, context) : {};
  if (prompter) await askForAddresses(input, contact, prompter, context);
  await keepFacts(gathered, typed, context);
  const words = (await context.messages(language)).email;
  const caseId = otherTransaction ? null : input.caseId;
  return handOver(
    {
      kind: 'email',
      sent: { kind: 'sent', channel: 'email' },
      caseId,
      language,
      words,
      contact,
      notes,
      file: 'okhelp-mail.eml',
      compose: (attachments, carried) => composeEmail({ ...input, attachments, carried }, { language, words }),
      sayNext: (draft, told) => sayNext(draft, contact, told, !input.name, context),
    },
    options,
    prompter,
    context,
    desktop,
  );
}

/** On stderr: what was taken out, what is still missing, where to send it, and how long an answer takes. */
function sayNext(
  draft: EmailDraft,
  contact: string | null,
  told: readonly Redaction[],
  nameOpen: boolean,
  { io, t }: Context,
): void {
  const { email } = t;
  const lines = new Set<string>();
  for (const { kind, where } of told) lines.add(email.removed(placeNamed(where, t), kind));
  if (draft.missing.length) lines.add(email.missing(draft.missing.map((field) => email.fields[field])));
  if (nameOpen) lines.add(email.nameOpen);
  for (const line of addressLines(draft.to, contact, { t })) lines.add(line);
  lines.add(email.wait);
  for (const line of lines) io.say(wrap(line, io.widthErr).join('\n'));
}

function placeNamed(where: string, { email }: Messages): string {
  return Object.hasOwn(email.places, where) ? email.places[where]! : cleanForTerminal(where);
}

export const draftEmail = { define, run };
