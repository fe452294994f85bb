// What a case calls for, day by day: the timeline alone decides, in the zone that counts.

import { describe, expect, it } from 'vitest';
import type { Deadline, Region } from '../../src/knowledge/region.ts';
import { zoneOffsets } from '../../src/ledger/time.ts';
import { dayNamed, isoDay, weekdayOf } from '../../src/support/calendar-days.ts';
import { type CaseEvent, CHANNELS, EVENT_KINDS } from '../../src/support/case-event.ts';
import type { CaseFacts } from '../../src/support/next-step.ts';
import { foremost, nextSteps } from '../../src/support/next-steps.ts';
import { fc } from '../properties.ts';
import { body } from './bodies.ts';

const after = (from: Deadline['from'], count: number, unit: Deadline['span']['unit']): Deadline => ({
  from,
  span: { count, unit },
  sources: [],
});
const REGION: Region = {
  id: 'uk',
  title: '',
  countries: ['GB'],
  timeZone: 'Europe/London',
  weekend: [0, 6],
  letters: ['en'],
  ladder: [
    body({ answers: after('complaint', 15, 'business-days') }),
    body({
      id: 'uk-fos',
      kind: 'ombudsman',
      opens: [after('final-answer', 0, 'days'), after('complaint', 15, 'business-days')],
      closes: [after('final-answer', 6, 'months')],
      answers: after('complaint', 90, 'days'),
      refuses: [{ when: 'token', says: '', sources: [] }],
    }),
    body({ id: 'uk-police', kind: 'police' }),
  ],
  rules: [],
  emergency: [],
  remarks: [],
  sources: [],
};
/** With a body that wants to be told within 60 days of what happened. */
const WITH_NOTICE: Region = {
  ...REGION,
  ladder: [...REGION.ladder, body({ id: 'uk-notice', kind: 'regulator', closes: [after('event', 60, 'days')] })],
};
const LONDON = zoneOffsets('Europe/London');
const SHANGHAI = zoneOffsets('Asia/Shanghai');

const event = (id: string, kind: CaseEvent['kind'], at: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
  id,
  kind,
  at,
  recorded: at,
  ...more,
});
const FACTS: CaseFacts = {
  id: 'c7',
  state: 'open',
  urgent: false,
  writes: true,
  drafts: [],
  amount: '500.00',
  currency: 'CNY',
  timeline: [],
  happened: null,
  balance: 'fiat',
  licensed: 'yes',
  emergency: { begun: false, open: [] },
};
const all = (facts: Partial<CaseFacts>, now: string, region: Region | null = null) =>
  nextSteps({ ...FACTS, ...facts }, region, { now: Date.parse(now), own: SHANGHAI, region: LONDON });
/** `overdue follow-up`, in order. */
const said = (timeline: CaseEvent[], now: string, region: Region | null = null, more: Partial<CaseFacts> = {}) =>
  all({ timeline, ...more }, now, region).map(({ kind, task }) => `${kind} ${task}`);

const mail = event('e1', 'sent', '2026-03-02T18:00:00+08:00', { channel: 'email' });

describe('before anything was sent', () => {
  it('the first message is to be written', () => {
    expect(all({}, '2026-03-02T12:00:00Z')).toMatchObject([
      { id: 'first-message-c7', kind: 'do', command: 'okhelp draft-email --case c7' },
    ]);
  });

  it('a draft that is written is to be sent, and then recorded', () => {
    expect(all({ drafts: [{ id: 'd3', kind: 'email' }] }, '2026-03-02T12:00:00Z')).toMatchObject([
      { id: 'send-draft-d3', kind: 'do', command: 'okhelp case log c7 sent --channel email' },
    ]);
  });

  it('a post in public does not take the place of the mail', () => {
    const drafts = [
      { id: 'd1', kind: 'email' },
      { id: 'd2', kind: 'social' },
    ] as const;
    expect(all({ drafts }, '2026-03-02T12:00:00Z')[0]?.id).toBe('send-draft-d1');
  });

  it('the steps of the outcome go first where no mail is called for yet', () => {
    expect(said([], '2026-03-02T12:00:00Z', null, { writes: false })).toEqual([
      'do outcome-steps',
      'may first-message',
    ]);
  });

  describe('danger goes first of all', () => {
    const now = '2026-03-02T12:00:00Z';
    const ticked = event('e1', 'step', '2026-03-02T10:00:00Z', { step: 'freeze' });
    const police = { id: 'police', place: 3, text: 'Report it' };

    it('until its list is begun or somebody has answered', () => {
      expect(said([], now, null, { urgent: true })[0]).toBe('do emergency');
      expect(said([mail, event('e2', 'answer', now)], now, null, { urgent: true })).not.toContain('do emergency');
    });

    it('and then with the steps that are open, however calm the outcome', () => {
      const begun = { emergency: { begun: true, open: [police] } };
      for (const urgent of [true, false])
        expect(all({ timeline: [ticked], urgent, ...begun }, now)[0]).toMatchObject({
          task: 'emergency',
          kind: 'do',
          because: { id: 'e1' },
          open: [police],
        });
    });

    it('may wait for what they ask for, once somebody has answered', () => {
      const emergency = { begun: true, open: [police] };
      const answered = said([ticked, mail, event('e2', 'documents-asked', now)], now, null, {
        urgent: true,
        emergency,
      });
      expect(answered).toContain('may emergency');
      expect(answered[0]).toBe('do send-documents');
    });

    it('until each is done or left out', () => {
      const emergency = { begun: true, open: [] };
      expect(said([ticked], now, null, { urgent: true, emergency })[0]).toBe('do first-message');
    });
  });
});

