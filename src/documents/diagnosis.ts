// okhelp.diagnosis/1: what happened, what it means, what to do; with the check and the mail that belong to it.
import type { AnswerSource } from '../diagnosis/answers.ts';
import type { FactSource } from '../knowledge/answers.ts';
import type { ProblemId, Urgency } from '../knowledge/content.ts';
import type { EmailDraft } from '../support/email.ts';
import type { CheckDocument } from './check.ts';

/** A source, with the statements that rest on it: `because`, `steps.0`. */
export interface CitedSource extends FactSource {
  statements: string[];
}

/** `okhelp diagnose --json` */
export interface DiagnosisDocument {
  schema: 'okhelp.diagnosis/1';
  problem: ProblemId;
  /** At least three, best first; all scores together make 1. */
  candidates: { problem: ProblemId; score: number }[];
  answers: Record<string, string>;
  path: { question: string; answer: string; source: AnswerSource }[];
  unanswered: string[];
  /** What the notes say, by name, with the notes that say it. */
  facts: Record<string, { value: string; notes: string[] }>;
  outcome: {
    id: string;
    title: string;
    urgency: Urgency;
    because: string;
    steps: string[];
    evidence: string[];
    avoid: string[];
    next: string[];
    faq: string[];
    sources: CitedSource[];
  };
  /** Null where there were no notes to check. */
  check: CheckDocument | null;
  /** The case it was kept as; null with `--no-save`. */
  case: string | null;
  /** The line that repeats this diagnosis. */
  command: string;
  email: EmailDraft;
}
