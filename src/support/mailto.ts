// The draft as a link that opens the mail program: RFC 6068.
import { visibleLine, visibleText } from '../ledger/visible.ts';
import type { EmailDraft } from './email.ts';

/** Mail programs and browsers cut links off beyond about 2,000 characters. */
export const LINK_LENGTH = 2000;

export interface MailtoLink {
  link: string;
  /** Paragraphs were left out so that it fits, and the body says so. */
  shortened: boolean;
}

/** UTF-8 percent-encoded, line breaks as %0D%0A. `note` closes a shortened body. Attachments cannot be carried. */
export function toMailto(draft: Pick<EmailDraft, 'to' | 'subject' | 'body'>, note: string): MailtoLink {
  const start = `mailto:${addressPart(draft.to ?? '')}?subject=${encoded(visibleLine(draft.subject))}&body=`;
  const body = visibleText(draft.body);
  const whole = start + encoded(body);
  if (whole.length <= LINK_LENGTH) return { link: whole, shortened: false };
  const paragraphs = body.split('\n\n').map((text, place) => ({ text, place }));
  let length = start.length + encoded(note).length;
  const kept = paragraphs
    .toSorted((a, b) => weight(a, paragraphs.length) - weight(b, paragraphs.length))
    .filter(({ text }) => {
      const more = encoded(`${text}\n\n`).length;
      const fits = length + more <= LINK_LENGTH;
      if (fits) length += more;
      return fits;
    })
    .sort((a, b) => a.place - b.place);
  return { link: start + encoded([...kept.map(({ text }) => text), note].join('\n\n')), shortened: true };
}

/** What is kept first: greeting, opening and details, then what is asked for (a numbered list), then the name at the end. */
function weight({ text, place }: { text: string; place: number }, count: number): number {
  if (place < 3) return place;
  return /^1\. /m.test(text) ? 3 : place === count - 1 ? 4 : 5 + place;
}

function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/\r\n?|\n/g, '\r\n'));
}

/** RFC 6068 section 2: everything in the address but `@` and unreserved signs is encoded. */
function addressPart(address: string): string {
  return encodeURIComponent(address).replace('%40', '@');
}