describe('24 hours after a mail', () => {
  it('and not a moment before, one follows up', () => {
    expect(all({ timeline: [mail] }, '2026-03-03T17:59:59+08:00')[0]).toMatchObject({
      task: 'await-answer',
      kind: 'wait',
      due: '2026-03-03T18:00:00+08:00',
    });
    expect(all({ timeline: [mail] }, '2026-03-03T18:00:00+08:00')[0]).toMatchObject({
      id: 'follow-up-e1',
      kind: 'overdue',
      because: { id: 'e1' },
      command: 'okhelp draft follow-up --case c7',
    });
  });

  it('are hours that passed, also in the night when the clocks change', () => {
    const evening = event('e1', 'sent', '2026-03-28T20:00:00+00:00');
    const clocks = { now: Date.parse('2026-03-29T20:30:00+01:00'), own: LONDON, region: LONDON };
    expect(nextSteps({ ...FACTS, timeline: [evening] }, null, clocks)[0]).toMatchObject({
      kind: 'wait',
      due: '2026-03-29T21:00:00+01:00',
    });
  });

  it('an answer ends the waiting, and a second silence leads to the complaint', () => {
    const answer = event('e2', 'answer', '2026-03-03T09:00:00+08:00');
    expect(said([mail, answer], '2026-03-05T00:00:00Z')).toEqual(['may complaint']);
    const again = event('e2', 'follow-up', '2026-03-04T09:00:00+08:00');
    expect(said([mail, again], '2026-03-04T12:00:00Z')).toEqual(['wait await-answer']);
    expect(said([mail, again], '2026-03-06T00:00:00Z')).toEqual(['do complaint']);
  });

  it('count for mail alone: of other channels no such time is known', () => {
    const chat = event('e1', 'sent', '2026-03-02T10:00:00Z', { channel: 'chat' });
    expect(said([chat], '2026-03-09T10:00:00Z')).toEqual(['may in-writing', 'may complaint']);
  });
});

describe('what was promised', () => {
  const call = event('e2', 'call', '2026-03-03T11:00:00+08:00', { promised: 'a refund', due: '2026-03-06' });

  it('holds until the end of its day where the person lives, and takes the place of the 24 hours', () => {
    expect(said([mail, call], '2026-03-06T23:59:00+08:00')).toEqual(['wait await-promise']);
    expect(said([mail, call], '2026-03-07T00:00:00+08:00')).toEqual(['overdue ask-promise', 'may complaint']);
  });

  it('is done with once they were heard of again', () => {
    const answer = event('e3', 'answer', '2026-03-05T09:00:00+08:00');
    expect(said([mail, call, answer], '2026-03-09T00:00:00Z')).toEqual(['may complaint']);
  });

  it('is done with once one has asked, after its day', () => {
    const asking = (at: string) => event('e3', 'follow-up', at);
    expect(said([mail, call, asking('2026-03-07T09:00:00+08:00')], '2026-03-07T10:00:00+08:00')).toEqual([
      'wait await-answer',
    ]);
    expect(said([mail, call, asking('2026-03-05T09:00:00+08:00')], '2026-03-07T10:00:00+08:00')[0]).toBe(
      'overdue ask-promise',
    );
  });

  it('documents that they want are to be sent, by the day that they named', () => {
    const asked = event('e2', 'documents-asked', '2026-03-03T09:00:00+08:00', { due: '2026-03-10' });
    expect(said([mail, asked], '2026-03-10T12:00:00+08:00')[0]).toBe('do send-documents');
    expect(said([mail, asked], '2026-03-11T12:00:00+08:00')[0]).toBe('overdue send-documents');
    const sent = event('e3', 'documents-sent', '2026-03-09T09:00:00+08:00');
    expect(said([mail, asked, sent], '2026-03-11T12:00:00+08:00')).toEqual(['may complaint']);
  });
});

