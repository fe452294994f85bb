// The content itself, as the program reads it: proved, compiled, loaded, and saying what the guidance asks for.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compileContent, proveContent } from '../../src/knowledge/compile.ts';
import { loadContent, type Outcome, type Problem, type ProblemId } from '../../src/knowledge/content.ts';
import { knownCommands } from '../../src/known-commands.ts';
import { en } from '../../src/messages/en/index.ts';

const CONTENT = join(import.meta.dirname, '../../content');
const commands = await knownCommands(en);
const documents = new Map(compileContent(CONTENT, commands));
const LANGUAGES = ['en', 'zh-CN'] as const;

const problemOf = (language: string, id: ProblemId) => documents.get(`${language}/problems/${id}.json`) as Problem;
const outcomeOf = (language: string, id: ProblemId, outcome: string): Outcome =>
  problemOf(language, id).outcomes.find((candidate) => candidate.id === outcome)!;

/** All that a person reads of an outcome. */
function readingOf({ title, because, steps, evidence, avoid, next }: Outcome): string {
  return [title, because, ...[steps, evidence, avoid, next].flat().map(({ text }) => text)].join('\n');
}

describe('the content', () => {
  it('is proved: nothing to find', () => {
    const printed: string[] = [];
    expect(
      proveContent(CONTENT, commands, (line) => printed.push(line)),
      printed.join('\n'),
    ).toBe(true);
    expect(printed).toHaveLength(1);
    expect(printed[0]).toMatch(
      /^\d+ problems, \d+ paths, longest path [1-7] questions \(.*\); \d+ FAQ entries, \d+ guides, \d+ regions: nothing wrong$/,
    );
  });

  it('has the same problems, questions and outcomes in both languages', () => {
    const ids = (language: string) =>
      [...documents.keys()]
        .filter((path) => path.startsWith(`${language}/problems/`))
        .map((path) => path.split('/').at(-1));
    expect(ids('zh-CN')).toEqual(ids('en'));
    for (const name of ids('en')) {
      const [en, zh] = LANGUAGES.map((language) => documents.get(`${language}/problems/${name}`) as Problem);
      expect(zh!.questions.map(({ id }) => id)).toEqual(en!.questions.map(({ id }) => id));
      expect(zh!.outcomes.map(({ id }) => id)).toEqual(en!.outcomes.map(({ id }) => id));
    }
  });

  it('says nothing in Chinese that was left in English', () => {
    const lines = problemOf('zh-CN', 'other').outcomes.flatMap((outcome) => readingOf(outcome).split('\n'));
    for (const line of lines) expect(line).toMatch(/\p{Script=Han}/u);
  });

  it('asks about a failed top-up whether the money has left, and then how it was paid', () => {
    const { questions } = problemOf('en', 'topup-failed');
    const debited = questions.find(({ id }) => id === 'topup-debited')!;
    expect(debited.choices.map(({ value }) => value)).toEqual(['yes', 'no', 'unknown']);
    expect(debited.choices[0]!.next).toBe('topup-channel');
  });
});

describe('loadContent', () => {
  const dir = mkdtempSync(join(tmpdir(), 'okhelp-content-'));
  afterAll(() => rmSync(dir, { recursive: true }));
  for (const [path, document] of documents) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), JSON.stringify(document));
  }

  it('gives the menu in its order, `other` last, and one problem whole', async () => {
    const content = await loadContent(dir, 'zh-CN');
    expect(content.problems[0]!.id).toBe('payment-failed');
    expect(content.problems.at(-1)!.id).toBe('other');
    const problem = await content.problem('topup-failed');
    expect(problem.title).toBe(content.problems.find(({ id }) => id === 'topup-failed')!.title);
    expect(problem.start).toBe('topup-amount');
  });
});

