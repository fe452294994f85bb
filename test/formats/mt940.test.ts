// MT940: fields, marks, dates, envelopes, and what holds one statement to the next.
import { expect, test } from 'vitest';
import { mt940 } from '../../src/formats/mt940.ts';
import { formatAmount } from '../../src/ledger/money.ts';
import { brief, fileOf, reading, refusals } from './reading.ts';

const statement = (...lines: string[]) => [':20:TEST', ':25:XX00TEST/1', ':28C:1/1', ...lines, '-', ''].join('\n');
const entry = (field: string, ...rest: string[]) =>
  reading(mt940, statement(':60F:C260301EUR0,', field, ...rest)).notes[1]!;

test('an opening balance, entries with their words, a closing balance', () => {
  const text = statement(
    ':60F:C260301EUR1000,',
    ':61:2603020302D12,5NTRFNONREF//BANK-7',
    'extra',
    ':86:Bakery',
    'and Sons',
    ':61:2603030303C1,25NMSCMINE',
    ':62F:C260303EUR988,75',
    ':64:C260303EUR900,',
    ':65:C260304EUR900,',
    ':86:printed by the bank',
  );
  const read = reading(mt940, text);
  expect(mt940.recognise(fileOf(text))).toBe(1);
  expect(read.notes.map(brief)).toEqual([
    '2026-03-01 EUR =1000.00',
    '2026-03-02 -12.50 EUR',
    '2026-03-03 1.25 EUR',
    '2026-03-03 EUR =988.75',
  ]);
  expect(read.notes.slice(1, 3)).toMatchObject([
    { line: 5, reference: 'BANK-7', memo: 'extra Bakery and Sons', account: 'XX00TEST/1' },
    { reference: 'MINE', memo: '' },
  ]);
});

test.each([
  ['C', '5.00 EUR'],
  ['D', '-5.00 EUR'],
  ['RC', '-5.00 EUR'],
  ['RD', '5.00 EUR'],
  ['CR', '5.00 EUR'],
  ['DF', '-5.00 EUR'],
  ['RDR', '5.00 EUR'],
  ['ED', '-5.00 EUR pending'],
])('the mark %s moves %s', (mark, moved) => {
  expect(brief(entry(`:61:260302${mark}5,NTRFNONREF`))).toBe(`2026-03-02 ${moved}`);
});

test('years: 80 to 99 are of the last century; an entry date lies next to its value date', () => {
  const one = (field: string) => reading(mt940, statement(field)).notes.map(brief);
  expect(one(':61:991231C1,NTRFNONREF')).toEqual(['1999-12-31 1.00 CNY']);
  expect(one(':61:2512310102C1,NTRFNONREF')).toEqual(['2026-01-02 1.00 CNY']);
  expect(one(':61:2601021231C1,NTRFNONREF')).toEqual(['2025-12-31 1.00 CNY']);
});

test('a value date outside the statement does not put the entry outside it', () => {
  const read = reading(
    mt940,
    statement(':60F:C260301EUR1,', ':61:260215C1,NTRFNONREF', ':61:260402C1,NTRFNONREF', ':62F:C260303EUR3,'),
  );
  expect(read.notes.map(brief)).toEqual([
    '2026-03-01 EUR =1.00',
    '2026-03-01 1.00 EUR',
    '2026-03-03 1.00 EUR',
    '2026-03-03 EUR =3.00',
  ]);
});

test('names and words from the subfields of field 86', () => {
  const german = entry(':61:260302D5,NTRFNONREF', ':86:177?00TRANSFER?20rent?21 March?30BANK?32Erika ?33Test');
  expect([german.counterparty, german.memo]).toEqual(['Erika Test', 'TRANSFER rent March']);
  const coded = entry(':61:260302D5,NTRFNONREF', ':86:/IBAN/XX1/NAME/Corner shop/REMI/milk');
  expect(coded.counterparty).toBe('Corner shop');
});

test('envelopes, empty statements, a statement that continues on the next page', () => {
  const swift = (body: string) => `{1:F01XXXXXXXXXXXX0000000000}{2:O940XXXXXXXXXXXXN}{3:}{4:\n${body}-}{5:}\n`;
  const page = (open: string, rows: string, close: string) => `:20:X\n:25:A\n:28C:1/1\n${open}\n${rows}${close}\n`;
  const text =
    swift(page(':60F:C260301EUR5,', '', ':62F:C260301EUR5,')) +
    swift(page(':60F:C260302EUR5,', ':61:260302C1,NTRFNONREF\n', ':62M:C260302EUR6,')) +
    swift(page(':60M:C260302EUR6,', ':61:260302D2,NTRFNONREF\n', ':62F:C260302EUR4,'));
  const read = reading(mt940, text);
  expect(mt940.recognise(fileOf(text))).toBe(1);
  expect(read.notes.map(brief)).toEqual([
    '2026-03-01 EUR =5.00',
    '2026-03-02 1.00 EUR',
    '2026-03-02 EUR =6.00',
    '2026-03-02 -2.00 EUR',
    '2026-03-02 EUR =4.00',
  ]);
  expect(read.declared).toMatchObject([{ opening: 5n * 10n ** 18n, closing: 4n * 10n ** 18n }]);
});

test('a balance below zero', () => {
  expect(reading(mt940, statement(':60F:D260301EUR5,10')).notes.map(brief)).toEqual(['2026-03-01 EUR =-5.10']);
});

test('one reference for all statements, and headers of a bank between them', () => {
  const text = [
    ':940:',
    ':20:ONE',
    ':25:A',
    ':60F:C260301EUR1,',
    ':62F:C260301EUR1,',
    ':940:',
    ':25:B',
    ':60F:C260301EUR2,',
    ':62F:C260301EUR2,',
  ].join('\r\n');
  expect(reading(mt940, text).notes.map(({ account, balance }) => [account, formatAmount(balance!, 'EUR')])).toEqual([
    ['A', '1.00'],
    ['B', '2.00'],
  ]);
});

test('counts and sums that a bank hides in the last field', () => {
  const [declared] = reading(
    mt940,
    statement(':60F:C260301EUR0,', ':61:260302C5,NTRFNONREF', ':62F:C260302EUR5,', ':86:D000000C000001D0,00C5,00'),
  ).declared;
  expect(declared).toMatchObject({ count: 1, moneyIn: 5n * 10n ** 18n, moneyOut: 0n });
});

test('what cannot be read is listed with its line', () => {
  const read = reading(
    mt940,
    statement(':60F:C260301EURx', ':61:260302X5,NTRFNONREF', ':61:261332C5,NTRFNONREF', ':62F:C260303EUR5,'),
  );
  expect(refusals(read)).toEqual(['4 balance amount', '5 - broken-entry', '6 time impossible-date']);
});

test('interest counted to a 30 February: the entry date says when', () => {
  expect(brief(entry(':61:2602300228C5,NINTNONREF'))).toBe('2026-02-28 5.00 EUR');
});
