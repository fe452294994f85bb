// Nine of the problems as a person meets them: the guidance is said, money and access are kept safe, nothing is promised.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawFacts } from '../../src/diagnosis/facts.ts';
import { aboutOf, mailFields } from '../../src/diagnosis/fields.ts';
import { applies, type Replay, replay } from '../../src/diagnosis/replay.ts';
import { compileContent } from '../../src/knowledge/compile.ts';
import type { Line, Outcome, Problem, ProblemId, Question } from '../../src/knowledge/content.ts';
import { routes } from '../../src/knowledge/routes.ts';
import { checkNotes } from '../../src/ledger/check.ts';
import { at, notesOf } from '../diagnosis/sample.ts';
import { rank } from '../diagnosis/shipped-words.ts';

const documents = new Map(compileContent(join(import.meta.dirname, '../../content')));
const LANGUAGES = ['en', 'zh-CN'] as const;
const NINE: ProblemId[] = [
  'withdrawal-failed',
  'arrival-delayed',
  'duplicate-charge',
  'unexpected-fee',
  'wrong-exchange-rate',
  'refund-missing',
  'wrong-recipient',
  'identity-verification',
  'login-problem',
];
const problemOf = (id: ProblemId, language: string) => documents.get(`${language}/problems/${id}.json`) as Problem;
const outcomesOf = (id: ProblemId, language: string) => problemOf(id, language).outcomes;
const outcomeOf = (id: ProblemId, outcome: string, language: string) =>
  outcomesOf(id, language).find((candidate) => candidate.id === outcome)!;

const all = (lines: Line[]) => lines.map(({ text }) => text).join('\n');
const reading = ({ title, because, steps, evidence, avoid, next }: Outcome) =>
  [title, because, all(steps), all(evidence), all(avoid), all(next)].join('\n');

/** Every way through a problem, with what a person then reads. */
function* waysThrough(id: ProblemId, language: string): Generator<{ answers: Map<string, string>; text: string }> {
  const problem = problemOf(id, language);
  const exits = new Map(problem.questions.map((question) => [question.id, exitsOf(question)]));
  for (const { answers } of routes(problem.start, exits, new Set(problem.outcomes.map((outcome) => outcome.id)))) {
    const given = Object.fromEntries(
      [...answers].map(([question, value]) => [
        question,
        { value: value === 'given' ? '10.00 CNY' : value, source: 'flag' as const },
      ]),
    );
    const done = replay(problem, {}, given);
    const fitting = (lines: Line[]) => lines.filter(({ when }) => applies(when, done));
    const { outcome } = done as Replay & { outcome: Outcome };
    const { steps, evidence, avoid, next } = outcome;
    const fitted = { ...outcome, steps: fitting(steps), evidence: fitting(evidence), avoid: fitting(avoid) };
    yield { answers: new Map(answers), text: reading({ ...fitted, next: fitting(next) }) };
  }
}

function exitsOf({ kind, choices, next, nextUnknown }: Question): Map<string, string> {
  if (kind === 'choice') return new Map(choices.map((choice) => [choice.value, choice.next]));
  return new Map([
    ['given', next!],
    ['unknown', nextUnknown!],
  ]);
}

// Where each line of the guidance is said, in words that a reader would find.
const GUIDANCE: [string, ProblemId, string, RegExp, RegExp][] = [
  ['delays: the stage', 'arrival-delayed', 'arrival-find-stage', /three stages, to the/, /分三段.*停在哪一段/],
  ['delays: the stage', 'arrival-delayed', 'arrival-overdue', /from the sending side/, /请汇出方追查/],
  ['delays: the times', 'arrival-delayed', 'arrival-in-time', /one to four working days.*six/, /一到四个工作日.*六/],
  ['Q1', 'arrival-delayed', 'arrival-in-time', /next transfer or top-up from being late/, /避免延迟.*逐位核对/],
  ['Q1', 'arrival-delayed', 'arrival-token-look', /next token transfer from being late/, /转代币要避免延迟/],
  ['Q1', 'withdrawal-failed', 'withdrawal-wait', /some working days early/, /提早几个工作日办理/],
  ['Q2', 'wrong-recipient', 'recipient-known', /To pay safely.*only the official app/, /安全付款.*只用官方 App/],
  ['Q2', 'duplicate-charge', 'duplicate-recurring', /let nobody hurry you/, /有人催促就先停下/],
  ['Q2', 'refund-missing', 'refund-ask', /begin with a small amount/, /先付小额/],
  ['C1', 'withdrawal-failed', 'withdrawal-overdue', /"Contact us".*live chat/, /联系我们.*在线客服/],
  ['C2', 'refund-missing', 'refund-trace', /the time it happened and the full error/, /发生时间和完整的错误/],
  ['C3', 'login-problem', 'login-look', /within 24 hours/, /24 小时内/],
  ['C4', 'withdrawal-failed', 'withdrawal-overdue', /phone is direct and usually quick/, /电话直接，一般较快/],
  ['C5', 'wrong-recipient', 'recipient-cancel-now', /usually live chat/, /通常是在线客服/],
  ['C6', 'unexpected-fee', 'fee-differs', /polite and patient/, /礼貌和耐心/],
  ['E1', 'arrival-delayed', 'arrival-overdue', /official account on social media/, /官方社交媒体账号/],
  ['E2', 'refund-missing', 'refund-dispute', /platform run by a third party/, /第三方投诉/],
  ['E3', 'wrong-exchange-rate', 'rate-differs', /consumer association or the fin/, /消费者协会或金融监管/],
  ['E4', 'login-problem', 'login-stranger', /Freeze the account.*change the password/, /冻结账户.*改登录密码/],
  ['E4', 'login-problem', 'login-lost', /Freeze the account.*change the password/, /冻结账户.*改登录密码/],
  ['E4', 'identity-verification', 'identity-leaked', /Freeze the account.*change the password/, /冻结账户.*改登录密码/],
  ['E4', 'duplicate-charge', 'duplicate-stranger', /Freeze the account.*change the password/, /冻结账户.*改登录密码/],
  ['E4', 'unexpected-fee', 'fee-demanded', /change the password.*or freeze the account/, /改密码.*或冻结账户/],
];