// Where each line of the guidance is said, in words that a reader would find.
const GUIDANCE: [string, ProblemId, string, RegExp, RegExp][] = [
  ['P1', 'payment-failed', 'payment-too-little', /too little balance/i, /余额不足/],
  ['P1', 'payment-failed', 'payment-details', /letter by letter.*digit by digit/, /逐字核对.*逐位核对/],
  ['P2', 'account-restricted', 'account-ask-reason', /security monitoring saw unusual activity/, /安全监控发现异常/],
  ['P2', 'account-restricted', 'account-ask-reason', /identity document ready/, /准备好身份证件/],
  [
    'P3',
    'balance-mismatch',
    'mismatch-record',
    /Open the transaction records in the account now/,
    /现在就打开账户里的交易记录/,
  ],
  ['P3', 'balance-mismatch', 'mismatch-report', /system error, or a late update/, /系统错误或钱包更新延迟/],
  ['P4', 'topup-failed', 'topup-no-reason', /no limit, block or freeze/, /没有限额、止付或冻结/],
  ['P4', 'topup-failed', 'topup-no-reason', /try another card or a bank transfer/, /换另一张卡或银行转账/],
  [
    'C1',
    'account-restricted',
    'account-ask-reason',
    /"Contact us".*e-mail, phone or live chat/,
    /“联系我们”.*邮件、电话、在线客服/,
  ],
  [
    'C2',
    'other',
    'other-first-report',
    /account, the time it happened and the full error/,
    /账户、发生时间和完整的错误信息/,
  ],
  ['C3', 'other', 'other-waiting', /within 24 hours/, /24 小时内/],
  [
    'C4',
    'other',
    'other-first-report',
    /phone is direct and usually quick, with waiting/,
    /电话直接，一般较快，但高峰时要排队/,
  ],
  [
    'C5',
    'other',
    'other-first-report',
    /Live chat.*usually the most efficient.*starts at once/,
    /在线客服的话通常效率最高/,
  ],
  ['C6', 'other', 'other-first-report', /polite and patient/, /礼貌和耐心/],
  ['E1', 'other', 'other-follow-up', /official account on social media/, /官方社交媒体账号/],
  ['E2', 'other', 'other-complain', /discussion platform run by a third party/, /第三方投诉或专业讨论平台/],
  ['E3', 'other', 'other-complain', /consumer association or the financial regulator/, /消费者协会或金融监管机构/],
  [
    'E4',
    'unauthorised-transaction',
    'unauthorised-transfer',
    /Freeze the account.*change the password/,
    /冻结账户.*改登录密码/,
  ],
];

describe('the guidance is said', () => {
  it.each(GUIDANCE)('%s in %s, %s', (_, problem, outcome, en, zh) => {
    expect(readingOf(outcomeOf('en', problem, outcome))).toMatch(en);
    expect(readingOf(outcomeOf('zh-CN', problem, outcome))).toMatch(zh);
  });
});

describe('what keeps people safe', () => {
  const outcomes = [...documents]
    .filter(([path]) => path.includes('/problems/'))
    .flatMap(([, problem]) =>
      (problem as Problem).outcomes.map((outcome) => ({ problem: problem as Problem, outcome })),
    );

  it('where the money may have left, nobody is told to send it again', () => {
    const warned = /Do not send the money again|不要再付或再转一次/;
    for (const id of ['topup-find-out', 'topup-card-booked', 'topup-trace', 'topup-token-not-credited']) {
      for (const language of LANGUAGES) expect(readingOf(outcomeOf(language, 'topup-failed', id))).toMatch(warned);
    }
    for (const id of ['payment-find-out', 'payment-debited-unpaid', 'payment-ask-merchant']) {
      for (const language of LANGUAGES) expect(readingOf(outcomeOf(language, 'payment-failed', id))).toMatch(warned);
    }
  });

  it('no restriction is shown without the warning of an unfreezing fee', () => {
    for (const { problem, outcome } of outcomes.filter(({ problem: { id } }) => id === 'account-restricted')) {
      expect(readingOf(outcome), `${problem.id} ${outcome.id}`).toMatch(/unfreezing fee|解冻费/);
    }
  });

  it('what is urgent now begins with something to do, and has a request for support', () => {
    for (const { outcome } of outcomes.filter(({ outcome: { urgency } }) => urgency === 'now')) {
      expect(outcome.steps[0]!.when, outcome.id).toBeUndefined();
      expect(outcome.ask, outcome.id).toMatch(/^1\. /);
    }
  });
});
