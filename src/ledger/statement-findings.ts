// What is off in a statement itself, as the findings of a check: a gap is the statement's own, so nothing is to be corrected.
import type { AccountFinding, Explanation, Mismatch } from './findings.ts';
import type { StatementCheck, StatementGap, StatementLedger } from './statement-check.ts';

/** The ledgers of a statement as accounts of a check result. */
export function findingsOfStatement({ ledgers }: StatementCheck): AccountFinding[] {
  return ledgers.filter(({ account }) => account !== '').map(findingOf);
}

function findingOf(ledger: StatementLedger): AccountFinding {
  const { account, currency, rows, readings, compared, opening, closing, gaps, omitted, declaredGaps } = ledger;
  const off = gaps.reduce((sum, gap) => sum + (gap.kind === 'rows' ? gap.difference : 0n), 0n);
  return {
    account,
    currency,
    notes: rows,
    readings,
    compared,
    opening,
    expected: closing === null ? null : closing - off,
    recorded: closing,
    current: closing,
    mismatches: gaps.map(mismatchOf),
    omitted,
    last: null,
    declared: declaredGaps,
  };
}

function mismatchOf(gap: StatementGap): Mismatch {
  const { after, at, expected, recorded, difference, way } = gap;
  const found = { explanations: [explanationOf(gap)], alternatives: 0, limits: [], stretch: 1 };
  return { after, at, expected, recorded, difference, ...found, ...(way && { way }) };
}

function explanationOf({ kind, after, at, difference, unreadable }: StatementGap): Explanation {
  const amount = difference < 0n ? -difference : difference;
  const shared = { amount, corrections: [], confidence: 'likely' } as const;
  if (kind === 'balance') {
    const evidence = [{ kind: 'agrees-without-reading' }, { kind: 'statement-own' }] as Explanation['evidence'];
    return {
      ...shared,
      cause: 'wrong-reading',
      notes: [at.note],
      between: null,
      effect: -difference,
      corrections: [],
      evidence,
    };
  }
  return {
    ...shared,
    cause: 'missing-entry',
    notes: [],
    between: [after?.note ?? null, at.note],
    effect: difference,
    corrections: [],
    evidence: unreadable.length ? [{ kind: 'unreadable-between', lines: unreadable }] : [{ kind: 'statement-own' }],
  };
}
