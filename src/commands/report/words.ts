// The words of a report's page, gathered from the catalogues that have them.
import type { Context } from '../../context.ts';
import type { ReportWords } from '../../report/report.ts';

export function wordsOf({ t }: Pick<Context, 't'>): ReportWords {
  const { page } = t.report;
  const { check, ledger } = t;
  const { balanced, balancedSoFar, mismatches, oneReading, noReadings, less, more } = check;
  return {
    ...page,
    verdict: { ...page.verdict, balanced, balancedSoFar, mismatches, oneReading, noReadings, less, more },
    mismatch: check.mismatch,
    why: (confidence) => page.why(check.confidences[confidence]),
    expected: check.expected,
    recorded: check.recorded,
    space: check.space,
    alternatives: check.alternatives,
    explain: check.explain,
    where: check.where,
    types: ledger.types,
    statuses: ledger.statuses,
    statement: { ...page.statement, slips: check.causes },
  };
}
