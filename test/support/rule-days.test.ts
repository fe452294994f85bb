// Until when a rule wants the provider told: counted from the event, in the region's days, until somebody told it.
import { describe, expect, it } from 'vitest';
import type { Region, Rule } from '../../src/knowledge/region.ts';
import { zoneOffsets } from '../../src/ledger/time.ts';
import type { CaseEvent } from '../../src/support/case-event.ts';
import type { Matter } from '../../src/support/ladder.ts';
import { step } from '../../src/support/next-step.ts';
import { remindersOf } from '../../src/support/reminders.ts';
import { ruleDays, withRuleDays } from '../../src/support/rule-days.ts';

const RULE: Rule = {
  id: 'notice-60',
  name: 'Rule of 60 days',
  says: '',
  holds: { balance: 'fiat', provider: 'licensed' },
  problems: ['duplicate-charge'],
  closes: [{ from: 'event', span: { count: 60, unit: 'days' }, sources: ['law'] }],
  sources: ['law'],
};
const REGION: Region = {
  id: 'us',
  title: '',
  countries: ['US'],
  timeZone: 'America/New_York',
  weekend: [0, 6],
  letters: ['en'],
  ladder: [],
  rules: [RULE],
  emergency: [],
  remarks: [],
  sources: [],
};
const event = (kind: CaseEvent['kind'], at: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
  id: 'e1',
  kind,
  at,
  recorded: at,
  ...more,
});
/** 1 March, late in the evening in New York: the 60th day is 30 April. */
const MATTER: Matter = { timeline: [], happened: '2026-03-02T02:00:00Z', balance: 'fiat', licensed: 'yes' };
const days = (more: Partial<Matter>, now = '2026-03-10T12:00:00Z', problem = 'duplicate-charge' as const) =>
  ruleDays({ ...MATTER, ...more }, problem, REGION, zoneOffsets('America/New_York'), Date.parse(now));

describe('the last day to tell the provider', () => {
  it('counts from the event in the days of the region, and is near in its last two weeks', () => {
    expect(days({})).toMatchObject([{ until: '2026-04-30', near: false, over: false, doubts: [] }]);
    expect(days({}, '2026-04-17T12:00:00Z')).toMatchObject([{ near: true }]);
    expect(days({}, '2026-05-01T03:59:00Z')).toMatchObject([{ over: false }]);
    expect(days({}, '2026-05-01T04:01:00Z')).toMatchObject([{ over: true, near: false }]);
  });

  it('is met by a message, a call or a complaint in time, not by a post or a word to another body', () => {
    const met = (timeline: CaseEvent[]) => days({ timeline }, '2026-05-20T12:00:00Z').length === 0;
    for (const kind of ['sent', 'call', 'complaint'] as const)
      expect(met([event(kind, '2026-03-03T09:00:00Z')])).toBe(true);
    expect(met([event('sent', '2026-03-03T09:00:00Z', { channel: 'social' })])).toBe(false);
    expect(met([event('complaint', '2026-03-03T09:00:00Z', { body: 'us-cfpb' })])).toBe(false);
    expect(met([event('remark', '2026-03-03T09:00:00Z')])).toBe(false);
    expect(days({ timeline: [event('sent', '2026-05-02T09:00:00Z')] }, '2026-05-03T12:00:00Z')).toMatchObject([
      { over: true },
    ]);
  });

  it('has no day where nobody knows when it happened, and says so', () => {
    for (const happened of [null, 'last week'])
      expect(days({ happened })).toMatchObject([{ until: null, over: false }]);
  });

  it('is not spoken of where the rule does not hold, and doubted where that is not known', () => {
    expect(days({ balance: 'token' })).toEqual([]);
    expect(days({ licensed: 'no' })).toEqual([]);
    expect(days({ balance: 'unknown', licensed: 'unknown' })[0]?.doubts).toEqual(['fiat', 'licensed']);
    expect(ruleDays(MATTER, 'login-problem', REGION, zoneOffsets('UTC'), Date.parse('2026-03-10T12:00:00Z'))).toEqual(
      [],
    );
  });
});

describe('a step that tells the provider', () => {
  it('carries the day and the rule; another step does not', () => {
    const steps = [step('first-message', 'do', 'c7'), step('await-promise', 'wait', 'e2')];
    const [message, promise] = withRuleDays(steps, days({}));
    expect(message).toMatchObject({ until: '2026-04-30', rules: [{ rule: { id: 'notice-60' } }] });
    expect(promise).toMatchObject({ until: null, rules: [] });
  });

  it('carries none once the day is over', () => {
    const [message] = withRuleDays([step('first-message', 'do', 'c7')], days({}, '2026-06-01T12:00:00Z'));
    expect(message).toMatchObject({ until: null, rules: [] });
  });

  it('goes into the calendar under the name of the rule', () => {
    const steps = withRuleDays([step('send-draft', 'do', 'd1')], days({}));
    expect(remindersOf(steps, Date.parse('2026-03-10T12:00:00Z'), () => 0)).toEqual([
      {
        topic: 'rule-closes',
        day: '2026-04-30',
        mark: 'rule-closes-notice-60',
        due: null,
        early: true,
        name: 'Rule of 60 days',
      },
    ]);
  });
});