describe('the guidance is said', () => {
  it.each(GUIDANCE)('%s in %s, %s', (_, problem, outcome, en, zh) => {
    expect(reading(outcomeOf(problem, outcome, 'en'))).toMatch(en);
    expect(reading(outcomeOf(problem, outcome, 'zh-CN'))).toMatch(zh);
  });
});

describe('money is kept safe', () => {
  const warned = /Do not send the money again|不要再付或再转一次/;

  it.each([
    ['withdrawal-failed', ['find-out', 'wait', 'overdue', 'return-due', 'sent', 'trace', 'token-review', 'token-look']],
    ['arrival-delayed', ['not-sent', 'in-time', 'maybe-late', 'overdue', 'find-stage', 'wallet-pending', 'token-look']],
    ['duplicate-charge', ['held', 'trace', 'ask-receiver', 'token']],
    ['wrong-recipient', ['cancel-now', 'known', 'stranger', 'no-account', 'token-known', 'token-look']],
  ] as const)('%s: where it may have left, nobody is told to send it again', (problem, outcomes) => {
    const noun = problem.split('-').find((word) => !['failed', 'delayed', 'charge', 'wrong'].includes(word))!;
    for (const language of LANGUAGES) {
      for (const id of outcomes) expect(reading(outcomeOf(problem, `${noun}-${id}`, language)), id).toMatch(warned);
    }
  });

  it('every way through wrong-recipient tells of what to do with the provider, and promises nothing', () => {
    for (const { answers, text } of waysThrough('wrong-recipient', 'en')) {
      const way = [...answers.values()].join(' ');
      expect(text, way).toMatch(/support/);
      expect(text, way).toMatch(/fraud|promise|depends on the receiver|second fraud/);
      expect(text, way).not.toMatch(/will (?:get|come|be sent) (?:it )?back|guaranteed/);
    }
    for (const { text } of waysThrough('wrong-recipient', 'zh-CN')) expect(text).not.toMatch(/(?<!不)一定能/);
  });

  it('a fee before the money comes is called a sign of fraud in each of the nine', () => {
    for (const problem of NINE) {
      expect(outcomesOf(problem, 'en').map(reading).join('\n'), problem).toMatch(/unfreezing fee/);
      expect(outcomesOf(problem, 'zh-CN').map(reading).join('\n'), problem).toMatch(/解冻费/);
    }
  });
});

describe('ordinary money and tokens are told apart', () => {
  const CHAIN = /TxID|block explorer|区块浏览器|哈希/;
  const BANK_DAYS = /one to four working days|一到四个工作日/;

  it.each([
    ['withdrawal-failed', 'withdrawal-to'],
    ['arrival-delayed', 'arrival-way'],
    ['wrong-recipient', 'recipient-way'],
  ] as const)('%s', (problem, question) => {
    for (const language of LANGUAGES) {
      for (const { answers, text } of waysThrough(problem, language)) {
        const way = [...answers].join(' ');
        if (answers.get(question) === 'bank') expect(text, way).not.toMatch(CHAIN);
        if (answers.get(question) === 'token') expect(text, way).not.toMatch(BANK_DAYS);
        if (answers.get(question) === 'token' && problem === 'arrival-delayed') expect(text, way).toMatch(CHAIN);
      }
    }
  });
});

