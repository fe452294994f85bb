// The fast way through a row: the five or six numbers that a check needs, without making a note. What it cannot read
// at once it leaves to note-rows.ts, so that both ways give the same.
import type { Count } from '../ledger/count.ts';
import { parseCurrency } from '../ledger/money.ts';
import { DEFAULT_ACCOUNT, DIRECTION, type NoteType } from '../ledger/note.ts';
import { decimalAt, IsoTimes } from './byte-numbers.ts';
import { ByteWords } from './byte-words.ts';
import type { CsvRows } from './csv-rows.ts';
import { unguardCell } from './guard-cell.ts';
import type { Header, NoteDefaults } from './note-rows.ts';
import { statusNamed, typeNamed } from './note-words.ts';

/** What a cell's text means, read once for each distinct text; `undefined` until then, null where it means nothing. */
type Meanings<T> = (T | null | undefined)[];

export class NumberRows {
  epoch = 0;
  /** What the row moves, at the scale; zero where it does not count. */
  move: Count = 0;
  reading: Count | null = null;
  /** The signed amount and the fee alone, whether or not the row counts. */
  amount = 0;
  fee = 0;
  type: NoteType = 'balance';
  /** Its status says that it counts. */
  counted = false;
  /** The ledger's number, in the order in which account and currency were first seen together. */
  ledger = 0;
  readonly ledgers: { account: string; currency: string }[] = [];

  private readonly times: IsoTimes;
  private readonly types = { words: new ByteWords(), meanings: [] as Meanings<NoteType> };
  private readonly statuses = { words: new ByteWords(), meanings: [] as Meanings<'counts' | 'does not'> };
  private readonly accounts = { words: new ByteWords(), meanings: [] as Meanings<number> };
  private readonly currencies = { words: new ByteWords(), meanings: [] as Meanings<number> };
  private readonly names = { account: [] as string[], currency: [] as string[] };
  /** Ledger by account and currency, for the first few of each; −1 unknown. */
  private readonly pairs = new Map<number, number>();
  private lastPair = -1;
  private lastLedger = -1;

  constructor(
    private readonly rows: CsvRows,
    private readonly header: Header,
    private readonly defaults: NoteDefaults,
    private readonly scale: number,
  ) {
    this.times = new IsoTimes(defaults.zone);
  }

  /** Reads the current row; false where it takes the long way. */
  read(): boolean {
    const { rows, header, scale } = this;
    if (rows.fault !== null || rows.cells !== header.cells) return false;
    const { bytes, starts, ends } = rows;
    const { at } = header;

    const epoch = this.times.epochAt(bytes, starts[at.time]!, ends[at.time]!);
    if (Number.isNaN(epoch)) return false;
    const type = meaning(this.types, rows, at.type, typeNamed);
    if (type === null) return false;
    let counted = true;
    if (at.status >= 0 && ends[at.status]! > starts[at.status]!) {
      const status = meaning(this.statuses, rows, at.status, countsByStatus);
      if (status === null) return false;
      counted = status === 'counts';
    }

    let amount = 0;
    if (type === 'balance') {
      if (ends[at.amount]! > starts[at.amount]!) return false;
    } else {
      const start = starts[at.amount]!;
      amount = decimalAt(bytes, start, ends[at.amount]!, scale);
      if (Number.isNaN(amount)) return false;
      const sign = bytes[start];
      if (sign !== 43 && sign !== 45 && amount !== 0) {
        const direction = DIRECTION[type];
        if (direction === 0) return false;
        if (direction < 0) amount = -amount;
      }
    }
    let fee = 0;
    if (at.fee >= 0 && ends[at.fee]! > starts[at.fee]!) {
      fee = decimalAt(bytes, starts[at.fee]!, ends[at.fee]!, scale);
      if (Number.isNaN(fee)) return false;
    }
    let reading: number | null = null;
    if (at.balance >= 0 && ends[at.balance]! > starts[at.balance]!) {
      reading = decimalAt(bytes, starts[at.balance]!, ends[at.balance]!, scale);
      if (Number.isNaN(reading)) return false;
    } else if (type === 'balance') return false;

    const ledger = this.ledgerOfRow();
    if (ledger < 0) return false;
    this.epoch = epoch;
    this.type = type;
    this.counted = counted;
    this.amount = amount;
    this.fee = fee;
    this.move = counted && type !== 'balance' ? amount - fee : 0;
    this.reading = reading;
    this.ledger = ledger;
    return true;
  }

  /** The number of a ledger, given by the first row that names it. */
  ledgerNumber(account: string, currency: string): number {
    const known = this.ledgers.findIndex((ledger) => ledger.account === account && ledger.currency === currency);
    return known >= 0 ? known : this.ledgers.push({ account, currency }) - 1;
  }

  private ledgerOfRow(): number {
    const { rows, header, defaults } = this;
    const account = header.at.account < 0 ? -1 : meaning(this.accounts, rows, header.at.account, this.accountNumber);
    const currency =
      header.at.currency < 0 ? -1 : meaning(this.currencies, rows, header.at.currency, this.currencyNumber);
    if (account === null || currency === null) return -1;
    const pair = (account + 1) * 4096 + currency + 1;
    if (pair === this.lastPair) return this.lastLedger;
    let ledger = this.pairs.get(pair);
    if (ledger === undefined) {
      ledger = this.ledgerNumber(
        this.names.account[account] ?? DEFAULT_ACCOUNT,
        this.names.currency[currency] ?? defaults.currency,
      );
      this.pairs.set(pair, ledger);
    }
    this.lastPair = pair;
    this.lastLedger = ledger;
    return ledger;
  }

  private readonly accountNumber = (text: string): number =>
    numberOf(this.names.account, unguardCell(text.trim()) || DEFAULT_ACCOUNT);

  private readonly currencyNumber = (text: string): number | null => {
    const currency = text.trim() ? parseCurrency(text) : this.defaults.currency;
    return currency === null ? null : numberOf(this.names.currency, currency);
  };
}

function meaning<T>(
  column: { words: ByteWords; meanings: Meanings<T> },
  rows: CsvRows,
  cell: number,
  read: (text: string) => T | null,
): T | null {
  const number = column.words.number(rows.bytes, rows.starts[cell]!, rows.ends[cell]!);
  let value = column.meanings[number];
  if (value === undefined) {
    value = read(rows.text(cell));
    column.meanings[number] = value;
  }
  return value;
}

function countsByStatus(text: string): 'counts' | 'does not' | null {
  if (text.trim() === '') return 'counts';
  const status = statusNamed(text);
  return status === null ? null : status === 'completed' ? 'counts' : 'does not';
}

function numberOf(names: string[], name: string): number {
  const known = names.indexOf(name);
  return known >= 0 ? known : names.push(name) - 1;
}
