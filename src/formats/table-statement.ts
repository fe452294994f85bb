// A table of transactions as a statement: one rule for all providers, with what is special to one passed in.

import { showsDayEnds } from '../ledger/day-end.ts';
import { parseCurrency, SCALE, type Units } from '../ledger/money.ts';
import { DEFAULT_ACCOUNT, type NoteStatus } from '../ledger/note.ts';
import { AmountDirections } from './amount-direction.ts';
import { currencyOfMark } from './cell-amounts.ts';
import { currencyInName, type Meaning } from './columns-named.ts';
import { feeRuleOf, feeUnder } from './fee-rule.ts';
import { isSumLine, openingOrClosing } from './no-transactions.ts';
import type { NoteDefaults } from './note-rows.ts';
import { type Preamble, readPreamble } from './preamble.ts';
import type { TextRow } from './records.ts';
import { statusIn, typeIn } from './row-words.ts';
import type { Statement } from './statement.ts';
import { type RowNote, RowProblem, StatementRows } from './statement-rows.ts';
import { TableCells } from './table-cells.ts';
import type { Table } from './tables.ts';

export type CellText = (meaning: Meaning) => string;

export interface TableRule {
  format: string;
  /** Nobody knows how this table writes signs and directions. */
  unknown?: boolean;
  /** Where the provider's fee lies; `inside`: its column is not counted; `by-balance`: its balances decide. */
  fee: 'on-top' | 'inside' | 'by-balance';
  /** The provider's own reading of a status; undefined leaves it to the common words. */
  status?(word: string, cell: CellText): NoteStatus | undefined;
  /** Also rows that did not complete show the balance as it was. */
  readingsOnAll?: boolean;
  /** A last look at a note: changed, or null where it is no transaction. `named`: the cell under a header's name. */
  settle?(note: RowNote, cell: CellText, named: (name: string) => string): RowNote | RowProblem | null;
  /** Amounts are counts of this part of the unit (10^-8: satoshi) in this currency. */
  counted?: { digits: number; currency: string };
}

/** Reads all rows of a table. Balances of rows that did not complete are left out: providers print anything there. */
export function readTable(table: Table, rule: TableRule, defaults: NoteDefaults): Statement {
  const cells = new TableCells(table, defaults);
  const footer = table.rows.slice(-20).filter((row) => !/\d/.test(cells.timeText(row).date));
  const preamble = readPreamble([...table.before, ...footer], cells.time);
  const reader = new RowReader(cells, rule, preamble, defaults);
  const rows = new StatementRows(rule.format);
  table.rows.forEach((row, at) => {
    const last = table.unfinished && at === table.rows.length - 1;
    rows.add(row.line, reader.read(row, last, rows));
  });
  reader.settleFees(rows);
  rows.dayEndBalances = showsDayEnds(rows.notes);
  rows.dates = cells.dates;
  declare(rows, preamble, reader.currency);
  return rows.done();
}

class RowReader {
  /** Where a row names none; of a file that names several it is unknown, and empty. */
  readonly currency: string;
  /** Columns of one side that are written with the sign of the balance, or against it. */
  private readonly outIsNegative: boolean;
  private readonly inIsNegative: boolean;
  private readonly directions: AmountDirections;
  private readonly accountMeanings: Meaning[];

  constructor(
    private readonly cells: TableCells,
    private readonly rule: TableRule,
    private readonly preamble: Preamble,
    defaults: NoteDefaults,
  ) {
    const { header, columns } = cells.table;
    const named = [columns.amount, columns.in, columns.balance].map((at) => currencyInName(header[at ?? -1] ?? ''));
    const said = rule.counted?.currency || preamble.currency || named.find(Boolean);
    this.currency = said || (onlyOne(cells) ?? defaults.currency);
    this.directions = new AmountDirections(cells, !rule.unknown);
    this.accountMeanings = (['account', 'product'] as const).filter((meaning) => cells.namesAccounts(meaning));
    this.outIsNegative = cells.mostlyNegative('out');
    this.inIsNegative = cells.mostlyNegative('in');
  }

