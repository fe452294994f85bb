// SWIFT MT940 customer statements, in whatever envelope a bank puts them.
import { parseAmount, parseCurrency, type Units } from '../ledger/money.ts';
import { DEFAULT_ACCOUNT } from '../ledger/note.ts';
import { recordedText } from '../ledger/recorded.ts';
import { type Moment, parseTime, type ZoneOffset } from '../ledger/time.ts';
import { typeOf } from './bank-words.ts';
import { counterpartyIn, detailWords } from './mt940-details.ts';
import type { NoteDefaults } from './note-rows.ts';
import type { Statement, StatementFile, StatementFormat } from './statement.ts';
import { addFrames, endOfDay, type FrameBalance, type FrameRow, type StatementFrame } from './statement-frame.ts';
import { RowProblem, StatementRows } from './statement-rows.ts';

interface Field {
  /** `61`, `60F`. */
  tag: string;
  line: number;
  /** Its lines, the first without the tag. */
  lines: string[];
}

/** Also what some banks put between messages (`:940:`), which holds nothing. */
const TAG = /^:(\d{2,3}[A-Z]?):(.*)$/;
/** `-`, `-}{5:}`, `-XXX`, `-` with an end-of-text character: the end of a message. */
const MESSAGE_END = /^-(?:\}.*|X{3}|[\x00-\x1f])?\s*$/;
/** Field 60a, 62a: mark, date, currency, amount. */
const BALANCE = /^(C|D)(\d{6})([A-Z]{3})([\d.,]+)$/;
/** Field 61: value date, entry date, mark, funds code (third letter of the currency), amount, type, references. */
const ENTRY = /^(\d{6})(\d{4})?(RC|RD|EC|ED|C|D)([A-Z])?\s?(\d[\d.]*(?:,\d*)?)(?:([A-Z][A-Z0-9]{3})(.*))?$/;
/** Some Dutch banks end a file with counts and sums of both sides in a field 86. */
const TOTALS = /^D(\d{6})C(\d{6})D(\d+,\d*)C(\d+,\d*)$/;

export const mt940: StatementFormat = {
  name: 'mt940',

  recognise({ text }: StatementFile): number {
    const head = text.slice(0, 20_000);
    const has = (tag: string) => new RegExp(`(?:^|[\\r\\n}])\\s*:${tag}:`).test(head);
    if (!has('2[05]') || !has('60[FM]')) return 0;
    return has('25') && (has('62[FM]') || has('61')) ? 1 : 0.7;
  },

  read({ text }: StatementFile, options: NoteDefaults): Statement {
    const rows = new StatementRows('mt940');
    addFrames(
      rows,
      statementsOf(text).map((fields) => frameOf(fields, options)),
    );
    return rows.done();
  },
};

