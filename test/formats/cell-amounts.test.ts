// Amounts as statements write them.
import { describe, expect, it } from 'vitest';
import { currencyOfMark, type DecimalStyle, decimalStyleOf, readAmount } from '../../src/formats/cell-amounts.ts';
import { formatAmount } from '../../src/ledger/money.ts';

const read = (text: string, style?: DecimalStyle) => {
  const amount = readAmount(text, style);
  return amount && `${formatAmount(amount.units, 'EUR')}${amount.mark ? ` ${amount.mark}` : ''}`;
};

describe('an amount', () => {
  it.each([
    ['¥28.16', '28.16 ¥'],
    ['£2,940.00', '2940.00 £'],
    ['+ $73.01', '73.01 $'],
    ['- $12.01', '-12.01 $'],
    ['HK$ 5', '5.00 HK$'],
    ['12,50 €', '12.50 €'],
    ['CNY 12.50', '12.50 CNY'],
    ['12.50元', '12.50 元'],
    ['-23,79', '-23.79'],
    ['8.775,68', '8775.68'],
    ['1,00,000.00', '100000.00'],
    ["1'234.50", '1234.50'],
    ['1\u202f234,50', '1234.50'],
    ['１２３．４５', '123.45'],
    ['－12.5', '-12.50'],
    ['−12.5', '-12.50'],
    ['(1,234.50)', '-1234.50'],
    ['100.00-', '-100.00'],
    ['100.00 CR', '100.00'],
    ['100.00DR', '-100.00'],
    ['50,00 S', '-50.00'],
    ['+00000000000115.8331', '115.8331'],
    ['6800,', '6800.00'],
    ['1e-7', '0.0000001'],
    ['.5', '0.50'],
  ])('%s is %s', (text, value) => expect(read(text)).toBe(value));

  it.each(['', '-', 'abc', '12abc', '10 Jan', '--5', '1,2,3', '1.5%', '1.2.3', '12:30', '1/2', '(5'])(
    '%s is none',
    (text) => expect(readAmount(text)).toBeNull(),
  );

  it('keeps the words behind it apart', () => {
    expect(readAmount('131.77(已退款89.84)')).toMatchObject({ units: 131770000000000000000n, remark: '已退款89.84' });
  });

  it('never loses a digit: more than 18 behind the point is none', () => {
    expect(read('0.123456789012345678')).toBe('0.123456789012345678');
    expect(readAmount('0.1234567890123456789')).toBeNull();
  });
});

describe('a single separator before three digits', () => {
  it('is what the rest of the column says', () => {
    expect(read('1.234', 'comma')).toBe('1234.00');
    expect(read('1.234', 'point')).toBe('1.234');
    expect(read('1,234', 'comma')).toBe('1.234');
    expect(read('1,234', 'point')).toBe('1234.00');
    expect(read('0.123', 'comma')).toBe('0.123');
    expect(decimalStyleOf(['1.234', '-2,50', '7'])).toBe('comma');
    expect(decimalStyleOf(['1,234', '5.00 EUR'])).toBe('point');
    expect(decimalStyleOf(['1.234', '7'])).toBeUndefined();
  });
});

it('a sign that several currencies share is the usual one where that fits', () => {
  expect([currencyOfMark('$', 'CAD'), currencyOfMark('$', 'CNY'), currencyOfMark('¥', 'EUR')]).toEqual([
    'CAD',
    'USD',
    'CNY',
  ]);
  expect([currencyOfMark('', 'CNY'), currencyOfMark('£', 'CNY'), currencyOfMark('USDT', 'CNY')]).toEqual([
    'CNY',
    'GBP',
    'USDT',
  ]);
});
