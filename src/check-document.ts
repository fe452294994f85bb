// What a check found as the JSON document of the public interface: `okhelp.check/1`.
import type {
  AccountDocument,
  CheckDocument,
  MismatchDocument,
  RecurringDocument,
  StatementDocument,
} from './documents/check.ts';
import type { AccountFinding, CheckResult, Explanation, Mismatch, Reading } from './ledger/findings.ts';
import { formatAmount, type Units } from './ledger/money.ts';
import type { Recurring } from './ledger/recurring.ts';
import { formatTime } from './ledger/time.ts';
import type { Messages } from './messages/index.ts';
import { declaredDocument, sourceDocument } from './statement-document.ts';

/** Amounts as decimal strings, times as ISO 8601 with their offset, `text` in the language of `t`. */
export function checkDocument(
  result: CheckResult,
  t: Messages,
  statement: StatementDocument | null = null,
): CheckDocument {
  const { source, balanced, accounts } = result;
  return {
    schema: 'okhelp.check/1',
    source: sourceDocument(source, t),
    balanced,
    accounts: accounts.map((account) => accountDocument(account, t)),
    statement,
  };
}

function accountDocument(finding: AccountFinding, t: Messages): AccountDocument {
  const { account, currency, notes, readings, mismatches, omitted, declared, recurring } = finding;
  const money = (units: Units | null) => (units === null ? null : formatAmount(units, currency));
  return {
    account,
    currency,
    notes,
    readings,
    opening: money(finding.opening),
    expected: money(finding.expected),
    recorded: money(finding.recorded),
    balanced: mismatches.length === 0,
    mismatches: mismatches.map((mismatch) => mismatchDocument(mismatch, currency, t)),
    ...(recurring && { recurring: recurring.map((rule) => recurringDocument(rule, currency, t)) }),
    ...(omitted ? { omitted } : {}),
    ...(declared?.length ? { declared: declared.map((gap) => declaredDocument(gap, currency)) } : {}),
  };
}

function recurringDocument(rule: Recurring, currency: string, t: Messages): RecurringDocument {
  const { mismatches, share, difference } = rule;
  return {
    mismatches,
    share,
    difference: formatAmount(difference, currency),
    text: t.check.recurring(rule, { currency }),
  };
}

function mismatchDocument(mismatch: Mismatch, currency: string, t: Messages): MismatchDocument {
  const money = (units: Units) => formatAmount(units, currency);
  const reading = ({ note, balance }: Reading) => ({
    note: note.id || null,
    line: note.line,
    time: formatTime(note.time),
    balance: money(balance),
  });
  return {
    after: mismatch.after && reading(mismatch.after),
    at: reading(mismatch.at),
    expected: money(mismatch.expected),
    recorded: money(mismatch.recorded),
    difference: money(mismatch.difference),
    explanations: mismatch.explanations.map((explanation) => ({
      cause: explanation.cause,
      notes: explanation.notes.map((note) => note.id),
      lines: linesOf(explanation),
      amount: money(explanation.amount),
      corrections: explanation.corrections,
      confidence: explanation.confidence,
      text: t.check.explain(explanation, mismatch),
    })),
    alternatives: mismatch.alternatives,
    ...(mismatch.limits.length
      ? { limits: mismatch.limits.map((limit) => ({ ...limit, text: t.check.limit(limit) })) }
      : {}),
  };
}

/** The lines of the notes to change; for a missing entry, the two that it lies between. */
function linesOf({ notes, between }: Explanation): number[] {
  const concerned = between ? between.filter((note) => note !== null) : notes;
  return concerned.flatMap((note) => (note.line === null ? [] : [note.line]));
}
