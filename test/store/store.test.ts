// The store as its callers see it: what is written is read back exactly, and every change can be taken back.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint } from '../../src/ledger/fingerprint.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../host.ts';
import { note, units } from './notes.ts';

let folder: string;
let store: Store;
const now = () => Date.parse('2026-03-15T04:00:00Z');

beforeEach(async () => {
  folder = temporaryFolder();
  store = await openStore(folder, now);
});
afterEach(() => store.close());

const memos = () => store.notes.list().map(({ memo }) => memo);

describe('notes', () => {
  test('come back exactly as they were given, also after closing', async () => {
    const given = note({
      amount: '-0.000000000000000001',
      fee: '-0.5',
      balance: '123456789012345678.99',
      currency: 'ETH',
      memo: '咖啡 ☕️',
    });
    const [id] = store.notes.add([given], 'note add');
    store.close();
    store = await openStore(folder, now);
    expect(store.notes.get(id!)).toEqual({ ...given, id: 'n1', line: null });
  });

  test('are listed by time, then in the order of recording', () => {
    store.notes.add(
      [note({ time: '2026-03-02T00:00:00Z', memo: 'c' }), note({ memo: 'a' }), note({ memo: 'b' })],
      'note add',
    );
    expect(memos()).toEqual(['a', 'b', 'c']);
  });

  test('can be listed by account, currency and time, both ends included', () => {
    const [early, late] = ['2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z'];
    store.notes.add([note({ time: early }), note({ time: late, account: 'euro', currency: 'EUR' })], 'note add');
    const found = (filter: object) => store.notes.list(filter).map(({ id }) => id);
    expect(found({ account: 'euro' })).toEqual(['n2']);
    expect(found({ currency: 'CNY' })).toEqual(['n1']);
    expect(found({ since: Date.parse(early), until: Date.parse(early) })).toEqual(['n1']);
    expect(found({ since: Date.parse(early) + 1 })).toEqual(['n2']);
  });

  test('keep no control characters, and line breaks as spaces', () => {
    store.notes.add([note({ memo: ' two\r\nlines\tand \u001b[31mred\u001b[0m\u0007 ' })], 'note add');
    expect(memos()).toEqual(['two lines and red']);
  });

  test('that do not exist are null, or an error where one is to be changed', () => {
    expect(store.notes.get('n1')).toBeNull();
    expect(store.notes.get('all')).toBeNull();
    expect(() => store.notes.edit('n1', { memo: 'x' }, 'note edit')).toThrow('unknown-note');
  });

  test('are removed together or not at all', () => {
    store.notes.add([note()], 'note add');
    expect(() => store.notes.remove(['n1', 'n9'], 'note remove')).toThrow('unknown-note');
    expect(store.notes.count()).toBe(1);
  });
});

describe('undo', () => {
  test('takes back one change after the other, the last one first', () => {
    store.notes.add([note({ memo: 'first' })], 'note add');
    store.notes.edit('n1', { memo: 'edited', amount: units('-22.00') }, 'note edit n1');
    store.notes.remove(['n1'], 'note remove n1');
    expect(memos()).toEqual([]);
    expect(store.notes.undo()).toMatchObject({ label: 'note remove n1', removed: 1, notes: ['n1'] });
    expect(memos()).toEqual(['edited']);
    expect(store.notes.undo()).toMatchObject({ label: 'note edit n1', edited: 1, at: '2026-03-15T04:00:00.000Z' });
    expect(store.notes.get('n1')).toEqual({ ...note({ memo: 'first' }), id: 'n1', line: null });
    expect(store.notes.undo()).toMatchObject({ added: 1, edited: 0, removed: 0 });
    expect(memos()).toEqual([]);
    expect(store.notes.undo()).toBeNull();
  });

  test('takes back several corrections as one change, in reverse', () => {
    store.notes.add([note({ memo: 'a' }), note({ memo: 'b' })], 'note add');
    store.notes.together('check --fix', () => {
      store.notes.edit('n1', { memo: 'a2' }, 'unused');
      store.notes.edit('n1', { memo: 'a3' }, 'unused');
      store.notes.remove(['n2'], 'unused');
      store.notes.add([note({ memo: 'c' })], 'unused');
    });
    expect(memos()).toEqual(['a3', 'c']);
    expect(store.notes.lastChange()).toMatchObject({ label: 'check --fix', added: 1, edited: 1, removed: 1 });
    store.notes.undo();
    expect(memos()).toEqual(['a', 'b']);
  });

  test('leaves nothing half-done where one of several corrections fails', () => {
    store.notes.add([note({ memo: 'a' })], 'note add');
    const fix = () =>
      store.notes.together('check --fix', () => {
        store.notes.edit('n1', { memo: 'a2' }, 'unused');
        store.notes.remove(['n9'], 'unused');
      });
    expect(fix).toThrow('unknown-note');
    expect(memos()).toEqual(['a']);
    expect(store.notes.lastChange()).toMatchObject({ label: 'note add' });
  });

  test('never gives the number of a note that was taken back to another', () => {
    store.notes.add([note()], 'note add');
    store.notes.undo();
    expect(store.notes.add([note()], 'note add')).toEqual(['n2']);
  });
});

