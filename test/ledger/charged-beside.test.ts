// Which fee in a row of its own belongs to which transaction.
import { expect, test } from 'vitest';
import { feesBeside } from '../../src/ledger/charged-beside.ts';
import { formatAmount } from '../../src/ledger/money.ts';
import { notesOf } from './written.ts';

function beside(rows: string): string[] {
  const notes = notesOf(`time,type,amount,reference,status\n${rows}`);
  return [...feesBeside(notes)].map(([id, fee]) => `${id} ${formatAmount(fee, 'CNY')}`);
}

test.each([
  ['right behind it', '2026-03-01 09:00,withdrawal,100.00,,\n2026-03-01 09:01,fee,1.00,,', ['n1 1.00']],
  ['right before it', '2026-03-01 09:00,fee,1.00,,\n2026-03-01 09:00,withdrawal,100.00,,', ['n2 1.00']],
  [
    'with its transaction id, however far',
    '2026-03-01,payment,100.00,A1,\n2026-03-02,payment,200.00,A2,\n2026-03-03,fee,1.00,A1,',
    ['n1 1.00'],
  ],
  [
    'with its id and more',
    '2026-03-01,transfer-out,100.00,TRANSFER-118,\n2026-03-02,payment,9.00,,\n2026-03-03,fee,0.50,FEE-TRANSFER-118,',
    ['n1 0.50'],
  ],
  ['hours later', '2026-03-01 09:00,withdrawal,100.00,,\n2026-03-01 12:00,fee,1.00,,', []],
  ['on a day alone', '2026-03-01,withdrawal,100.00,,\n2026-03-01,fee,1.00,,', []],
  ['with the id of another', '2026-03-01 09:00,withdrawal,100.00,A1,\n2026-03-01 09:00,fee,1.00,B7,', []],
  ['too large for it', '2026-03-01 09:00,payment,3.00,,\n2026-03-01 09:00,fee,1.00,,', []],
  ['that failed', '2026-03-01 09:00,payment,100.00,,\n2026-03-01 09:00,fee,1.00,,failed', []],
])('a fee %s', (_, rows, expected) => {
  expect(beside(rows)).toEqual(expected);
});
