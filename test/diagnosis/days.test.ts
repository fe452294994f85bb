// Days and sums as people say them: read where they are unmistakable, left alone where they are not.
import { describe, expect, it } from 'vitest';
import { readMentions } from '../../src/diagnosis/mentions.ts';
import { formatMoney } from '../../src/diagnosis/sums.ts';
import { SHANGHAI } from './sample.ts';

/** A Wednesday, noon in Shanghai. */
const NOW = Date.parse('2026-05-13T12:00:00+08:00');
const read = (words: string) => readMentions(words, { currency: null, zone: SHANGHAI }, NOW);
const amountIn = (words: string) => {
  const { amount } = read(words);
  return amount ? formatMoney(amount) : null;
};

describe('a day', () => {
  it.each([
    ['昨天下午三点充了两百块', '2026-05-12T15:00:00+08:00'],
    ['前天晚上8点半付款失败', '2026-05-11T20:30:00+08:00'],
    ['昨晚十一点二十提现', '2026-05-12T23:20:00+08:00'],
    ['今天上午9:05转账没到', '2026-05-13T09:05:00+08:00'],
    ['昨天提现还没到账', '2026-05-12T00:00:00+08:00'],
    ['昨天转的钱今天还没到', '2026-05-12T00:00:00+08:00'],
    ['三月五号充值失败', '2026-03-05T00:00:00+08:00'],
    ['十二月三十一日转账没到', '2025-12-31T00:00:00+08:00'],
    ['去年11月2号付的款', '2025-11-02T00:00:00+08:00'],
    ['上周五转的账', '2026-05-08T00:00:00+08:00'],
    ['周一下午提现没到', '2026-05-11T00:00:00+08:00'],
    ['2026年3月5日 14:30 付款失败', '2026-03-05T14:30:00+08:00'],
    ['I paid $1,250.00 on May 3rd', '2026-05-03T00:00:00+08:00'],
    ['transfer sent on 3 May 2025 at 4pm', '2025-05-03T16:00:00+08:00'],
    ['topped up on the 20th of December', '2025-12-20T00:00:00+08:00'],
    ['it was charged last Friday', '2026-05-08T00:00:00+08:00'],
    ['withdrew yesterday at 3:15 pm', '2026-05-12T15:15:00+08:00'],
    ['三天前提现还没到', '2026-05-10T00:00:00+08:00'],
    ['2天前下午三点充的值', '2026-05-11T15:00:00+08:00'],
    ['两周前转的账', '2026-04-29T00:00:00+08:00'],
    ['5号充的钱没到', '2026-05-05T00:00:00+08:00'],
    ['二十号下午两点付的款', '2026-04-20T14:00:00+08:00'],
    ['上个月8号提现', '2026-04-08T00:00:00+08:00'],
    ['I topped up 3 days ago', '2026-05-10T00:00:00+08:00'],
    ['sent two weeks ago', '2026-04-29T00:00:00+08:00'],
    ['a day ago at 4pm', '2026-05-12T16:00:00+08:00'],
    ['it was debited on the 5th', '2026-05-05T00:00:00+08:00'],
    ['no money since the 28th', '2026-04-28T00:00:00+08:00'],
  ])('%s', (words, time) => {
    expect(read(words).time).toBe(time);
  });

  it.each([
    '今天还没到账',
    'still nothing today',
    '等了一周三天',
    '每周五都扣钱',
    '二月三十号付的款',
    'paid on 05/03',
    'on May 3rd and May 5th',
    '昨天和前天各充了一次',
    'I may 5 times',
    '三点了',
    '昨天晚上十二点',
    '两三天前充的',
    '大概三天前充的',
    '卡尾号5号',
    '3号线地铁刷不了',
    '工单5号码',
    'about 3 days ago',
    'two or three days ago',
    '90 days ago',
    'on the 5th attempt',
    'on the 3rd of the month',
  ])('%s names none that is sure', (words) => {
    expect(read(words).time).toBeUndefined();
  });

  it('without a clock only dates with a year are read', () => {
    const { time } = readMentions('昨天 2026年3月5日', { currency: null, zone: SHANGHAI });
    expect(time).toBe('2026-03-05T00:00:00+08:00');
  });
});

describe('a sum in words', () => {
  it.each([
    ['昨天下午三点充了两百块', '200.00 CNY'],
    ['转了两万五没到账', '25000.00'],
    ['被骗了1.2万', '12000.00'],
    ['提现1.2万元', '12000.00 CNY'],
    ['充了三千五百元', '3500.00 CNY'],
    ['扣了我一百二十块', '120.00 CNY'],
    ['付了五块五', '5.50 CNY'],
    ['充值一百零八元失败', '108.00 CNY'],
    ['转了十万零五百块', '100500.00 CNY'],
    ['少了12块8毛', '12.80 CNY'],
    ['提了五百u', '500.00 USDT'],
    ['I was charged $1,250.00 on May 3rd', '1250.00 USD'],
    ['my top up of 5k failed', '5000.00'],
    ['3月5号付了268元', '268.00 CNY'],
  ])('%s', (words, amount) => {
    expect(amountIn(words)).toBe(amount);
  });

  it.each([
    '付了两次',
    '第一百块钱',
    '好几百块不见了',
    '少了三百多块',
    '大概两百块',
    'about $200 is missing',
    'over 500 dollars gone',
    '几千块没了',
    '万一付款失败怎么办',
    '充了五百块扣了六百块',
    '三五百块',
    '等了两百天',
  ])('%s names none that is exact', (words) => {
    expect(amountIn(words)).toBeNull();
  });
});

describe('a code', () => {
  it.each([
    ['error U30999 when I pay', 'U30999'],
    ['付款提示错误U30999', 'U30999'],
    ['返回码：PAY_1001', 'PAY_1001'],
    ['error code 0x80070005', '0x80070005'],
  ])('%s', (words, code) => {
    expect(read(words).errorCode).toBe(code);
  });

  it.each([
    ['HK', '充了500元', '500.00 HKD'],
    ['TW', '充了500元', '500.00 TWD'],
    ['AU', 'paid $20', '20.00 AUD'],
    ['US', 'paid $20', '20.00 USD'],
    ['AU', 'paid 20 USD', '20.00 USD'],
    ['HK', 'paid 20', '20.00'],
  ])('means the money of %s in "%s"', (country, words, sum) => {
    const { amount } = readMentions(words, { currency: null, country, zone: SHANGHAI }, NOW);
    expect(amount && formatMoney(amount)).toBe(sum);
  });
});