describe('known fingerprints', () => {
  const row = note({ memo: 'coffee' });
  const known = () => store.notes.known([fingerprint(row)]).get(fingerprint(row));

  test('count how often a row was recorded', () => {
    expect(known()).toBe(0);
    store.notes.add([row, row, note({ memo: 'tea' })], 'note import a.csv');
    expect(known()).toBe(2);
  });

  test('still count an edited note, as it was and as it is, and a removed one', () => {
    const edited = { ...row, memo: 'latte' };
    store.notes.add([row], 'note import a.csv');
    store.notes.edit('n1', { memo: 'latte' }, 'note edit n1');
    expect(known()).toBe(1);
    expect(store.notes.known([fingerprint(edited)]).get(fingerprint(edited))).toBe(1);
    store.notes.remove(['n1'], 'note remove n1');
    expect(known()).toBe(1);
    expect(store.notes.removed([fingerprint(row)]).get(fingerprint(row))).toBe(1);
  });

  test('forget a note whose recording was taken back', () => {
    store.notes.add([row], 'note import a.csv');
    store.notes.undo();
    expect(known()).toBe(0);
  });
});

describe('cases', () => {
  const asking = {
    problem: 'topup-failed' as const,
    state: 'asking' as const,
    answers: { 'topup-debited': 'yes' },
    sources: { 'topup-debited': 'asked' },
    fields: { amount: '100.00' },
    outcome: null,
  };

  test('are kept with their answers, and found by number and by state', () => {
    const saved = store.cases.save(asking);
    expect(saved).toEqual({
      ...asking,
      id: 'c1',
      created: '2026-03-15T04:00:00.000Z',
      updated: '2026-03-15T04:00:00.000Z',
    });
    store.cases.save({ ...asking, state: 'open', outcome: 'ask-support' });
    expect(store.cases.get('c1')).toEqual(saved);
    expect(store.cases.latest()?.id).toBe('c2');
    expect(store.cases.latest('asking')).toEqual(saved);
  });

  test('can be updated and discarded', () => {
    store.cases.save(asking);
    store.cases.update('c1', { ...asking, state: 'open', outcome: 'wait' });
    expect(store.cases.get('c1')).toMatchObject({ state: 'open', outcome: 'wait' });
    store.cases.discard('c1');
    expect(store.cases.get('c1')).toBeNull();
    expect(() => store.cases.update('c1', asking)).toThrow('unknown-case');
  });
});

describe('the file', () => {
  test('is not made by reading', () => {
    expect(store.notes.list()).toEqual([]);
    expect(store.notes.undo()).toBeNull();
    expect(existsSync(join(folder, 'okhelp.db'))).toBe(false);
  });

  test('and its folder are for their owner only, and so are the files beside it', async () => {
    const inner = join(folder, 'a', 'b');
    const made = await openStore(inner, now);
    made.notes.add([note()], 'note add');
    const modes = readdirSync(inner).map((name) => [name, statSync(join(inner, name)).mode & 0o777]);
    expect(statSync(inner).mode & 0o777).toBe(0o700);
    expect(
      modes.every(([, mode]) => mode === 0o600),
      JSON.stringify(modes),
    ).toBe(true);
    made.close();
  });
});
