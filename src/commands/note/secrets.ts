// Which fields of a note seem to hold a secret, such as a card number; the note keeps what was written, and says so.

import type { Context } from '../../context.ts';
import type { Note, NoteField } from '../../ledger/note.ts';
import type { Messages } from '../../messages/index.ts';
import type { SecretKind } from '../../support/draft.ts';
import { sayWarning, tell } from '../../terminal/lines.ts';

/** The fields of free text; in a transaction id and an error some numbers mean something else. */
const TEXTS = { account: 'text', counterparty: 'text', reference: 'reference', error: 'error', memo: 'text' } as const;
type TextField = keyof typeof TEXTS;

/** One short word: no secret fits in it that could be told from another word. */
const HARMLESS = /^(?:[\w.-]{0,11}|\p{sc=Han}{0,11})$/u;

export interface FoundSecret {
  field: NoteField;
  kind: SecretKind;
}

/** What looks like a secret in those of `fields` that are free text; each field and kind once. */
export async function secretsIn(note: Note, fields: readonly NoteField[], t: Messages): Promise<FoundSecret[]> {
  const found: FoundSecret[] = [];
  for (const field of fields.filter((name): name is TextField => name in TEXTS)) {
    if (HARMLESS.test(note[field])) continue;
    const { redact } = await import('../../support/redact.ts');
    const { redactions } = await redact(note[field], field, t.email.placeholders, TEXTS[field]);
    for (const kind of new Set(redactions.map((redaction) => redaction.kind))) found.push({ field, kind });
  }
  return found;
}

/** Says what was found, that it stays on this computer, and how to take it out; on stderr. */
export function warnOfSecrets(
  note: Note,
  secrets: readonly FoundSecret[],
  context: Pick<Context, 'io' | 't' | 'plain'>,
): void {
  const { t } = context;
  const words = t.note.secrets;
  for (const { field, kind } of secrets) {
    sayWarning(words.found(t.ledger.fields[field], words.kinds[kind]), context);
  }
  for (const field of new Set(secrets.map((secret) => secret.field)))
    tell(words.takeOut(`okhelp note edit ${note.id} --${field} "" --for-good`), context);
}
