// okhelp draft-email: the mail to support, filled in from what is known, shown before anything is done with it.
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import type { Definition } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { languageNamed } from '../globals.ts';
import { PROBLEM_IDS } from '../knowledge/content.ts';
import type { Messages } from '../messages/index.ts';
import type { Attachment, Redaction } from '../support/draft.ts';
import { composeEmail } from '../support/email.ts';
import { toMailto } from '../support/mailto.ts';
import { cleanForTerminal } from '../terminal/clean.ts';
import type { Prompter } from '../terminal/prompter.ts';
import { wrap } from '../terminal/width.ts';
import { askForMissing } from './drafting/ask.ts';
import { attachFiles, joined, notesOf } from './drafting/attach.ts';
import { type Beside, expectFree, planBeside, sayBeside, sayLoose, writeBeside } from './drafting/beside.ts';
import {
  copyDraft,
  type Desktop,
  type Format,
  offer,
  openDraft,
  type Parcel,
  rendered,
  sayEnclosed,
  show,
  writeDraft,
} from './drafting/deliver.ts';
import { type FactFlags, gather } from './drafting/gather.ts';
import { askSent, keepDraft, sayLater } from './drafting/keep.ts';

export interface DraftEmailOptions extends FactFlags {
  format?: Format;
  output?: string;
  force?: boolean;
  attach?: string[];
  attachNotes?: boolean;
  copy?: boolean;
  open?: boolean;
  emailLang?: string;
}

function define(t: Messages): Definition {
  const { summary, description, examples, options } = t.email;
  return {
    summary,
    description,
    examples,
    options: [
      { flags: '--case <ID>', description: options.case },
      { flags: '--problem <ID>', description: options.problem, choices: PROBLEM_IDS },
      { flags: '--account <ID>', description: options.account },
      { flags: '--time <TIME>', description: options.time },
      { flags: '--error-code <C>', description: options.errorCode },
      { flags: '--error-message <M>', description: options.errorMessage },
      { flags: '--amount <A>', description: options.amount },
      { flags: '--currency <CCY>', description: options.currency },
      { flags: '--transaction <ID>', description: options.transaction },
      { flags: '--counterparty <WHO>', description: options.counterparty },
      { flags: '--tried <WHAT>', description: options.tried, repeatable: true },
      { flags: '--to <ADDRESS>', description: options.to },
      { flags: '--from <ADDRESS>', description: options.from },
      { flags: '--format <FORMAT>', description: options.format, choices: ['text', 'eml', 'mailto'] },
      { flags: '-o, --output <FILE>', description: options.output },
      { flags: '--force', description: options.force },
      { flags: '--attach <FILE>', description: options.attach, repeatable: true },
      { flags: '--attach-notes', description: options.attachNotes },
      { flags: '--copy', description: options.copy },
      { flags: '--open', description: options.open },
      { flags: '--email-lang <zh-CN|en>', description: options.emailLang },
    ],
  };
}

/** `desktop` holds the programs that copy and open; the real ones where it names none. */
async function run(options: DraftEmailOptions, context: Context, desktop: Desktop = {}): Promise<number> {
  const language = options.emailLang === undefined ? context.lang : languageNamed(options.emailLang, '--email-lang');
  if (options.output === '') throw new OkhelpError('missing-value', { flag: '--output' });
  const { input, notes, contact } = await gather(options, language, context);
  if (options.to) await (await import('./contacts/known.ts')).warnOfLookAlike(options.to, context);
  const prompter = context.json ? null : await context.prompter();
  if (prompter) await askForMissing(input, contact, prompter, context);

  const words = (await context.messages(language)).email;
  const named = options.attach ?? [];
  const again = named.some((path) => resolve(context.host.cwd, path) === notes.file);
  const used = options.attachNotes && notes.file && !again ? [notes.file] : [];
  const files = await attachFiles([...named, ...used], words.placeholders, context);
  const own = options.attachNotes ? await notesOf(notes, words.placeholders, context) : null;
  const attached = own ? joined(files, own) : files;

  const delivery = deliveryOf(options, context);
  const { carried, file } = delivery;
  const beside = file !== null && !carried ? planBeside(file, attached, context) : null;
  const listed = beside?.map(({ attachment }) => attachment) ?? attached.attachments;
  const removed = [...attached.nameRedactions, ...attached.redactions];
  const compose = async (attachments: Attachment[], inside: boolean) => {
    const made = await composeEmail({ ...input, attachments, carried: inside }, { language, words });
    return { ...made, redactions: [...made.redactions, ...removed] };
  };
  const draft = await compose(listed, carried || beside !== null);
  const enclosing = async () => (carried ? draft : compose(attached.attachments, true));
  const { attachments, origins } = attached;
  const cleaned = attachments
    .filter((_, i) => origins[i]!.secrets > 0 && origins[i]!.path !== null)
    .map(({ name }) => name);
  const parcel: Parcel = { draft, enclosing, attachments, cleaned, carried, words, contact };
  await deliver(parcel, delivery, beside, options, context, desktop);
  if (beside) sayBeside(beside, context);
  context.io.say('');
  if (!beside && !carried) sayLoose(attached, context);
  // Of a copy that exists nowhere it is not said that secrets were taken out of it.
  const copied = carried || beside !== null;
  const told = copied ? draft.redactions : draft.redactions.filter((one) => !attached.redactions.includes(one));
  sayNext(parcel, told, !input.name, context);

  const free = options.format === undefined && !options.output && !options.copy && !options.open;
  const offered = prompter && free && context.io.stdout.isTTY;
  const taken = offered ? await offer(parcel, prompter, context, desktop) : !free;
  await keep(parcel, input.caseId, taken ? prompter : null, context);
  return 0;
}

