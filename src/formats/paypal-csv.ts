// PayPal's activity download: gross, fee and net; memo lines that move nothing; pending bank deposits that do.
import { movement, type NoteStatus } from '../ledger/note.ts';
import { directionIn } from './row-words.ts';
import type { StatementFormat, StatementNote } from './statement.ts';
import { type CellText, readTable, type TableRule } from './table-statement.ts';
import { expectTable, headOf } from './tables.ts';

/** Types that only announce something, where no column says whether the balance was touched. */
const ANNOUNCES =
  /^(?:authori[sz]ation|order|request (?:sent|received)|invoice (?:sent|received)|autorisierung|bestellung|anforderung (?:gesendet|erhalten)|rechnung (?:gesendet|erhalten)|autorisation|commande|autorización|pedido)/i;
const BANK_DEPOSIT =
  /bank deposit|bank account deposit|bankgutschrift|bankeinzug|virement bancaire|depósito bancario|deposito bancario/i;
const STILL_COUNTS =
  /^(?:refunded|partially refunded|reversed|cleared|placed|removed|rückzahlung|zurückgezahlt|teilweise zurückgezahlt|remboursé|reembolsado)$/i;

/** Net = gross + fee (a negative one). A refund or reversal has its own row, so the row it belongs to still counts. */
const RULE: TableRule = {
  format: 'paypal-csv',
  fee: 'by-balance',
  readingsOnAll: true,
  status(word, cell): NoteStatus | undefined {
    if (announces(cell)) return 'completed';
    if (STILL_COUNTS.test(word) || (BANK_DEPOSIT.test(cell('type')) && !cell('balance'))) return 'completed';
    return undefined;
  },
  settle: (note, cell) => (announces(cell) ? null : note),
};

function announces(cell: CellText): boolean {
  const impact = cell('direction');
  return impact ? directionIn(impact) === 0 : ANNOUNCES.test(cell('type'));
}

/**
 * A pending row has moved the balance where its own balance says so: it follows from the one of the row above or below.
 * Otherwise, as with rows that failed, what stands in the balance column is no reading.
 */
function settlePending(notes: StatementNote[]): void {
  const ledgers = new Map<string, StatementNote[]>();
  for (const note of notes) {
    const ledger = ledgers.get(note.currency);
    if (ledger) ledger.push(note);
    else ledgers.set(note.currency, [note]);
  }
  const follows = (note: StatementNote, before: StatementNote | undefined): boolean =>
    before?.balance != null && before.balance + movement(note) === note.balance;
  for (const ledger of ledgers.values()) {
    ledger.forEach((note, at) => {
      if (note.status === 'completed' || note.balance === null) return;
      const moved = movement(note) !== 0n && (follows(note, ledger[at - 1]) || follows(note, ledger[at + 1]));
      if (note.status === 'pending' && moved) note.status = 'completed';
    });
  }
  for (const note of notes) if (note.status !== 'completed') note.balance = null;
}

export const paypalCsv: StatementFormat = {
  name: RULE.format,
  recognise(file) {
    const { columns } = headOf(file) ?? {};
    if (!columns) return 0;
    const { booked, time, clock, zone, currency, amount, fee, net } = columns;
    return [booked, clock ?? time, zone, currency, amount, fee, net].every((at) => at !== undefined) ? 0.95 : 0;
  },
  read(file, defaults) {
    const statement = readTable(expectTable(file), RULE, defaults);
    settlePending(statement.notes);
    return statement;
  },
};