describe('the complaint and the bodies of the region', () => {
  const complaint = event('e2', 'complaint', '2026-03-03T10:00:00Z', { body: 'provider' });

  it('wait for the time that the region gives, from the complaint and not from the first mail', () => {
    const steps = all({ timeline: [mail, complaint] }, '2026-03-05T12:00:00Z', REGION);
    expect(steps.map(({ task, due, from }) => [task, due ?? from])).toEqual([
      ['await-complaint', '2026-03-24'],
      ['ask-body', '2026-03-25'],
    ]);
  });

  it('wait until the day that the person named in the complaint, where one was named', () => {
    const named = { ...complaint, due: '2026-03-17' };
    expect(all({ timeline: [mail, named] }, '2026-03-17T12:00:00Z', REGION)[0]).toMatchObject({
      task: 'await-complaint',
      due: '2026-03-17',
    });
    expect(said([mail, named], '2026-03-18T12:00:00Z', REGION)[0]).toBe('overdue ask-complaint');
  });

  it('open the day after it, and the silence of the provider is said', () => {
    expect(said([mail, complaint], '2026-03-24T23:00:00Z', REGION)[0]).toBe('wait await-complaint');
    expect(said([mail, complaint], '2026-03-25T00:00:00Z', REGION)).toEqual(['overdue ask-complaint', 'may ask-body']);
  });

  it('are what is left when a reminder of the complaint has no answer either', () => {
    const reminder = event('e3', 'follow-up', '2026-03-26T10:00:00Z');
    const timeline = [mail, complaint, reminder];
    expect(said(timeline, '2026-03-26T12:00:00Z', REGION)).toEqual(['may ask-body', 'wait await-answer']);
    expect(said(timeline, '2026-03-28T12:00:00Z', REGION)).toEqual(['may ask-body']);
  });

  it('tell the last day after a final answer, the nearest first', () => {
    const final = event('e3', 'final-answer', '2026-03-10T10:00:00Z');
    const steps = all(
      { timeline: [mail, final], happened: '2026-02-01T10:00:00Z' },
      '2026-03-30T12:00:00Z',
      WITH_NOTICE,
    );
    expect(steps.map(({ id, until }) => [id, until])).toEqual([
      ['ask-body-uk-notice', '2026-04-02'],
      ['ask-body-uk-fos', '2026-09-10'],
      ['complaint-c7', null],
      ['close-c7', null],
    ]);
    expect(steps[1]?.command).toBe('okhelp draft complaint --case c7 --body uk-fos');
  });

  it('come last where by what is known they may not take it, and the police only where there is danger', () => {
    const final = event('e3', 'final-answer', '2026-03-10T10:00:00Z');
    const tasks = (balance: CaseFacts['balance']) =>
      said([mail, final], '2026-03-30T12:00:00Z', REGION, { balance }).map((one) => one.split(' ')[1]);
    expect(tasks('fiat')).toEqual(['ask-body', 'complaint', 'close']);
    expect(tasks('token')).toEqual(['complaint', 'ask-body', 'close']);
    expect(said([], '2026-03-30T12:00:00Z', REGION, { urgent: true })).toContain('may ask-body');
  });

  it('owe an answer too, once asked', () => {
    const asked = event('e3', 'complaint', '2026-03-26T10:00:00Z', { body: 'uk-fos' });
    expect(said([mail, complaint, asked], '2026-04-01T12:00:00Z', REGION)).toContain('wait await-body');
    expect(said([mail, complaint, asked], '2026-06-25T12:00:00Z', REGION)).toContain('overdue remind-body');
    const answer = event('e4', 'answer', '2026-05-01T10:00:00Z', { body: 'uk-fos' });
    expect(said([mail, complaint, asked, answer], '2026-06-25T12:00:00Z', REGION)).not.toContain('overdue remind-body');
  });
});

