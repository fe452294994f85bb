// QIF, Quicken's interchange format: one letter a field, `^` behind each entry; days and marks as the program's country had.
import type { DateOrder } from '../ledger/findings.ts';
import type { Units } from '../ledger/money.ts';
import { DEFAULT_ACCOUNT } from '../ledger/note.ts';
import { recordedText } from '../ledger/recorded.ts';
import { parseTime, type ZoneOffset } from '../ledger/time.ts';
import { type DecimalMark, decimalMarkOf, readDecimal, typeOf } from './bank-words.ts';
import type { NoteDefaults } from './note-rows.ts';
import { datesRead, dayOrderOf, isoDate } from './qif-dates.ts';
import type { Statement, StatementFile, StatementFormat } from './statement.ts';
import { type RowNote, RowProblem, StatementRows } from './statement-rows.ts';

interface Entry {
  /** Of its first field. */
  line: number;
  /** `bank`, `invst`, `account`, `cat`: the word behind the last `!`. */
  section: string;
  /** Each field's first text by its letter; splits are left out. */
  fields: Map<string, string>;
  splits: string[];
  /** The file ended before its `^`. */
  unfinished: boolean;
}

const MONEY_SECTIONS = ['bank', 'cash', 'ccard', 'oth a', 'oth l', 'invst'];

/** What an action in an investment account does to its cash; unsigned amounts. An X at the end means another account. */
const ACTIONS: Record<string, 1 | -1 | 0> = {
  buy: -1,
  miscexp: -1,
  margint: -1,
  xout: -1,
  withdrwx: -1,
  sell: 1,
  div: 1,
  intinc: 1,
  cglong: 1,
  cgmid: 1,
  cgshort: 1,
  miscinc: 1,
  rtrncap: 1,
  xin: 1,
  contribx: 1,
};

export const qif: StatementFormat = {
  name: 'qif',

  recognise({ text }: StatementFile): number {
    if (!/^\s*!(?:type|account|option|clear)\b/i.test(text)) return 0;
    return /^\^\s*$/m.test(text) ? 1 : 0.8;
  },

  read({ text }: StatementFile, options: NoteDefaults): Statement {
    const rows = new StatementRows('qif');
    const entries = entriesOf(text);
    const money = entries.filter(({ section }) => MONEY_SECTIONS.includes(section));
    const mark = decimalMarkOf(money.flatMap((entry) => [amountIn(entry), ...entry.splits])) ?? '.';
    const days = money.map(({ fields }) => fields.get('D') ?? '');
    const asked = options.dateOrder;
    const decided = asked ? ({ order: asked, because: 'asked' } as const) : dayOrderOf(days, mark);
    const { order } = decided;
    rows.dates = datesRead(days, decided);
    let account = DEFAULT_ACCOUNT;
    for (const entry of entries) {
      if (entry.section === 'account') account = recordedText(entry.fields.get('N') ?? '') || account;
      else if (opensAccount(entry)) account = /^\[(.+)\]$/.exec(entry.fields.get('L')!)![1]!;
      rows.add(
        entry.line,
        MONEY_SECTIONS.includes(entry.section) ? rowOf(entry, { account, mark, order, ...options }) : null,
      );
    }
    return rows.done();
  },
};

function entriesOf(text: string): Entry[] {
  const entries: Entry[] = [];
  let section = '';
  let entry: Entry | null = null;
  const finish = (unfinished: boolean) => {
    if (entry) entries.push({ ...entry, unfinished });
    entry = null;
  };
  text.split(/\r\n|\n|\r/).forEach((written, at) => {
    const content = written.trim();
    if (!content) return;
    if (content.startsWith('!')) {
      finish(true);
      section =
        /^!type:\s*(.+)$/i.exec(content)?.[1]?.trim().toLowerCase() ??
        (/^!account\b/i.test(content) ? 'account' : section);
      return;
    }
    if (content.startsWith('^')) {
      finish(false);
      return;
    }
    entry ??= { line: at + 1, section, fields: new Map(), splits: [], unfinished: false };
    const [letter, value] = [content[0]!, content.slice(1).trim()];
    if (letter === '$' && section !== 'account') entry.splits.push(value);
    else if (!entry.fields.has(letter)) entry.fields.set(letter, value);
  });
  finish(true);
  return entries;
}

/** T, or U, which newer programs write beside it. */
const amountIn = ({ fields }: Entry): string => fields.get('T') || fields.get('U') || '';

/** Quicken begins a list with an entry that brings the balance in and names the list's own account in brackets. */
function opensAccount({ fields }: Entry): boolean {
  return /^opening balance$/i.test(fields.get('P') ?? '') && /^\[.+\]$/.test(fields.get('L') ?? '');
}

interface Reading extends NoteDefaults {
  account: string;
  mark: DecimalMark;
  order: DateOrder;
}

function rowOf(entry: Entry, { account, mark, order, currency, zone }: Reading): RowNote | RowProblem | null {
  const { fields } = entry;
  const written = amountIn(entry);
  if (entry.unfinished && !written) return new RowProblem(null, '', 'cut-off');
  const time = timeOf(fields.get('D') ?? '', order, zone);
  if (typeof time === 'string') return new RowProblem('time', fields.get('D') ?? '', time);
  if (entry.section === 'invst' && cashDirection(fields) === 0) return null;
  if (!written) return new RowProblem('amount', '', 'amount-empty');
  const units = readDecimal(written, mark);
  if (units === null) return new RowProblem('amount', written, 'amount');
  const amount = entry.section === 'invst' ? investAmount(units, fields) : units;
  if (amount === null) return new RowProblem('type', fields.get('N') ?? '', 'type');
  const [payee, memo, number] = ['P', 'M', 'N'].map((letter) => recordedText(fields.get(letter) ?? ''));
  const category = recordedText(fields.get('L') ?? '');
  return {
    time,
    type: typeOf(
      amount,
      opensAccount(entry)
        ? 'opening'
        : /^(bank )?(fee|charge)/i.test(category)
          ? 'fee'
          : category.startsWith('[')
            ? 'transfer'
            : 'payment',
    ),
    amount,
    currency,
    account,
    counterparty: payee!,
    reference: entry.section === 'invst' ? '' : number!,
    status: 'completed',
    memo: [memo, category && !opensAccount(entry) ? category : ''].filter(Boolean).join(' · '),
  };
}

function timeOf(text: string, order: DateOrder, zone: ZoneOffset) {
  if (!text) return 'time-empty';
  const iso = isoDate(text, order);
  if (!iso) return 'time';
  const time = parseTime(iso, zone);
  return time === 'unreadable-time' ? 'time' : time;
}

const actionOf = (fields: Entry['fields']): string => (fields.get('N') ?? '').toLowerCase();

/** 0: shares alone move, or the money of another account. */
function cashDirection(fields: Entry['fields']): 1 | -1 | 0 | null {
  const action = actionOf(fields);
  if (action in ACTIONS) return ACTIONS[action]!;
  if (action === 'cash') return 1;
  return /^(shrs|reinv|stksplit|grant|vest|expire|remind)/.test(action) ||
    (action.endsWith('x') && action.slice(0, -1) in ACTIONS)
    ? 0
    : null;
}

/** `Cash` carries its own sign. */
function investAmount(units: Units, fields: Entry['fields']): Units | null {
  const direction = cashDirection(fields);
  return direction === null ? null : direction < 0 ? -(units < 0n ? -units : units) : units;
}
