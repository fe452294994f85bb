// What hangs on a case, in a store of its own: kept, in order, gone with its case.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { NewCase, Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../host.ts';

const CASE: NewCase = { problem: 'topup-failed', state: 'open', answers: {}, sources: {}, fields: {}, outcome: 'x' };
let folder: string;
let clock: number;
let store: Store;

beforeEach(async () => {
  folder = temporaryFolder();
  clock = Date.parse('2026-03-02T10:00:00Z');
  store = await openStore(folder, () => clock);
});
afterEach(() => store.close());

async function reopened(): Promise<Store> {
  store.close();
  store = await openStore(folder, () => clock);
  return store;
}

describe('the timeline of a case', () => {
  it('is in order of what happened, then of recording, with the offset of each entry', async () => {
    store.cases.save(CASE);
    store.cases.log('c1', { kind: 'answer', at: '2026-03-05T09:00:00+08:00', body: 'provider', text: '请稍候' });
    store.cases.log('c1', { kind: 'sent', at: '2026-03-02T18:30:00+08:00', channel: 'email', to: 'help@example.org' });
    const { cases } = await reopened();
    expect(cases.timeline('c1')).toEqual([
      {
        id: 'e2',
        kind: 'sent',
        at: '2026-03-02T18:30:00+08:00',
        recorded: '2026-03-02T10:00:00.000Z',
        channel: 'email',
        to: 'help@example.org',
      },
      {
        id: 'e1',
        kind: 'answer',
        at: '2026-03-05T09:00:00+08:00',
        recorded: '2026-03-02T10:00:00.000Z',
        body: 'provider',
        text: '请稍候',
      },
    ]);
  });

  it('counts as a change of the case, so that the case comes first in the list', () => {
    store.cases.save(CASE);
    clock += 1000;
    store.cases.save({ ...CASE, problem: 'payment-failed' });
    expect(store.cases.list().map(({ id }) => id)).toEqual(['c2', 'c1']);
    clock += 1000;
    store.cases.log('c1', { kind: 'remark', at: '2026-03-02T10:00:00Z', text: 'x' });
    expect(store.cases.list().map(({ id }) => id)).toEqual(['c1', 'c2']);
  });

  it('gives an entry back, but only of its own case', () => {
    store.cases.save(CASE);
    store.cases.save(CASE);
    store.cases.log('c1', { kind: 'remark', at: '2026-03-02T10:00:00Z', text: 'x' });
    expect(store.cases.unlog('c2', 'e1')).toBe(false);
    expect(store.cases.unlog('c1', 'e1')).toBe(true);
    expect(store.cases.timeline('c1')).toEqual([]);
  });

  it('is not there for a case that is not there', () => {
    expect(() => store.cases.timeline('c9')).toThrow(expect.objectContaining({ code: 'unknown-case' }));
    expect(() => store.cases.log('c9', { kind: 'remark', at: '2026-03-02T10:00:00Z' })).toThrow(
      expect.objectContaining({ code: 'unknown-case' }),
    );
  });

  it('several writes are kept together or not at all', () => {
    store.cases.save(CASE);
    expect(() =>
      store.cases.together(() => {
        store.cases.log('c1', { kind: 'closed', at: '2026-03-02T10:00:00Z', result: 'solved' });
        store.cases.setState('c1', 'closed');
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(store.cases.timeline('c1')).toEqual([]);
    expect(store.cases.get('c1')?.state).toBe('open');
  });
});

describe('drafts and evidence', () => {
  const draft = { kind: 'email', language: 'en', subject: 'Top-up failed', body: 'Dear …' } as const;
  const file = { name: 'a.png', path: '/home/me/a.png', bytes: 3, sha256: 'ab'.repeat(32), memo: 'the screen' };

  it('are kept with their case', async () => {
    store.cases.save(CASE);
    store.cases.addDraft('c1', draft);
    store.cases.addEvidence('c1', file);
    const { cases } = await reopened();
    const created = '2026-03-02T10:00:00.000Z';
    expect(cases.drafts('c1')).toEqual([{ id: 'd1', ...draft, created }]);
    expect(cases.evidence('c1')).toEqual([{ id: 'f1', ...file, added: created }]);
    expect(cases.removeEvidence('c1', 'f1')).toBe(true);
    expect(cases.evidence('c1')).toEqual([]);
  });

  it('go with the case when it is deleted', () => {
    store.cases.save(CASE);
    store.cases.addDraft('c1', draft);
    store.cases.addEvidence('c1', file);
    store.cases.log('c1', { kind: 'remark', at: '2026-03-02T10:00:00Z' });
    store.cases.discard('c1');
    // The numbers of rows are never given twice, so what a new case shows can only be its own.
    store.cases.save(CASE);
    expect(store.cases.get('c1')).toBeNull();
    expect(store.cases.drafts('c2')).toEqual([]);
    expect(store.cases.timeline('c2')).toEqual([]);
  });
});

describe('saved contacts', () => {
  it('are listed as they were saved, and forgotten', async () => {
    const contact = { kind: 'email', value: 'help@example.org', found: 'in the app, under Help', memo: '' } as const;
    store.contacts.save(contact);
    const { contacts } = await reopened();
    expect(contacts.list()).toEqual([{ id: 'k1', ...contact, saved: '2026-03-02T10:00:00.000Z' }]);
    expect(contacts.remove('k1')).toBe(true);
    expect(contacts.remove('k1')).toBe(false);
    expect(contacts.list()).toEqual([]);
  });
});
