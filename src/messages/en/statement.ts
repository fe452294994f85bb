// Notes against a statement: what is on one side only, what differs and how, and what is off in the statement itself.

import type { DeclaredGap } from '../../ledger/matching/declared-figures.ts';
import type { Difference } from '../../ledger/matching/differences.ts';
import type { SetKind } from '../../ledger/matching/row.ts';
import { formatAmount, type Units } from '../../ledger/money.ts';
import type { Note } from '../../ledger/note.ts';
import { formatWallClock } from '../../ledger/time.ts';
import { check } from './check.ts';
import { ledger } from './ledger.ts';

const signed = (units: Units, currency: string): string =>
  `${formatAmount(units, currency, { plus: true })} ${currency}`;

const difference = (found: Difference, currency: string): string => {
  switch (found.kind) {
    case 'amount-typo':
      return `the amount: ${signed(found.note, currency)} in your notes, ${signed(found.statement, currency)} in the statement (${check.causes[found.slip]})`;
    case 'amount':
      return `the amount: ${signed(found.note, currency)} in your notes, ${signed(found.statement, currency)} in the statement`;
    case 'sign':
      return `the direction: ${signed(found.note, currency)} in your notes, ${signed(found.statement, currency)} in the statement`;
    case 'fee':
      return `a fee of ${formatAmount(found.amount, currency)} ${currency} stands only in ${found.side === 'notes' ? 'your notes' : 'the statement'}`;
    case 'currency':
      return `the currency: ${found.note} in your notes, ${found.statement} in the statement`;
    case 'time-shift':
      return found.shape === 'zone'
        ? `the time: the statement is exactly ${Math.abs(found.minutes) / 60} h ${found.minutes < 0 ? 'earlier' : 'later'}; it may be in another time zone`
        : `the day: the statement has it ${found.days === 1 ? 'one day' : `${found.days} days`} ${found.minutes < 0 ? 'earlier' : 'later'}`;
    case 'status':
      return `the status: ${ledger.statuses[found.note]} in your notes, ${ledger.statuses[found.statement]} in the statement`;
    case 'reference':
      return `the transaction id: ${found.note} in your notes, ${found.statement} in the statement`;
  }
};

const sets: Record<SetKind, string> = {
  'fee-row': 'a transaction, and its fee as a row of its own',
  refunds: 'a payment, and what came back of it',
  parts: 'one sum in several parts',
};

const figures: Record<DeclaredGap['kind'], string> = {
  opening: 'opening balance',
  closing: 'closing balance',
  'money-in': 'money in',
  'money-out': 'money out',
  'next-opening': 'opening balance of the next statement',
  count: 'number of rows',
};

export const statement = {
  flag: 'hold the notes against this export of the provider',
  compared: (notes: number, rows: number, format: string) =>
    `Your ${notes === 1 ? 'one note' : `${notes} notes`} against ${rows === 1 ? 'one row' : `${rows} rows`} of the statement (${format}):`,
  matched: (count: number) => `${count} agree`,
  differ: (count: number) => (count === 1 ? '1 differs' : `${count} differ`),
  onlyNotes: (count: number) => `${count} only in your notes`,
  onlyStatement: (count: number) => `${count} only in the statement`,
  together: (count: number) => (count === 1 ? '1 agrees in sum' : `${count} agree in sum`),
  togetherTitle: 'One row on one side, several on the other, and the same sum',
  togetherRow: (notes: readonly Note[], rows: readonly Note[], kind: SetKind) =>
    `${notes.map(check.where).join(' + ')} and ${rows.map(check.where).join(' + ')} of the statement: ${sets[kind]}`,
  allMatch: 'Your notes and the statement agree.',
  differTitle: 'They differ in',
  onlyNotesTitle: 'Only in your notes',
  onlyStatementTitle: 'Only in the statement; these may be missing in your notes',
  row: (note: Note) =>
    `${check.where(note)}: ${formatWallClock(note.time)}  ${ledger.types[note.type]}  ${signed(note.amount, note.currency)}${note.counterparty ? `  ${note.counterparty}` : ''}${note.status === 'completed' ? '' : `  (${ledger.statuses[note.status]})`}`,
  pair: (note: Note, row: Note, what: string) =>
    `${check.where(note)} and ${check.where(row)} of the statement: ${what}`,
  inRow: (row: Note) => ` (${check.where(row)})`,
  givesBack: (payment: Note, inStatement: boolean, partial: boolean, sure: boolean) =>
    `; ${sure ? 'gives' : 'may give'} back ${partial ? 'a part of' : 'all of'} ${check.where(payment)} of ${inStatement ? 'the statement' : 'your notes'} (${signed(payment.amount, payment.currency)})`,
  outside: (count: number) =>
    count === 1
      ? 'One note is outside of what the statement covers.'
      : `${count} notes are outside of what the statement covers.`,
  clockShift: (hours: number) =>
    `The statement's clock is ${Math.abs(hours)} h ${hours > 0 ? 'ahead of' : 'behind'} your notes throughout; that was taken into account.`,
  more: (count: number) => `… and ${count} more (all are in --json).`,
  selfOff: 'The statement does not agree with itself; that is the provider’s, not yours:',
  gap: (after: string, at: string, amount: string) => `between ${after} and ${at}: ${amount}`,
  declared: (kind: DeclaredGap['kind'], declared: string, found: string) =>
    `it declares the ${figures[kind]} as ${declared}, its rows give ${found}`,
  difference,
  set: (kind: SetKind) => sets[kind],
};
