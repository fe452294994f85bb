// Hands a mail over: its attachments read and cleaned, the draft shown, written, copied or opened, and kept with its case.

import { resolve } from 'node:path';
import type { Context } from '../../context.ts';
import type { OkhelpDocument } from '../../documents/index.ts';
import { OkhelpError } from '../../errors.ts';
import type { Language } from '../../globals.ts';
import type { Messages } from '../../messages/index.ts';
import type { DraftKind, NewCaseEvent } from '../../support/case-event.ts';
import type { Attachment, Redaction } from '../../support/draft.ts';
import { toMailto } from '../../support/mailto.ts';
import { tell } from '../../terminal/lines.ts';
import type { Prompter } from '../../terminal/prompter.ts';
import { type Attached, attachFiles, joined, notesOf } from './attach.ts';
import { type Beside, expectFree, planBeside, sayBeside, sayLoose, writeBeside } from './beside.ts';
import {
  copyDraft,
  type Desktop,
  type Format,
  type Letter,
  offer,
  openDraft,
  type Parcel,
  rendered,
  sayEnclosed,
  show,
  writeDraft,
} from './deliver.ts';
import { askSent, isWatched, keepDraft, sayLater } from './keep.ts';
import type { NotesAtHand } from './kept-finding.ts';

export interface MailFlags {
  format?: Format;
  output?: string;
  force?: boolean;
  attach?: string[];
  attachNotes?: boolean;
  attachReport?: boolean;
  copy?: boolean;
  open?: boolean;
}

type MailDocument = Letter & OkhelpDocument;

/** A mail to be handed over; `Draft` is its document for `--json`. */
export interface Mail<Draft extends MailDocument> {
  kind: DraftKind;
  /** The case with which it is kept; null where there is none. */
  caseId: string | null;
  /** What goes into the timeline when the person says that it was sent. */
  sent: Omit<NewCaseEvent, 'at'>;
  /** The mail's own language, and its words. */
  language: Language;
  words: Messages['email'];
  /** Where the person reaches support other than by mail; null where nothing is saved. */
  contact: string | null;
  /** What stands behind "To:" where no address is known, if it does not go to the provider. */
  toOpen?: string;
  /** What `--attach-notes` attaches. */
  notes: NotesAtHand;
  /** The name of a file that is offered at the terminal. */
  file: string;
  /** `carried`: whether the attachments travel with it. */
  compose(attachments: Attachment[], carried: boolean): Promise<Draft>;
  /** Says on stderr what comes next; `told` is what was taken out of the text and of the copies that there are. */
  sayNext(draft: Draft, told: readonly Redaction[]): void;
}

