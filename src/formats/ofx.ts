// OFX and QFX: bank, card and investment statements, in OFX 1 (SGML, closing tags left out) and OFX 2 (XML).
import { OkhelpError } from '../errors.ts';
import { parseCurrency } from '../ledger/money.ts';
import { DEFAULT_ACCOUNT } from '../ledger/note.ts';
import { recordedText } from '../ledger/recorded.ts';
import { type Moment, parseTime, type ZoneOffset } from '../ledger/time.ts';
import { type DecimalMark, decimalMarkOf, readDecimal, typeOf } from './bank-words.ts';
import type { NoteDefaults } from './note-rows.ts';
import { ofxTree } from './ofx-tree.ts';
import type { Statement, StatementFile, StatementFormat } from './statement.ts';
import { addFrames, type FrameBalance, type FrameRow, type StatementFrame } from './statement-frame.ts';
import { RowProblem, StatementRows } from './statement-rows.ts';
import { find, textAt, type XmlElement } from './xml.ts';

const STATEMENTS = ['STMTRS', 'CCSTMTRS', 'INVSTMTRS'];

/** TRNTYPE (OFX 2.2, section 11.4.4.3). What is not here moves money as its sign says. */
const KINDS: Record<string, Parameters<typeof typeOf>[1]> = {
  FEE: 'fee',
  SRVCHG: 'fee',
  ATM: 'cash',
  CASH: 'cash',
  DEP: 'deposit',
  DIRECTDEP: 'deposit',
  POS: 'payment',
  PAYMENT: 'payment',
  CHECK: 'payment',
  DIRECTDEBIT: 'payment',
  REPEATPMT: 'payment',
  DEBIT: 'payment',
};

export const ofx: StatementFormat = {
  name: 'ofx',

  recognise({ text }: StatementFile): number {
    const head = text.slice(0, 4000);
    if (!/<OFX>/i.test(head)) return 0;
    return /^\s*OFXHEADER\s*:|<\?OFX\b/i.test(head) || /<(STMTRS|CCSTMTRS|INVSTMTRS)>/i.test(text) ? 1 : 0.8;
  },

  /** Throws `file-unreadable` where there is no statement in it. */
  read({ name, text }: StatementFile, options: NoteDefaults): Statement {
    const rows = new StatementRows('ofx');
    const statements = descendants(ofxTree(text), STATEMENTS);
    if (!statements.length) throw new OkhelpError('file-unreadable', { file: name, reason: 'OFX without a statement' });
    const amounts = statements
      .flatMap((statement) => descendants(statement, ['TRNAMT', 'BALAMT']))
      .map((one) => one.text);
    const mark = decimalMarkOf(amounts) ?? '.';
    addFrames(
      rows,
      statements.map((statement) => frameOf(statement, mark, options)),
    );
    return rows.done();
  },
};

function frameOf(statement: XmlElement, mark: DecimalMark, options: NoteDefaults): StatementFrame {
  const [from] = descendants(statement, ['BANKACCTFROM', 'CCACCTFROM', 'INVACCTFROM']);
  const account = recordedText(textAt(from, 'ACCTID')) || DEFAULT_ACCOUNT;
  const currency = parseCurrency(textAt(statement, 'CURDEF')) ?? options.currency;
  const [list] = descendants(statement, ['BANKTRANLIST', 'INVTRANLIST']);
  const rows: FrameRow[] = [];
  for (const entry of descendants(statement, ['STMTTRN', 'STMTTRNP', 'INVBUY', 'INVSELL', 'INCOME', 'INVEXPENSE'])) {
    const securities = entry.name.startsWith('INV') || entry.name === 'INCOME';
    rows.push({
      line: entry.line,
      row: securities
        ? securityRow(entry, account, currency, mark, options)
        : entryRow(entry, account, currency, mark, options),
    });
  }
  const closing = balanceOf(find(statement, 'LEDGERBAL'), mark, options.zone, rows);
  return {
    account,
    currency,
    opening: null,
    closing,
    rows,
    says: { from: timeIn(textAt(list, 'DTSTART'), options.zone), to: timeIn(textAt(list, 'DTEND'), options.zone) },
  };
}

/** The available balance is another thing: holds and credit lines are in it. */
function balanceOf(
  balance: XmlElement | null,
  mark: DecimalMark,
  zone: ZoneOffset,
  rows: FrameRow[],
): FrameBalance | null {
  if (!balance) return null;
  const units = readDecimal(textAt(balance, 'BALAMT'), mark);
  const time = timeOf(textAt(balance, 'DTASOF'), zone);
  if (units !== null && typeof time !== 'string') return { line: balance.line, units, time };
  const problem =
    units === null
      ? new RowProblem('balance', textAt(balance, 'BALAMT'), 'amount')
      : new RowProblem('time', textAt(balance, 'DTASOF'), time as 'time');
  rows.push({ line: balance.line, row: problem });
  return null;
}

