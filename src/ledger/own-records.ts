// Whose the rows are: notes that somebody keeps, whatever the format, or a provider's statement.
import type { CheckSource } from './findings.ts';

/** Formats in which people keep notes of their own. */
const KEPT = new Set(['okhelp-csv', 'okhelp-json', 'hledger-journal', 'beancount-journal']);

/** What is off in such notes is the user's to correct, and no provider's. */
export function isOwnRecord({ kind, format }: Pick<CheckSource, 'kind' | 'format'>): boolean {
  return kind === 'notes' || KEPT.has(format);
}
