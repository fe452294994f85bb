// The mail that support receives: what stands in it, what is marked as missing, and what never gets into it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkNotes } from '../../src/ledger/check.ts';
import { CAUSES, type Correction, type Explanation } from '../../src/ledger/findings.ts';
import type { Note } from '../../src/ledger/note.ts';
import { composeEmail } from '../../src/support/email.ts';
import { ROOT } from '../host.ts';
import { sampleInput, sampleVoice } from './draft-sample.ts';

const UNIT = 10n ** 18n;

/** 1000 came in, 100 went out (900 shown), 87.50 went out and 790.50 was shown: 22 too little. */
function notesWithAGap(): Note[] {
  const note = (id: string, hour: number, type: Note['type'], amount: bigint, balance: bigint): Note => ({
    id,
    line: null,
    time: { epoch: Date.UTC(2026, 2, 1, hour), offset: 480 },
    type,
    amount,
    currency: 'CNY',
    fee: 0n,
    balance,
    account: 'main',
    counterparty: '',
    reference: id,
    status: 'completed',
    error: '',
    memo: '',
  });
  return [
    note('n1', 1, 'topup', 1000n * UNIT, 1000n * UNIT),
    note('n2', 2, 'payment', -100n * UNIT, 900n * UNIT),
    note('n3', 3, 'withdrawal', (-175n * UNIT) / 2n, (1581n * UNIT) / 2n),
  ];
}

describe('a mail of which everything is known', () => {
  it('reads in English as its sender would write it', async () => {
    const draft = await composeEmail(sampleInput('en'), await sampleVoice('en'));
    expect(draft.subject).toBe('Top-up failed or not credited: 500.00 CNY, 2026-03-01, transaction T20260301A7');
    expect(draft.body).toBe(`Dear support team,

A top-up of my wallet failed or was not credited, and I ask you to look into it. Here is all that I know about it.

Details:
- Account: 138****0001
- Time: 2026-03-01 09:00 (UTC+08:00)
- Amount: 500.00 CNY
- Transaction ID: T20260301A7
- Error code: E102
- Error message: bank refused
- My own reference: c7

What I answered when I went through the likely causes myself:
- Did the money leave your bank account? Yes

What I have already tried:
- Tried again with a smaller amount

What I ask you to do:
1. Tell me why this top-up failed.
2. Return the money or credit it.
3. If you need anything else from me, please tell me what it is, and give me a case number that I can quote.

Attached:
- 截图.png (4 B)

For safety I have put no passwords, one-time codes, card security codes or full card numbers into this message, and I will not send any of them by e-mail.

Thank you for your help. I know that it takes some time to look into this.

Kind regards,
张三
Reply to: zhang@example.org`);
  });

  it('reads in Chinese as its sender would write it', async () => {
    const draft = await composeEmail(sampleInput('zh-CN'), await sampleVoice('zh-CN'));
    expect(draft.subject).toBe('充值失败或未到账：500.00 CNY，2026-03-01，交易号 T20260301A7');
    expect(draft.body).toBe(`您好，

我的一笔钱包充值失败或未到账，请协助核查。我了解的情况如下。

【基本信息】
- 账户：138****0001
- 发生时间：2026-03-01 09:00（UTC+08:00）
- 金额：500.00 CNY
- 交易号：T20260301A7
- 错误代码：E102
- 错误信息：bank refused
- 我自己的编号：c7

【我自查时的回答】
- 银行账户有没有扣款？有

【我已经试过的办法】
- 换了较小的金额重试

【想请您帮忙】
1. 请告知这笔充值失败的原因。
2. 请退回或补入账。
3. 如果还需要我补充什么，请告诉我；也请给我一个受理编号，方便以后查询。

【附件】
- 截图.png（4 B）

为了安全，这封邮件里没有写密码、验证码、银行卡安全码和完整卡号，我也不会通过邮件提供这些信息。

核查需要时间，给您添麻烦了。谢谢您的帮助，期待您的回复。

祝工作顺利！
张三
回复邮箱：zhang@example.org`);
  });

  it('is one document with exactly the agreed fields', async () => {
    const draft = await composeEmail(sampleInput('en'), await sampleVoice('en'));
    expect(draft).toMatchObject({
      schema: 'okhelp.email/1',
      language: 'en',
      to: 'help@wallet.example',
      from: 'zhang@example.org',
      missing: [],
      redactions: [],
      attachments: [{ name: '截图.png', type: 'image/png', bytes: 4 }],
    });
    expect(draft.fields).toEqual({
      account: '138****0001',
      time: '2026-03-01T09:00:00+08:00',
      problem: 'topup-failed',
      amount: '500.00',
      currency: 'CNY',
      transaction: 'T20260301A7',
      errorCode: 'E102',
      errorMessage: 'bank refused',
    });
  });
});

