// Which body can be asked when, for a small region: the timeline alone decides.
import { describe, expect, it } from 'vitest';
import type { Region } from '../../src/knowledge/region.ts';
import { zoneOffsets } from '../../src/ledger/time.ts';
import type { CaseEvent } from '../../src/support/case-event.ts';
import { type Matter, standing } from '../../src/support/ladder.ts';
import { body } from './bodies.ts';

const REGION: Region = {
  id: 'uk',
  title: '',
  countries: ['GB'],
  timeZone: 'Europe/London',
  weekend: [0, 6],
  letters: ['en'],
  ladder: [
    body({ answers: { from: 'complaint', span: { count: 15, unit: 'business-days' }, sources: [] } }),
    body({
      id: 'uk-fos',
      kind: 'ombudsman',
      opens: [
        { from: 'final-answer', span: { count: 0, unit: 'days' }, sources: [] },
        { from: 'complaint', span: { count: 15, unit: 'business-days' }, sources: [] },
      ],
      closes: [{ from: 'final-answer', span: { count: 6, unit: 'months' }, sources: [] }],
      refuses: [
        { when: 'token', says: '', sources: [] },
        { when: 'unlicensed', says: '', sources: [] },
      ],
    }),
  ],
  rules: [],
  emergency: [],
  remarks: [],
  sources: [],
};
const zone = zoneOffsets('Europe/London');
const event = (id: string, kind: CaseEvent['kind'], at: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
  id,
  kind,
  at,
  recorded: at,
  ...more,
});
const complaint = event('e1', 'complaint', '2026-03-02T10:00:00Z', { body: 'provider' });
const refusal = event('e2', 'final-answer', '2026-03-10T10:00:00Z', { body: 'provider' });

function rung(id: string, timeline: CaseEvent[], now: string, more: Partial<Matter> = {}) {
  const matter: Matter = { timeline, happened: null, balance: 'fiat', licensed: 'yes', ...more };
  return standing(matter, REGION, zone, Date.parse(now)).find(({ body: { id: one } }) => one === id)!;
}

describe('an ombudsman', () => {
  it('says what must come first', () => {
    expect(rung('uk-fos', [], '2026-03-02T12:00:00Z')).toMatchObject({
      state: 'not-yet',
      from: null,
      missing: ['final-answer', 'complaint'],
    });
  });

  it('opens the day after the time for an answer is over, not on its last day', () => {
    expect(rung('uk-fos', [complaint], '2026-03-23T12:00:00Z')).toMatchObject({
      state: 'not-yet',
      from: { day: '2026-03-24', event: 'e1' },
    });
    expect(rung('uk-fos', [complaint], '2026-03-24T00:00:00Z').state).toBe('open');
  });

  it('opens with the final answer, and closes six months after it, that day included', () => {
    const timeline = [complaint, refusal];
    expect(rung('uk-fos', timeline, '2026-03-10T12:00:00Z')).toMatchObject({
      state: 'open',
      from: { day: '2026-03-10', event: 'e2' },
      until: { day: '2026-09-10', event: 'e2' },
    });
    expect(rung('uk-fos', timeline, '2026-09-10T20:00:00Z').state).toBe('closing');
    expect(rung('uk-fos', timeline, '2026-09-10T23:30:00Z').state).toBe('closed');
  });

  it('stays asked once it was', () => {
    const asked = event('e3', 'complaint', '2026-03-12T10:00:00Z', { body: 'uk-fos' });
    expect(rung('uk-fos', [complaint, refusal, asked], '2026-12-01T12:00:00Z')).toMatchObject({
      state: 'asked',
      asked: 'e3',
    });
  });

  it('may refuse a token balance, and does where the balance is known to be one', () => {
    const refused = (more: Partial<Matter>) =>
      rung('uk-fos', [], '2026-03-02T12:00:00Z', more).refuses.map(({ when, certain }) => [when, certain]);
    expect(refused({})).toEqual([]);
    expect(refused({ balance: 'unknown', licensed: 'no' })).toEqual([
      ['token', false],
      ['unlicensed', true],
    ]);
    expect(refused({ balance: 'token' })).toEqual([['token', true]]);
  });
});

describe('a time that counts from a complaint', () => {
  it('counts from the first message where none was made, and says so', () => {
    const mail = event('e1', 'sent', '2026-03-02T10:00:00Z');
    expect(rung('uk-fos', [mail], '2026-03-03T12:00:00Z').from).toMatchObject({
      day: '2026-03-24',
      since: 'first-contact',
    });
    const both = [mail, event('e2', 'complaint', '2026-03-05T10:00:00Z')];
    expect(rung('uk-fos', both, '2026-03-06T12:00:00Z').from).toMatchObject({ day: '2026-03-27', since: 'complaint' });
    expect(rung('provider', both, '2026-03-06T12:00:00Z').answerDue).toMatchObject({ day: '2026-03-26', event: 'e2' });
  });
});

describe('the provider', () => {
  it('can be asked at once, and owes an answer by a day of its own', () => {
    expect(rung('provider', [], '2026-03-02T12:00:00Z').state).toBe('open');
    expect(rung('provider', [complaint], '2026-03-05T12:00:00Z')).toMatchObject({
      state: 'asked',
      answerDue: { day: '2026-03-23', event: 'e1' },
    });
  });
});
