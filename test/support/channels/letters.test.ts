// The script, the follow-up and the complaint: what is said in which order, and what is left open.
import { describe, expect, it } from 'vitest';
import type { Body, Region, Rule } from '../../../src/knowledge/region.ts';
import { type ComplaintFacts, complaintDraft, isLongerThanAPage } from '../../../src/support/channels/complaint.ts';
import { followUpDraft } from '../../../src/support/channels/follow-up.ts';
import { phoneDraft } from '../../../src/support/channels/phone.ts';
import { quotable, quotation } from '../../../src/support/channels/quoting.ts';
import { event, type Given, LANGUAGES, material, voiceOf } from './sample.ts';

const provider: Body = {
  id: 'provider',
  kind: 'provider',
  name: 'The provider',
  does: '',
  before: [],
  opens: [],
  closes: [],
  answers: null,
  limits: [],
  evidence: [],
  refuses: [],
  contacts: [],
  rules: ['answer', 'unauthorised', 'any', 'fees'],
  sources: [],
};
const ombudsman: Body = { ...provider, id: 'xx-ombud', kind: 'ombudsman', name: 'The Ombudsman' };
const rule = (id: string, given: Partial<Rule> = {}): Rule => ({
  id,
  name: `Law ${id}`,
  says: 'A provider answers within 15 days.',
  holds: { balance: 'fiat', provider: 'licensed' },
  sources: [],
  ...given,
});
const REGION: Region = {
  id: 'uk',
  title: '',
  countries: [],
  timeZone: 'Europe/London',
  weekend: [0, 6],
  letters: ['en'],
  ladder: [provider, ombudsman],
  rules: [
    rule('answer'),
    rule('unauthorised', { problems: ['unauthorised-transaction'] }),
    rule('any', { holds: { balance: 'any', provider: 'any' } }),
    rule('fees', {
      problems: ['topup-failed'],
      holds: { balance: 'fiat', provider: 'any' },
      closes: [{ from: 'event', span: { count: 60, unit: 'days' }, sources: [] }],
    }),
  ],
  emergency: [],
  remarks: [],
  sources: [],
};
const known = { balance: 'fiat', licensed: 'yes', happened: '2026-03-01T09:00:00+08:00', today: '2026-03-15' } as const;

describe('the rules of a complaint', () => {
  const ids = (given: object) => {
    const { quoted, left } = quotable(provider, REGION, 'topup-failed', { ...known, ...given });
    return { quoted: quoted.map(({ id }) => id), left: left.map(({ rule: { id }, why }) => `${id}: ${why}`) };
  };

  it('are those about this problem, the nearest first', () => {
    expect(ids({})).toEqual({ quoted: ['fees', 'answer', 'any'], left: [] });
  });

  it('are not quoted where they do not hold, or nobody knows whether they do', () => {
    expect(ids({ balance: 'token', licensed: 'no' })).toEqual({
      quoted: ['any'],
      left: ['fees: token', 'answer: token'],
    });
    expect(ids({ licensed: 'no' })).toEqual({ quoted: ['fees', 'any'], left: ['answer: unlicensed'] });
    expect(ids({ balance: 'unknown', licensed: 'unknown' })).toEqual({
      quoted: ['any'],
      left: ['fees: balance-unknown', 'answer: balance-unknown'],
    });
    expect(ids({ licensed: 'unknown' }).left).toEqual(['answer: licence-unknown']);
  });

  it('are not quoted when their time is over, and are on its last day', () => {
    expect(ids({ today: '2026-04-30' }).left).toEqual([]);
    expect(ids({ today: '2026-05-01' }).left).toEqual(['fees: late']);
  });

  it('are named alone where their sentence speaks to the reader', () => {
    expect(quotation(rule('a', { says: 'Tell the provider when you see it.' }))).toBeNull();
    expect(quotation(rule('a', { says: '您可以向其提出。' }))).toBeNull();
    expect(quotation(rule('a'))).toBe('A provider answers within 15 days.');
  });
});