/** The fields of each statement; a statement begins at each field 20, and no field goes beyond its message. */
function statementsOf(text: string): Field[][] {
  const statements: Field[][] = [];
  let field: Field | null = null;
  text.split(/\r\n|\n|\r/).forEach((written, at) => {
    const content = written.replace(/^\{1:.*\{4:\s*/, '').replace(/^[\x00-\x08\x0e-\x1f]+/, '');
    const match = TAG.exec(content);
    if (match) {
      field = { tag: match[1]!, line: at + 1, lines: [match[2]!.trimEnd()] };
      if (begins(field.tag, statements.at(-1))) statements.push([]);
      statements[statements.length - 1]!.push(field);
    } else if (MESSAGE_END.test(content)) field = null;
    else field?.lines.push(content);
  });
  return statements.filter((fields) => fields.some(({ tag }) => /^6[0-2]/.test(tag)));
}

/** At field 20; where a bank writes that once for all, at the first field that comes before rows behind a closing balance. */
function begins(tag: string, statement: Field[] | undefined): boolean {
  if (!statement || tag === '20') return true;
  return /^(25|28|60)/.test(tag) && statement.some((field) => field.tag.startsWith('62'));
}

function frameOf(fields: Field[], options: NoteDefaults): StatementFrame {
  const first = (...tags: string[]) => fields.find(({ tag }) => tags.includes(tag));
  const rows: FrameRow[] = [];
  const openingField = first('60F', '60M');
  const closingField = fields.findLast(({ tag }) => tag === '62F' || tag === '62M');
  const opening = balanceOf(openingField, options.zone, rows);
  const closing = balanceOf(closingField, options.zone, rows);
  const account = recordedText(first('25', '25P')?.lines[0] ?? '') || DEFAULT_ACCOUNT;
  const currency = opening?.currency ?? closing?.currency ?? options.currency;
  const period = { from: opening?.balance.time, to: closing?.balance.time };
  fields.forEach((field, at) => {
    if (field.tag !== '61') return;
    const next = fields[at + 1];
    rows.push({
      line: field.line,
      row: entryRow(field, next?.tag === '86' ? next : null, account, currency, period, options),
    });
  });
  return {
    account,
    currency,
    opening: opening?.balance ?? null,
    closing: closing && { ...closing.balance, time: endOfDay(closing.balance.time) },
    rows,
    says: totalsOf(fields),
  };
}

function balanceOf(field: Field | undefined, zone: ZoneOffset, problems: FrameRow[]) {
  if (!field) return null;
  const value = field.lines[0]!.trim();
  const [, mark, date = '', code = '', written = ''] = BALANCE.exec(value) ?? [];
  const units = amountOf(written);
  const currency = parseCurrency(code);
  const time = dateOf(date, zone);
  if (units === null || !currency || typeof time === 'string') {
    problems.push({
      line: field.line,
      row: new RowProblem('balance', value.slice(0, 80), date && typeof time === 'string' ? time : 'amount'),
    });
    return null;
  }
  const balance: FrameBalance = { line: field.line, units: mark === 'D' ? -units : units, time };
  return { balance, currency };
}

function entryRow(
  field: Field,
  details: Field | null,
  account: string,
  currency: string,
  period: { from: Moment | undefined; to: Moment | undefined },
  { zone }: NoteDefaults,
): FrameRow['row'] {
  const value = field.lines[0]!.trim();
  const match = ENTRY.exec(value);
  if (!match) return new RowProblem(null, value.slice(0, 80), 'broken-entry');
  const [, valueDate, entryDate, mark, , written, code = '', references = ''] = match;
  const units = amountOf(written!);
  if (units === null) return new RowProblem('amount', written!, 'amount');
  const booked = entryDate ? entryTime(valueDate!, entryDate, zone) : 'time';
  // Some banks count interest to a 30 February; then the other date says when.
  const time = typeof booked === 'string' ? within(dateOf(valueDate!, zone), period) : booked;
  if (typeof time === 'string') return new RowProblem('time', valueDate!, time);
  // RC takes a credit back, RD a debit; EC and ED are only expected.
  const amount = /^(C|RD|EC)$/.test(mark!) ? units : -units;
  const [customer = '', bank = ''] = references.split('//');
  const reference = [bank, customer].map(recordedText).find((text) => text && !/^(NONREF|NOREF)$/i.test(text)) ?? '';
  return {
    time,
    type: typeOf(amount, mark!.startsWith('R') ? 'reversal' : kindOf(code)),
    amount,
    currency,
    account,
    status: mark!.startsWith('E') ? 'pending' : 'completed',
    reference,
    counterparty: recordedText(counterpartyIn(details?.lines ?? [])),
    memo: recordedText(detailWords(field.lines.slice(1), details?.lines ?? [])),
  };
}

/** Field 61's type: a letter, then what SWIFT's list names; banks' own codes say nothing here. */
function kindOf(code: string) {
  const kind = code.slice(1);
  if (kind === 'CHG' || kind === 'COM') return 'fee';
  return kind === 'CHK' || kind === 'DDT' ? 'payment' : 'transfer';
}

/** The entry date has no year: the one nearest to the value date's month is meant. */
function entryTime(valueDate: string, entryDate: string, zone: ZoneOffset): Moment | 'impossible-date' {
  const year = Number(valueDate.slice(0, 2));
  const dayOf = (text: string) => Number(text.slice(0, 2)) * 31 + Number(text.slice(2));
  const away = dayOf(entryDate) - dayOf(valueDate.slice(2));
  const shift = away > 186 ? -1 : away < -186 ? 1 : 0;
  const time = dateOf(String((year + shift + 100) % 100).padStart(2, '0') + entryDate, zone);
  return typeof time === 'string' ? 'impossible-date' : time;
}

/** What has a value date alone was booked in the period of its statement, whatever day it counts from. */
function within(
  time: Moment | 'time' | 'impossible-date',
  { from, to }: { from: Moment | undefined; to: Moment | undefined },
) {
  if (typeof time === 'string') return time;
  if (from && time.epoch < from.epoch) return from;
  return to && time.epoch > to.epoch ? to : time;
}

/** YYMMDD; SWIFT reads 80 to 99 as 19YY. */
function dateOf(text: string, zone: ZoneOffset): Moment | 'time' | 'impossible-date' {
  const [, year, month, day] = /^(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  if (!day) return 'time';
  const time = parseTime(`${Number(year) >= 80 ? '19' : '20'}${year}-${month}-${day}`, zone);
  return time === 'unreadable-time' ? 'time' : time;
}

/** Digits with a decimal comma, which may stand last; points would be thousands. */
function amountOf(text: string): Units | null {
  if (!/^(\d+|\d{1,3}(\.\d{3})+)(,\d*)?$/.test(text)) return null;
  return parseAmount(text.replaceAll('.', '').replace(/,$/, '').replace(',', '.'))?.units ?? null;
}

/** Counts and sums: a last field 86 of a Dutch form, or the fields 90 of its sister MT942. */
function totalsOf(fields: Field[]): StatementFrame['says'] {
  const closed = fields.findIndex(({ tag }) => tag.startsWith('62'));
  const behind = closed < 0 ? [] : fields.slice(closed + 1);
  const totals = behind
    .map(({ tag, lines }) => (tag === '86' ? TOTALS.exec(lines.join('').trim()) : null))
    .find(Boolean);
  if (totals) {
    const [, debits, credits, out, into] = totals;
    return { count: Number(debits) + Number(credits), moneyOut: amountOf(out!), moneyIn: amountOf(into!) };
  }
  const side = (tag: string) =>
    /^(\d{1,5})[A-Z]{3}(\d+,\d*)$/.exec(fields.find((field) => field.tag === tag)?.lines[0] ?? '');
  const [debit, credit] = [side('90D'), side('90C')];
  return {
    count: debit && credit ? Number(debit[1]) + Number(credit[1]) : null,
    moneyOut: debit && amountOf(debit[2]!),
    moneyIn: credit && amountOf(credit[2]!),
  };
}
