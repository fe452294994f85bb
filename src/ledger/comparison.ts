// Notes held against a statement: what both say, and what the statement says of itself.
import type { CheckSource } from './findings.ts';
import type { Matching } from './match.ts';
import type { StatementCheck } from './statement-check.ts';

export interface Comparison {
  source: CheckSource;
  self: StatementCheck;
  matching: Matching;
}
