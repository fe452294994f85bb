// The notes a diagnosis looks into, from the store or from a file, with the check of them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context.ts';
import type { About, Facts } from '../../diagnosis/fact.ts';
import { OkhelpError } from '../../errors.ts';
import type { CheckResult } from '../../ledger/findings.ts';
import type { Note } from '../../ledger/note.ts';
import { whileShown } from '../../terminal/long-work.ts';
import { noteDefaults } from '../note/defaults.ts';
import { sentence, warn } from './warning.ts';

export interface NotesAtHand {
  notes: readonly Note[];
  /** Null where there are no notes to check. */
  check: CheckResult | null;
  /** What they say about the trouble; see `drawFacts`. */
  facts(about: About): Facts;
}

/** The store's file; without it there are no notes, and nothing needs to be opened. */
const STORE_FILE = 'okhelp.db';

/**
 * Reads and checks the notes. Rows of a file that cannot be read are left out with a warning; a file that cannot be read
 * at all is an error. Where the store cannot be read, a warning is given and there are none.
 */
export async function notesAtHand(file: string | undefined, context: Context): Promise<NotesAtHand> {
  const read = () => readAndChecked(file, context);
  if (file !== undefined) return read();
  return whileShown(context.t.check.busy.notes, join(context.dataDir, STORE_FILE), context, read);
}

async function readAndChecked(file: string | undefined, context: Context): Promise<NotesAtHand> {
  const found = file === undefined ? await fromStore(context) : await fromFile(file, context);
  if (found.notes.length === 0) return { notes: [], check: null, facts: () => ({}) };
  const [{ checkNotes }, { drawFacts }] = await Promise.all([
    import('../../ledger/check.ts'),
    import('../../diagnosis/facts.ts'),
  ]);
  const { notes, source } = found;
  const check = source ? { ...checkNotes(notes), source } : checkNotes(notes);
  return { notes, check, facts: (about) => drawFacts(notes, check, about, context.now()) };
}

interface Found {
  notes: readonly Note[];
  source?: CheckResult['source'];
}

async function fromStore(context: Context): Promise<Found> {
  if (!existsSync(join(context.dataDir, STORE_FILE))) return { notes: [] };
  try {
    return { notes: (await context.store()).notes.list() };
  } catch (error) {
    if (!(error instanceof OkhelpError)) throw error;
    warn(context.t.diagnose.warnings.notRead(sentence(error, context)), context);
    return { notes: [] };
  }
}

async function fromFile(file: string, context: Context): Promise<Found> {
  const { readNotesFile } = await import('../../notes-file.ts');
  const { notes, source } = await readNotesFile(file, {}, noteDefaults(context), context);
  const { unreadable } = source;
  if (unreadable.length > 0) warn(context.t.diagnose.warnings.rows(unreadable.length, file), context);
  return { notes, source };
}