/** Keeps the draft with its case; where it was handed over at a terminal, asks whether it was sent. */
async function keep(
  { draft }: Parcel,
  caseId: string | null,
  prompter: Prompter | null,
  context: Context,
): Promise<void> {
  if (caseId === null) return;
  const { language, subject, body, to } = draft;
  const id = await keepDraft(caseId, { kind: 'email', language, subject, body }, context);
  if (id === null) return;
  const details = { ...(to && { to }), draft: id };
  if (prompter) await askSent(caseId, { kind: 'sent', channel: 'email', ...details }, prompter, context);
  else sayLater(caseId, context);
}

interface Delivery {
  format: Format;
  /** The file to write; null for standard output and devices, beside which nothing can lie. */
  file: string | null;
  /** Whether what is written holds the attachments. */
  carried: boolean;
}

function deliveryOf({ output, format: wanted }: DraftEmailOptions, { json }: Context): Delivery {
  const format = wanted ?? (output?.toLowerCase().endsWith('.eml') ? 'eml' : 'text');
  const toFile = output !== undefined && output !== '-';
  const file = toFile && !/^\/(?:dev|proc)\//.test(output) ? output : null;
  // With --json standard output has the document alone.
  return { format, file, carried: format === 'eml' && (toFile || !json) };
}

/** With `--json` the document comes last, so that an error on the way is the only document. */
async function deliver(
  parcel: Parcel,
  { format, file, carried }: Delivery,
  beside: readonly Beside[] | null,
  options: DraftEmailOptions,
  context: Context,
  desktop: Desktop,
): Promise<void> {
  const { output, force = false } = options;
  const { email } = context.t;
  const toStdout = output === undefined || output === '-';
  if (file !== null && beside) {
    await expectFree([file, ...beside.flatMap((one) => one.file ?? [])], force, context);
    await writeBeside(beside, force, context);
  }
  if (!toStdout) await writeDraft(parcel, format, output, force, context);
  else if (!context.json) show(await rendered(parcel, format, context), format, context);
  if (carried) sayEnclosed(parcel, context);
  if (format === 'mailto' && toMailto(parcel.draft, parcel.words.mail.shortened).shortened)
    context.io.say(email.linkShortened);
  if (options.copy) await copyDraft(parcel, format, context, desktop);
  if (options.open) await openDraft(parcel, !toStdout && format === 'eml' ? output : null, context, desktop);
  if (context.json) context.io.out(JSON.stringify(parcel.draft, null, 2));
}

/** On stderr: what was taken out, what is still missing, where to send it, and how long an answer takes. */
function sayNext({ draft, contact }: Parcel, told: Redaction[], nameOpen: boolean, { io, t }: Context): void {
  const { email } = t;
  const lines = new Set<string>();
  for (const { kind, where } of told) lines.add(email.removed(placeNamed(where, t), kind));
  if (draft.missing.length) lines.add(email.missing(draft.missing.map((field) => email.fields[field])));
  if (nameOpen) lines.add(email.nameOpen);
  if (draft.to) lines.add(email.sendTo(draft.to));
  else if (contact) for (const line of [email.savedContact(contact), email.useContact]) lines.add(line);
  else for (const line of [email.noAddress, email.saveAddress, email.sendOpen]) lines.add(line);
  lines.add(email.wait);
  for (const line of lines) io.say(wrap(line, io.widthErr).join('\n'));
}

function placeNamed(where: string, { email }: Messages): string {
  return Object.hasOwn(email.places, where) ? email.places[where]! : cleanForTerminal(where);
}

export const draftEmail = { define, run };