describe('money that came back', () => {
  const back = (amount: string, currency = 'CNY') =>
    event('e2', 'money-back', '2026-03-05T10:00:00Z', { amount, currency });

  it('in full leaves one thing to do', () => {
    expect(said([mail, back('500')], '2026-03-09T00:00:00Z')).toEqual(['do close']);
    expect(said([mail, back('200'), back('300.00')], '2026-03-09T00:00:00Z')).toEqual(['do close']);
  });

  it('in part, or in another currency, leaves the rest to ask for', () => {
    expect(said([mail, back('499.99')], '2026-03-09T00:00:00Z')).toEqual(['may complaint', 'may close']);
    expect(said([mail, back('500', 'USD')], '2026-03-09T00:00:00Z')).toEqual(['may complaint', 'may close']);
  });
});

describe('a case that was reopened', () => {
  const back = event('e2', 'money-back', '2026-03-05T10:00:00Z', { amount: '500', currency: 'CNY' });
  const closed = event('e3', 'closed', '2026-03-06T10:00:00Z', { result: 'solved' });
  const reopened = event('e4', 'reopened', '2026-04-06T10:00:00Z');

  it('begins anew with the provider, and the money that came back before does not settle it', () => {
    expect(said([mail, back, closed, reopened], '2026-04-07T10:00:00Z')).toEqual(['do first-message']);
  });

  it('keeps the deadlines that ran from before', () => {
    const final = event('e2', 'final-answer', '2026-03-10T10:00:00Z');
    const steps = all({ timeline: [mail, final, reopened] }, '2026-04-07T10:00:00Z', REGION);
    expect(steps.find(({ task }) => task === 'ask-body')?.until).toBe('2026-09-10');
  });

  it('does not offer to send a draft that was written before', () => {
    const timeline = [event('e1', 'drafted', '2026-03-02T10:00:00Z', { draft: 'd1' }), back, closed, reopened];
    const drafts = [{ id: 'd1', kind: 'email' as const }];
    expect(said(timeline, '2026-04-07T10:00:00Z', null, { drafts })).toEqual(['do first-message']);
    const again = [...timeline, event('e5', 'drafted', '2026-04-06T11:00:00Z', { draft: 'd2' })];
    const both = { drafts: [...drafts, { id: 'd2', kind: 'email' as const }] };
    expect(all({ timeline: again, ...both }, '2026-04-07T10:00:00Z')[0]?.id).toBe('send-draft-d2');
  });

  it('does not offer to send a draft that was sent', () => {
    const sent = { ...mail, draft: 'd1' };
    expect(said([sent, reopened], '2026-04-07T10:00:00Z', null, { drafts: [{ id: 'd1', kind: 'email' }] })).toEqual([
      'do first-message',
    ]);
  });
});

describe('the one step to name', () => {
  const named = (timeline: CaseEvent[], now: string) => foremost(all({ timeline }, now))?.task;

  it('is what is due, else what has a day, else what is possible', () => {
    const promise = event('e2', 'call', '2026-03-03T11:00:00+08:00', { due: '2026-03-06' });
    const back = event('e3', 'money-back', '2026-03-04T11:00:00+08:00', { amount: '1', currency: 'CNY' });
    const again = event('e4', 'follow-up', '2026-03-05T11:00:00+08:00');
    expect(named([mail], '2026-03-04T00:00:00Z')).toBe('follow-up');
    expect(named([mail, promise], '2026-03-04T00:00:00Z')).toBe('await-promise');
    expect(named([mail, back, again], '2026-03-05T12:00:00+08:00')).toBe('await-answer');
    expect(named([mail, back], '2026-03-05T12:00:00+08:00')).toBe('complaint');
    expect(foremost([])).toBeNull();
  });
});

