// What a question takes as an answer, and how it is kept.
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/diagnosis/answers.ts';
import { formatMoney, readMoney } from '../../src/diagnosis/sums.ts';
import type { Question } from '../../src/knowledge/content.ts';
import { SAMPLE, SHANGHAI } from './sample.ts';

const [amount, debited] = SAMPLE.questions as [Question, Question];
const time: Question = { ...amount, id: 'when', kind: 'time' };
const read = (question: Question, text: string, currency: string | null = null) => {
  const result = readAnswer(question, text, { currency, zone: SHANGHAI });
  return 'value' in result ? result.value : `! ${result.refused}`;
};

describe('a choice', () => {
  it('is named by its value or its label, in any case', () => {
    expect([' YES ', 'label yes', 'unknown'].map((text) => read(debited, text))).toEqual(['yes', 'yes', 'unknown']);
  });

  it('is refused where it is none of them', () => {
    expect(read(debited, 'maybe')).toBe('! not-a-choice');
  });
});

describe('an amount', () => {
  it.each([
    ['500', null, '500.00'],
    ['500', 'CNY', '500.00 CNY'],
    ['500', 'JPY', '500 JPY'],
    ['1,234.5 usd', null, '1234.50 USD'],
    ['¥58.5', null, '58.50 CNY'],
    ['￥５８', null, '58.00 CNY'],
    ['¥58', 'JPY', '58 JPY'],
    ['58元', null, '58.00 CNY'],
    ['58 块钱', null, '58.00 CNY'],
    ['20 U', null, '20.00 USDT'],
    ['0.000000000000000001 ETH', null, '0.000000000000000001 ETH'],
    ['$20', 'HKD', '20.00 HKD'],
    ['unknown', 'CNY', 'unknown'],
  ])('%s (profile: %s) is kept as %s', (text, currency, kept) => {
    expect(read(amount, text, currency)).toBe(kept);
  });

  it.each(['five', '12,5', '1.2.3', '-5', '0', '0.00', '500 about', 'about 500', '5e3', '12 34', '¥5 CNY', '500.'])(
    '%s is refused',
    (text) => {
      expect(read(amount, text)).toBe('! not-an-amount');
    },
  );

  it('is read back from what was kept', () => {
    for (const kept of ['58.00 CNY', '0.001 USDT', '12.00']) expect(formatMoney(readMoney(kept, null)!)).toBe(kept);
  });
});

describe('a time', () => {
  it('is kept with the offset of the profile, or its own', () => {
    expect(read(time, '2026-03-01 9:30')).toBe('2026-03-01T09:30:00+08:00');
    expect(read(time, '2026-03-01T09:30Z')).toBe('2026-03-01T09:30:00+00:00');
  });

  it('is refused where it is none, or does not exist', () => {
    expect(read(time, 'last week')).toBe('! not-a-time');
    expect(read(time, '2026-02-30')).toBe('! no-such-day');
  });
});

it('typed text becomes one line, and an empty one is no answer', () => {
  const text: Question = { ...amount, kind: 'text' };
  expect(read(text, ' system \n busy ')).toBe('system busy');
  expect(read(text, '   ')).toBe('! empty');
});
