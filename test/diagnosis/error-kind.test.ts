// What kind of error a message speaks of: told where its words are clear, in either language, and never guessed.
import { describe, expect, it } from 'vitest';
import { errorKind } from '../../src/diagnosis/error-kind.ts';

describe('a message that names one cause', () => {
  it.each([
    ['Daily limit exceeded', 'limit'],
    ['超出单笔额度', 'limit'],
    ['Invalid card number', 'details'],
    ['姓名与卡号不符', 'details'],
    ['Declined by the bank', 'declined'],
    ['E2031: 银行拒绝了这笔交易', 'declined'],
    ['Do not honor', 'declined'],
    ['3-D Secure authentication failed', 'three-d-secure'],
    ['Refused for security reasons', 'security'],
    ['交易存在风险', 'security'],
    ['请先完成实名认证', 'identity'],
    ['System busy', 'busy'],
    ['系统繁忙，请稍后再试', 'busy'],
  ])('%s → %s', (message, kind) => {
    expect(errorKind(message)).toBe(kind);
  });
});

describe('a message that does not', () => {
  it.each([
    'PAY-1042: The payment could not be completed. Please try again later.',
    '交易失败，请稍后再试',
    'E102',
    'Unknown error',
    '',
  ])('%j is left open', (message) => {
    expect(errorKind(message)).toBeNull();
  });

  it('or names two, is left open too', () => {
    expect(errorKind('Card declined by the bank: limit exceeded')).toBeNull();
  });
});