describe('a mail of which little is known', () => {
  it('marks what support needs, lists it, and makes nothing up', async () => {
    const input = {
      ...sampleInput('en'),
      fields: { amount: '500.00' },
      outcome: null,
      answers: [],
      tried: [],
      attachments: [],
    };
    const draft = await composeEmail(
      { ...input, to: null, from: null, name: null, caseId: null },
      await sampleVoice('en'),
    );
    expect(draft.missing).toEqual(['account', 'time', 'currency', 'transaction']);
    expect([draft.to, draft.from, draft.fields.account]).toEqual([null, null, '']);
    expect(draft.body).toContain(`Details:
- Account: [please fill in]
- Time: [please fill in]
- Amount: 500.00 [please fill in: Currency]
- Transaction ID: [please fill in]

What I ask you to do:
1. Please look into this and tell me what happened.`);
    expect(draft.body.endsWith('Kind regards,\n[please fill in: your name]')).toBe(true);
  });

  it('keeps a time that nobody can read as it was said', async () => {
    const input = sampleInput('zh-CN');
    input.fields.time = '昨天晚上';
    const draft = await composeEmail(input, await sampleVoice('zh-CN'));
    expect(draft.body).toContain('发生时间：昨天晚上');
    expect(draft.fields.time).toBe('昨天晚上');
  });
});

describe('what the check found', () => {
  it('is told with both readings, the expected balance, the difference and its direction', async () => {
    const input = { ...sampleInput('en'), check: checkNotes(notesWithAGap()) };
    const { body } = await composeEmail(input, await sampleVoice('en'));
    expect(body).toContain(`What my own records show:
In my own records (CNY), one balance does not fit the transactions:
- Last balance that fitted: 900.00 CNY, 2026-03-01 10:00 (UTC+08:00)
- Balance shown later: 790.50 CNY, 2026-03-01 11:00 (UTC+08:00)
- Balance expected from my records: 812.50 CNY
- Difference: 22.00 CNY less than expected
- Possible explanation, from my own records: `);
  });

  it('is said in the language of the mail', async () => {
    const input = { ...sampleInput('zh-CN'), check: checkNotes(notesWithAGap()) };
    const { body } = await composeEmail(input, await sampleVoice('zh-CN'));
    expect(body).toContain('- 差额：比应有的少 22.00 CNY');
    expect(body).toMatch(/- 从我的记录看，可能的原因：\S+/);
  });

  it('is one sentence where everything agrees', async () => {
    const input = { ...sampleInput('en'), check: checkNotes(notesWithAGap().slice(0, 2)) };
    const { body } = await composeEmail(input, await sampleVoice('en'));
    expect(body).toContain('they agree with the balances that I noted.');
    expect(body).not.toContain('Difference');
  });
});

describe('the entries that the mail speaks of', () => {
  /** A taxi paid once and recorded twice, ten minutes apart, in lines 25 and 26 of a file. */
  function recordedTwice(reference: string): Note[] {
    const [first, , last] = notesWithAGap();
    const taxi = {
      ...first!,
      type: 'payment' as const,
      amount: -45n * UNIT,
      balance: null,
      counterparty: 'Taxi',
      reference,
    };
    const hour = (note: Note, minutes: number) => ({ epoch: note.time.epoch + minutes * 60_000, offset: 480 });
    return [
      { ...first!, id: 'n23', line: 24 },
      { ...taxi, id: 'n24', line: 25, time: hour(first!, 10) },
      { ...taxi, id: 'n25', line: 26, time: hour(first!, 20) },
      { ...last!, id: 'n26', line: 27, type: 'balance', amount: 0n, balance: 955n * UNIT, reference: '' },
    ];
  }

  it.each([
    [
      'en',
      'I may have recorded the same transaction twice: the payment of 45.00 CNY at 2026-03-01 09:10 (transaction ID SP-7), and the payment of 45.00 CNY at 2026-03-01 09:20 (transaction ID SP-7). Counted once: 910.00 + 45.00 = 955.00.',
    ],
    [
      'zh-CN',
      '同一笔交易我可能记了两次：2026-03-01 09:10 的付款 45.00 CNY（交易号 SP-7），以及 2026-03-01 09:20 的付款 45.00 CNY（交易号 SP-7）。只算一次：910.00 + 45.00 = 955.00。',
    ],
  ] as const)('are named by what support can see, the twin too (%s)', async (language, told) => {
    const input = { ...sampleInput(language), check: checkNotes(recordedTwice('SP-7')) };
    const { body } = await composeEmail(input, await sampleVoice(language));
    expect(body).toContain(told);
    expect(body).not.toMatch(/\bn2\d\b|\blines? 2\d|第 2\d 行/);
  });

  it('have no number of a note or line for any cause, in either language', async () => {
    const [first, second, third] = notesWithAGap().map((note, i) => ({ ...note, line: i + 2, reference: `T${i}` }));
    const mismatch = checkNotes([first!, second!, third!]).accounts[0]!.mismatches[0]!;
    for (const language of ['en', 'zh-CN'] as const) {
      const { explain } = (await sampleVoice(language)).words.mail.check;
      for (const cause of CAUSES) {
        const corrections: Correction[] = [
          { op: 'set', note: 'n2', field: 'amount', from: '-100.00', to: '-122.00' },
          { op: 'remove', note: 'n3' },
        ];
        const explanation: Explanation = {
          cause,
          notes: [second!, third!],
          between: cause === 'missing-entry' ? [first!, second!] : null,
          amount: 22n * UNIT,
          effect: -22n * UNIT,
          corrections,
          confidence: 'likely',
          evidence: [
            { kind: 'same-amount', twin: first!, minutes: 60 },
            { kind: 'unreadable-between', lines: [3] },
          ],
        };
        const text = explain(explanation, mismatch);
        expect(text).not.toMatch(/\bn[123]\b|\bline \d|第 \d 行|undefined|null/);
        expect(text === '').toBe(cause === 'unexplained');
      }
    }
  });

  it('are left to the finding where the questions were about okhelp itself', async () => {
    const input = sampleInput('en');
    input.answers.push({ question: 'Did `okhelp check` find a mismatch?', answer: 'Yes' });
    input.answers.push({ question: 'Less or more?', answer: 'Less', fact: 'mismatch-direction' });
    expect((await composeEmail(input, await sampleVoice('en'))).body).not.toMatch(/okhelp|Less or more/);
  });
});