function entryRow(
  entry: XmlElement,
  account: string,
  usual: string,
  mark: DecimalMark,
  { zone }: NoteDefaults,
): FrameRow['row'] {
  const text = (name: string) => descendants(entry, [name])[0]?.text ?? '';
  const time = timeOf(text('DTPOSTED') || text('DTTRAN') || text('DTUSER'), zone);
  if (typeof time === 'string') return new RowProblem('time', text('DTPOSTED'), time);
  const written = text('TRNAMT');
  const amount = readDecimal(written, mark);
  if (amount === null) return new RowProblem('amount', written, written ? 'amount' : 'amount-empty');
  // CURRENCY says what the amount is in; ORIGCURRENCY only what it was converted from.
  const [own] = descendants(entry, ['CURRENCY']);
  const currency = own ? parseCurrency(textAt(own, 'CURSYM')) : usual;
  if (!currency) return new RowProblem('currency', textAt(own, 'CURSYM'), 'currency');
  const [name, memo] = [recordedText(text('NAME')), recordedText(text('MEMO'))];
  return {
    time,
    type: typeOf(amount, KINDS[text('TRNTYPE').toUpperCase()] ?? 'transfer'),
    amount,
    currency,
    account,
    counterparty: name,
    reference: recordedText(text('FITID')),
    status: entry.name === 'STMTTRNP' ? 'pending' : 'completed',
    memo: memo === name ? '' : memo,
  };
}

/** What buying, selling or holding securities does to the cash: TOTAL, signed. */
function securityRow(
  entry: XmlElement,
  account: string,
  currency: string,
  mark: DecimalMark,
  { zone }: NoteDefaults,
): FrameRow['row'] {
  const text = (name: string) => descendants(entry, [name])[0]?.text ?? '';
  const written = text('DTSETTLE') || text('DTTRADE');
  const time = timeOf(written, zone);
  if (typeof time === 'string') return new RowProblem('time', written, time);
  const amount = readDecimal(text('TOTAL'), mark);
  if (amount === null) return new RowProblem('amount', text('TOTAL'), text('TOTAL') ? 'amount' : 'amount-empty');
  return {
    time,
    type: typeOf(amount, entry.name === 'INVEXPENSE' ? 'fee' : 'transfer'),
    amount,
    currency,
    account,
    reference: recordedText(text('FITID')),
    memo: recordedText(text('MEMO') || text('UNIQUEID')),
  };
}

function timeIn(text: string, zone: ZoneOffset): Moment | null {
  const time = timeOf(text, zone);
  return typeof time === 'string' ? null : time;
}

const TIME =
  /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?(?:\.\d{1,9})?)?\s*(?:\[\s*([+-]?)(\d{1,2})(?:[.:]?(\d{1,2}))?(?::[^\]]*)?\s*\])?$/;

/**
 * `20260301`, `20260301120000.000[-5:EST]` (OFX 2.2, section 3.2.8.2). A time without a zone is GMT by the standard; a day
 * alone, or its midnight without a zone, is how banks write a date, and is taken as that day where the user is.
 */
function timeOf(text: string, zone: ZoneOffset): Moment | 'time' | 'time-empty' | 'impossible-date' {
  if (!text) return 'time-empty';
  const match = TIME.exec(text.trim());
  if (!match) return 'time';
  const [, year, month, day, hour = '00', minute = '00', second = '00', sign, hours, part = '00'] = match;
  const midnight = `${hour}${minute}${second}` === '000000';
  // Half hours are written `5.5`, `5.50` or `5:30`.
  const minutes = ({ 5: '30', 50: '30', 25: '15', 75: '45' } as Record<string, string>)[part] ?? part.padStart(2, '0');
  const offset = hours ? `${sign || '+'}${hours.padStart(2, '0')}:${minutes}` : midnight ? '' : 'Z';
  const time = parseTime(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`, zone);
  return time === 'unreadable-time' ? 'time' : time;
}

/** The nearest elements of these names below `element`, in the order of the file. */
function descendants(element: XmlElement, names: readonly string[]): XmlElement[] {
  return element.children.flatMap((child) => (names.includes(child.name) ? [child] : descendants(child, names)));
}
