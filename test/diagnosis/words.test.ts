// The user's own words, in either language, lead to the problem they describe; words that fit none lead to `other`.
import { describe, expect, it } from 'vitest';
import { featuresOf, type Script } from '../../src/diagnosis/features.ts';
import { type Spoken, wordIndexes } from '../../src/diagnosis/word-index.ts';
import { candidates, isClear, rankProblems, rivals, saysSomething } from '../../src/diagnosis/words.ts';

const PROBLEMS: Spoken[] = [
  {
    id: 'topup-failed',
    words: ['充值失败', '充值的钱没到账', 'my top-up failed', 'I topped up but the balance is the same'],
  },
  { id: 'payment-failed', words: ['付款失败', '付不了款', 'my payment was declined', 'I cannot pay the shop'] },
  { id: 'account-restricted', words: ['账户被冻结', '怎么解冻', 'my account is frozen', 'account was blocked'] },
];
const first = (words: string) => candidates(words, PROBLEMS)[0]!.problem;

it.each([
  ['充值又失败了', 'topup-failed'],
  ['为什么我付不了款', 'payment-failed'],
  ['帐户冻结了咋办', 'account-restricted'],
  ['topping up fails', 'topup-failed'],
  ['payment declined at the shop', 'payment-failed'],
  ['they froze... my account got blocked', 'account-restricted'],
])('%s → %s', (words, problem) => {
  expect(first(words)).toBe(problem);
});

describe('the ranking', () => {
  it('lists every problem and `other`, best first, with shares of one', () => {
    const ranked = candidates('充值失败', PROBLEMS);
    const scores = ranked.map(({ score }) => score);
    expect(ranked.map(({ problem }) => problem)).toContain('other');
    expect(ranked).toHaveLength(4);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 2);
  });

  it('is clear for what people say word for word', () => {
    expect(isClear(candidates('我的账户被冻结了', PROBLEMS))).toBe(true);
  });

  it('is not clear for what could be two of them', () => {
    expect(isClear(candidates('失败', PROBLEMS))).toBe(false);
  });

  it('is not clear where the telling word stands in no example', () => {
    const ranked = candidates('提现一直没到账', PROBLEMS);
    expect(ranked[0]!.problem).toBe('topup-failed');
    expect(isClear(ranked)).toBe(false);
  });

  it('makes nothing of an amount, a currency or a code', () => {
    expect(candidates('my top-up of 500 CNY failed E2031', PROBLEMS)).toEqual(candidates('my top-up failed', PROBLEMS));
  });

  it('knows the next two, `other` last', () => {
    expect(rivals(candidates('失败', PROBLEMS))).toEqual(expect.arrayContaining(['payment-failed']));
    expect(
      rivals([
        { problem: 'topup-failed', score: 0.5 },
        { problem: 'other', score: 0.3 },
        { problem: 'login-problem', score: 0.2 },
      ]),
    ).toEqual(['login-problem', 'other']);
  });

  it('puts `other` first where nothing fits', () => {
    expect(first('周末去哪里看电影')).toBe('other');
    expect(first('what is the capital of France')).toBe('other');
    expect(first('12345 !?')).toBe('other');
    expect(isClear(candidates('12345 !?', PROBLEMS))).toBe(false);
  });
});

describe('an index', () => {
  it('is asked only for the scripts that the words are in', () => {
    const indexes = wordIndexes(PROBLEMS);
    const asked: string[] = [];
    const spoken = (script: Script) => {
      asked.push(script);
      return indexes[script];
    };
    expect(rankProblems('充值失败', spoken)).toEqual(candidates('充值失败', PROBLEMS));
    expect(asked).toEqual(['han']);
    rankProblems('my top-up 失败', spoken);
    expect(asked.slice(1).sort()).toEqual(['han', 'latin']);
  });
});

describe('digits and times', () => {
  it.each(['3 days', '3天', '两个小时', 'since yesterday', '24 hours ago'])('%s say nothing about it', (words) => {
    expect(featuresOf(words)).toEqual(new Set());
    expect(saysSomething(candidates(words, PROBLEMS))).toBe(false);
  });

  it.each(['my payment did not fail', '付款没有失败'])('%s is no failed payment', (words) => {
    expect(isClear(candidates(words, PROBLEMS))).toBe(false);
  });
});