describe('what is asked for', () => {
  const asking = (ask: string) => ({ ...sampleInput('en'), outcome: { ...sampleInput('en').outcome!, ask } });

  it('claims the calculation only where the mail holds one', async () => {
    const ask = '1. Explain the difference. The calculation is in this mail.';
    const voice = await sampleVoice('en');
    expect((await composeEmail(asking(ask), voice)).body).toContain('1. Explain the difference.\n2. ');
    const checked = { ...asking(ask), check: checkNotes(notesWithAGap()) };
    expect((await composeEmail(checked, voice)).body).toContain(
      '1. Explain the difference. The calculation is in this mail.',
    );
    const agreed = { ...asking(ask), check: checkNotes(notesWithAGap().slice(0, 2)) };
    expect((await composeEmail(agreed, voice)).body).not.toContain('The calculation is in this mail.');
  });

  it.each(['en', 'zh-CN'] as const)('knows the very words of the content (%s)', async (language) => {
    const written = readFileSync(join(ROOT, 'content', 'problems', 'balance-mismatch.yaml'), 'utf8');
    const { claim } = (await sampleVoice(language)).words.mail.check;
    expect(written).toContain(claim);
    expect(written.replaceAll(claim, '')).not.toMatch(language === 'en' ? /calculation is in/ : /计算见/);
  });

  it('has a case number asked for once', async () => {
    const { body } = await composeEmail(asking('1. Tell me the case number.'), await sampleVoice('en'));
    expect(body.match(/case number/g)).toHaveLength(1);
  });
});

it('a mail about an account in danger does not say that there is time', async () => {
  const input = sampleInput('en');
  input.outcome = { ...input.outcome!, urgency: 'now' };
  const { body } = await composeEmail(input, await sampleVoice('en'));
  expect(body).toContain('Thank you for acting on this at once.');
  expect(body).not.toContain('takes some time');
});

describe('secrets', () => {
  it('are gone from every part of the mail, and each is reported with its field', async () => {
    const input = sampleInput('en');
    input.fields.errorMessage = 'Declined for 4111 1111 1111 1111, OTP: 482913';
    input.fields.account = 'me, password: hunter2';
    input.tried = ['Told them my PIN is 0000'];
    const draft = await composeEmail(input, await sampleVoice('en'));
    expect(JSON.stringify(draft)).not.toMatch(/4111 1111|482913|hunter2|0000"/);
    expect(draft.fields.errorMessage).toBe('Declined for 411111******1111, OTP: [one-time code removed]');
    expect(draft.redactions).toEqual([
      { kind: 'password', where: 'account' },
      { kind: 'card-number', where: 'errorMessage' },
      { kind: 'one-time-code', where: 'errorMessage' },
      { kind: 'password', where: 'tried' },
    ]);
  });

  it('are marked in the language of the mail', async () => {
    const input = sampleInput('zh-CN');
    input.fields.errorMessage = '验证码482913不正确';
    expect((await composeEmail(input, await sampleVoice('zh-CN'))).fields.errorMessage).toBe(
      '验证码[已删除：验证码]不正确',
    );
  });
});

it('a value with line breaks stays one line of the mail', async () => {
  const input = sampleInput('en');
  input.fields.errorMessage = 'first\r\nBcc: someone@example.org';
  expect((await composeEmail(input, await sampleVoice('en'))).body).toContain(
    '- Error message: first Bcc: someone@example.org\n',
  );
});
