// The first chat message is short whatever the case holds, and what does not fit stands in the second.

import { describe, expect, it } from 'vitest';
import { PROBLEM_IDS } from '../../../src/knowledge/content.ts';
import { CHAT_LIMIT, chatDraft, lengthOf } from '../../../src/support/channels/chat.ts';
import { fc } from '../../properties.ts';
import { sampleProblem } from '../draft-sample.ts';
import { event, LANGUAGES, material, voiceOf } from './sample.ts';

describe.each(LANGUAGES)('the first message in %s', (language) => {
  it('has fewer than 500 characters, whatever is known and however long', async () => {
    const voice = await voiceOf(language);
    const long = fc.string({ unit: fc.constantFrom('a', '7', '账', '😀', ' ', '\n'), maxLength: 900 });
    const fields = fc.record({
      account: long,
      transaction: long,
      errorMessage: long,
      errorCode: long,
      counterparty: long,
    });
    await fc.assert(
      fc.asyncProperty(fields, long, fc.constantFrom(...PROBLEM_IDS), async (extra, reference, id) => {
        const known = { time: '2026-03-01T09:00:00+08:00', amount: '500.00', currency: 'CNY', ...extra };
        const problem = sampleProblem(language, id);
        const timeline = [event('answer', '2026-03-02', { reference })];
        const draft = chatDraft(
          await material(language, { input: { fields: known, problem }, timeline }),
          voice,
          voice.words,
        );
        expect(lengthOf(draft.body)).toBeLessThan(CHAT_LIMIT);
        // What belongs to every message is there in any case.
        expect(draft.body.startsWith(voice.words.chat.spoken.opening(voice.words.kinds[id]))).toBe(true);
        const { request, requestAgain } = voice.words.chat.spoken;
        expect([request, requestAgain].filter((words) => draft.body.includes(words))).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves a fact out whole rather than cutting it', async () => {
    const voice = await voiceOf(language);
    const transaction = `0x${'ab12'.repeat(150)}`;
    const { body, more } = chatDraft(
      await material(language, { input: { fields: { transaction, errorCode: 'E102' } } }),
      voice,
      voice.words,
    );
    expect(body).not.toContain('0xab');
    expect(body).toContain('E102');
    expect(more[0]!.text).toContain(transaction);
  });
});

describe('a chat', () => {
  it('tells the clerk in one breath what finds the entry', async () => {
    const voice = await voiceOf('en');
    const { body } = chatDraft(await material('en'), voice, voice.words);
    expect(body).toBe(
      'Hello, I need help with a top-up that failed or did not arrive. Transaction ID: T20260301A7. Time: 2026-03-01 09:00 (UTC+08:00). Amount: 500.00 CNY. Account: 138****0001. Error code: E102. Error message: bank refused. Please look into it, and give me a case number. I can send you the details.',
    );
  });

  it('asks for no case number where they gave one', async () => {
    const voice = await voiceOf('en');
    const timeline = [event('call', '2026-03-02', { reference: 'CS-20417' })];
    const { body } = chatDraft(await material('en', { timeline }), voice, voice.words);
    expect(body).toContain('CS-20417');
    expect(body).toContain('Please look into it, and tell me where it stands.');
  });

  it('keeps my own reference to myself, and answers in the second message', async () => {
    const voice = await voiceOf('zh-CN');
    const draft = chatDraft(await material('zh-CN'), voice, voice.words);
    expect(draft.body + draft.more[0]!.text).not.toContain('c7');
    expect(draft.more[0]!.text).toContain('银行账户有没有扣款？有');
    expect(draft.more[0]!.text).toContain('请告知这笔充值失败的原因');
  });

  it('takes secrets out of both', async () => {
    const voice = await voiceOf('en');
    const fields = { errorMessage: 'Card 4111 1111 1111 1111 declined, CVV 123' };
    const draft = chatDraft(await material('en', { input: { fields } }), voice, voice.words);
    expect(draft.body + draft.more[0]!.text).not.toMatch(/4111 1111|CVV 123/);
    expect(draft.redactions.map(({ kind }) => kind).sort()).toEqual(['card-number', 'cvv']);
  });

  it('is the second message alone where that is asked for', async () => {
    const voice = await voiceOf('en');
    const draft = chatDraft(await material('en'), voice, voice.words, true);
    expect(draft.body).toMatch(/^Here are the details\./);
    expect(draft.more).toEqual([]);
  });
});
