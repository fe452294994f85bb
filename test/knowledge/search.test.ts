// The search of the FAQ on a few made-up entries: languages, slips, words for the same thing, and where nothing fits.
import { describe, expect, it } from 'vitest';
import { indexesOf, type SearchEntry, type SearchIndexes, searchFaq } from '../../src/knowledge/search.ts';
import { foundIn, termsOf } from '../../src/knowledge/search-words.ts';

const entry = (id: string, question: string, also: string, answer = '', topic = 'payment') => ({
  id,
  topic,
  question,
  also,
  answer,
});
const made = (entries: SearchEntry[]): SearchIndexes => {
  const { questions, answers } = indexesOf(entries);
  return { questions: () => questions, answers: () => answers };
};
const EN = made([
  entry('declined', 'Why was my payment declined?', 'the card was refused', 'Compare the details with your card.'),
  entry('withdraw', 'How long does a withdrawal take?', 'when do I get my cash', 'Up to five days.', 'withdrawal'),
  entry('limits', 'Is there a limit for withdrawals?', 'the most I can withdraw', 'Look under limits.', 'withdrawal'),
  entry('fake', 'How do I recognise fake support?', 'is this agent real', 'Support never asks for a password.'),
]);
const ZH = made([
  entry('declined', '付款失败是什么原因？', '刷卡被拒\n一直付不了款', '核对银行卡信息。'),
  entry('withdraw', '提现多久到账？', '什么时候能取到钱', '最多五个工作日。', 'withdrawal'),
  entry('fake', '怎么识别假客服？', '对方自称官方人员', '客服不会索要密码。'),
]);
const best = (words: string, index = EN) => searchFaq(words, index)[0]?.id;

describe('in English', () => {
  it('endings and letter case make no difference', () => expect(best('PAYMENTS DECLINING')).toBe('declined'));
  it('a slip of the finger is forgiven', () => expect(best('paymnet decliend')).toBe('declined'));
  it('other words for the same thing are found', () => {
    expect(best('they rejected it in the shop')).toBe('declined');
    expect(best('when will I be able to cash out')).toBe('withdraw');
    expect(best('is this phone call from the help desk a scam')).toBe('fake');
  });
  it('the question counts more than what an answer mentions', () => {
    expect(searchFaq('card details', EN)[0]!.id).toBe('declined');
    expect(searchFaq('limit', EN)[0]!.id).toBe('limits');
  });
});

describe('in Chinese', () => {
  it('words need no spaces between them', () => expect(best('我的钱提现要多久才能到账', ZH)).toBe('withdraw'));
  it('other words for the same thing are found', () => {
    expect(best('取现几天', ZH)).toBe('withdraw');
    expect(best('扫码支付老是不成功', ZH)).toBe('declined');
  });
  it('what only asks says nothing', () => expect(termsOf('请问怎么办呢')).toEqual([]));
  it('traditional characters find what is written in simplified ones', () => {
    expect(best('付款為什麼失敗', ZH)).toBe('declined');
    expect(best('識別假客服', ZH)).toBe('fake');
    expect(termsOf('請問怎麼辦呢')).toEqual([]);
  });
});

describe('what does not fit', () => {
  it.each(['qwertz', 'recipe for noodles', ''])('%j finds nothing', (words) =>
    expect(searchFaq(words, EN)).toEqual([]),
  );
  it('in Chinese too', () => expect(searchFaq('红烧肉', ZH)).toEqual([]));
  it('a weak hit is not called sure', () => {
    const [first] = searchFaq('five cats and a dog in the garden', EN);
    expect(first).toMatchObject({ id: 'withdraw', sure: false });
  });
  it('what is wanted is not called found because of one word of it', () => {
    expect(searchFaq('best card to buy', EN)[0]).toMatchObject({ id: 'declined', sure: false });
    expect(searchFaq('card declined', EN)[0]).toMatchObject({ id: 'declined', sure: true });
  });
});

it('keeps to a topic', () => {
  expect(
    searchFaq('payment declined withdrawal', EN, 'withdrawal')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['limits', 'withdraw']);
});

describe('the words found', () => {
  const marked = (text: string, words: string, index = EN) =>
    foundIn(text, new Set(searchFaq(words, index)[0]!.terms)).map(([start, end]) => text.slice(start, end));

  it('are marked as they stand in the text', () => {
    expect(marked('Your Payments are refused.', 'payment declined')).toEqual(['Payments', 'refused']);
    expect(marked('提现通常多久', '提现', ZH)).toEqual(['提现']);
  });
});
