// The questionnaire as a function of the answers: going back, changing one and resuming are all the same replay.
import { describe, expect, it } from 'vitest';
import type { Given } from '../../src/diagnosis/answers.ts';
import type { Facts } from '../../src/diagnosis/fact.ts';
import { replay } from '../../src/diagnosis/replay.ts';
import { candidatesNamed, diagnosisOf, offPath } from '../../src/diagnosis/result.ts';
import { SAMPLE } from './sample.ts';

const given = (answers: Record<string, string>, source: Given['source'] = 'asked'): Record<string, Given> =>
  Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, { value, source }]));

const walked = (answers: Record<string, string>, facts: Facts = {}) => {
  const { path, next, outcome } = replay(SAMPLE, facts, given(answers));
  return { path: path.map(({ question, answer }) => `${question.id}=${answer}`), to: next?.id ?? outcome?.id };
};

describe('the next question', () => {
  it('is the first one as long as nothing is answered', () => {
    expect(walked({})).toEqual({ path: [], to: 'topup-amount' });
  });

  it('follows from the answers, in whatever order they were given', () => {
    const answers = { 'topup-channel': 'bank', 'topup-debited': 'yes', 'topup-amount': '500.00' };
    expect(walked(answers)).toEqual({
      path: ['topup-amount=500.00', 'topup-debited=yes', 'topup-channel=bank'],
      to: 'trace',
    });
  });

  it('is asked again once its answer is taken away, and the later answers are still there', () => {
    expect(walked({ 'topup-amount': 'unknown', 'topup-channel': 'card' }).to).toBe('topup-debited');
    expect(walked({ 'topup-amount': 'unknown', 'topup-channel': 'card', 'topup-debited': 'yes' }).to).toBe('wait');
  });

  it('leaves answers aside that the path no longer comes by', () => {
    const answers = { 'topup-amount': 'unknown', 'topup-debited': 'no', 'topup-channel': 'card' };
    expect(walked(answers)).toEqual({ path: ['topup-amount=unknown', 'topup-debited=no'], to: 'retry' });
    expect(offPath(given(answers), replay(SAMPLE, {}, given(answers)))).toEqual(['topup-channel']);
  });

  it('passes over an answer that the question does not take any more', () => {
    expect(walked({ 'topup-amount': '1', 'topup-debited': 'perhaps' }).to).toBe('topup-debited');
  });

  it('does not take an answer from the object every map inherits from', () => {
    const problem = { ...SAMPLE, start: 'constructor', questions: [{ ...SAMPLE.questions[1]!, id: 'constructor' }] };
    expect(replay(problem, {}, {}).next?.id).toBe('constructor');
  });
});

describe('facts from the notes', () => {
  const facts: Facts = { 'failed-topup': { value: 'no', notes: ['n4'], fields: {} } };

  it('answer their question where nobody else did', () => {
    const { path, outcome } = replay(SAMPLE, facts, given({ 'topup-amount': '500.00' }));
    expect(path.at(-1)).toMatchObject({ answer: 'no', source: 'fact' });
    expect(outcome?.id).toBe('retry');
  });

  it('give way to what the person says', () => {
    expect(walked({ 'topup-amount': '1', 'topup-debited': 'yes' }, facts).to).toBe('topup-channel');
  });

  it('are left aside where their value is none of the choices', () => {
    const odd: Facts = { 'failed-topup': { value: 'less', notes: [], fields: {} } };
    expect(walked({ 'topup-amount': '1' }, odd).to).toBe('topup-debited');
  });
});

describe('where nobody can be asked', () => {
  it('open questions count as "I don\'t know" and are listed, not put on the path', () => {
    const { path, unanswered, outcome } = replay(SAMPLE, {}, given({ 'topup-debited': 'yes' }, 'flag'), {
      assumeUnknown: true,
    });
    expect(path.map(({ question }) => question.id)).toEqual(['topup-debited']);
    expect(unanswered.map(({ id }) => id)).toEqual(['topup-amount', 'topup-channel']);
    expect(outcome?.id).toBe('trace');
  });
});

describe('the outcome', () => {
  const stepsFor = (answers: Record<string, string>) => {
    const done = replay(SAMPLE, {}, given(answers), { assumeUnknown: true });
    const candidates = candidatesNamed('topup-failed', ['topup-failed']);
    return diagnosisOf({ problem: SAMPLE, candidates, named: 'flag', replay: done, facts: {}, fields: {} }).outcome
      .steps;
  };

  it('keeps only the lines that count for these answers', () => {
    expect(stepsFor({ 'topup-debited': 'yes', 'topup-channel': 'bank' })).toEqual(['for all', 'for bank']);
  });

  it('counts an unanswered question as "I don\'t know", and one never reached as nothing', () => {
    expect(stepsFor({ 'topup-debited': 'yes' })).toEqual(['for all', 'for no idea']);
  });

  it('counts any typed answer as given', () => {
    expect(stepsFor({ 'topup-amount': '500.00', 'topup-debited': 'yes', 'topup-channel': 'bank' })).toContain(
      'with an amount',
    );
  });
});

describe('content that leads nowhere', () => {
  it('is a fault, never an endless loop', () => {
    const [amount] = SAMPLE.questions;
    const loop = { ...SAMPLE, questions: [{ ...amount!, nextUnknown: 'topup-amount' }] };
    expect(() => replay(loop, {}, {}, { assumeUnknown: true })).toThrow('leads back to itself');
  });
});

describe('the candidates of a problem that was named', () => {
  it('are at least three, the named one with the whole score', () => {
    expect(candidatesNamed('login-problem', ['payment-failed', 'topup-failed', 'login-problem', 'other'])).toEqual([
      { problem: 'login-problem', score: 1 },
      { problem: 'payment-failed', score: 0 },
      { problem: 'topup-failed', score: 0 },
    ]);
  });
});
