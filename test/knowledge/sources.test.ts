// What rests on a source says so: in the content, on the page of a diagnosis, and in its JSON.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FactSource } from '../../src/knowledge/answers.ts';
import { compileContent } from '../../src/knowledge/compile.ts';
import type { Problem } from '../../src/knowledge/content.ts';
import { okhelp, ROOT } from '../host.ts';

const problems = [...compileContent(join(ROOT, 'content'))].flatMap(([path, document]) =>
  path.includes('/problems/') ? [{ path, problem: document as Problem }] : [],
);
const statements = problems.flatMap(({ path, problem }) =>
  problem.outcomes.flatMap(({ id, because, becauseSources, steps, evidence, avoid, next }) =>
    [{ text: because, sources: becauseSources }, ...steps, ...evidence, ...avoid, ...next].map((line) => ({
      where: `${path} ${id}`,
      problem,
      ...line,
    })),
  ),
);

/** Somebody's practice or law, a working day that somebody names: nobody knows these by themselves. */
const FACT =
  /PayPal|WeChat|微信|Revolut|币安|\b(EU|US)\b|欧盟|美国|[Ii]n mainland China|在中国内地|usually (?:take|comes? within|ends?,? within) (?:[a-z]+ to [a-z]+ working days|24 hours|7 to 15)|24 小时内(?:得到)?回复/;

describe('a line that states a fact', () => {
  it('names its source', () => {
    const bare = statements.filter(({ text, sources }) => !sources && FACT.test(text));
    expect(bare.map(({ where, text }) => `${where}: ${text}`)).toEqual([]);
  });

  it('names sources that are compiled with its problem', () => {
    const lost = statements.flatMap(({ where, problem, sources = [] }) =>
      sources.filter((id) => !problem.sources![id]).map((id) => `${where}: ${id}`),
    );
    expect(lost).toEqual([]);
  });
});

describe('where a source stands', () => {
  it('is said in Chinese to whoever reads Chinese, but for the name of a site or a document', () => {
    const english = [...compileContent(join(ROOT, 'content'))].flatMap(([path, document]) => {
      if (!path.startsWith('zh-CN/')) return [];
      const { sources = [] } = document as { sources?: Record<string, FactSource> | FactSource[] };
      return Object.values(sources).map(({ where }) => where);
    });
    expect(english.length).toBeGreaterThan(100);
    expect(english.filter((where) => /\b(?:pages?|text|help|the|on)\b/.test(where))).toEqual([]);
  });
});

describe('okhelp diagnose', () => {
  const args = ['diagnose', '-a', 'problem=topup-failed', '-a', 'topup-debited=yes', '-a', 'topup-channel=bank'];
  const run = (...more: string[]) => okhelp([...args, '--no-input', '--no-save', ...more]);

  it('numbers the statements with --sources, from 1 on as they are read, and lists each source once', async () => {
    const { stdout } = await run('--sources');
    const [page, list] = stdout.split('\nSources\n') as [string, string];
    const numbers = [...page.matchAll(/\[(\d)\]/g)].map(([, n]) => n);
    expect([...new Set(numbers)]).toEqual(['1', '2', '3']);
    expect(list.match(/^ {2}\[\d\] /gm)).toEqual(['  [1] ', '  [2] ', '  [3] ']);
  });

  it('shows none without it', async () => {
    const { stdout } = await run();
    expect(stdout).not.toMatch(/\[1\]|Sources/);
  });

  it('has them in JSON, with the statements that rest on them', async () => {
    const { outcome } = JSON.parse((await run('--json')).stdout);
    const [first] = outcome.sources;
    expect(first).toMatchObject({ id: 'transfer-times', kind: 'primary', read: '2026-11-22' });
    for (const statement of first.statements) {
      const [list, index] = statement.split('.');
      expect(index === undefined ? outcome[list] : outcome[list][index]).toMatch(/working days/);
    }
  });

  it('names the questions of the FAQ that go with the outcome', async () => {
    expect((await run()).stdout).toMatch(/\nQuestions and answers\n {2}okhelp faq [a-z-]+ +\S/);
    expect((await run('--lang', 'zh-CN')).stdout).toMatch(/\n相关问题与解答\n {2}okhelp faq [a-z-]+ +\S/);
  });
});
