// Notes held against a statement, as the `statement` part of `okhelp.check/1`.

import type {
  DeclaredDocument,
  DifferenceDocument,
  RowDocument,
  SourceDocument,
  StatementDocument,
} from './documents/check.ts';
import type { Comparison } from './ledger/comparison.ts';
import type { CheckSource } from './ledger/findings.ts';
import type { Difference } from './ledger/matching/differences.ts';
import { formatAmount, type Units } from './ledger/money.ts';
import type { Note } from './ledger/note.ts';
import type { DeclaredGap } from './ledger/statement-check.ts';
import { formatTime } from './ledger/time.ts';
import type { Messages } from './messages/index.ts';

/** Amounts as signed decimal strings, times as ISO 8601, `text` in the language of `t`. */
export function statementDocument({ source, self, matching }: Comparison, t: Messages): StatementDocument {
  return {
    source: sourceDocument(source, t),
    matched: matching.matched.length,
    onlyInNotes: matching.onlyInNotes.map(rowDocument),
    onlyInStatement: matching.onlyInStatement.map(rowDocument),
    differing: matching.differing.map(({ note, statement, differences, feeRow }) => ({
      note: rowDocument(note),
      statement: rowDocument(statement),
      differences: differences.map((difference) => ({
        kind: difference.kind,
        ...valuesOf(difference, note.currency),
        text: t.statement.difference(difference, note.currency),
      })),
      ...(feeRow && { feeRow: rowDocument(feeRow) }),
    })),
    together: matching.together.map(({ notes, statement, kind, by }) => ({
      notes: notes.map(rowDocument),
      statement: statement.map(rowDocument),
      kind,
      by,
      text: t.statement.set(kind),
    })),
    outside: matching.outside.length,
    refunds: matching.links.map(({ refund, original, partial, by, alternatives }) => ({
      refund: rowDocument((refund.note ?? refund.statement)!),
      original: rowDocument((original.note ?? original.statement)!),
      partial,
      by,
      alternatives,
    })),
    clockShift: matching.clockShift,
    selfCheck: {
      agrees: self.agrees,
      ledgers: self.ledgers.map((ledger) => {
        const money = (units: Units | null) => (units === null ? null : formatAmount(units, ledger.currency));
        return {
          account: ledger.account,
          currency: ledger.currency,
          rows: ledger.rows,
          readings: ledger.readings,
          compared: ledger.compared,
          opening: money(ledger.opening),
          closing: money(ledger.closing),
          gaps: ledger.gaps.map(({ kind, after, at, expected, recorded, difference }) => ({
            kind,
            after: after && { line: after.note.line, balance: money(after.balance) },
            at: { line: at.note.line, balance: money(at.balance) },
            expected: money(expected),
            recorded: money(recorded),
            difference: money(difference),
          })),
          declared: ledger.declaredGaps.map((gap) => declaredDocument(gap, ledger.currency)),
        };
      }),
    },
  };
}

/** Where the rows came from, with each that could not be read and why. */
export function sourceDocument(source: CheckSource, t: Messages): SourceDocument {
  return {
    ...source,
    unreadable: source.unreadable.map(({ line, column, value, reason }) => ({
      line,
      column,
      value,
      message: t.check.reasons[reason],
    })),
  };
}

/** A figure that a statement declares and its rows do not bear out. */
export function declaredDocument(
  { kind, declared, found, difference }: DeclaredGap,
  currency: string,
): DeclaredDocument {
  const plain = (value: Units | number) => (typeof value === 'number' ? value : formatAmount(value, currency));
  return { kind, declared: plain(declared), found: plain(found), difference: plain(difference) };
}

function rowDocument(note: Note): RowDocument {
  const { id, line, time, type, amount, fee, currency, account, counterparty, reference, status } = note;
  return {
    note: id,
    line,
    time: formatTime(time),
    type,
    amount: formatAmount(amount, currency),
    fee: formatAmount(fee, currency),
    currency,
    account,
    counterparty,
    reference,
    status,
  };
}

function valuesOf(difference: Difference, currency: string): Omit<DifferenceDocument, 'kind' | 'text'> {
  const plain = (value: unknown) => (typeof value === 'bigint' ? formatAmount(value, currency) : value);
  const { kind: _, ...values } = difference;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));
}
