// Notes written as journals: what it looks like, and that it is read back the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beancountJournal } from '../../src/formats/beancount-journal.ts';
import { hledgerJournal } from '../../src/formats/hledger-journal.ts';
import { writeBeancount } from '../../src/formats/write-beancount.ts';
import { writeHledger } from '../../src/formats/write-hledger.ts';
import type { NewNote } from '../../src/ledger/note.ts';
import { note, units } from '../store/notes.ts';
import { brief, reading } from './reading.ts';

const NOTES = [
  note({ type: 'topup', amount: '1000', balance: '1500', counterparty: 'Bank; branch', reference: 'T1' }),
  note({ fee: '2.50', balance: '1397.50', counterparty: 'Shop | 1', memo: 'milk', time: '2026-03-01T10:00:00+08:00' }),
  note({ amount: '-7', status: 'pending', counterparty: 'Later', time: '2026-03-01T10:30:00+08:00' }),
  note({ type: 'balance', amount: '0', balance: '1397.50', time: '2026-03-02T10:00:00+08:00' }),
].map((one, at) => (at === 1 ? { ...one, amount: units('-100') } : one));

test('for hledger', () => {
  expect(writeHledger(NOTES)).toBe(`decimal-mark .
commodity 1000.00 CNY
account Assets:Wallet:Main
account Equity:Opening-Balances
account Expenses:Fees
account Expenses:Payments
account Equity:Transfers
account Equity:Adjustments

2026-03-01 * Opening balance
    Assets:Wallet:Main  500.00 CNY
    Equity:Opening-Balances  -500.00 CNY

2026-03-01 * (T1) Bank, branch
    ; okhelp-type:topup, okhelp-time:2026-03-01T09:00:00+08:00
    Assets:Wallet:Main  1000.00 CNY = 1500.00 CNY
    Equity:Transfers  -1000.00 CNY

2026-03-01 * () Shop / 1 | milk
    ; okhelp-type:payment, okhelp-time:2026-03-01T10:00:00+08:00, okhelp-fee:2.50
    Assets:Wallet:Main  -102.50 CNY = 1397.50 CNY
    Expenses:Payments  100.00 CNY
    Expenses:Fees  2.50 CNY

; 2026-03-01 not counted: pending, payment, -7.00 CNY, Later

2026-03-02 * () balance
    ; okhelp-type:balance, okhelp-time:2026-03-02T10:00:00+08:00
    Assets:Wallet:Main  0.00 CNY = 1397.50 CNY
`);
});

test('for beancount: the balance of a day’s end is asserted at the start of the next, to the last digit', () => {
  expect(writeBeancount(NOTES.slice(0, 2))).toBe(`2026-03-01 open Assets:Wallet:Main
2026-03-01 open Equity:Opening-Balances
2026-03-01 open Expenses:Fees
2026-03-01 open Expenses:Payments
2026-03-01 open Equity:Transfers
2026-03-01 open Equity:Adjustments

2026-03-01 * "Opening balance"
  Assets:Wallet:Main  500.00 CNY
  Equity:Opening-Balances  -500.00 CNY

2026-03-01 * "Bank; branch" ""
  okhelp-type: "topup"
  okhelp-time: "2026-03-01T09:00:00+08:00"
  okhelp-reference: "T1"
  okhelp-balance: "1500.00"
  Assets:Wallet:Main  1000.00 CNY
  Equity:Transfers  -1000.00 CNY

2026-03-01 * "Shop | 1" "milk"
  okhelp-type: "payment"
  okhelp-time: "2026-03-01T10:00:00+08:00"
  okhelp-fee: "2.50"
  okhelp-balance: "1397.50"
  Assets:Wallet:Main  -102.50 CNY
  Expenses:Payments  100.00 CNY
  Expenses:Fees  2.50 CNY

2026-03-02 balance Assets:Wallet:Main  1397.50 ~ 0 CNY
`);
});

test('an opening balance that is given goes before the one that the first reading implies', () => {
  expect(writeHledger(NOTES, () => units('1'))).toContain('Assets:Wallet:Main  1.00 CNY\n');
  expect(writeHledger(NOTES, () => 0n)).not.toContain('Opening balance');
});

test('names that the programs take: accounts stay apart, codes with figures stand in quotes', () => {
  const odd = ['a b', 'A-B', '钱包', '+'].map((account) => note({ account, currency: 'USDC.E' }));
  const written = writeHledger(odd);
  for (const name of ['A-b', 'A-B-2', '钱包', 'X']) expect(written).toContain(`account Assets:Wallet:${name}\n`);
  expect(written).toContain('-10.00 "USDC.E"');
});

test('no notes make a journal too', () => {
  for (const write of [writeHledger, writeBeancount]) expect(write([])).toContain('Equity:Opening-Balances');
});

const noteArbitrary: fc.Arbitrary<NewNote> = fc
  .record({
    at: fc.integer({ min: 0, max: 40 * 86_400 }),
    amount: fc.bigInt({ min: 1n, max: 10n ** 24n }),
    fee: fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 10n ** 19n })),
    balance: fc.option(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n })),
    words: fc.string({ unit: 'binary', maxLength: 20 }),
    currency: fc.constantFrom('CNY', 'USDT', 'USDC.E', 'JPY'),
  })
  .map(({ at, amount, fee, balance, words, currency }) => ({
    ...note({ currency, counterparty: words.replace(/[\p{C}\s]+/gu, ' ').trim(), memo: 'm' }),
    time: { epoch: Date.parse('2026-03-01T00:00:00+08:00') + at * 1000, offset: 480 },
    amount: -amount,
    fee,
    balance,
  }));

test.each([
  ['hledger', writeHledger, hledgerJournal],
  ['beancount', writeBeancount, beancountJournal],
] as const)('%s: amounts, fees, balances, times and types come back', (_, write, format) => {
  fc.assert(
    fc.property(fc.array(noteArbitrary, { minLength: 1, maxLength: 12 }), (notes) => {
      const read = reading(format, write(notes), { journalAccount: 'Assets:Wallet:Main', zone: () => 480 });
      const told = (one: NewNote) =>
        [one.time.epoch, one.type, one.amount, one.fee, one.balance, one.currency].join(' ');
      const back = read.notes.filter(({ memo }) => memo === 'm').map(told);
      expect(read.unreadable).toEqual([]);
      expect(back).toEqual(notes.toSorted((a, b) => a.time.epoch - b.time.epoch).map(told));
    }),
  );
});

test('the opening balance is read back as an adjustment', () => {
  const read = reading(hledgerJournal, writeHledger(NOTES), { journalAccount: 'main', zone: () => 480 });
  expect(read.notes.map((one) => [brief(one), one.type])[0]).toEqual(['2026-03-01 500.00 CNY', 'adjustment']);
});