describe('access and documents are kept safe', () => {
  it('identity documents go only into the upload of the app, and the mail says that it carries none', () => {
    for (const outcome of outcomesOf('identity-verification', 'en'))
      expect(reading(outcome), outcome.id).toMatch(/Do not send identity documents by plain e-mail/);
    for (const outcome of outcomesOf('identity-verification', 'zh-CN'))
      expect(reading(outcome), outcome.id).toMatch(/不要用普通邮件发送证件/);
    expect(problemOf('identity-verification', 'en').mail.opening).toMatch(/no documents by e-mail/);
    expect(problemOf('identity-verification', 'zh-CN').mail.opening).toMatch(/不会通过邮件发送证件/);
  });

  it('the first question about a login is whether a stranger is inside; if so, unauthorised-transaction comes next', () => {
    const { start, questions } = problemOf('login-problem', 'en');
    expect(start).toBe('login-strangers');
    expect(questions[0]!.choices.find(({ value }) => value === 'yes')!.next).toBe('outcome:login-stranger');
    expect(reading(outcomeOf('login-problem', 'login-stranger', 'en'))).toContain('problem=unauthorised-transaction');
  });
});

describe('the notes answer only what they know', () => {
  const written = notesOf(`
    2026-03-01 topup 1000.00 =1000.00
    2026-03-02 payment 58.00 failed =1000.00 ref=P58
    2026-03-03 withdrawal 300.00 pending ref=W300`);
  const problem = problemOf('withdrawal-failed', 'en');
  const asked = (answers: Record<string, string>) => {
    const given = Object.fromEntries(
      Object.entries(answers).map(([id, value]) => [id, { value, source: 'flag' as const }]),
    );
    const about = aboutOf(problem.questions, given);
    const facts = drawFacts(written, checkNotes(written), about, at('2026-03-15 12:00').epoch);
    const done = replay(problem, facts, given, { assumeUnknown: true });
    return { done, fields: mailFields(done, facts, {}) };
  };

  it('a withdrawal of 300 is found pending by its amount', () => {
    const { done, fields } = asked({ 'withdrawal-amount': '300.00 CNY' });
    expect(done.path.find(({ source }) => source === 'fact')).toMatchObject({ answer: 'yes' });
    expect(fields).toMatchObject({ transaction: 'W300' });
  });

  it('without an amount, a failed payment of something else is not taken for the withdrawal', () => {
    const { done, fields } = asked({});
    expect(done.path).toEqual([]);
    expect(fields).toEqual({});
  });
});

describe('the commands that a text names', () => {
  const texts = NINE.flatMap((id) => LANGUAGES.flatMap((language) => outcomesOf(id, language).map(reading)));
  const named = new Set(texts.flatMap((text) => text.match(/`okhelp diagnose [^`]*`/g) ?? []));

  it.each([...named])('%s answers questions that are there', (command) => {
    const [problem, ...given] = [...command.matchAll(/--answer ([a-z-]+)=([a-z-]+)/g)];
    const { questions } = problemOf(problem![2] as ProblemId, 'en');
    for (const [, id, value] of given) {
      const question = questions.find((candidate) => candidate.id === id);
      expect(question?.choices.map((choice) => choice.value)).toContain(value);
    }
  });
});

describe('people are understood', () => {
  it.each([
    ['my withdrawal to the bank gets rejected every time', 'withdrawal-failed'],
    ['提现又失败了，钱还在钱包', 'withdrawal-failed'],
    ['I transferred money three days ago and she still has not got it', 'arrival-delayed'],
    ['转给朋友的钱三天了还没到账', 'arrival-delayed'],
    ['the supermarket took the payment twice', 'duplicate-charge'],
    ['同一单被扣了两次款', 'duplicate-charge'],
    ['what is this fee for, nobody told me', 'unexpected-fee'],
    ['这笔手续费是怎么回事', 'unexpected-fee'],
    ['you used a bad exchange rate for my hotel', 'wrong-exchange-rate'],
    ['你们的汇率好像算得不对', 'wrong-exchange-rate'],
    ['still waiting for my refund from the shop', 'refund-missing'],
    ['商家同意退款可是一直没到', 'refund-missing'],
    ['I accidentally transferred to the wrong account number', 'wrong-recipient'],
    ['刚才转错账户了能撤回吗', 'wrong-recipient'],
    ['the app refuses the photo of my passport for verification', 'identity-verification'],
    ['实名认证人脸总是不通过', 'identity-verification'],
    ['I forgot the password and cannot get into my account', 'login-problem'],
    ['换了手机号收不到登录的验证码', 'login-problem'],
  ] as [string, ProblemId][])('%s → %s, among the first three', (words, problem) => {
    const best = rank(words).slice(0, 3);
    expect(best.map((candidate) => candidate.problem)).toContain(problem);
  });
});
