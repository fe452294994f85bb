// The user's own words, in either language, lead to the problem they describe; words that fit none lead to `other`.
import { describe, expect, it } from 'vitest';
import type { Script } from '../../src/diagnosis/plain-words.ts';
import { isClear, rankProblems, rivals, saysSomething } from '../../src/diagnosis/words.ts';
import type { ProblemId } from '../../src/knowledge/content.ts';
import { rank, shippedModel } from './shipped-words.ts';

const first = (words: string) => rank(words)[0]!.problem;

// Written for this test, and no pattern to learn from: what people might say, plainly.
const SAID: Record<ProblemId, string[]> = {
  'payment-failed': [
    'I tried to pay at the till and the payment failed',
    'the shop cannot charge me, payment declined',
    'the payment keeps being rejected at the checkout',
    '在店里付款一直付不了，提示支付失败',
    '买东西结账时支付不成功',
    '扫了老板的码就是付不出去',
  ],
  'account-restricted': [
    'my wallet was frozen last night and I do not know why',
    'why has my account been blocked',
    'they suspended my account with all my money in it',
    '我的钱包账户突然被冻结',
    '被风控限制了，怎么才能解除',
    '账号被封了里面还有钱',
  ],
  'balance-mismatch': [
    'the balance is lower than my transactions add up to',
    'my balance does not match my own records',
    '余额跟我自己记的账对不上',
    '钱包里的余额比应该有的少了一些',
  ],
  'topup-failed': [
    'my top up was declined by the bank',
    'I could not add money with my card, the top-up failed',
    '往钱包充值老是失败',
    '话费充不进去，充值失败了',
  ],
  'withdrawal-failed': [
    'the withdrawal to my bank account was rejected',
    'the cash machine declined my card and gave me no cash',
    '提现到银行卡总是失败',
    '余额里的钱提不出来',
  ],
  'arrival-delayed': [
    'the transfer I sent on monday has still not arrived',
    'how long does it take for a transfer to arrive',
    '转给朋友的钱过了两天还没有到账',
    '借的钱显示成功，银行卡却没收到',
  ],
  'duplicate-charge': [
    'I was charged twice for the same dinner',
    'there are two identical charges for one ticket',
    '同一笔订单被扣了两次钱',
    '一件商品重复扣款了',
  ],
  'unexpected-fee': [
    'why did you charge me a fee for my withdrawal',
    'there is an extra fee on my statement',
    '提现为什么要收手续费',
    '分期的利息和手续费是多少',
  ],
  'wrong-exchange-rate': [
    'the exchange rate for my purchase abroad is wrong',
    'you applied a bad rate when converting my dollars',
    '外币付款的汇率不对',
    '换汇的汇率比银行差太多',
  ],
  'refund-missing': [
    'the store refunded me but the refund is not on my account',
    'how do I get a refund for my order',
    '退货以后退款一直没有到账',
    '商家说已经退款，可是我没有收到',
  ],
  'wrong-recipient': [
    'I sent the money to the wrong person by mistake',
    'please cancel a transfer, I typed the wrong account number',
    '转账转错人了，能追回来吗',
    '输错账号，钱转给陌生人了',
  ],
  'unauthorised-transaction': [
    'there is a payment on my account that I did not make',
    'my card was stolen and someone is using it',
    '有一笔消费根本不是我本人操作的',
    '我被骗子骗走了五千块钱',
  ],
  'identity-verification': [
    'the app cannot verify my identity',
    'why do you need so many documents to identify me',
    '实名认证一直不通过',
    '刷脸老是说不是本人',
  ],
  'login-problem': [
    'I forgot my password and cannot log in',
    'my PIN is blocked after three wrong tries',
    '登录不了，密码忘记了',
    '换了手机号，收不到登录验证码',
  ],
  other: [
    'how do I order a second card',
    'which countries do you support',
    'what is the weather today',
    '花呗怎么开通',
    '怎么改绑定的邮箱',
    '怎样把花呗关掉',
    '今天天气怎么样',
  ],
};

describe.each(Object.entries(SAID))('%s', (problem, sentences) => {
  it.each(sentences)('%s', (words) => {
    expect(first(words)).toBe(problem);
  });
});

