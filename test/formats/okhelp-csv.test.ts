// Our own CSV, good and bad: what a cell may hold, and what is said where it cannot be read.
import { describe, expect, it } from 'vitest';
import type { OkhelpError } from '../../src/errors.ts';
import { memorySource } from '../../src/formats/byte-source.ts';
import { checkCsv } from '../../src/formats/check-csv.ts';
import { readNotes, writeNotes } from '../../src/formats/okhelp-csv.ts';
import { formatAmount } from '../../src/ledger/money.ts';
import { formatTime } from '../../src/ledger/time.ts';

const defaults = { currency: 'CNY', zone: () => 480 };
const read = (text: string | Uint8Array) => readNotes(Buffer.from(text), { file: 'notes.csv', ...defaults });
const only = (row: string, header = 'time,type,amount,fee,balance,status,memo') => read(`${header}\n${row}\n`);
const unreadable = (row: string, header?: string) =>
  only(row, header).unreadable.map(({ column, reason }) => [column, reason]);

async function errorOf(content: string | Uint8Array): Promise<unknown> {
  const bytes = Buffer.from(content);
  const thrown: unknown[] = [];
  const note = (error: unknown) => void thrown.push(error);
  try {
    readNotes(bytes, { file: 'notes.csv', ...defaults });
  } catch (error) {
    note(error);
  }
  await checkCsv(memorySource(bytes, 'notes.csv'), { defaults }).catch(note);
  expect(thrown).toHaveLength(2);
  const [one, other] = thrown as OkhelpError[];
  expect([one!.code, one!.values]).toEqual([other!.code, other!.values]);
  return { code: one!.code, ...one!.values };
}

describe('a row', () => {
  it('is read in any column order, with Chinese headers and words, and a BOM', () => {
    const { notes } = read(
      '\ufeff状态,金额,时间,类型,余额,对方\n处理中,"1,200.50",2026年3月1日 9:05,充值,,招商银行\n成功,-3,2026/3/2 10:00:30,付款,88,\n',
    );
    expect(
      notes.map((note) => [formatTime(note.time), note.type, formatAmount(note.amount, 'CNY'), note.status]),
    ).toEqual([
      ['2026-03-01T09:05:00+08:00', 'topup', '1200.50', 'pending'],
      ['2026-03-02T10:00:30+08:00', 'payment', '-3.00', 'completed'],
    ]);
    expect(notes[0]!.counterparty).toBe('招商银行');
  });

  it('takes the direction of an unsigned amount from its type; a written sign wins', () => {
    const rows = ['payment,5', 'topup,5', 'payment,+5', 'refund,-5', 'adjustment,-5'];
    const { notes } = read(`type,amount,time\n${rows.map((row) => `${row},2026-03-01`).join('\n')}`);
    expect(notes.map((note) => note.amount / 10n ** 18n)).toEqual([-5n, 5n, 5n, -5n, -5n]);
  });

  it('reads amounts as they are copied out of an app', () => {
    const cells = ['"¥1,000.00"', '１２．５０', '（87.50）', '"(1,000)"', '−￥5', '12.50元', '"￥１，０００．５０"'];
    const { notes, unreadable: none } = read(
      `time,type,currency,amount,balance\n${cells.map((cell) => `2026-03-01,refund,CNY,${cell},${cell}`).join('\n')}`,
    );
    expect(none).toEqual([]);
    const cents = [100_000n, 1250n, -8750n, -100_000n, -500n, 1250n, 100_050n];
    expect(notes.map((note) => note.amount / 10n ** 16n)).toEqual(cents);
    expect(notes.map((note) => note.balance! / 10n ** 16n)).toEqual(cents);
  });

  it('reads no amount beside the sign of another currency, nor one that could be two numbers', () => {
    const header = 'time,type,currency,amount';
    for (const cell of ['€5', '$5', '5 USD', '"12,50"', '"1,00.5"', '(-5)', '-¥-5', '()', '¥', '¥5元', '"12,3x"', '¥x'])
      expect(unreadable(`2026-03-01,payment,CNY,${cell}`, header), cell).toEqual([['amount', 'amount']]);
    expect(unreadable('2026-03-01,payment,USD,$5', header)).toEqual([]);
    expect(unreadable('2026-03-01,payment,USD,¥5', header)).toEqual([['amount', 'amount']]);
  });

  it('says which cell cannot be read, and why', () => {
    expect(unreadable('2026-03-01,payment,"12,3x",,,,')).toEqual([['amount', 'amount']]);
    expect(unreadable('2026-03-01,payment,,,,,')).toEqual([['amount', 'amount-empty']]);
    expect(unreadable('2026-03-01,adjustment,5,,,,')).toEqual([['amount', 'amount-unsigned']]);
    expect(unreadable('2026-03-01,payment,5,x,,,')).toEqual([['fee', 'amount']]);
    expect(unreadable('2026-03-01,payment,5,,1.2.3,,')).toEqual([['balance', 'amount']]);
    expect(unreadable('2026-02-30,payment,5,,,,')).toEqual([['time', 'impossible-date']]);
    expect(unreadable('2026-03-01 25:00,payment,5,,,,')).toEqual([['time', 'impossible-date']]);
    expect(unreadable('03/01/2026,payment,5,,,,')).toEqual([['time', 'time']]);
    expect(unreadable(',payment,5,,,,')).toEqual([['time', 'time-empty']]);
    expect(unreadable('2026-03-01,pay,5,,,,')).toEqual([['type', 'type']]);
    expect(unreadable('2026-03-01,payment,5,,,done?,')).toEqual([['status', 'status']]);
    expect(unreadable('2026-03-01,balance,,,,,')).toEqual([['balance', 'balance-empty']]);
    expect(unreadable('2026-03-01,payment,5,C?', 'time,type,amount,currency')).toEqual([['currency', 'currency']]);
  });

  it('must have as many cells as the header', () => {
    expect(unreadable('2026-03-01,payment,5')).toEqual([[null, 'too-few-cells']]);
    expect(unreadable('2026-03-01,payment,5,,,,,x')).toEqual([[null, 'too-many-cells']]);
    expect(unreadable('2026-03-01,payment,5,,,,,')).toEqual([]);
    expect(read('time,type,amount,memo\n2026-03-01,payment,5,').unreadable).toEqual([]);
    expect(read('time,type,amount,memo\n2026-03-01,payment,-12').unreadable).toEqual([
      { line: 2, column: null, value: '', reason: 'cut-off' },
    ]);
  });
});

