// Takes the secrets out of all that a draft is made from, field by field.
import { MAIL_FIELDS } from '../knowledge/content.ts';
import type { TextKind } from './card-number.ts';
import type { Attachment, DraftInput, Redaction } from './draft.ts';
import type { Placeholders } from './redact.ts';

/** The text attachments that are looked into are at most this large. */
export const SEARCHED_BYTES = 1024 * 1024;

/** A copy of `input` without secrets, attachments excepted; each redaction names its field: `errorMessage`, `answers`. */
export async function redactInput(
  input: DraftInput,
  placeholders: Placeholders,
): Promise<{ input: DraftInput; redactions: Redaction[] }> {
  const redactions: Redaction[] = [];
  const clean = async (text: string, where: string, kind: TextKind = 'text'): Promise<string> => {
    if (text.trim() === '') return text;
    // The patterns of secrets take 5 ms to make: not before there is a text that could hold one.
    const { redact } = await import('./redact.ts');
    const result = await redact(text, where, placeholders, kind);
    redactions.push(...result.redactions);
    return result.text;
  };
  const fields = { ...input.fields };
  for (const field of MAIL_FIELDS) {
    const value = fields[field];
    if (value) fields[field] = await clean(value, field, KINDS[field] ?? 'text');
  }
  const answers: DraftInput['answers'] = [];
  for (const { question, answer, fact } of input.answers) {
    // The question may hold the word that makes its answer a secret, and is itself our own.
    answers.push({ question, answer: await clean(answer, 'answers'), ...(fact && { fact }) });
  }
  const tried: string[] = [];
  for (const line of input.tried) tried.push(await clean(line, 'tried'));
  const name = input.name && (await clean(input.name, 'name'));
  return { input: { ...input, fields, answers, tried, name }, redactions };
}

const KINDS: Partial<Record<string, TextKind>> = {
  transaction: 'reference',
  errorCode: 'error',
  errorMessage: 'error',
};

export interface CleanAttachment {
  attachment: Attachment;
  redactions: Redaction[];
  /** `opaque`: not a text, so nobody looked inside; `too-large`: a text too long to search. */
  unsearched: 'opaque' | 'too-large' | null;
}

/**
 * A copy of a text attachment without secrets, in UTF-8; the very same bytes where there were none. UTF-8, UTF-16 with a
 * byte order mark and GB 18030 are read as texts.
 */
export async function cleanAttachment(attachment: Attachment, placeholders: Placeholders): Promise<CleanAttachment> {
  const text = textOf(attachment.content);
  if (text === null) return { attachment, redactions: [], unsearched: 'opaque' };
  if (attachment.content.length > SEARCHED_BYTES) return { attachment, redactions: [], unsearched: 'too-large' };
  const { redact } = await import('./redact.ts');
  const { text: clean, redactions } = await redact(text, attachment.name, placeholders);
  if (redactions.length === 0) return { attachment, redactions, unsearched: null };
  return { attachment: { ...attachment, content: new TextEncoder().encode(clean) }, redactions, unsearched: null };
}

function textOf(bytes: Uint8Array): string | null {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (!utf16 && bytes.includes(0)) return null;
  for (const encoding of utf16 ? [utf16] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
      // Control characters do not stand in texts, but a PDF or picture is full of them.
      if (!/[\x01-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) return text;
    } catch {}
  }
  return null;
}
