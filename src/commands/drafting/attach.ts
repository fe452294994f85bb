// The files that go with the mail: read, cleaned of secrets where they are texts, and named.
import { basename } from 'node:path';
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { readInput } from '../../files.ts';
import type { Note } from '../../ledger/note.ts';
import { visibleLine } from '../../ledger/visible.ts';
import type { Attachment, Redaction } from '../../support/draft.ts';
import { oneLine } from '../../support/fields.ts';
import type { Placeholders } from '../../support/redact.ts';
import { cleanAttachment } from '../../support/redact-input.ts';
import { tell } from '../../terminal/lines.ts';
import type { NotesAtHand } from './kept-finding.ts';

const TYPES: Record<string, string> = {
  csv: 'text/csv',
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
};

export interface Attached {
  attachments: Attachment[];
  /** What was taken out of the contents. */
  redactions: Redaction[];
  /** What was taken out of the names. */
  nameRedactions: Redaction[];
  /** Where each came from, in the same order. */
  origins: Origin[];
}

export interface Origin {
  /** The user's file; null where there is none: the notes of the store, standard input. */
  path: string | null;
  /** How many secrets stand in the original and not in the copy. */
  secrets: number;
}

/** Reads what `--attach` names; the files themselves are never changed. Throws the errors of `readInput`. */
export async function attachFiles(
  paths: readonly string[],
  placeholders: Placeholders,
  context: Context,
): Promise<Attached> {
  const { email } = context.t;
  if (paths.filter((path) => path === '-').length > 1) throw new OkhelpError('two-stdin', {});
  const attached: Attached = { attachments: [], redactions: [], nameRedactions: [], origins: [] };
  for (const path of paths) {
    const content = await readInput(oneLine('--attach', path), context);
    const given = path === '-' ? 'stdin.txt' : basename(path);
    const type = TYPES[given.split('.').at(-1)!.toLowerCase()] ?? 'application/octet-stream';
    const clean = await cleanAttachment({ name: given, type, content }, placeholders);
    const { name } = clean.attachment;
    attached.attachments.push(clean.attachment);
    attached.redactions.push(...clean.redactions);
    attached.nameRedactions.push(...clean.nameRedactions);
    attached.origins.push({ path: path === '-' ? null : path, secrets: clean.redactions.length });
    if (clean.unsearched) tell(clean.unsearched === 'opaque' ? email.opaque(name) : email.tooLong(name), context);
  }
  return attached;
}

/** Both, one behind the other. */
export function joined(first: Attached, second: Attached): Attached {
  return {
    attachments: [...first.attachments, ...second.attachments],
    redactions: [...first.redactions, ...second.redactions],
    nameRedactions: [...first.nameRedactions, ...second.nameRedactions],
    origins: [...first.origins, ...second.origins],
  };
}

/** The notes of the store as CSV; null, and said, where there are none or those that were looked into are gone. */
export async function notesOf(
  { recorded, file, gone, kept }: NotesAtHand,
  placeholders: Placeholders,
  { io, t }: Pick<Context, 'io' | 't'>,
): Promise<Attached | null> {
  if (file !== null) return null;
  if (gone !== null) tell(t.email.notesGone(gone), { io });
  else if (!kept) tell(t.email.notesNotKept, { io });
  else if (recorded.length === 0) tell(t.email.noNotes, { io });
  else return attachNotes(recorded, placeholders);
  return null;
}

/** The notes as CSV, cell by cell without secrets. */
export async function attachNotes(notes: readonly Note[], placeholders: Placeholders): Promise<Attached> {
  const { writeNotes } = await import('../../formats/okhelp-csv.ts');
  const { redact } = await import('../../support/redact.ts');
  const redactions: Redaction[] = [];
  const cleaned: Note[] = [];
  for (const note of notes) {
    const copy = { ...note };
    for (const field of ['account', 'counterparty', 'reference', 'error', 'memo'] as const) {
      const kind = field === 'reference' ? 'reference' : field === 'error' ? 'error' : 'text';
      const result = await redact(visibleLine(note[field]).trim(), 'notes', placeholders, kind);
      copy[field] = result.text;
      redactions.push(...result.redactions);
    }
    cleaned.push(copy);
  }
  const content = new TextEncoder().encode(writeNotes(cleaned));
  return {
    attachments: [{ name: 'notes.csv', type: 'text/csv', content }],
    redactions,
    nameRedactions: [],
    origins: [{ path: null, secrets: redactions.length }],
  };
}