/** Gives the exit status. Throws the errors of reading and writing files, `no-clipboard` and `no-opener`. */
export async function handOver<Draft extends MailDocument>(
  mail: Mail<Draft>,
  options: MailFlags,
  prompter: Prompter | null,
  context: Context,
  desktop: Desktop,
): Promise<number> {
  const { words, notes } = mail;
  if (options.output === '') throw new OkhelpError('missing-value', { flag: '--output' });
  const named = options.attach ?? [];
  const again = named.some((path) => resolve(context.host.cwd, path) === notes.file);
  const used = options.attachNotes && notes.file && !again ? [notes.file] : [];
  const files = await attachFiles([...named, ...used], words.placeholders, context);
  const own = options.attachNotes ? await notesOf(notes, words.placeholders, context) : null;
  const withNotes = own ? joined(files, own) : files;
  const attached = options.attachReport
    ? joined(withNotes, await reportOf(mail.caseId, mail.language, context))
    : withNotes;

  const delivery = deliveryOf(options, context);
  const { carried, file } = delivery;
  const beside = file !== null && !carried ? planBeside(file, attached, context) : null;
  const listed = beside?.map(({ attachment }) => attachment) ?? attached.attachments;
  const removed = [...attached.nameRedactions, ...attached.redactions];
  const compose = async (attachments: Attachment[], inside: boolean) => {
    const made = await mail.compose(attachments, inside);
    return { ...made, redactions: [...made.redactions, ...removed] };
  };
  const draft = await compose(listed, carried || beside !== null);
  const enclosing = async () => (carried ? draft : compose(attached.attachments, true));
  const { attachments, origins } = attached;
  const cleaned = attachments
    .filter((_, i) => origins[i]!.secrets > 0 && origins[i]!.path !== null)
    .map(({ name }) => name);
  const parcel: Parcel = {
    draft,
    enclosing,
    attachments,
    cleaned,
    carried,
    words,
    contact: mail.contact,
    file: mail.file,
    ...(mail.toOpen && { toOpen: mail.toOpen }),
  };
  await deliver(parcel, delivery, beside, options, context, desktop);
  if (beside) sayBeside(beside, context);
  context.io.say('');
  if (!beside && !carried) sayLoose(attached, context);
  // Of a copy that exists nowhere it is not said that secrets were taken out of it.
  const copied = carried || beside !== null;
  const told = copied ? draft.redactions : draft.redactions.filter((one) => !attached.redactions.includes(one));
  mail.sayNext(draft, told);
  const { language, subject, body } = draft;
  const kept = mail.caseId && (await keepDraft(mail.caseId, { kind: mail.kind, language, subject, body }, context));
  // The document comes last, so that an error on the way is the only one.
  if (context.json) context.io.document(draft);

  const free = options.format === undefined && !options.output && !options.copy && !options.open;
  const offered = prompter && free && context.io.stdout.isTTY;
  const taken = offered ? await offer(parcel, prompter, context, desktop) : !free;
  if (!kept) return 0;
  const to = draft.to ? { to: draft.to } : {};
  const event = { ...mail.sent, ...to, draft: kept };
  const sent = prompter && taken && (await askSent(mail.caseId!, event, prompter, context));
  // The others name their own command beside the draft.
  if (!sent && mail.kind === 'email') sayLater(mail.caseId!, context);
  return 0;
}

async function reportOf(caseId: string | null, language: Language, context: Context): Promise<Attached> {
  const { reportAttachment } = await import('../report/attachment.ts');
  return reportAttachment(caseId, language, context);
}

interface Delivery {
  format: Format;
  /** The file to write; null for standard output and devices, beside which nothing can lie. */
  file: string | null;
  /** Whether what is written holds the attachments. */
  carried: boolean;
}

function deliveryOf({ output, format: wanted }: MailFlags, { json }: Context): Delivery {
  const format = wanted ?? (output?.toLowerCase().endsWith('.eml') ? 'eml' : 'text');
  const toFile = output !== undefined && output !== '-';
  const file = toFile && !/^\/(?:dev|proc)\//.test(output) ? output : null;
  // With --json standard output has the document alone.
  return { format, file, carried: format === 'eml' && (toFile || !json) };
}

async function deliver(
  parcel: Parcel,
  { format, file, carried }: Delivery,
  beside: readonly Beside[] | null,
  options: MailFlags,
  context: Context,
  desktop: Desktop,
): Promise<void> {
  const { output, force = false } = options;
  const { email } = context.t;
  const toStdout = output === undefined || output === '-';
  if (!toStdout && isWatched(context)) show(`${await rendered(parcel, 'text', context)}\n`, 'text', context);
  if (file !== null && beside) {
    await expectFree([file, ...beside.flatMap((one) => one.file ?? [])], force, context);
    await writeBeside(beside, force, context);
  }
  if (!toStdout) await writeDraft(parcel, format, output, force, context);
  else if (!context.json) show(await rendered(parcel, format, context), format, context);
  if (carried) sayEnclosed(parcel, context);
  if (format === 'mailto' && toMailto(parcel.draft, parcel.words.mail.shortened).shortened)
    tell(email.linkShortened, context);
  if (options.copy) await copyDraft(parcel, format, context, desktop);
  if (options.open) await openDraft(parcel, !toStdout && format === 'eml' ? output : null, context, desktop);
}
