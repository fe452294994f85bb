// A bare number in people's words: a sum beside words of moving money or where it is the only number, else nothing.
import { describe, expect, it } from 'vitest';
import { readMentions } from '../../src/diagnosis/mentions.ts';
import { formatMoney } from '../../src/diagnosis/sums.ts';
import { SHANGHAI } from './sample.ts';

const amountIn = (words: string): string | null => {
  const { amount } = readMentions(words, { currency: null, zone: SHANGHAI });
  return amount ? formatMoney(amount) : null;
};

describe('a number of 块', () => {
  it.each([
    ['充了500块一直没到账', '500.00 CNY'],
    ['我充了五百块一直没到', '500.00 CNY'],
    ['转了300块五六天了没到', '300.00 CNY'],
    ['付了20块二维码过期了', '20.00 CNY'],
    ['500块3天没到', '500.00 CNY'],
    ['多扣了2块5，说是服务费', '2.50 CNY'],
    ['多扣了两块五手续费', '2.50 CNY'],
    ['扣了五块五没到账', '5.50 CNY'],
    ['扣了三块五毛', '3.50 CNY'],
    ['余额对不上，少了68块，应该有500', '68.00 CNY'],
  ])('%s is %s: what follows may be its tenth, or the next word', (words, amount) => {
    expect(amountIn(words)).toBe(amount);
  });
});

describe('a number of digits and units', () => {
  it.each([
    ['充值1万2没到账', '12000.00'],
    ['转了1千5', '1500.00'],
    ['转了1千5百', '1500.00'],
    ['转了1万2千', '12000.00'],
    ['转了1万2000', '12000.00'],
    ['2万3千块没了', '23000.00 CNY'],
    ['被骗了两百五', '250.00'],
    ['一万二没到账', '12000.00'],
    ['提现3k没到', '3000.00'],
    ['充了1.2万', '12000.00'],
    ['扣了五百块', '500.00 CNY'],
  ])('%s is %s', (words, amount) => {
    expect(amountIn(words)).toBe(amount);
  });

  it.each(['1万2天没到', '千万不要再转', '等了两百五十天'])('%s is none', (words) => {
    expect(amountIn(words)).toBeNull();
  });
});

it('what is written in traditional characters is read too', () => {
  const { amount, transaction } = readMentions('提現2000港幣三天還沒到，單號HK20261119001', {
    currency: null,
    zone: SHANGHAI,
  });
  expect([amount && formatMoney(amount), transaction]).toEqual(['2000.00 HKD', 'HK20261119001']);
});

describe('a bare number', () => {
  it.each([
    ['付款268失败', '268.00'],
    ['付款失败 268', '268.00'],
    ['付款失败，金额268', '268.00'],
    ['payment 268 failed', '268.00'],
    ['top up 500 failed', '500.00'],
    ['withdrawal 2000 pending for 3 days', '2000.00'],
    ['被骗了转账5000', '5000.00'],
    ['提现2024一直没到', '2024.00'],
    ['failed, 58.20', '58.20'],
    ['等了3天，充值 1,200.50 没到', '1200.50'],
    ['payment failed 268, error code E102', '268.00'],
  ])('%s is a sum of %s', (words, amount) => {
    expect(amountIn(words)).toBe(amount);
  });

  it.each([
    '付款失败 E102',
    'payment failed E102',
    'payment failed, error 102',
    'payment failed with a 404 error',
    'payment pending for 15 days',
    '付款等了48小时',
    '充值失败20次',
    '付款手续费 15%',
    'my account was opened in 2024',
    '2024年付款失败',
    'payment failed on 12/05',
    'payment failed at 18:30',
    'payment failed on March 15',
    '尾号3021的卡付款失败',
    'payment with my card ending in 3021 failed',
    '付款失败，打95588没人接',
    'the payment 20260301998 failed',
    'payment of 100 failed, then payment of 200',
    'my transfer has not landed after 30 confirmations',
    '转过来30个确认了还没到',
    'top up of 1.000,50 euro failed',
    '转账12,5欧元失败',
    'I sent 1 500,00 EUR and it failed',
    'the balance shows 120.50 but I should have 188.20 USDT',
    '余额显示120.50，应该有188.20块',
  ])('%s names none', (words) => {
    expect(amountIn(words)).toBeNull();
  });
});

describe('being deceived', () => {
  const tricked = (words: string) => readMentions(words, { currency: null, zone: SHANGHAI }).tricked ?? false;

  it.each(['被骗了转账5000', '我被骗了', '被诈骗转账了', 'I was scammed', 'I got tricked into sending money'])(
    '%s',
    (words) => {
      expect(tricked(words)).toBe(true);
    },
  );

  it.each([
    '我没有被骗，是别人转走的',
    '被骗走了验证码',
    'someone used my account',
    'I was not scammed',
    'fraud on my account',
    '有一笔不是我付的',
  ])('%s does not say it', (words) => {
    expect(tricked(words)).toBe(false);
  });
});