async function complaint(language: 'en' | 'zh-CN', given: Given = {}, more: Partial<ComplaintFacts> = {}) {
  const facts: ComplaintFacts = {
    addressee: provider,
    ladder: REGION.ladder,
    quoting: quotable(provider, REGION, 'topup-failed', known),
    today: '2026-03-15',
    by: '2026-04-07',
    wanted: null,
    cost: null,
    copies: ['screenshot.png'],
    attachments: [],
    ...more,
  };
  return complaintDraft(await material(language, given), facts, await voiceOf(language));
}

const STORY = [
  event('diagnosed', '2026-03-01'),
  event('sent', '2026-03-02', { channel: 'email', to: 'help@wallet.example' }),
  event('call', '2026-03-05', {
    with: 'Ms Li',
    promised: 'the money is back',
    due: '2026-03-08',
    reference: 'CS-20417',
  }),
  event('remark', '2026-03-06', { text: 'felt awful' }),
  event('answer', '2026-03-09', { text: 'We are looking into it' }),
];

describe('a complaint', () => {
  it('is read in the order of a letter that is acted on', async () => {
    const { subject, body, missing } = await complaint('en', { timeline: STORY });
    expect(subject).toBe('Complaint about a top-up that failed or did not arrive (case number CS-20417)');
    expect(missing).toEqual([]);
    const order = [
      'Date: 2026-03-15',
      'To: OKPay, complaints office',
      'This is a formal complaint.',
      '- Account: 138****0001',
      '- Case number that you gave me: CS-20417',
      '- 2026-03-01 09:00 (UTC+08:00): it happened (Error code: E102; Error message: bank refused)',
      '- 2026-03-02: I wrote to you by e-mail',
      '- 2026-03-05: I called you and spoke to Ms Li (case number CS-20417; promised: the money is back; by 2026-03-08)',
      '- 2026-03-09: you answered: "We are looking into it"',
      '- The amount concerned: 500.00 CNY',
      '1. Tell me why this top-up failed.',
      'Please answer me in writing by 2026-04-07.',
      '- Law fees: A provider answers within 15 days.',
      'Copies attached (the originals stay with me):\n- screenshot.png',
      'Yours faithfully,\n张三',
    ];
    const places = order.map((line) => body.indexOf(line));
    expect(
      places.every((place) => place >= 0),
      String(order.filter((_, i) => places[i]! < 0)),
    ).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(body).not.toContain('felt awful');
    expect(isLongerThanAPage(body)).toBe(false);
  });

  it('says what the person wants and what it cost in their own words', async () => {
    const timeline = [event('money-back', '2026-03-12', { amount: '200.00', currency: 'CNY' })];
    const { body } = await complaint('en', { timeline }, { wanted: 'Pay back the rest', cost: 'A missed bill' });
    expect(body).toContain('- The amount concerned: 500.00 CNY\n- Of this, 200.00 CNY came back.\n- A missed bill');
    expect(body).toContain('What I want:\n1. Pay back the rest\n');
  });

  it('calls the sides by their names when it goes to a body', async () => {
    const timeline = [...STORY, event('complaint', '2026-03-10'), event('final-answer', '2026-03-14', { text: 'No' })];
    const { body, missing } = await complaint('en', { timeline }, { addressee: ombudsman, by: null });
    expect(body).toContain('To: The Ombudsman');
    expect(body).toContain('I complained to the provider on 2026-03-10. It gave its final answer on 2026-03-14.');
    expect(body).toContain('- 2026-03-02: I wrote to OKPay by e-mail');
    expect(body).not.toContain('Please answer me in writing');
    expect(missing).toEqual([]);
  });

  it('leaves a place where nobody told the provider yet', async () => {
    const { body, missing } = await complaint('zh-CN', { company: null }, { addressee: ombudsman, by: null });
    expect(body).toContain('[请填写：您什么时候向服务商投诉，服务商怎么答复]');
    expect(body).toContain('现投诉 [公司名称]，');
    expect(missing).toEqual(['company', 'complained']);
  });

  it.each(LANGUAGES)('stays on a page in %s with a long story', async (language) => {
    const timeline = Array.from({ length: 40 }, (_, i) =>
      event('call', `2026-03-${String(1 + (i % 28)).padStart(2, '0')}`, { with: 'Ms Li' }),
    );
    const { body } = await complaint(language, { timeline });
    expect(body.match(/Ms Li/g)).toHaveLength(10);
    expect(body).toContain('30');
    expect(isLongerThanAPage(body)).toBe(false);
  });
});