  read(given: TextRow, last: boolean, rows: StatementRows): RowNote | RowProblem | null {
    const { cells } = this;
    if (given.cells.join('\n') === cells.table.header.join('\n')) return null;
    const row = cells.whole(given);
    const cell: CellText = (meaning) => cells.text(row ?? given, meaning);
    const { date } = cells.timeText(row ?? given);
    const money = (['amount', 'in', 'out', 'balance'] as const).some((meaning) => cell(meaning));
    if (!row) return date || money ? new RowProblem(null, '', 'too-many-cells') : null;
    const short = row.cells.length < cells.table.header.length;
    if (!date || !/\d/.test(date)) {
      const named = openingOrClosing(row, cells);
      if (named) {
        const currency = this.currencyOf(cell, named.mark);
        if (!currency) return null;
        const declared = rows.declare(this.accountOf(cell), currency);
        declared[named.side] ??= named.units;
        return null;
      }
      if (!money || short || isSumLine(row) || !this.moves(row)) return null;
      return new RowProblem('time', date, date ? 'time' : 'time-empty');
    }
    const time = cells.readTime(row);
    if (typeof time === 'string') {
      if (isSumLine(row) || (time === 'time' && !this.moves(row))) return null;
      return new RowProblem('time', [date, cell('clock')].filter(Boolean).join(' '), time);
    }
    if (short && last) return new RowProblem(null, '', 'cut-off');
    if (short && this.lacksMoney(row)) return new RowProblem(null, '', 'too-few-cells');
    return this.note(row, time, cell);
  }

  private note(row: TextRow, time: RowNote['time'], cell: CellText): RowNote | RowProblem | null {
    const { rule } = this;
    const word = cell('status');
    const status = word ? (rule.status?.(word, cell) ?? statusIn(word)) : 'completed';
    if (!status) return new RowProblem('status', word, 'status');
    const balance = this.money(row, 'balance');
    if (balance instanceof RowProblem) return balance;
    const moved = this.movement(row, cell);
    const still = moved instanceof RowProblem ? moved.reason === 'amount-empty' : moved.units === 0n;
    // An opening or closing line with a date is a reading alone.
    const reading = still && balance !== null && openingOrClosing(row, this.cells) !== null;
    if (moved instanceof RowProblem && !reading) return moved;
    const amount = moved instanceof RowProblem ? 0n : moved.units;
    const mark = (moved instanceof RowProblem ? '' : moved.mark) || (balance?.mark ?? '');
    const currency = this.currencyOf(cell, mark);
    const unnamed = cell('currency') ? 'currency' : 'currency-empty';
    if (!currency) return new RowProblem('currency', cell('currency'), unnamed);
    const other = cell('balance-currency') && parseCurrency(cell('balance-currency')) !== currency;
    const fee = this.feeOf(row, amount);
    if (fee instanceof RowProblem) return fee;
    const note: RowNote = {
      time,
      type: reading ? 'balance' : typeIn(cell('type'), amount),
      amount,
      currency,
      fee,
      balance: (status === 'completed' || rule.readingsOnAll) && !other ? (balance?.units ?? null) : null,
      account: this.accountOf(cell),
      counterparty: cell('counterparty') || cell(amount < 0n ? 'to' : 'from'),
      reference: cell('reference'),
      status,
      error: cell('error'),
      memo: [...new Set([cell('description'), cell('memo')].filter(Boolean))].join(' · '),
    };
    return rule.settle ? rule.settle(note, cell, (name) => this.cells.under(row, name)) : note;
  }

  /** The signed amount: its own sign, or its column, or the direction beside it. */
  private movement(row: TextRow, cell: CellText): { units: Units; mark: string } | RowProblem {
    const amount = this.money(row, 'amount');
    if (amount instanceof RowProblem) return amount;
    if (amount) {
      const units = this.directions.signed(amount, row);
      if (units !== null) return { units, mark: amount.mark };
      const words = cell('direction') || cell('type');
      return new RowProblem('amount', `${words} ${cell('amount')}`.trim(), 'direction-contradicts');
    }
    const incoming = this.money(row, 'in');
    const outgoing = this.money(row, 'out');
    if (incoming instanceof RowProblem) return incoming;
    if (outgoing instanceof RowProblem) return outgoing;
    if (!incoming && !outgoing) return new RowProblem('amount', '', 'amount-empty');
    const out = outgoing ? (this.outIsNegative ? outgoing.units : -outgoing.units) : 0n;
    const into = incoming ? (this.inIsNegative ? -incoming.units : incoming.units) : 0n;
    return { units: into + out, mark: incoming?.mark || outgoing?.mark || '' };
  }

