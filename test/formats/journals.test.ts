// Journals of hledger and beancount: one account's notes, its asserted balances, amounts that were left out.
import { expect, test } from 'vitest';
import { beancountJournal } from '../../src/formats/beancount-journal.ts';
import { hledgerJournal } from '../../src/formats/hledger-journal.ts';
import { brief, fileOf, reading, refusals } from './reading.ts';

const hledger = (text: string, journalAccount = 'assets:wallet') => reading(hledgerJournal, text, { journalAccount });
const beancount = (text: string, journalAccount = 'Assets:Wallet') =>
  reading(beancountJournal, text, { journalAccount });
const notes = (read: ReturnType<typeof hledger>) => read.notes.map(brief);

test('hledger: postings of the account, assertions behind them, the rest skipped', () => {
  const text = `; a comment
account assets:wallet
2026-03-01 * (T1) Shop | milk  ; note
    assets:wallet    -10.00 CNY = 90.00 CNY
    expenses:food

2026/3/2 ! Bank
    expenses:fee  1 CNY
    assets:bank

~ monthly
    assets:wallet  -5 CNY
    expenses:rent
`;
  const read = hledger(text);
  expect(hledgerJournal.recognise(fileOf(text))).toBe(0.9);
  expect(beancountJournal.recognise(fileOf(text))).toBe(0);
  expect(read.notes).toMatchObject([
    { line: 4, reference: 'T1', counterparty: 'Shop', memo: 'milk', account: 'assets:wallet' },
  ]);
  expect(notes(read)).toEqual(['2026-03-01 -10.00 CNY =90.00']);
  expect([read.rows, read.skipped]).toEqual([2, 1]);
});

test('hledger: an amount that was left out is what balances the others, in each commodity', () => {
  const text = `2026-03-01 x
    expenses:food  3.10 CNY
    expenses:toll  2 EUR
    (budget)  100 CNY
    assets:wallet
2026-03-02 exchange
    assets:usd  10 USD @ 7.1234 CNY
    assets:wallet
2026-03-03 exchange
    assets:usd  10 USD @@ 70 CNY
    assets:wallet
`;
  expect(notes(hledger(text))).toEqual([
    '2026-03-01 -3.10 CNY',
    '2026-03-01 -2.00 EUR',
    '2026-03-02 -71.234 CNY',
    '2026-03-03 -70.00 CNY',
  ]);
});

test('hledger: a balance assigned is the difference to what was there', () => {
  const text = `2026-03-01 opening
    assets:wallet  = 100 CNY
    equity:opening
2026-03-02 adjust
    assets:wallet  = 90 CNY
    equity:adjust
`;
  expect(notes(hledger(text))).toEqual(['2026-03-01 100.00 CNY =100.00', '2026-03-02 -10.00 CNY =90.00']);
});

test('hledger: a balance alone is a reading', () => {
  expect(notes(hledger('2026-03-01 check\n  assets:wallet  = 5 CNY\n'))).toEqual(['2026-03-01 CNY =5.00']);
});

test('hledger: what the others do not say is listed', () => {
  const text = `2026-03-01 x
    assets:wallet
    assets:other
    expenses:food  5 CNY
2026-03-02 y
    assets:wallet  5 € 3
    income
2026-02-30 z
    assets:wallet  5 CNY
    income
include other.journal
`;
  expect(refusals(hledger(text))).toEqual([
    '11 - include',
    '2 amount amount-elided',
    '6 amount amount',
    '8 time impossible-date',
  ]);
});

test.each([
  ['$-1,000.50', '-1000.50 USD'],
  ['-$1000.5', '-1000.50 USD'],
  ['€ 1.000,50', '1000.50 EUR'],
  ['-1 000 000 JPY', '-1000000 JPY'],
  ['1,5 EUR', '1.50 EUR'],
  ['+2.5 "USDC.E"', '2.50 USDC.E'],
  ['¥3', '3.00 CNY'],
  ['4', '4.00 CNY'],
  ['.5 CNY', '0.50 CNY'],
])('hledger: the amount %s', (written, moved) => {
  expect(notes(hledger(`2026-03-01 x\n  assets:wallet  ${written}\n  income\n`))).toEqual([`2026-03-01 ${moved}`]);
});

