// Pinyin without tones is read as Chinese; what is English stays as it is.
import { describe, expect, it } from 'vitest';
import { fromPinyin } from '../../src/diagnosis/pinyin.ts';
import { rank } from './shipped-words.ts';

it.each([
  ['chongzhi shibai', '充值失败'],
  ['Chong Zhi Shi Bai le', '充值失败了'],
  ['tui kuan mei shoudao', '退款没收到'],
  ['ti bu chu lai', '提不出来'],
  ['wo de zhanghu bei dongjie le, id 42', '我的账户被冻结了id'],
])('%s is %s', (typed, read) => expect(fromPinyin(typed)).toBe(read));

it.each(['my payment was declined', 'you ban me', 'le bus', 'dao', 'the app asks for mima', 'OKPay', ''])(
  '%j stays as it is',
  (typed) => expect(fromPinyin(typed)).toBe(typed),
);

describe('the problem', () => {
  it.each([
    ['zhanghu bei dongjie le', 'account-restricted'],
    ['qian hai mei daozhang', 'arrival-delayed'],
    ['tixian shibai', 'withdrawal-failed'],
    ['shoubudao yanzhengma', 'login-problem'],
  ])('of %s is %s', (typed, problem) => expect(rank(typed)[0]!.problem).toBe(problem));
});
