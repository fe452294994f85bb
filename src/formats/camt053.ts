// Bank statements in XML: ISO 20022 camt.053, "bank to customer statement", in any of its versions.
import { OkhelpError } from '../errors.ts';
import { parseAmount, parseCurrency, type Units } from '../ledger/money.ts';
import { DEFAULT_ACCOUNT, type NoteStatus } from '../ledger/note.ts';
import { recordedText } from '../ledger/recorded.ts';
import { type Moment, parseTime, type ZoneOffset } from '../ledger/time.ts';
import { typeOf } from './bank-words.ts';
import type { NoteDefaults } from './note-rows.ts';
import type { Statement, StatementFile, StatementFormat } from './statement.ts';
import { addFrames, endOfDay, type FrameBalance, type FrameRow, type StatementFrame } from './statement-frame.ts';
import { type RowNote, RowProblem, StatementRows } from './statement-rows.ts';
import { find, findAll, parseXml, textAt, type XmlElement, XmlProblem } from './xml.ts';

/** Booked entries count. Pending and future ones are kept as pending; INFO never moves money. */
const STATUSES: Record<string, NoteStatus | null> = { BOOK: 'completed', PDNG: 'pending', FUTR: 'pending', INFO: null };

export const camt053: StatementFormat = {
  name: 'camt053',

  recognise({ text }: StatementFile): number {
    const head = text.slice(0, 4000);
    if (!/<(?:[\w.-]+:)?BkToCstmrStmt[\s>]/.test(head)) return 0;
    return /camt\.053\.001\.\d\d/.test(head) ? 1 : 0.9;
  },

  /** Throws `file-unreadable` where it is not well-formed XML, or has no statement. */
  read({ name, text }: StatementFile, options: NoteDefaults): Statement {
    const rows = new StatementRows('camt053');
    const root = documentOf(name, text);
    const message = root.name === 'BkToCstmrStmt' ? root : descend(root, 'BkToCstmrStmt');
    if (!message) throw new OkhelpError('file-unreadable', { file: name, reason: 'XML, but not camt.053' });
    addFrames(
      rows,
      findAll(message, 'Stmt').map((statement) => frameOf(statement, options)),
    );
    return rows.done();
  },
};

function documentOf(file: string, text: string): XmlElement {
  try {
    return parseXml(text);
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error;
    throw new OkhelpError('file-unreadable', { file, reason: error.message }, error);
  }
}

/** Some banks wrap the document in an envelope of their own. */
function descend(element: XmlElement, name: string): XmlElement | null {
  for (const child of element.children) {
    const found = child.name === name ? child : descend(child, name);
    if (found) return found;
  }
  return null;
}

function frameOf(statement: XmlElement, options: NoteDefaults): StatementFrame {
  const id = find(statement, 'Acct', 'Id');
  const account =
    recordedText(textAt(id, 'IBAN') || textAt(id, 'Othr', 'Id') || textAt(id, 'PrtryAcct', 'Id')) || DEFAULT_ACCOUNT;
  const balances = findAll(statement, 'Bal');
  const [firstBalance] = balances;
  const currency =
    parseCurrency(textAt(statement, 'Acct', 'Ccy')) ??
    parseCurrency(find(firstBalance ?? find(statement, 'Ntry'), 'Amt')?.attributes.Ccy ?? '') ??
    options.currency;
  const problems: FrameRow[] = [];
  const { opening, closing } = balancesOf(balances, currency, options.zone, problems);
  const entries = findAll(statement, 'Ntry').map((entry) => entryRows(entry, account, currency, options));
  const plain = entries.every((rows) => rows.length === 1 && booked(rows[0]!));
  return {
    account,
    currency,
    opening,
    closing,
    rows: [...entries.flat(), ...problems],
    says: {
      from: timeOf(textAt(statement, 'FrToDt', 'FrDtTm') || textAt(statement, 'FrToDt', 'FrDt'), options.zone),
      to: timeOf(textAt(statement, 'FrToDt', 'ToDtTm') || textAt(statement, 'FrToDt', 'ToDt'), options.zone),
      // The summary counts entries of every status, and a batch once: it is held against plain booked entries only.
      ...(plain ? summaryOf(find(statement, 'TxsSummry')) : {}),
    },
  };
}

const booked = ({ row }: FrameRow): boolean =>
  row !== null && !(row instanceof RowProblem) && row.status === 'completed';

