// okhelp.report/1: what went into an HTML report; the report itself is a file.
import type { Language } from '../globals.ts';
import type { Audience, Section } from '../report/report.ts';
import type { Redaction } from '../support/draft.ts';

/** `okhelp report --json` */
export interface ReportDocument {
  schema: 'okhelp.report/1';
  file: string;
  bytes: number;
  language: Language;
  for: Audience;
  case: string | null;
  sections: Section[];
  counts: {
    notes: { total: number; shown: number };
    mismatches: number;
    unreadable: number;
    timeline: number;
    evidence: number;
    drafts: number;
  };
  redactions: Redaction[];
}