describe('of any timeline', () => {
  const events = fc.array(
    fc.record({
      kind: fc.constantFrom(...EVENT_KINDS),
      minute: fc.integer({ min: 0, max: 200_000 }),
      channel: fc.option(fc.constantFrom(...CHANNELS), { nil: undefined }),
      body: fc.option(fc.constantFrom('provider', 'uk-fos', 'uk-notice'), { nil: undefined }),
      due: fc.option(
        fc.integer({ min: 20_500, max: 20_700 }).map((day) => isoDay(day)),
        { nil: undefined },
      ),
    }),
    { maxLength: 12 },
  );
  const timelineOf = (drawn: { minute: number; kind: CaseEvent['kind'] }[]): CaseEvent[] =>
    drawn
      .toSorted((a, b) => a.minute - b.minute)
      .map(({ minute, kind, ...more }, i) =>
        event(`e${i + 1}`, kind, new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString(), more),
      );

  it('the steps are unique, in order of need, and only an open case has any', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: 0, max: 400_000 }), (drawn, minute) => {
        const timeline = timelineOf(drawn);
        const now = new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString();
        const steps = all({ timeline }, now, WITH_NOTICE);
        expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
        const order = ['overdue', 'do', 'may', 'wait'];
        const ranks = steps.map(({ kind }) => order.indexOf(kind));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        expect(all({ timeline, state: 'closed' }, now, REGION)).toEqual([]);
      }),
    );
  });

  it('what is overdue was due before now, and what one waits for was not', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: 0, max: 400_000 }), (drawn, minute) => {
        const now = Date.UTC(2026, 0, 1) + minute * 60_000;
        for (const { kind, due, from, until } of all(
          { timeline: timelineOf(drawn) },
          new Date(now).toISOString(),
          REGION,
        )) {
          const instant = (text: string, end: boolean) =>
            text.length > 10 ? Date.parse(text) : Date.parse(`${text}T00:00:00Z`) + (end ? 86_400_000 : 0);
          // Days are days of London or Shanghai: nine hours of leeway to UTC's.
          if (kind === 'overdue') expect(instant(due!, true)).toBeLessThanOrEqual(now + 9 * 3_600_000);
          if (kind === 'wait' && due) expect(instant(due, true)).toBeGreaterThanOrEqual(now - 9 * 3_600_000);
          if (kind === 'wait' && from) expect(instant(from, false)).toBeGreaterThanOrEqual(now - 9 * 3_600_000);
          if (kind === 'may' && until) expect(instant(until, true)).toBeGreaterThanOrEqual(now - 9 * 3_600_000);
        }
      }),
    );
  });

  it('no business day falls on a weekend', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_450, max: 21_000 }), (day) => {
        const complaint = event('e1', 'complaint', `${isoDay(day)}T12:00:00Z`, { body: 'provider' });
        const [first] = all({ timeline: [complaint] }, `${isoDay(day)}T13:00:00Z`, REGION);
        expect([0, 6]).not.toContain(weekdayOf(dayNamed(first!.due!)!));
      }),
    );
  });
});

it('documents that were asked for are not due any more after the final answer', () => {
  const asked = event('e2', 'documents-asked', '2026-03-03T09:00:00+08:00', { due: '2026-03-04' });
  const refusal = event('e3', 'final-answer', '2026-03-05T09:00:00+08:00');
  expect(said([mail, asked], '2026-03-06T00:00:00Z', REGION)[0]).toBe('overdue send-documents');
  expect(said([mail, asked, refusal], '2026-03-06T00:00:00Z', REGION).join()).not.toContain('send-documents');
});

describe('a body that sets no waiting time', () => {
  const region = { ...REGION, ladder: [body({}), body({ id: 'cn-desk', kind: 'consumer-body' })] };

  it('is named once the provider answered, or owes an answer, and not on the first day', () => {
    expect(said([mail], '2026-03-03T12:00:00Z', region)).toEqual(['overdue follow-up', 'may complaint']);
    const answer = event('e2', 'answer', '2026-03-03T09:00:00+08:00');
    expect(said([mail, answer], '2026-03-03T12:00:00Z', region)).toEqual(['may complaint', 'may ask-body']);
    const again = event('e2', 'follow-up', '2026-03-04T09:00:00+08:00');
    expect(said([mail, again], '2026-03-06T00:00:00Z', region)).toEqual(['do complaint', 'may ask-body']);
  });

  it('is named after two weeks where a complaint has no answer and no rule sets a day for it, reminded or not', () => {
    const complaint = event('e2', 'complaint', '2026-03-05T09:00:00+08:00');
    expect(said([mail, complaint], '2026-03-19T12:00:00Z', region)).toEqual(['wait await-complaint']);
    expect(said([mail, complaint], '2026-03-20T12:00:00Z', region)).toEqual(['may ask-complaint', 'may ask-body']);
    const reminder = event('e3', 'follow-up', '2026-03-21T09:00:00+08:00');
    const reminded = [mail, complaint, reminder];
    expect(said(reminded, '2026-03-21T12:00:00Z', region)).toEqual(['may ask-body', 'wait await-answer']);
    expect(said(reminded, '2026-04-21T12:00:00Z', region)).toEqual(['may ask-body']);
    const answer = event('e4', 'documents-asked', '2026-03-22T09:00:00+08:00');
    expect(said([...reminded, answer], '2026-04-21T12:00:00Z', region)).toEqual(['do send-documents']);
  });
});
