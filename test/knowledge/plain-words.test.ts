// The words of the content itself: short and plain ones are understood, and what they pre-answer leads where it should.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { answersIn } from '../../src/diagnosis/fields.ts';
import { readMentions } from '../../src/diagnosis/mentions.ts';
import { replay } from '../../src/diagnosis/replay.ts';
import { isClear, saysSomething } from '../../src/diagnosis/words.ts';
import { compileContent } from '../../src/knowledge/compile.ts';
import { PROBLEM_IDS, type Problem, type ProblemId } from '../../src/knowledge/content.ts';
import { rank } from '../diagnosis/shipped-words.ts';

const content = join(import.meta.dirname, '..', '..', 'content');
const documents = new Map<string, unknown>(compileContent(content));
const examplesOf = (id: ProblemId, language: 'en' | 'zh-CN'): string[] =>
  parse(readFileSync(join(content, 'problems', `${id}.yaml`), 'utf8')).words[language];

describe('the examples of what people say', () => {
  it.each(['en', 'zh-CN'] as const)(
    'lead to their problem, in %s: where they do not, the weights have to be learnt anew',
    (language) => {
      const places = PROBLEM_IDS.flatMap((id) =>
        examplesOf(id, language).map((said) => rank(said).findIndex(({ problem }) => problem === id)),
      );
      const share = (least: number) => places.filter((place) => place < least).length / places.length;
      expect(share(1)).toBeGreaterThan(0.9);
      expect(share(3)).toBeGreaterThan(0.98);
    },
  );
});

describe('plain words', () => {
  it.each([
    ['withdrawal 2000 pending for 3 days', ['withdrawal-failed', 'arrival-delayed']],
    ['top up pending for 3 days', ['topup-failed', 'arrival-delayed']],
    ['充值处理中三天', ['topup-failed', 'arrival-delayed']],
    ['refund missing', ['refund-missing']],
    ['付款268失败', ['payment-failed']],
    ['被骗了转账5000', ['unauthorised-transaction']],
    ['I was scammed', ['unauthorised-transaction']],
  ] as [string, ProblemId[]][])('%s', (words, problems) => {
    expect(problems).toContain(rank(words)[0]!.problem);
  });

  it.each(['hello', '你好', 'my payment did not fail', '3 days', 'xyzzy'])('%s is taken for no trouble', (words) => {
    const ranked = rank(words);
    expect(ranked[0]!.problem === 'other' || !saysSomething(ranked)).toBe(true);
    expect(isClear(ranked)).toBe(false);
  });
});

describe('money moved without consent', () => {
  const problem = documents.get('en/problems/unauthorised-transaction.json') as Problem;
  const outcomeOf = (words: string) => {
    const said = answersIn(readMentions(words, { currency: null, zone: () => 0 }), problem.questions);
    const answers = Object.fromEntries(
      Object.entries(said).map(([id, value]) => [id, { value, source: 'words' as const }]),
    );
    return replay(problem, {}, answers, { assumeUnknown: true }).outcome!;
  };

  it.each([
    ['被骗了转账5000', 'unauthorised-tricked-fiat'],
    ['I was scammed', 'unauthorised-tricked-fiat'],
    ['I was scammed out of 300 USDT', 'unauthorised-tricked-token'],
    ['被骗转了300元', 'unauthorised-tricked-fiat'],
  ])('%s → %s', (words, outcome) => {
    expect(outcomeOf(words).id).toBe(outcome);
  });

  it('claims nothing about how, where nobody said', () => {
    const { id, because } = outcomeOf('my money is gone');
    expect(id).toBe('unauthorised-unclear');
    expect(because).not.toContain('did not send');
  });
});