function summaryOf(summary: XmlElement | null): StatementFrame['says'] {
  const count = /^\d{1,15}$/.exec(textAt(summary, 'TtlNtries', 'NbOfNtries'));
  return {
    count: count ? Number(count[0]) : null,
    moneyIn: decimal(textAt(summary, 'TtlCdtNtries', 'Sum')),
    moneyOut: decimal(textAt(summary, 'TtlDbtNtries', 'Sum')),
  };
}

/** Opening: booked, or the previous closing one. An interim balance (pages of one statement) stands in for the missing one. */
function balancesOf(balances: XmlElement[], currency: string, zone: ZoneOffset, problems: FrameRow[]) {
  const coded = (...codes: string[]) =>
    codes.flatMap((code) => balances.filter((balance) => textAt(balance, 'Tp', 'CdOrPrtry', 'Cd') === code));
  const [opening] = coded('OPBD', 'PRCD');
  const [closing] = coded('CLBD');
  const interim = coded('ITBD');
  const first = opening ?? (interim.length > 1 || closing ? interim[0] : undefined);
  const last = closing ?? interim.findLast((balance) => balance !== first);
  return { opening: readBalance(first, false), closing: readBalance(last, true) };

  function readBalance(balance: XmlElement | undefined, atEnd: boolean): FrameBalance | null {
    if (!balance) return null;
    const units = signed(decimal(textAt(balance, 'Amt')), textAt(balance, 'CdtDbtInd'));
    const day = textAt(balance, 'Dt', 'Dt');
    const time = timeOf(day || textAt(balance, 'Dt', 'DtTm'), zone);
    const own = find(balance, 'Amt')?.attributes.Ccy ?? currency;
    if (own !== currency) return null;
    if (typeof units === 'bigint' && time) {
      return { line: balance.line, units, time: atEnd && day ? endOfDay(time) : time };
    }
    const value = typeof units === 'bigint' ? day : textAt(balance, 'Amt');
    problems.push({
      line: balance.line,
      row: new RowProblem('balance', value, typeof units === 'bigint' ? 'time' : units),
    });
    return null;
  }
}

/** One row an entry; of a batch, one row a transaction where each has its amount and together they make the entry. */
function entryRows(entry: XmlElement, account: string, currency: string, options: NoteDefaults): FrameRow[] {
  const { line } = entry;
  // A statement is of booked entries, so one that says nothing is booked.
  const code = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts') || 'BOOK';
  const status = Object.hasOwn(STATUSES, code) ? STATUSES[code] : undefined;
  if (status === null) return [{ line, row: null }];
  const no = (...problem: ConstructorParameters<typeof RowProblem>) => [{ line, row: new RowProblem(...problem) }];
  if (status === undefined) return no('status', code, 'status');
  const own = parseCurrency(find(entry, 'Amt')?.attributes.Ccy ?? currency);
  if (!own) return no('currency', find(entry, 'Amt')?.attributes.Ccy ?? '', 'currency');
  const amount = signed(decimal(textAt(entry, 'Amt')), textAt(entry, 'CdtDbtInd'));
  if (typeof amount !== 'bigint') return no('amount', textAt(entry, 'Amt'), amount);
  const written = dateIn(find(entry, 'BookgDt')) || dateIn(find(entry, 'ValDt'));
  if (!written) return no('time', '', 'time-empty');
  const time = parseTime(written, options.zone);
  if (typeof time === 'string') return no('time', written, time === 'impossible-date' ? time : 'time');

  const shared = { time, status, account, currency: own };
  const details = findAll(entry, 'NtryDtls').flatMap((block) => findAll(block, 'TxDtls'));
  const parts = details.length > 1 ? details.map((detail) => partOf(detail, own, amount)) : [];
  const whole = parts.every((part) => part !== null) && parts.reduce<Units>((sum, part) => sum + part!, 0n) === amount;
  if (parts.length && whole) {
    return details.map((detail, i) => ({
      line: detail.line,
      row: rowOf({ ...shared, amount: parts[i]! }, entry, detail, true),
    }));
  }
  return [{ line, row: rowOf({ ...shared, amount }, entry, details.length === 1 ? details[0]! : null) }];
}

