// What words say besides the problem: taken only where it is unmistakable.
import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../../src/diagnosis/answers.ts';
import { aboutOf, answersIn, mailFields } from '../../src/diagnosis/fields.ts';
import { readMentions } from '../../src/diagnosis/mentions.ts';
import { replay } from '../../src/diagnosis/replay.ts';
import { formatMoney } from '../../src/diagnosis/sums.ts';
import { parseAmount } from '../../src/ledger/money.ts';
import { SAMPLE, SHANGHAI } from './sample.ts';

const read = (words: string, currency: string | null = null) => readMentions(words, { currency, zone: SHANGHAI });
const amountIn = (words: string, currency: string | null = null) => {
  const { amount } = read(words, currency);
  return amount ? formatMoney(amount) : null;
};

describe('an amount', () => {
  it.each([
    ['充值500元没到账', '500.00 CNY'],
    ['我充了500没有到账', '500.00'],
    ['转账 ¥1,200.50 失败', '1200.50 CNY'],
    ['sent 20 USDT and nothing arrived', '20.00 USDT'],
    ['my payment of 58.20 failed', '58.20'],
    ['I was charged $12 twice', '12.00 USD'],
    ['充值100元，扣了100元', '100.00 CNY'],
  ])('%s', (words, amount) => {
    expect(amountIn(words)).toBe(amount);
  });

  it.each([
    '等了3天还没到账',
    '付了2次',
    '提现24小时没到',
    '3月1日充值失败',
    'paid 2 times',
    'error 500',
    '我的余额不对',
  ])('%s names none', (words) => {
    expect(amountIn(words)).toBeNull();
  });

  it('is not guessed where two are named', () => {
    expect(amountIn('付了100元却扣了102元')).toBeNull();
  });

  it('is in the currency of the profile where the words name none', () => {
    expect(amountIn('充值500失败', 'HKD')).toBe('500.00 HKD');
  });
});

describe('a code, an id and a time', () => {
  it('are told apart', () => {
    expect(read('2026年3月1日 9:30 付款失败，错误码 E1024，交易号 20260301ABC778')).toEqual({
      time: '2026-03-01T09:30:00+08:00',
      errorCode: 'E1024',
      transaction: '20260301ABC778',
    });
    expect(read('order number AB-99812345 failed with error code 51 on 2026-03-01')).toEqual({
      time: '2026-03-01T00:00:00+08:00',
      errorCode: '51',
      transaction: 'AB-99812345',
    });
  });

  it('are left out where the words hold none', () => {
    expect(read('付款一直失败，提示错误')).toEqual({});
    expect(read('my order failed with an error')).toEqual({});
  });
});

describe('the error', () => {
  it('is taken where the words name its kind', () => {
    expect(read('付款时提示系统繁忙')).toEqual({ error: 'busy' });
    expect(read('my payment was declined by the bank').error).toBe('declined');
  });

  it('answers the question about it; a code alone is another message', () => {
    const [, debited] = SAMPLE.questions;
    const question = { ...debited!, id: 'what-error', fact: 'payment-error' as const };
    expect(answersIn(read('付款失败，超过限额'), [question])).toEqual({ 'what-error': 'limit' });
    expect(answersIn(read('payment failed with error E12'), [question])).toEqual({ 'what-error': 'other-message' });
    expect(answersIn(read('付款失败'), [question])).toEqual({});
  });
});

describe('what words and notes give the mail', () => {
  const words = read('充值500元失败，交易号 TX998877');
  const answers = answersIn(words, SAMPLE.questions);
  const note = { time: '2026-03-01T09:00:00+08:00', amount: '500.00', currency: 'CNY', transaction: 'OTHER1' };

  it('answers the question about the amount', () => {
    expect(answers).toEqual({ 'topup-amount': '500.00 CNY' });
  });

  it('is filled up from the note that the answers agree with, and what was said wins', () => {
    const facts = { 'topup-amount': { value: '500.00 CNY', notes: ['n1'], fields: note } };
    const done = replay(
      SAMPLE,
      facts,
      { 'topup-amount': { value: '500.00 CNY', source: 'words' } },
      { assumeUnknown: true },
    );
    expect(mailFields(done, facts, words)).toEqual({ ...note, transaction: 'TX998877' });
  });

  it('takes nothing from a note about another sum than the words name', () => {
    const facts = { 'failed-topup': { value: 'yes', notes: ['n1'], fields: { ...note, amount: '99.00' } } };
    const done = replay(
      SAMPLE,
      facts,
      { 'topup-amount': { value: UNKNOWN, source: 'asked' } },
      { assumeUnknown: true },
    );
    expect(mailFields(done, facts, read('top up 500 failed'))).toEqual({ amount: '500.00' });
  });

  it('takes nothing from a note that the answers contradict', () => {
    const facts = { 'topup-amount': { value: '700.00 CNY', notes: ['n1'], fields: { ...note, amount: '700.00' } } };
    const done = replay(
      SAMPLE,
      facts,
      { 'topup-amount': { value: '500.00 CNY', source: 'asked' } },
      { assumeUnknown: true },
    );
    expect(mailFields(done, facts, {})).toEqual({ amount: '500.00', currency: 'CNY' });
  });
});

describe('what the notes are searched for', () => {
  it('is what the words name, also where no question asks for it', () => {
    const about = aboutOf([], {}, read('2026-03-02 付款268元失败，交易号 TX998877'));
    expect(about).toMatchObject({ currency: 'CNY', transaction: 'TX998877', time: { offset: 480 } });
    expect(about.amount).toBe(parseAmount('268')!.units);
  });

  it('is the amount answered, where the words name another', () => {
    const about = aboutOf(SAMPLE.questions, { 'topup-amount': { value: '99.00 USD' } }, read('充值268元失败'));
    expect(about).toEqual({ amount: parseAmount('99')!.units, currency: 'USD' });
  });
});
