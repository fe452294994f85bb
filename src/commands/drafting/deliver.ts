// Hands the draft over: as text, file, link, on the clipboard, or opened in the mail program.
import { resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { writeOutput } from '../../files.ts';
import type { Messages } from '../../messages/index.ts';
import type { Attachment } from '../../support/draft.ts';
import type { EmailDraft } from '../../support/email.ts';
import { toMailto } from '../../support/mailto.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';
import { copyText, programs, type Run } from '../../terminal/clipboard.ts';
import { readable, tell, tellFailed } from '../../terminal/lines.ts';
import { type Open, openTarget } from '../../terminal/opener.ts';
import type { BACK, Prompter } from '../../terminal/prompter.ts';
import { saidOf } from './gather.ts';

export type Format = 'text' | 'eml' | 'mailto';

/** The programs that a draft may be handed to; made-up ones in tests. */
export interface Desktop {
  run?: Run;
  open?: Open;
}

/** A draft that is a mail: the first one, a follow-up, a complaint. */
export type Letter = Pick<EmailDraft, 'language' | 'to' | 'from' | 'subject' | 'body' | 'redactions'>;

export interface Parcel {
  draft: Letter;
  /** The draft as an .eml holds it, with its attachments inside. */
  enclosing: () => Promise<Letter>;
  attachments: Attachment[];
  /** Whether the format carries the attachments. */
  carried: boolean;
  /** The names of the attachments of which a cleaned copy was made. */
  cleaned: string[];
  /** The words of the mail's own language. */
  words: Messages['email'];
  /** Where the user reaches support other than by mail, as saved; null where nothing is. */
  contact: string | null;
  /** What stands behind "To:" where no address is known, if it does not go to the provider. */
  toOpen?: string;
  /** The name of a file that is offered at the terminal. */
  file: string;
}

/** The draft in a format, without a line break at the end of text and link. */
export async function rendered(
  { draft, enclosing, attachments, words, contact, toOpen }: Omit<Parcel, 'file'>,
  format: Format,
  context: Pick<Context, 'now'>,
): Promise<string> {
  if (format === 'mailto') return toMailto(draft, words.mail.shortened).link;
  if (format === 'eml') {
    const { toEml } = await import('../../support/eml.ts');
    return toEml(await enclosing(), attachments, context.now());
  }
  const { preview, mail } = words;
  const head = [mail.row(preview.to, draft.to ?? toOpen ?? (contact ? words.savedPlace(contact) : words.whereToFind))];
  if (draft.from) head.push(mail.row(preview.from, draft.from));
  head.push(mail.row(preview.subject, draft.subject));
  return [...head, '', ...draft.body.split('\n')].map(cleanForTerminal).join('\n');
}

/** Writes to standard output; an .eml ends with a line break of its own. */
export function show(text: string, format: Format, { io }: Pick<Context, 'io'>): void {
  if (format === 'eml') io.stdout.write(text);
  else io.out(format === 'text' ? readable(text, io) : text);
}

export async function writeDraft(
  parcel: Parcel,
  format: Format,
  file: string,
  force: boolean,
  context: Context,
): Promise<void> {
  const text = await rendered(parcel, format, context);
  await writeOutput(file, format === 'eml' ? text : `${text}\n`, context, { force });
  if (file !== '-') tell(context.t.email.written(file), context);
}

/** What an .eml holds: cleaned copies; and that its sender is left open where no reply address is known. */
export function sayEnclosed(
  { draft, cleaned }: Pick<Parcel, 'draft' | 'cleaned'>,
  { io, t }: Pick<Context, 'io' | 't'>,
): void {
  for (const name of cleaned) tell(t.email.attachedClean(name), { io });
  if (!draft.from) tell(t.email.noFrom, { io });
}

/** Copies subject and text (the link, for `mailto`): what one pastes into a mail or a web form. */
export async function copyDraft(parcel: Parcel, format: Format, context: Context, desktop: Desktop): Promise<void> {
  const { draft, words } = parcel;
  const text =
    format === 'mailto'
      ? await rendered(parcel, format, context)
      : `${words.mail.row(words.preview.subject, draft.subject)}\n\n${draft.body}\n`;
  await copyText(text, context.host.platform, desktop.run ?? programs(context.host.env));
  tell(context.t.email.copied, context);
}

/** Opens the .eml that was written, else a mailto link. */
export async function openDraft(parcel: Parcel, eml: string | null, context: Context, desktop: Desktop): Promise<void> {
  const { email } = context.t;
  const { link, shortened } = toMailto(parcel.draft, parcel.words.mail.shortened);
  await openTarget(eml ? resolve(context.host.cwd, eml) : link, desktop.open);
  tell(email.opened, context);
  if (eml) return;
  const { attachments, carried } = parcel;
  // Where the format carries none either, it was said before.
  if (carried && attachments.length > 0) tell(email.attachYourself(attachments.map(({ name }) => name)), context);
  if (shortened) tell(email.linkShortened, context);
}

type Handling = 'write' | 'copy' | 'open' | 'done';

/**
 * At the terminal: write, copy or open, as often as wanted. What fails is said, and another way can be taken. Gives whether
 * anything was done.
 */
export async function offer(parcel: Parcel, prompter: Prompter, context: Context, desktop: Desktop): Promise<boolean> {
  const { email } = context.t;
  const words = email.offer;
  let eml: string | null = null;
  let taken = false;
  for (;;) {
    const choice: Handling | typeof BACK = await prompter.select<Handling>({
      message: words.message,
      choices: (['write', 'copy', 'open', 'done'] as const).map((value) => ({ value, label: words[value] })),
      default: taken ? 'done' : undefined,
    });
    try {
      if (choice === 'copy') await copyDraft(parcel, 'text', context, desktop);
      else if (choice === 'open') await openDraft(parcel, eml, context, desktop);
      else if (choice === 'write') eml = (await askAndWrite(parcel, prompter, context)) ?? eml;
      else return taken;
      taken ||= choice !== 'write' || eml !== null;
    } catch (error) {
      if (!(error instanceof OkhelpError) || error.code === 'interrupted') throw error;
      tellFailed(saidOf(error, context), context);
    }
  }
}

async function askAndWrite(parcel: Parcel, prompter: Prompter, context: Context): Promise<string | null> {
  const words = context.t.email.offer;
  const answer = await prompter.input({
    message: words.file,
    help: context.t.why.file,
    default: parcel.file,
    back: true,
  });
  const file = typeof answer === 'string' ? answer.trim() : '';
  if (!file) return null;
  try {
    await writeDraft(parcel, 'eml', file, false, context);
  } catch (error) {
    if (!(error instanceof OkhelpError) || error.code !== 'file-exists') throw error;
    if (!(await prompter.confirm({ message: words.replace(cleanForTerminal(file)), default: false }))) return null;
    await writeDraft(parcel, 'eml', file, true, context);
  }
  sayEnclosed(parcel, context);
  return file;
}
