// What may become a line or a header of the mail, and what is refused.
import { describe, expect, it } from 'vitest';
import { isAddress, oneLine, readAmount, readCurrency, readTime } from '../../src/support/fields.ts';

describe('addresses', () => {
  it.each(['name@example.org', 'first.last+tag@mail.example.co.uk', '客服@例子.中国', "o'neil@example.org", 'a@b.cd'])(
    '%s is one',
    (text) => expect(isAddress(text)).toBe(true),
  );

  it.each([
    '',
    'name',
    '@example.org',
    'name@',
    'name@localhost',
    'name@example..org',
    '.name@example.org',
    'na..me@example.org',
    'a@b@example.org',
    'Name <name@example.org>',
    'a@example.org,b@example.org',
    'a@example.org; b@example.org',
    'name@example.org\r\nBcc: x@example.org',
    'name@-example.org',
    'name@example.123',
    'name@exa mple.org',
    'name\u202e@example.org',
  ])('%j is not', (text) => expect(isAddress(text)).toBe(false));
});

describe('one line', () => {
  it.each(['a\nb', 'a\r\nb', 'a\rb', 'a\u0000b', 'a\u0085b', 'a\u2028b', 'a\tb', 'a\x7fb'])('%j is refused', (text) => {
    expect(() => oneLine('--account', text)).toThrowError(
      expect.objectContaining({ code: 'line-break', values: { flag: '--account' } }),
    );
  });
  it('other text is kept, without spaces at its ends', () =>
    expect(oneLine('--account', ' 张三 (main) ')).toBe('张三 (main)'));
});

it('an amount is written as its currency is, and never rounded', () => {
  expect(readAmount('--amount', '1,000.5', 'CNY')).toBe('1000.50');
  expect(readAmount('--amount', '500', 'JPY')).toBe('500');
  expect(readAmount('--amount', '0.123456789', 'USDT')).toBe('0.123456789');
  expect(() => readAmount('--amount', '12,3x', 'CNY')).toThrowError(expect.objectContaining({ code: 'bad-amount' }));
});

it('a time gets the offset of the zone where it names none', () => {
  const shanghai = () => 480;
  expect(readTime('--time', '2026-03-01 09:00', shanghai)).toBe('2026-03-01T09:00:00+08:00');
  expect(readTime('--time', '2026-03-01T09:00:00Z', shanghai)).toBe('2026-03-01T09:00:00+00:00');
  expect(() => readTime('--time', '2026-02-30', shanghai)).toThrowError(
    expect.objectContaining({ values: expect.objectContaining({ impossible: true }) }),
  );
});

it('a currency is a code', () => {
  expect(readCurrency('--currency', 'usdt', 'a code')).toBe('USDT');
  expect(() => readCurrency('--currency', '¥', 'a code')).toThrowError(expect.objectContaining({ code: 'bad-value' }));
});

describe('amounts', () => {
  it.each(['4111111111111111', '4111 1111 1111 1111', '-5555555555554444.00', '6222021234567890128'])(
    '%s is a card number, which is refused and not repeated',
    (text) => {
      const { values } = thrown(() => readAmount('--amount', text, 'CNY'));
      expect(values.value).toMatch(/^\d{6}\*+\d{4}$/);
    },
  );
  it.each(['1000000000000000', '4111111111111112', '411111111.11', '20260301090000', '13800138000'])(
    '%s is none',
    (text) => expect(() => readAmount('--amount', text, 'CNY')).not.toThrow(),
  );

  function thrown(run: () => unknown): { values: { value: string } } {
    try {
      run();
    } catch (error) {
      return error as { values: { value: string } };
    }
    throw new Error('it was taken');
  }
});
