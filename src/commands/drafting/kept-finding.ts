// What a case keeps of the notes file that its diagnosis looked into: where it lies, and what the check found in it.
import { resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import type { Language } from '../../globals.ts';
import type { Problem } from '../../knowledge/content.ts';
import type { CheckResult } from '../../ledger/findings.ts';
import type { Note } from '../../ledger/note.ts';
import type { CaseRecord, NewCase } from '../../store/store.ts';
import type { Finding } from '../../support/draft.ts';
import { CHECK_REDACTIONS, writtenRedactions } from '../../support/kept-redactions.ts';

const FILE = 'notesFile';
const OFF = 'checkOff';
const textKey = (language: Language) => `checkText.${language}`;

/** Whether the mail is about a balance that is off, so that the check belongs in it. */
export function concernsBalance(problem: Problem, answers: Readonly<Record<string, string>>): boolean {
  return (
    problem.id === 'balance-mismatch' ||
    problem.questions.some(({ id, fact }) => fact === 'mismatch' && answers[id] === 'yes')
  );
}

/** The case with what the mail will need of a notes file (`-`: standard input), which may be gone by then. */
export async function withFinding(
  record: NewCase,
  problem: Problem,
  file: string | undefined,
  check: CheckResult | null,
  context: Context,
): Promise<NewCase> {
  if (file === undefined) return record;
  const fields = { ...record.fields };
  if (file !== '-') fields[FILE] = resolve(context.host.cwd, file);
  if (check && concernsBalance(problem, record.answers)) {
    const { checkSection } = await import('../../support/check-section.ts');
    for (const language of ['en', 'zh-CN'] as const) {
      const { lines, off, redactions } = await checkSection(check, {
        language,
        words: (await context.messages(language)).email,
      });
      fields[textKey(language)] = lines.join('\n');
      fields[OFF] = off ? 'yes' : 'no';
      if (redactions.length > 0) fields[CHECK_REDACTIONS] = writtenRedactions(redactions);
    }
  }
  return { ...record, fields };
}

/** The notes that a mail may attach. */
export interface NotesAtHand {
  /** Those in the store; empty where there are none or they could not be read. */
  recorded: Note[];
  /** The file that the diagnosis looked into, where it can still be read. */
  file: string | null;
  /** Its name, where it cannot be read any more. */
  gone: string | null;
  /** False where the diagnosis read its notes from standard input. */
  kept: boolean;
}

/** What there is to say of the check: of the file again where it can be read, else as the case kept it. */
export async function checkAtHand(
  problem: Problem,
  record: CaseRecord | null,
  recorded: Note[],
  language: Language,
  context: Context,
): Promise<{ check: CheckResult | null; finding: Finding | null; notes: NotesAtHand }> {
  const concerned = concernsBalance(problem, record?.answers ?? {});
  const named = record?.fields[FILE];
  const text = record?.fields[textKey(language)];
  if (named === undefined && text === undefined) {
    const notes = { recorded, file: null, gone: null, kept: true };
    if (recorded.length === 0 || !concerned) return { check: null, finding: null, notes };
    const { checkNotes } = await import('../../ledger/check.ts');
    return { check: checkNotes(recorded), finding: null, notes };
  }
  const again = named === undefined ? null : await readAgain(named, context);
  const notes = {
    recorded,
    file: again ? named! : null,
    gone: again || named === undefined ? null : named,
    kept: named !== undefined,
  };
  const finding = text ? { lines: text.split('\n'), off: record!.fields[OFF] === 'yes' } : null;
  if (!concerned) return { check: null, finding: null, notes };
  return again?.check ? { check: again.check, finding: null, notes } : { check: null, finding, notes };
}

async function readAgain(file: string, context: Context): Promise<{ check: CheckResult | null } | null> {
  const { notesAtHand } = await import('../diagnosis/notes-at-hand.ts');
  try {
    return await notesAtHand(file, context);
  } catch (error) {
    if (error instanceof OkhelpError) return null;
    throw error;
  }
}