  private money(row: TextRow, meaning: 'amount' | 'in' | 'out' | 'fee' | 'net' | 'balance') {
    const text = this.cells.text(row, meaning);
    if (!text || (meaning === 'balance' && /^[*xX•.]+$/.test(text))) return null;
    const amount = this.cells.amount(row, meaning);
    const column = meaning === 'fee' || meaning === 'balance' ? meaning : 'amount';
    if (!amount) return new RowProblem(column, text, 'amount');
    const { counted } = this.rule;
    if (!counted) return amount;
    if (amount.units % 10n ** BigInt(SCALE) !== 0n) return new RowProblem(column, text, 'amount');
    return { ...amount, units: amount.units / 10n ** BigInt(counted.digits) };
  }

  /** Positive lowers the balance. Where a net amount stands beside, the fee is what it leaves of the amount. */
  private feeOf(row: TextRow, amount: Units): Units | RowProblem {
    if (this.rule.fee === 'inside') return 0n;
    const net = this.money(row, 'net');
    if (net instanceof RowProblem) return net;
    if (net) return amount - net.units;
    const fee = this.money(row, 'fee');
    if (fee instanceof RowProblem) return fee;
    return fee?.units ?? 0n;
  }

  /** Where the provider's rule is not known, the statement's balances say how its fees count. */
  settleFees(rows: StatementRows): void {
    if (this.rule.fee !== 'by-balance' || this.cells.has('net')) return;
    const rule = feeRuleOf(
      rows.notes.map(({ amount, fee, balance, account, currency, status }) => {
        const counts = status === 'completed';
        return { amount: counts ? amount : 0n, fee: counts ? fee : 0n, balance, ledger: `${account} ${currency}` };
      }),
    );
    for (const note of rows.notes) note.fee = feeUnder(rule, note.fee);
  }

  private currencyOf(cell: CellText, mark: string): string {
    if (this.rule.counted) return this.currency;
    return cell('currency') ? (parseCurrency(cell('currency')) ?? '') : currencyOfMark(mark, this.currency);
  }

  private accountOf(cell: CellText): string {
    // An apostrophe before a number keeps spreadsheets from changing it.
    const name = (this.accountMeanings.map(cell).find(Boolean) ?? this.preamble.account).replace(/^'/, '');
    return MAIN.test(name) ? DEFAULT_ACCOUNT : name || DEFAULT_ACCOUNT;
  }

  /** Whether a row without a readable time tells of money that moved: a number in its place, well written or not. */
  private moves(row: TextRow): boolean {
    return (['amount', 'in', 'out'] as const).some((meaning) => {
      const text = this.cells.text(row, meaning);
      return this.cells.amount(row, meaning) !== null || (/\d/.test(text) && !/\p{L}{4}/u.test(text));
    });
  }

  private lacksMoney(row: TextRow): boolean {
    const { columns } = this.cells.table;
    const needed = [columns.amount ?? columns.in, columns.out, columns.fee, columns.balance];
    return needed.some((at) => at !== undefined && at >= row.cells.length);
  }
}

/** The currency that all rows name which name one; null where none does, and empty where they name several. */
function onlyOne(cells: TableCells): string | null {
  const written = [...new Set(cells.column('currency'))].map((text) => text && parseCurrency(text));
  const [first = null, ...others] = new Set(written.filter(Boolean));
  return others.length ? '' : first;
}

/** What providers call the account that everyone has. */
const MAIN =
  /^(?:main|main account|current|current account|spot \/ main|actual|valeur actuelle|atual|attuale|courant|compte courant|girokonto|aktuell|corrente|conto corrente|huidig|corriente|cuenta corriente|conta corrente|bieżące|bieżący|löpande|nykyinen|活期)$/i;

function declare(rows: StatementRows, preamble: Preamble, currency: string): void {
  const { opening, closing, count, from, to } = preamble;
  if (opening === null && closing === null && count === null && from === null && to === null) return;
  const ledger = rows.notes[0];
  const declared = rows.declare(ledger?.account ?? (preamble.account || DEFAULT_ACCOUNT), ledger?.currency ?? currency);
  declared.opening ??= opening;
  declared.closing ??= closing;
  Object.assign(declared, { count, from, to });
}
