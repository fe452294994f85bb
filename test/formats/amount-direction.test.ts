// Tables that write the sign of some amounts only: which way the money went, and which rows contradict themselves.
import { describe, expect, it } from 'vitest';
import { genericCsv } from '../../src/formats/generic-csv.ts';
import { formatAmount } from '../../src/ledger/money.ts';
import { reading } from './reading.ts';

/** `line type amount` of each row, or its line, cell and reason where it could not be read. */
const rows = (text: string): string[] => {
  const { notes, unreadable } = reading(genericCsv, `${text}\n`);
  return [
    ...notes.map(({ line, type, amount, currency }) => `${line} ${type} ${formatAmount(amount, currency)}`),
    ...unreadable.map(({ line, value, reason }) => `${line} ${value} ${reason}`),
  ].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
};

describe('amounts of which only some have a sign', () => {
  const table = (...lines: string[]) => rows(['Date,Type,Description,Amount', ...lines].join('\n'));

  it('go by their type where they have none, and a sign against the type is told', () => {
    const read = table(
      '2026-03-01,Top-up,Salary,500.00',
      '2026-03-02,Payment,Shop,-100.00',
      '2026-03-03,Payment,Shop,30.00',
      '2026-03-04,Withdrawal,ATM,20.00',
      '2026-03-05,Refund,Shop,5.00',
      '2026-03-06,Refund,Shop,-7.00',
    );
    expect(read).toEqual([
      '2 topup 500.00',
      '3 payment -100.00',
      '4 payment -30.00',
      '5 withdrawal -20.00',
      '6 refund 5.00',
      '7 Refund -7.00 direction-contradicts',
    ]);
  });

  it('go by a column of directions', () => {
    const text = [
      'Date,Direction,Description,Amount',
      '2026-03-01,in,Salary,500.00',
      '2026-03-02,out,Shop,-100.00',
      '2026-03-03,out,Shop,30.00',
      '2026-03-06,in,Shop,-7.00',
    ];
    expect(rows(text.join('\n'))).toEqual([
      '2 transfer-in 500.00',
      '3 payment -100.00',
      '4 payment -30.00',
      '5 in -7.00 direction-contradicts',
    ]);
  });

  it('come in where the balances say so', () => {
    const text = [
      'Date,Type,Description,Amount,Balance',
      '2026-03-01,Top-up,Salary,500.00,500.00',
      '2026-03-02,Payment,Shop,-100.00,400.00',
      '2026-03-03,Payment,Shop,-30.00,370.00',
      '2026-03-03,Payment,Received,30.00,400.00',
    ];
    expect(rows(text.join('\n')).at(-1)).toBe('5 transfer-in 30.00');
  });

  it('are told where one is an exception among many with a sign', () => {
    const paid = Array.from({ length: 8 }, (_, i) => `2026-03-0${i + 1},Payment,Shop,-1${i}.00`);
    expect(table(...paid, '2026-03-09,Payment,Shop,30.00').at(-1)).toBe('10 Payment 30.00 direction-contradicts');
  });

  it('are money in where the signs do not go with the types at all', () => {
    const paid = Array.from({ length: 4 }, (_, i) => `2026-03-0${i + 1},Payment,Customer,1${i}.00`);
    const back = ['2026-03-05,Refund,Customer,-3.00', '2026-03-06,Refund,Customer,-4.00'];
    expect(table(...paid, ...back)).toEqual([
      ...paid.map((_, i) => `${i + 2} transfer-in 1${i}.00`),
      '6 adjustment -3.00',
      '7 adjustment -4.00',
    ]);
  });
});
