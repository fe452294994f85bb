// Compiled content with a few small problems in both languages, so that a test does not depend on what content/ says.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem, ProblemId } from '../../src/knowledge/content.ts';
import { SAMPLE } from '../diagnosis/sample.ts';
import { temporaryFolder } from '../host.ts';

const WORDS: Partial<Record<ProblemId, string[]>> = {
  'topup-failed': ['my top-up failed', 'topped up but nothing arrived', '充值失败', '充值没到账'],
  'payment-failed': ['my payment was declined', 'I cannot pay', '付款失败', '付不了款'],
  'account-restricted': ['my account is frozen', 'account blocked', '账户被冻结', '怎么解冻'],
  'unauthorised-transaction': ['I did not make this payment', '不是我付的', '被盗刷'],
  other: ['something else', '别的问题'],
};

/** Writes it; gives the folder for `contentDir`. */
export function sampleContent(): string {
  const folder = temporaryFolder();
  for (const language of ['en', 'zh-CN']) {
    mkdirSync(join(folder, language, 'problems'), { recursive: true });
    const problems = Object.entries(WORDS).map(([id, words]) => ({ ...problemOf(id as ProblemId, language), words }));
    const summaries = problems.map(({ id, title, summary, words }) => ({ id, title, summary, words }));
    writeFileSync(join(folder, language, 'problems.json'), JSON.stringify(summaries));
    for (const problem of problems) {
      writeFileSync(join(folder, language, 'problems', `${problem.id}.json`), JSON.stringify(problem));
    }
  }
  cpSync(join(import.meta.dirname, '..', '..', 'content', 'words'), join(folder, 'words'), { recursive: true });
  return folder;
}

/** The sample under every id; its questions belong to top-ups, a question about the error stands in `payment-failed` alone. */
function problemOf(id: ProblemId, language: string): Problem {
  const title = `${id} (${language})`;
  const outcomes = SAMPLE.outcomes.map((outcome) =>
    outcome.id === 'trace' ? { ...outcome, ask: '1. Trace it.' } : outcome,
  );
  if (id === 'topup-failed') return { ...SAMPLE, id, title, outcomes };
  const error = { ...SAMPLE.questions[0]!, id: 'payment-error', text: 'payment-error?', kind: 'text' as const };
  const question = {
    ...error,
    field: 'errorMessage' as const,
    fact: undefined,
    next: 'outcome:trace',
    nextUnknown: 'outcome:look',
  };
  return { ...SAMPLE, id, title, start: 'payment-error', questions: [question], outcomes };
}
