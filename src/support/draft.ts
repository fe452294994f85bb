// What every draft is made from: the facts of the trouble, gathered from flags, a case, the notes and the profile.

import type { MailField, Outcome, Problem } from '../knowledge/content.ts';
import type { CheckResult } from '../ledger/findings.ts';

/** A secret that was taken out, and where it stood. The secret itself is not kept. */
export interface Redaction {
  kind: SecretKind;
  where: string;
}

export const SECRET_KINDS = [
  'card-number',
  'cvv',
  'card-expiry',
  'one-time-code',
  'password',
  'private-key',
  'access-key',
  'seed-phrase',
] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

export interface DraftInput {
  problem: Problem;
  outcome: Outcome | null;
  /** Name of the person, account id and reply address from the profile, where they are known. */
  name: string | null;
  from: string | null;
  /** The support address that the user saved or gave; okhelp has none of its own. */
  to: string | null;
  fields: Partial<Record<MailField, string>>;
  /** What was asked and answered, as the person saw it, in the language of the draft. */
  /** `own`: the answer is the label of a choice, our own words, which hold no secret. */
  answers: { question: string; answer: string; fact?: string; own?: boolean }[];
  /** What was tried already, one line each. */
  tried: string[];
  check: CheckResult | null;
  /** What an earlier check found, as the mail tells it, where the notes themselves are not at hand any more. */
  finding?: Finding | null;
  attachments: Attachment[];
  /** False where they do not travel with the draft: the mail then says that they are to be attached. */
  carried?: boolean;
  /** What was taken out of `fields`, `answers` and `finding` when the case was kept. */
  removed?: Redaction[];
  /** The case number, where there is one. */
  caseId: string | null;
}

/** The lines of a mail about a check, without secrets. */
export interface Finding {
  lines: string[];
  /** Whether they tell of a difference. */
  off: boolean;
}

export interface Attachment {
  name: string;
  type: string;
  content: Uint8Array;
}
