// Where a reader puts what it found, row by row: a note, a row that cannot be read, or one that is no transaction.
import type { DatesRead, UnreadableReason, UnreadableRow } from '../ledger/findings.ts';
import { DEFAULT_ACCOUNT, type NoteField } from '../ledger/note.ts';
import type { Declared, Statement, StatementNote } from './statement.ts';

/** What a row must say; the rest has the values of a plain completed note. */
export type RowNote = Pick<StatementNote, 'time' | 'type' | 'amount' | 'currency'> & Partial<StatementNote>;

/** Why a row cannot be read, and in which cell. */
export class RowProblem {
  constructor(
    /** Null where the row as a whole is broken. */
    readonly column: NoteField | null,
    readonly value: string,
    readonly reason: UnreadableReason,
  ) {}
}

export class StatementRows {
  readonly notes: StatementNote[] = [];
  readonly unreadable: UnreadableRow[] = [];
  readonly declared: Declared[] = [];
  skipped = 0;
  dayEndBalances = false;
  dates: DatesRead | null = null;

  constructor(private readonly format: string) {}

  /** A row of the file at its line; null is a row that is no transaction. */
  add(line: number, row: RowNote | RowProblem | null): void {
    if (row === null) {
      this.skipped++;
      return;
    }
    if (row instanceof RowProblem) {
      this.unreadable.push({ line, column: row.column, value: row.value, reason: row.reason });
      return;
    }
    const number = this.notes.length + this.unreadable.length + 1;
    // Written out, not spread: a hundred thousand objects of one shape.
    this.notes.push({
      id: `n${number}`,
      line,
      time: row.time,
      type: row.type,
      amount: row.amount,
      currency: row.currency,
      fee: row.fee ?? 0n,
      balance: row.balance ?? null,
      account: row.account ?? DEFAULT_ACCOUNT,
      counterparty: row.counterparty ?? '',
      reference: row.reference ?? '',
      status: row.status ?? 'completed',
      error: row.error ?? '',
      memo: row.memo ?? '',
    });
  }

  /** What the file says of one ledger; the entry of that account and currency is made when first asked for. */
  declare(account: string, currency: string): Declared {
    const known = this.declared.find((one) => one.account === account && one.currency === currency);
    if (known) return known;
    const made = {
      account,
      currency,
      opening: null,
      closing: null,
      count: null,
      moneyIn: null,
      moneyOut: null,
      from: null,
      to: null,
    };
    this.declared.push(made);
    return made;
  }

  done(): Statement {
    const { format, notes, unreadable, skipped, declared, dayEndBalances, dates } = this;
    const rows = notes.length + unreadable.length + skipped;
    return { format, notes, unreadable, skipped, rows, declared, dayEndBalances, ...(dates && { dates }) };
  }
}