test('hledger: directives that change how the rest is read', () => {
  const text = `decimal-mark ,
Y2026
D 1.000,00 EUR
apply account my
alias w = assets:wallet

3/1 x
  w  1.000
  income
end apply account
3/2 y
  w  2,5
  income
comment
3/3 z
  w  9
  income
end comment
`;
  expect(notes(hledger(text, 'assets:wallet'))).toEqual(['2026-03-02 2.50 EUR']);
  expect(notes(hledger(text, 'my:w'))).toEqual(['2026-03-01 1000.00 EUR']);
});

test('hledger: days decide the order, not lines; a posting may have a day of its own', () => {
  const text = `2026-03-05 b
  assets:wallet  2 CNY = 3 CNY
  income
2026-03-09 a
  assets:wallet  1 CNY  ; date:2026-03-01
  income
`;
  expect(notes(hledger(text))).toEqual(['2026-03-01 1.00 CNY', '2026-03-05 2.00 CNY =3.00']);
});

test('hledger: a balance that counts the accounts below in is compared only where there are none', () => {
  const text = `2026-03-01 a
  assets:wallet  1 CNY =* 3 CNY
  assets:wallet:sub  2 CNY =* 2 CNY
  income
`;
  expect(hledger(text).notes.map((note) => [note.account, brief(note)])).toEqual([
    ['assets:wallet', '2026-03-01 1.00 CNY'],
    ['assets:wallet:sub', '2026-03-01 2.00 CNY =2.00'],
  ]);
});

test('hledger: a reading alone is a posting of zero', () => {
  expect(notes(hledger('2026-03-01 a\n  assets:wallet  0 = 5 CNY\n'))).toEqual(['2026-03-01 CNY =5.00']);
});

test('which account: by its end, alone where it is the only one, otherwise it must be said', () => {
  const text = '2026-03-01 a\n  assets:wallet  1 CNY\n  assets:bank\n';
  expect(notes(hledger(text, 'bank'))).toEqual(['2026-03-01 -1.00 CNY']);
  expect(reading(hledgerJournal, text.replace('assets:bank', 'income')).notes).toHaveLength(1);
  expect(() => reading(hledgerJournal, text)).toThrow('which-account');
  expect(() => hledger(text, 'nowhere')).toThrow('which-account');
});

test('beancount: transactions, and balances at the start of their day', () => {
  const text = `option "operating_currency" "CNY"
2026-01-01 open Assets:Wallet CNY
2026-03-02 balance Assets:Wallet  90.00 ~ 0.01 CNY ; checked
2026-03-01 * "Shop" "milk;
and bread" #tag ^T1
  time: "noon"
  Assets:Wallet   -10.00 CNY
  Expenses:Food
2026-03-02 txn "Late"
  Expenses:Food  1,000.50 CNY
  Assets:Wallet
2026-03-02 note Assets:Wallet "hello"
`;
  const read = beancount(text);
  expect(beancountJournal.recognise(fileOf(text))).toBe(1);
  expect(notes(read)).toEqual(['2026-03-01 -10.00 CNY', '2026-03-02 CNY =90.00', '2026-03-02 -1000.50 CNY']);
  expect(read.notes[0]).toMatchObject({ line: 7, counterparty: 'Shop', memo: 'milk; and bread', reference: 'T1' });
});

test('beancount: costs and prices; what it works out is rounded as the rest is written', () => {
  const text = `2026-03-01 * "a"
  Assets:Stock  3 ACME {33.335 CNY, 2026-01-01} @ 99 CNY
  Expenses:Fee  1.00 CNY
  Assets:Wallet
2026-03-02 * "b"
  Assets:Stock  -1 ACME {}
  Assets:Wallet
`;
  const read = beancount(text);
  expect(notes(read)).toEqual(['2026-03-01 -101.00 CNY']);
  expect(refusals(read)).toEqual(['7 amount amount-elided']);
});

test('beancount: a pad is what the next balance lacks', () => {
  const text = `2026-03-01 pad Assets:Wallet Equity:Open
2026-03-02 * "a"
  Assets:Wallet  -5 CNY
  Expenses:Food
2026-03-03 balance Assets:Wallet 95 CNY
2026-03-04 balance Assets:Wallet 94 CNY
`;
  expect(notes(beancount(text))).toEqual([
    '2026-03-01 100.00 CNY',
    '2026-03-02 -5.00 CNY',
    '2026-03-03 CNY =95.00',
    '2026-03-04 CNY =94.00',
  ]);
});