function rowOf(
  base: Pick<RowNote, 'time' | 'amount' | 'currency'>,
  entry: XmlElement,
  detail: XmlElement | null,
  batch = false,
): RowNote {
  const { amount } = base;
  const reversal = /^(true|1)$/.test(textAt(entry, 'RvslInd'));
  const parties = find(detail, 'RltdPties');
  const named = (role: string) =>
    textAt(parties, role, 'Nm') || textAt(parties, role, 'Pty', 'Nm') || textAt(parties, `${role}Acct`, 'Id', 'IBAN');
  // Who pays stays the debtor of the original transaction when it is reversed.
  const roles = amount > 0n === !reversal ? ['Dbtr', 'Cdtr'] : ['Cdtr', 'Dbtr'];
  const remittance = find(detail, 'RmtInf');
  const words = [
    ...findAll(remittance, 'Ustrd').map(({ text }) => text),
    ...findAll(remittance, 'Strd').map((one) => textAt(one, 'CdtrRefInf', 'Ref')),
    textAt(detail, 'AddtlTxInf'),
    textAt(entry, 'AddtlNtryInf'),
  ];
  return {
    ...base,
    // CdtDbtInd is the direction of the entry itself, also of a reversal (ISO 20022: "the original operation was …").
    type: typeOf(amount, kindOf(entry, reversal)),
    counterparty: recordedText(named(roles[0]!) || named(roles[1]!)),
    reference: recordedText(referenceOf(entry, detail, batch)),
    memo: recordedText([...new Set(words.filter(Boolean))].join(' ')),
  };
}

/** The bank's own number, else those the parties gave; in a batch each transaction its own. */
function referenceOf(entry: XmlElement, detail: XmlElement | null, batch: boolean): string {
  const refs = find(detail, 'Refs');
  const own = ['AcctSvcrRef', 'TxId', 'EndToEndId', 'InstrId', 'PmtInfId'].map((name) => textAt(refs, name));
  const ofEntry = batch ? [] : [textAt(entry, 'AcctSvcrRef')];
  const candidates = [own[0]!, ...ofEntry, ...own.slice(1), ...(batch ? [] : [textAt(entry, 'NtryRef')])];
  return candidates.find((text) => text && !/^NOTPROVIDED$/i.test(text)) ?? '';
}

function kindOf(entry: XmlElement, reversal: boolean) {
  if (reversal) return 'reversal';
  const code = find(entry, 'BkTxCd', 'Domn', 'Fmly');
  if (textAt(code, 'SubFmlyCd') === 'CHRG' || textAt(code, 'SubFmlyCd') === 'FEES') return 'fee';
  if (textAt(code, 'SubFmlyCd') === 'CWDL') return 'cash';
  return textAt(code, 'Cd') === 'CCRD' ? 'payment' : 'transfer';
}

/** The part that one transaction has in its entry, in the entry's currency; null where it is not told. */
function partOf(detail: XmlElement, currency: string, whole: Units): Units | null {
  const amounts = [
    find(detail, 'Amt'),
    find(detail, 'AmtDtls', 'TxAmt', 'Amt'),
    find(detail, 'AmtDtls', 'InstdAmt', 'Amt'),
  ];
  const amount = amounts.find((one) => one?.attributes.Ccy === currency);
  const part = signed(decimal(amount?.text ?? ''), textAt(detail, 'CdtDbtInd') || (whole < 0n ? 'DBIT' : 'CRDT'));
  return typeof part === 'bigint' ? part : null;
}

/** Amounts are decimals without a sign. */
function decimal(text: string): Units | null {
  return /^\d*\.?\d*$/.test(text) && /\d/.test(text)
    ? (parseAmount(text.replace(/^\./, '0.').replace(/\.$/, ''))?.units ?? null)
    : null;
}

function signed(units: Units | null, mark: string): Units | 'amount' | 'direction' {
  if (units === null) return 'amount';
  return mark === 'CRDT' ? units : mark === 'DBIT' ? -units : 'direction';
}

const dateIn = (element: XmlElement | null): string => textAt(element, 'DtTm') || textAt(element, 'Dt');

function timeOf(text: string, zone: ZoneOffset): Moment | null {
  const time = text ? parseTime(dayOnly(text), zone) : null;
  return time === null || typeof time === 'string' ? null : time;
}

/** An xs:date may carry an offset (`2026-03-01+01:00`). */
const dayOnly = (text: string): string => text.replace(/^(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)$/, '$1');
