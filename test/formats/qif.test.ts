// QIF: which way its dates go, its amounts, its sections.
import { expect, test } from 'vitest';
import { qif } from '../../src/formats/qif.ts';
import { formatAmount } from '../../src/ledger/money.ts';
import { brief, fileOf, reading, refusals } from './reading.ts';

const entries = (...fields: string[]) =>
  `!Type:Bank\n${fields.map((one) => `${one.split('|').join('\n')}\n^`).join('\n')}\n`;
const days = (...dates: string[]) =>
  reading(qif, entries(...dates.map((date) => `D${date}|T1.00`))).notes.map((note) => brief(note).slice(0, 10));

test('payee, number, category and splits of an entry', () => {
  const text = entries(
    "D3/ 2'26|U-1,010.50|T-1,010.50|CX|N204|PCorner shop|Mweekly|LFood|SFood|$-1,000.00|SDrinks|$-10.50",
  );
  const read = reading(qif, text);
  expect(qif.recognise(fileOf(text))).toBe(1);
  expect(read.notes.map(brief)).toEqual(['2026-03-02 -1010.50 CNY']);
  expect(read.notes[0]).toMatchObject({
    line: 2,
    counterparty: 'Corner shop',
    reference: '204',
    memo: 'weekly · Food',
  });
});

test.each([
  ['a day over 12 in first place', ['01/06/2026', '29/12/2026'], ['2026-06-01', '2026-12-29']],
  ['a day over 12 in second place', ['01/06/2026', '12/29/2026'], ['2026-01-06', '2026-12-29']],
  [
    'the way in which the file runs',
    ['02/01/2026', '03/01/2026', '01/02/2026'],
    ['2026-01-02', '2026-01-03', '2026-02-01'],
  ],
  ['points between the numbers', ['01.02.2026'], ['2026-02-01']],
  ['nothing: as Quicken has it', ['01/02/2026'], ['2026-01-02']],
  ['a year in first place', ['2026-03-02'], ['2026-03-02']],
  ['years of two figures', ["1/20'05", '1/21/94', "1/22' 9"], ['2005-01-20', '1994-01-21', '2009-01-22']],
])('dates are told apart by %s', (_, written, read) => {
  expect(days(...written)).toEqual(read);
});

test('a decimal comma, and then the day stands first too', () => {
  const read = reading(qif, entries('D01/02/2026|T-1.010,00', 'D01/02/2026|T5,5'));
  expect(read.notes.map(brief)).toEqual(['2026-02-01 -1010.00 CNY', '2026-02-01 5.50 CNY']);
});

test('accounts follow each other; lists of other things are passed over', () => {
  const text =
    '!Account\nNWallet\nTBank\n^\n!Type:Bank\nD1/2/26\nT1\n^\n!Type:Cat\nNFood\nE\n^\n!Account\nNCard\nTCCard\n^\n!Type:CCard\nD1/2/26\nT-2\n^\n';
  const read = reading(qif, text);
  expect(read.notes.map(({ account, amount }) => [account, formatAmount(amount, 'CNY')])).toEqual([
    ['Wallet', '1.00'],
    ['Card', '-2.00'],
  ]);
  expect([read.rows, read.skipped]).toEqual([5, 3]);
});

test('the balance brought in names the account', () => {
  const read = reading(qif, entries('D1/2/26|T50.00|POpening Balance|L[Wallet]', 'D1/3/26|T-5|Pshop'));
  expect(read.notes.map(({ account, type }) => [account, type])).toEqual([
    ['Wallet', 'adjustment'],
    ['Wallet', 'payment'],
  ]);
});

test('an investment account: what moves its cash, and what does not', () => {
  const invest = (action: string) => `D1/2/26|N${action}|YACME|T10.00`;
  const text = entries(...['Buy', 'Sell', 'ShrsIn', 'BuyX', 'XOut', 'Huh'].map(invest)).replace('Bank', 'Invst');
  const read = reading(qif, text);
  expect(read.notes.map(brief)).toEqual(['2026-01-02 -10.00 CNY', '2026-01-02 10.00 CNY', '2026-01-02 -10.00 CNY']);
  expect([read.skipped, refusals(read)]).toEqual([2, ['27 type type']]);
});

test('what cannot be read is listed with its line', () => {
  const read = reading(qif, `${entries('D1/2/26|T1x', 'D1/2/26', 'T5', 'Dsoon|T5', 'D2/30/26|T5')}D1/2/26\nPcut`);
  expect(refusals(read)).toEqual([
    '2 amount amount',
    '5 amount amount-empty',
    '7 time time-empty',
    '9 time time',
    '12 time impossible-date',
    '15 - cut-off',
  ]);
});
