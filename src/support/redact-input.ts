// Takes the secrets out of all that a draft is made from, field by field.

import { MAIL_FIELDS } from '../knowledge/content.ts';
import { visibleLine } from '../ledger/visible.ts';
import type { TextKind } from './card-number.ts';
import type { Attachment, DraftInput, Redaction } from './draft.ts';
import type { Placeholders } from './redact.ts';
import { readText } from './text-charset.ts';

/** The text attachments that are looked into are at most this large. */
export const SEARCHED_BYTES = 1024 * 1024;

/** A copy of `input` without secrets, attachments excepted; each redaction names its field: `errorMessage`, `answers`. */
export async function redactInput(
  input: DraftInput,
  placeholders: Placeholders,
): Promise<{ input: DraftInput; redactions: Redaction[] }> {
  const redactions: Redaction[] = [];
  const clean = async (text: string, where: string, kind: TextKind = 'text'): Promise<string> => {
    if (text.trim() === '' || isPlain(where, text)) return text;
    text = visibleLine(text);
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
  for (const { question, answer, fact, own } of input.answers) {
    // The question may hold the word that makes its answer a secret, and is itself our own.
    answers.push({ question, answer: own ? answer : await clean(answer, 'answers'), ...(fact && { fact }) });
  }
  const tried: string[] = [];
  for (const line of input.tried) tried.push(await clean(line, 'tried'));
  const name = input.name && (await clean(input.name, 'name'));
  return { input: { ...input, fields, answers, tried, name }, redactions };
}

/** An amount, a currency or a time in the form that okhelp gives them: too short, or too well formed, for a secret. */
const PLAIN: Partial<Record<string, RegExp>> = {
  amount: /^[+-]?\d{1,11}(\.\d{1,18})?$/,
  currency: /^[A-Z][A-Z0-9.]{1,11}$/,
  time: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?[+-]\d{2}:\d{2}$/,
};

function isPlain(field: string, text: string): boolean {
  return PLAIN[field]?.test(text) ?? false;
}

const KINDS: Partial<Record<string, TextKind>> = {
  transaction: 'reference',
  errorCode: 'error',
  errorMessage: 'error',
};

export interface CleanAttachment {
  attachment: Attachment;
  /** What was taken out of its content. */
  redactions: Redaction[];
  /** What was taken out of its name. */
  nameRedactions: Redaction[];
  /** `opaque`: not a text, so nobody looked inside; `too-large`: a text too long to search. */
  unsearched: 'opaque' | 'too-large' | null;
}

/**
 * A copy of a text attachment without secrets, in UTF-8; the very same bytes where there were none. UTF-8, UTF-16 with a
 * byte order mark and GB 18030 are read as texts. Of any attachment the name is cleaned, its ending kept.
 */
export async function cleanAttachment(given: Attachment, placeholders: Placeholders): Promise<CleanAttachment> {
  const { name, redactions: nameRedactions } = await cleanName(given.name, placeholders);
  const attachment = { ...given, name };
  const asItIs = (unsearched: CleanAttachment['unsearched']) => ({
    attachment,
    redactions: [],
    nameRedactions,
    unsearched,
  });
  const read = readText(attachment.content);
  if (read === null) return asItIs('opaque');
  if (attachment.content.length > SEARCHED_BYTES) return asItIs('too-large');
  if (read.text.trim() === '') return asItIs(null);
  const { redact } = await import('./redact.ts');
  const { text: clean, redactions } = await redact(read.text, name, placeholders);
  if (redactions.length === 0) return asItIs(null);
  const content = new TextEncoder().encode(clean);
  return { attachment: { ...attachment, content }, redactions, nameRedactions, unsearched: null };
}

/** A card number in a name is masked with x: no system forbids it in the name of a file. */
async function cleanName(name: string, placeholders: Placeholders): Promise<{ name: string; redactions: Redaction[] }> {
  const [, stem, ending] = /^(.+?)(\.[A-Za-z0-9]{1,8})?$/s.exec(name) ?? [name, name, ''];
  const { redact } = await import('./redact.ts');
  const { text, redactions } = await redact(stem!, 'attachments', placeholders);
  if (redactions.length === 0) return { name, redactions };
  return { name: `${text.replace(/\*/g, 'x')}${ending ?? ''}`, redactions };
}