describe('a follow-up', () => {
  const asked = { sent: null, by: null, today: '2026-03-15' };

  it('says when the first message went out, what was promised, and what is still missing', async () => {
    const draft = followUpDraft(await material('en', { timeline: STORY.slice(0, 4) }), asked, await voiceOf('en'));
    expect(draft.subject).toBe('Reminder: Top-up failed or not credited (case number CS-20417)');
    expect(draft.body).toContain(
      'On 2026-03-02 I wrote to you about a top-up that failed or did not arrive. I have had no answer so far. I was told: the money is back, by 2026-03-08. That day is over.',
    );
    expect(draft.body).toContain('What is still missing:\n1. Tell me why this top-up failed.');
    expect(draft.missing).toEqual([]);
  });

  it('does not say that nobody answered where the first contact was a call', async () => {
    const call = event('call', '2026-03-02', { promised: 'a refund', due: '2026-03-08' });
    const { body } = followUpDraft(await material('en', { timeline: [call] }), asked, await voiceOf('en'));
    expect(body).toContain('The matter is not settled so far. I was told: a refund, by 2026-03-08.');
    expect(body).not.toContain('no answer');
  });

  it('is shorter than the first mail with everything in it', async () => {
    const draft = followUpDraft(await material('en', { timeline: STORY }), asked, await voiceOf('en'));
    expect(draft.body.split('\n').length).toBeLessThan(40);
    expect(draft.body).not.toContain('Did the money leave');
  });

  it('knows an answer that did not settle it', async () => {
    const draft = followUpDraft(await material('zh-CN', { timeline: STORY }), asked, await voiceOf('zh-CN'));
    expect(draft.body).toContain('最近一次答复是 2026-03-09，但问题还没有解决。');
  });

  it('leaves the day open where nothing is logged, or takes the one that is said', async () => {
    const open = followUpDraft(await material('en'), asked, await voiceOf('en'));
    expect(open.body).toContain('On [please fill in: the day of my first message] I wrote to you');
    expect(open.missing).toEqual(['sent']);
    const said = followUpDraft(
      await material('en'),
      { ...asked, sent: '2026-03-02', by: '2026-03-20' },
      await voiceOf('en'),
    );
    expect(said.body).toContain('On 2026-03-02 I wrote');
    expect(said.body).toContain('Please answer by 2026-03-20.');
  });

  it('counts what a body says to nobody but the body', async () => {
    const timeline = [
      event('sent', '2026-03-02'),
      event('answer', '2026-03-05', { body: 'uk-fos', text: 'Too early' }),
    ];
    const { body } = followUpDraft(await material('en', { timeline }), asked, await voiceOf('en'));
    expect(body).toContain('I have had no answer so far.');
    expect(body).not.toContain('Too early');
  });
});

describe('a script for the phone', () => {
  it('opens, tells the facts, asks, and reads back; the caller is warned in their own language', async () => {
    const own = (await voiceOf('zh-CN')).words;
    const draft = phoneDraft(await material('en', { timeline: STORY }), await voiceOf('en'), own);
    expect(draft.body).toMatch(
      /^Hello, my name is 张三\. I am calling about a top-up that failed or did not arrive\.\nMay I have your name/,
    );
    expect(draft.body).toContain('The facts:\n- Account: 138****0001\n');
    expect(draft.body).toContain('- 2026-03-02: I wrote to you by e-mail');
    expect(draft.body.endsWith('May I read back what I have noted, so that we both have it right?')).toBe(true);
    expect(draft.more.map(({ id }) => id)).toEqual(['never', 'form']);
    for (const word of ['支付密码', '验证码', '助记词', '远程控制']) expect(draft.more[0]!.text).toContain(word);
    for (const word of ['日期', '对方姓名', '承诺', '受理编号']) expect(draft.more[1]!.text).toContain(word);
  });
});
