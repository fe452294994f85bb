// What is public tells nobody who it is about, whatever the case holds.

import { describe, expect, it } from 'vitest';
import { MAIL_FIELDS, PROBLEM_IDS } from '../../../src/knowledge/content.ts';
import { EVENT_KINDS } from '../../../src/support/case-event.ts';
import { forumDraft } from '../../../src/support/channels/forum.ts';
import { magnitudeOf, publicReference, withoutIdentity } from '../../../src/support/channels/public-facts.ts';
import { socialDraft } from '../../../src/support/channels/social.ts';
import { fc } from '../../properties.ts';
import { sampleProblem } from '../draft-sample.ts';
import { event, LANGUAGES, material, voiceOf } from './sample.ts';

const person = fc.constantFrom('Zhang Weimin', '张伟民', 'María-José Quintana', 'Okonkwo Adaeze', '欧阳靖宇');
const account = fc.oneof(
  fc.stringMatching(/^1[3-9]\d{9}$/),
  fc.stringMatching(/^[a-z]{4,9}\.[a-z]{4,9}@mail\.example$/),
  fc.stringMatching(/^U-\d{6}$/),
);
const hash = fc.stringMatching(/^(0x[0-9a-f]{40}|[0-9a-f]{64}|T[A-Z]{2}\d{11})$/);
const amount = fc
  .bigInt({ min: 10001n, max: 99_999_999n })
  .map((cents) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`);
const address = fc.constantFrom('Flat 12B, 48 Nathan Road, Kowloon', '浦东新区世纪大道1788号3楼', 'Rue des Lilas 27');
const time = fc
  .date({ min: new Date('2026-01-05T00:00:00Z'), max: new Date('2026-03-10T00:00:00Z'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}+08:00`);

const TICKETS = ['CS-20417', '884213', '#A-77/3'];

/** A case full of what is nobody else's business. */
const secretLife = fc.record({
  name: person,
  other: person,
  account,
  transaction: hash,
  amount,
  address,
  time,
  memo: fc.tuple(person, address, account).map((parts) => parts.join(', ')),
  /** What was logged as the case number: one, or a slip: something else of this case. */
  ticket: fc.constantFrom(...TICKETS, 'account', 'transaction', 'name', 'other', 'amount', 'address', 'time', 'from'),
  from: fc.stringMatching(/^[a-z]{5,9}@home\.example$/),
  problem: fc.constantFrom(...PROBLEM_IDS),
  kinds: fc.uniqueArray(fc.constantFrom(...EVENT_KINDS), { minLength: 1, maxLength: 3 }),
});
type Life = typeof secretLife extends fc.Arbitrary<infer T> ? T : never;

const referenceOf = ({ ticket, ...life }: Life) =>
  ((life as Record<string, unknown>)[ticket] as string | undefined) ?? ticket;

function given(life: Life, language: 'en' | 'zh-CN') {
  const { name, other, account, transaction, amount, address, time, memo, from, problem, kinds } = life;
  const reference = referenceOf(life);
  const texts = { to: account, with: other, promised: memo, text: memo, amount, currency: 'CNY' };
  return {
    input: {
      problem: sampleProblem(language, problem),
      name,
      from,
      caseId: 'c4711',
      tried: [`${name} ${account} ${amount} ${transaction} ${time.slice(0, 10)} ${from}`],
      answers: [
        { question: 'Where?', answer: address },
        { question: 'Who?', answer: memo, own: true },
      ],
      fields: {
        account,
        time,
        amount,
        currency: 'CNY',
        transaction,
        counterparty: other,
        errorCode: account,
        errorMessage: memo,
      },
    },
    timeline: kinds.flatMap((kind) => [
      event(kind, time, { ...texts, reference }),
      event(kind, time, { ...texts, body: 'uk-fos', reference }),
    ]),
  };
}

/** The values that must not be found, also without their spaces and signs. */
function leaks(text: string, { ticket, problem: _, kinds: __, time, ...life }: Life): string[] {
  const bare = (value: string) =>
    value
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  const values = [
    ...Object.values(life),
    ...life.name.split(/[ -]/),
    time,
    time.slice(0, 10),
    time.slice(11, 16),
    'c4711',
  ];
  const shown = TICKETS.includes(ticket) ? text.replace(ticket, '') : text;
  return values.filter(
    (value) => shown.includes(value) || (bare(value).length >= 6 && bare(shown).includes(bare(value))),
  );
}

