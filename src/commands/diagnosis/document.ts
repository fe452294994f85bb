// The diagnosis as a script reads it: okhelp.diagnosis/1.

import { commandLine } from '../../diagnosis/command-line.ts';
import { answersOn, type Diagnosis } from '../../diagnosis/result.ts';
import type { CheckDocument } from '../../documents/check.ts';
import type { CitedSource, DiagnosisDocument } from '../../documents/diagnosis.ts';
import type { EmailDraft } from '../../support/email.ts';

export interface DocumentParts {
  diagnosis: Diagnosis;
  /** The case it was kept as, null where it was not. */
  caseId: string | null;
  /** The notes file that was looked into instead of the store. */
  notesFile: string | null;
  /** The okhelp.check/1 document, null where there were no notes to check. */
  check: CheckDocument | null;
  /** The okhelp.email/1 document. */
  email: EmailDraft;
}

export function diagnosisDocument({ diagnosis, caseId, notesFile, check, email }: DocumentParts): DiagnosisDocument {
  const { problem, candidates, path, replay, facts, outcome } = diagnosis;
  return {
    schema: 'okhelp.diagnosis/1',
    problem: problem.id,
    candidates,
    answers: answersOn(path),
    path,
    unanswered: replay.unanswered.map(({ id }) => id),
    facts: Object.fromEntries(Object.entries(facts).map(([name, { value, notes }]) => [name, { value, notes }])),
    outcome: {
      id: outcome.id,
      title: outcome.title,
      urgency: outcome.urgency,
      because: outcome.because,
      steps: outcome.steps,
      evidence: outcome.evidence,
      avoid: outcome.avoid,
      next: outcome.next,
      faq: outcome.faq,
      sources: sourcesOf(outcome, problem),
    },
    check,
    case: caseId,
    command: commandLine(path, notesFile),
    email,
  };
}

/** Each source once, in the order in which it is cited, with the statements that rest on it: `because`, `steps.0`. */
function sourcesOf({ cited }: Diagnosis['outcome'], { sources }: Diagnosis['problem']): CitedSource[] {
  const ids = [...new Set(cited.flatMap((one) => one.sources))].filter((id) => sources?.[id]);
  return ids.map((id) => ({
    ...sources![id]!,
    statements: cited
      .filter((one) => one.sources.includes(id))
      .map(({ of, index }) => (of === 'because' ? of : `${of}.${index}`)),
  }));
}