describe('the same words written otherwise', () => {
  it.each([
    ['付款失败', '畀錢失敗'],
    ['被人骗了一万块', '俾人呃咗一萬蚊'],
    ['转账没有到', '過數冇到'],
    ['充值失败', '增值失敗'],
    ['按错账号转给别人', '撳錯帳號轉俾第二個'],
    ['充值失败', '儲值失敗'],
    ['我的账户被冻结了', '我的帳戶被凍結了'],
    ['退款没到账', '退款沒到帳'],
    ['登录不了', '登陆不了'],
    ['my top-up failed', 'ＭＹ ＴＯＰ－ＵＰ ＦＡＩＬＥＤ！！！'],
    ["I can't log in", 'i cant log in'],
    ['my payment was declined', 'MY PAYMENT, WAS DECLINED...'],
  ])('%s = %s', (words, otherwise) => {
    expect(rank(otherwise)).toEqual(rank(words));
  });

  it.each([
    ['my pament was declind', 'payment-failed'],
    ['i was chrged twise for one order', 'duplicate-charge'],
    ['exchnage rate wrong', 'wrong-exchange-rate'],
    ['冲值失败', 'topup-failed'],
  ])('a slip in %s does no harm', (words, problem) => {
    expect(first(words)).toBe(problem);
  });

  it.each([
    ['my top-up 充值失败了', 'topup-failed'],
    ['login 不了，密码忘了', 'login-problem'],
    ['okpay 账户 frozen 被冻结', 'account-restricted'],
    ['KYC 认证不通过', 'identity-verification'],
    ['refund 一直没到', 'refund-missing'],
  ])('%s, in two languages', (words, problem) => {
    expect(first(words)).toBe(problem);
  });

  it('is hardly changed by an amount, a currency or a code', () => {
    const [plain, told] = [rank('my top-up failed'), rank('my top-up of 500 CNY failed E2031')];
    expect(told[0]!.problem).toBe(plain[0]!.problem);
    expect(told[0]!.score).toBeGreaterThan(0.6);
  });
});

describe('the ranking', () => {
  it('lists every problem and `other`, best first, with probabilities that make one', () => {
    const ranked = rank('充值失败');
    const scores = ranked.map(({ score }) => score);
    expect(ranked.map(({ problem }) => problem).sort()).toEqual(Object.keys(SAID).sort());
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 1);
  });

  it('is clear for what is said plainly, and not for what could be several', () => {
    expect(isClear(rank('我的账户被冻结了'))).toBe(true);
    expect(isClear(rank('my account is frozen'))).toBe(true);
    expect(isClear(rank('失败'))).toBe(false);
    expect(isClear(rank('my money'))).toBe(false);
  });

  it('is never clear that nothing fits', () => {
    const ranked = rank('花呗怎么开通');
    expect(ranked[0]).toMatchObject({ problem: 'other' });
    expect(isClear(ranked)).toBe(false);
  });

  it('knows the next two, `other` last', () => {
    expect(
      rivals([
        { problem: 'topup-failed', score: 0.5 },
        { problem: 'other', score: 0.3 },
        { problem: 'login-problem', score: 0.2 },
      ]),
    ).toEqual(['login-problem', 'other']);
  });

  it.each(['12345 !?', 'xyzzy plugh', '3 days', 'since yesterday', '两个小时', '…', ''])(
    '%j tells nothing',
    (words) => {
      const ranked = rank(words);
      expect(ranked[0]!.problem).toBe('other');
      expect(saysSomething(ranked)).toBe(false);
    },
  );

  it.each(['my payment did not fail', '付款没有失败'])('%s is no failed payment', (words) => {
    expect(isClear(rank(words))).toBe(false);
  });
});

describe('the weights', () => {
  it('are read only for the scripts that the words are in', () => {
    const asked: Script[] = [];
    const modelOf = (script: Script) => {
      asked.push(script);
      return shippedModel(script);
    };
    rankProblems('充值失败', modelOf);
    expect(asked).toEqual(['han']);
    rankProblems('my top-up 失败', modelOf);
    expect(asked.slice(1).sort()).toEqual(['han', 'latin']);
  });
});