describe.each(LANGUAGES)('in %s, whatever the case holds', (language) => {
  it('the post to the company names company, problem and case number alone', async () => {
    const voice = await voiceOf(language);
    await fc.assert(
      fc.asyncProperty(secretLife, async (life) => {
        const draft = socialDraft(await material(language, given(life, language)), voice);
        expect(leaks(draft.body, life)).toEqual([]);
        expect([...draft.body].length).toBeLessThanOrEqual(280);
        // Every word of it is accounted for.
        const { spoken } = voice.words.social;
        const kind = voice.words.kinds[life.problem];
        const shown = TICKETS.includes(life.ticket) ? [spoken.reference(life.ticket)] : [];
        const told = life.kinds.some((one) => ['sent', 'call', 'complaint'].includes(one));
        const opening = (told ? spoken.reported : spoken.post)('OKPay', kind);
        expect(draft.body).toBe([opening, ...shown, spoken.answer].join(voice.words.gap));
      }),
      { numRuns: 100 },
    );
  });

  it('the post in a forum has neither names nor accounts, transactions, times or exact amounts', async () => {
    const voice = await voiceOf(language);
    await fc.assert(
      fc.asyncProperty(secretLife, async (life) => {
        const draft = forumDraft(await material(language, given(life, language)), voice);
        expect(leaks(`${draft.subject}\n${draft.body}`, life)).toEqual([]);
        // No day of the calendar, no number longer than the hundred thousand of the largest size.
        expect(draft.body.replace('100,000', '')).not.toMatch(/\d{4}|\d{1,2}:\d{2}/);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the case number that is shown', () => {
  const shown = async (reference: string, fields = {}) =>
    publicReference(
      await material('en', { input: { fields }, timeline: [event('answer', '2026-03-02', { reference })] }),
    );

  it.each(['CS-20417', '884213', '#A-77/3', 'INC0012345', '2026-000451'])('%s', async (reference) => {
    expect(await shown(reference)).toEqual({ reference, hidden: false });
  });

  it.each([
    ['a telephone number', '13800000001'],
    ['a mail address', 'zhang@example.org'],
    ['a date', '2026-03-01'],
    ['a name', 'Zhang Weimin'],
    ['an amount', '500.00'],
    ['a wallet', '0x52908400098527886E0F7030069857D2E4169EE7'],
    ['an account number in bank form', 'GB29NWBK60161331926819'],
    ['an identity number', '11010519491231002X'],
    ['a sentence', 'ask for 884213'],
    ['markup', '<b>1</b>'],
  ])('is not %s', async (_, reference) => expect(await shown(reference)).toEqual({ reference: null, hidden: true }));

  it('is not the account or the transaction of the case under another name', async () => {
    expect(await shown('u2207', { account: 'U-2207' })).toMatchObject({ reference: null });
    expect(await shown('884213', { transaction: 'TX-884213-A' })).toMatchObject({ reference: null });
  });

  it("is the provider's, not that of a public body", async () => {
    const timeline = [event('answer', '2026-03-02', { body: 'uk-fos', reference: 'FOS-1234' })];
    expect(publicReference(await material('en', { timeline }))).toEqual({ reference: null, hidden: false });
  });
});

describe('a post in a forum', () => {
  it('counts the days from the first, and says what came when', async () => {
    const voice = await voiceOf('en');
    const timeline = [
      event('sent', '2026-03-02', { channel: 'email' }),
      event('documents-asked', '2026-03-05'),
      event('complaint', '2026-03-20', { body: 'uk-fos' }),
    ];
    const { body } = forumDraft(await material('en', { timeline }), voice);
    expect(body).toContain(
      '- Day 1: it happened\n- Day 2: I wrote to support\n- Day 5: support asked for documents\n- Day 20: I turned to a public body',
    );
    expect(body).toContain('- Amount: hundreds of CNY (rounded on purpose)\n- Error code: E102\n');
  });

  it('keeps what was tried, but for what could lead to somebody', () => {
    const clean = (text: string) => withoutIdentity(text, ['Li Lei', '138****0001'], '[…]');
    expect(clean('Tried again with a smaller amount')).toBe('Tried again with a smaller amount');
    expect(clean('Asked Li  Lei (li.lei@example.org) on 2026-03-01 at 9:30 about ¥1,250.50')).not.toMatch(
      /Li|@|2026|9:30|250/,
    );
    expect(clean('请李雷 3月1日 打 13800000001')).toBe('请李雷 […] 打 […]');
    expect(withoutIdentity('问过𠮷田先生', ['𠮷田'], '[…]')).toBe('问过[…]先生');
    expect(clean('see https://t.me/helpdesk')).toBe('see […]');
  });
});

describe('the size of an amount', () => {
  it.each([
    ['0.0005', 'under-1'],
    ['-9.99', 'under-10'],
    ['10', 'tens'],
    ['999.99', 'hundreds'],
    ['1000', 'thousands'],
    ['99999.99', 'ten-thousands'],
    ['100000', 'more'],
  ])('of %s is %s', (amount, size) => expect(magnitudeOf(amount)).toBe(size));

  it('is not guessed', () => expect(magnitudeOf('about 500')).toBeNull());

  it('needs all mail fields to be thought of', () => expect(MAIL_FIELDS).toHaveLength(8));
});
