// The draft as a file that mail programs open for sending: RFC 5322 and MIME, through nodemailer's composer.
import { visibleLine, visibleText } from '../ledger/visible.ts';
import type { Attachment } from './draft.ts';
import type { EmailDraft } from './email.ts';
import { charsetOf } from './text-charset.ts';

/** What of a draft the file is made from. */
export type Message = Pick<EmailDraft, 'to' | 'from' | 'subject' | 'body' | 'language'>;

/**
 * The message as ASCII text with CRLF. `X-Unsent: 1` makes mail programs open it as a draft. `now` is its date, in
 * milliseconds since the epoch. Where no reply address is known there is no From: see DECISIONS.md. Message id and boundary come from the content, so the same draft gives the same bytes.
 */
export async function toEml(draft: Message, attachments: readonly Attachment[], now: number): Promise<string> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const digest = await digestOf(draft, attachments, now);
  const composer = new MailComposer({
    ...(draft.to ? { to: { name: '', address: draft.to } } : {}),
    ...(draft.from ? { from: { name: '', address: draft.from } } : {}),
    subject: visibleLine(draft.subject),
    text: visibleText(draft.body).replace(/\n/g, '\r\n'),
    date: new Date(now),
    messageId: `<${digest}@okhelp.invalid>`,
    headers: { 'X-Unsent': '1', 'Content-Language': draft.language },
    attachments: attachments.map(({ name, type, content }) => ({
      filename: name,
      contentType: typeOf(type, content),
      content: Buffer.from(content),
      contentTransferEncoding: 'base64',
    })),
    baseBoundary: digest.slice(0, 16),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  } as ConstructorParameters<typeof MailComposer>[0]);
  const bytes: Uint8Array = await composer.compile().build();
  return new TextDecoder().decode(bytes);
}

/** A text with its charset, without which RFC 2046 section 4.1.2 has it read as US-ASCII; none where it is not sure. */
function typeOf(type: string, content: Uint8Array): string {
  const charset = type.startsWith('text/') ? charsetOf(content) : null;
  return charset ? `${type}; charset=${charset}` : type;
}

async function digestOf(draft: Message, attachments: readonly Attachment[], now: number): Promise<string> {
  const written = new TextEncoder().encode(JSON.stringify([draft, now]));
  const whole = Buffer.concat([written, ...attachments.map(({ content }) => content)]);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
  return [...hash.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
