// Notes written as journals: what it looks like, and that it is read back the same.

import { describe, expect, test } from 'vitest';
import { beancountJournal } from '../../src/formats/beancount-journal.ts';
import { hledgerJournal } from '../../src/formats/hledger-journal.ts';
import { writeBeancount } from '../../src/formats/write-beancount.ts';
import { writeHledger } from '../../src/formats/write-hledger.ts';
import { DIRECTION, type NewNote, NOTE_FIELDS, NOTE_STATUSES, NOTE_TYPES } from '../../src/ledger/note.ts';
import { recordedText } from '../../src/ledger/recorded.ts';
import { fc } from '../properties.ts';
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
account Assets:Wallet:Main  ; okhelp-account:main
account Equity:Opening-Balances
account Expenses:Fees
account Expenses:Payments
account Equity:Transfers
account Equity:Adjustments

2026-03-01 * Opening balance  ; okhelp-opening:yes
    Assets:Wallet:Main  500.00 CNY
    Equity:Opening-Balances  -500.00 CNY

2026-03-01 * (T1) Bank, branch
    ; okhelp-type:topup, okhelp-time:2026-03-01T09:00:00+08:00, okhelp-counterparty:Bank%3B branch
    Assets:Wallet:Main  1000.00 CNY = 1500.00 CNY
    Equity:Transfers  -1000.00 CNY

2026-03-01 * () Shop / 1 | milk
    ; okhelp-type:payment, okhelp-time:2026-03-01T10:00:00+08:00, okhelp-fee:2.50, okhelp-counterparty:Shop | 1
    Assets:Wallet:Main  -102.50 CNY = 1397.50 CNY
    Expenses:Payments  100.00 CNY
    Expenses:Fees  2.50 CNY

; 2026-03-01 not counted: pending, payment, -7.00 CNY, Later
; okhelp-note: {"time":"2026-03-01T10:30:00+08:00","type":"payment","amount":"-7.00","currency":"CNY","fee":"0.00","balance":null,"account":"main","counterparty":"Later","reference":"","status":"pending","error":"","memo":""}

2026-03-02 * () balance
    ; okhelp-type:balance, okhelp-time:2026-03-02T10:00:00+08:00
    Assets:Wallet:Main  0.00 CNY = 1397.50 CNY
`);
});

test('for beancount: the balance of a day’s end is asserted at the start of the next, to the last digit', () => {
  expect(writeBeancount(NOTES.slice(0, 2))).toBe(`2026-03-01 open Assets:Wallet:Main
  okhelp-account: "main"
2026-03-01 open Equity:Opening-Balances
2026-03-01 open Expenses:Fees
2026-03-01 open Expenses:Payments
2026-03-01 open Equity:Transfers
2026-03-01 open Equity:Adjustments

2026-03-01 * "Opening balance"
  okhelp-opening: "yes"
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
  okhelp-repeats: "yes"
`);
});

test('an opening balance that is given goes before the one that the first reading implies', () => {
  expect(writeHledger(NOTES, () => units('1'))).toContain('Assets:Wallet:Main  1.00 CNY\n');
  expect(writeHledger(NOTES, () => 0n)).not.toContain('Opening balance');
});

test('names that the programs take: accounts stay apart, codes with figures stand in quotes', () => {
  const odd = ['a b', 'A-B', '钱包', '+'].map((account) => note({ account, currency: 'USDC.E' }));
  const written = writeHledger(odd);
  for (const name of ['A-b', 'A-B-2', '钱包', 'X']) expect(written).toContain(`account Assets:Wallet:${name}  ;`);
  expect(written).toContain('-10.00 "USDC.E"');
});

test('no notes make a journal too', () => {
  for (const write of [writeHledger, writeBeancount]) expect(write([])).toContain('Equity:Opening-Balances');
});

const word = fc.oneof(
  fc.constantFrom(
    '',
    'payment',
    'Shop | 1',
    'a; b, c',
    '(x)',
    '100%',
    'date:2026-01-01',
    '[2026-01-01]',
    '"so"',
    '/',
    '* !',
    'C:\\x',
    '^l #t',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
); // prettier-ignore
const text = word.map((words) => recordedText(words));

const noteArbitrary: fc.Arbitrary<NewNote> = fc
  .record({
    at: fc.integer({ min: 0, max: 40 * 86_400 }),
    amount: fc.bigInt({ min: 0n, max: 10n ** 24n }),
    fee: fc.oneof(fc.constant(0n), fc.bigInt({ min: -(10n ** 18n), max: 10n ** 19n })),
    balance: fc.option(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n })),
    currency: fc.constantFrom('CNY', 'USDT', 'USDC.E', 'JPY'),
    account: fc.constantFrom('main', 'main', 'a b', 'A-B', '钱包', 'Card (1234), old; new'),
    type: fc.constantFrom(...NOTE_TYPES),
    status: fc.constantFrom('completed' as const, 'completed' as const, ...NOTE_STATUSES),
    offset: fc.constantFrom(480, 480, -420, 0),
    counterparty: text,
    reference: text,
    memo: text,
    error: text,
  })
  .map(({ at, amount, offset, ...rest }) => {
    const reading = rest.type === 'balance';
    const sign = DIRECTION[rest.type] || -1;
    return {
      ...rest,
      time: { epoch: Date.parse('2026-03-01T00:00:00+08:00') + at * 1000, offset },
      amount: reading ? 0n : BigInt(sign) * amount,
      fee: reading ? 0n : rest.fee,
      balance: reading ? (rest.balance ?? 5n) : rest.balance,
    };
  });

describe.each([
  ['hledger', writeHledger, hledgerJournal],
  ['beancount', writeBeancount, beancountJournal],
] as const)('%s', (_, write, format) => {
  test('gives back the same notes: all accounts, also what does not count, to the last digit and letter', () => {
    fc.assert(
      fc.property(fc.array(noteArbitrary, { minLength: 1, maxLength: 12 }), (notes) => {
        const read = reading(format, write(notes), { zone: () => 480 });
        expect(read.unreadable).toEqual([]);
        const told = (list: readonly NewNote[]) =>
          list
            .map((one) => NOTE_FIELDS.map((field) => String(field === 'time' ? one.time.epoch : one[field])).join('\t'))
            .sort();
        expect(told(read.notes)).toEqual(told(notes));
      }),
      { numRuns: 300 },
    );
  });

  test('gives back one account, where it is asked for', () => {
    const notes = [note({ account: 'main' }), note({ account: 'card' }), note({ account: 'card', status: 'failed' })];
    const read = reading(format, write(notes), { journalAccount: 'card' });
    expect(read.notes.map(({ account, status }) => `${account} ${status}`)).toEqual(['card completed', 'card failed']);
  });

  test('says what each ledger held before', () => {
    const read = reading(format, write(NOTES), { zone: () => 480 });
    expect(read.declared.map(({ account, currency, opening }) => [account, currency, opening])).toEqual([
      ['main', 'CNY', units('500')],
    ]);
    expect(read.notes.map(brief)).toEqual([
      '2026-03-01 1000.00 CNY =1500.00',
      '2026-03-01 -100.00 CNY =1397.50',
      '2026-03-01 -7.00 CNY pending',
      '2026-03-02 CNY =1397.50',
    ]);
  });

  test('an amount that was changed in the journal is the amount', () => {
    const changed = write([note({ amount: '-10', counterparty: 'Shop' })]).replaceAll('10.00 CNY', '11.00 CNY');
    expect(reading(format, changed).notes.map(brief)).toEqual(['2026-03-01 -11.00 CNY']);
  });
});