describe('a file', () => {
  it('that is empty, or has no text in it, is said to be so', async () => {
    expect(await errorOf('')).toEqual({ code: 'file-empty', file: 'notes.csv' });
    expect(await errorOf('\n\n')).toEqual({ code: 'file-empty', file: 'notes.csv' });
    expect(await errorOf(Buffer.from('PK\x03\x04rest'))).toEqual({ code: 'file-not-text', file: 'notes.csv' });
    expect(await errorOf(Buffer.from('abc\0def'))).toEqual({ code: 'file-not-text', file: 'notes.csv' });
  });

  it('in another encoding is named with the line and the likely encoding', async () => {
    const gbk = Buffer.concat([
      Buffer.from('time,type,amount,memo\n2026-03-01,payment,5,'),
      Buffer.from([0xd6, 0xd0, 0xb9, 0xfa, 0xd2, 0xf8, 0xd0, 0xd0]),
      Buffer.from('\n'),
    ]);
    expect(await errorOf(gbk)).toEqual({
      code: 'file-encoding',
      file: 'notes.csv',
      encoding: 'GB18030 / GBK',
      line: 2,
    });
    const utf16 = Buffer.from('\ufefftime,type,amount\n', 'utf16le');
    expect(await errorOf(utf16)).toMatchObject({ code: 'file-encoding', encoding: 'UTF-16' });
    expect(await errorOf(Buffer.from('time,type,amount\n\xff,\xfe,1\n', 'latin1'))).toMatchObject({
      code: 'file-encoding',
      line: 2,
    });
  });

  it('without a needed column, or with one twice, is refused at its header', async () => {
    expect(await errorOf('time,amount\n2026-03-01,5\n')).toEqual({
      code: 'column-missing',
      file: 'notes.csv',
      column: 'type',
      line: 1,
      columns: 'time, amount',
    });
    expect(await errorOf('time,type,amount,金额\n')).toMatchObject({ code: 'column-twice', column: '金额' });
  });
});

it('a cell that a spreadsheet would run is guarded in the file and read back as it was', () => {
  const csv = 'time,type,amount,memo\n2026-03-01,payment,5,"=HYPERLINK(""x"")"\n';
  const written = writeNotes(read(csv).notes);
  expect(written).toContain(`"'=HYPERLINK(""x"")"`);
  expect(read(written).notes[0]!.memo).toBe('=HYPERLINK("x")');
});
