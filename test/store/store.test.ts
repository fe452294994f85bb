// The store as its callers see it: what is written is read back exactly, and every change can be taken back.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NewNote } from '../../src/ledger/note.ts';
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

describe('rows of a file', () => {
  const row = note({ memo: 'coffee' });
  const take = (rows: NewNote[], dryRun = true) =>
    store.notes.takeIn('note import a.csv', dryRun, async (taking) => taking(rows));
  const states = async (...rows: NewNote[]) =>
    (await take(rows)).map((taken) => (taken.state === 'known' && taken.removed ? 'removed' : taken.state));

  test('are known as often as they were recorded, and new beyond that', async () => {
    expect(await states(row)).toEqual(['new']);
    await take([row, row, note({ memo: 'tea' })], false);
    expect(await states(row, note({ memo: 'tea' }), row, row)).toEqual(['known', 'known', 'known', 'new']);
  });

  test('are known in whichever piece of the file they come', async () => {
    await take([row, row], false);
    const pieces = await store.notes.takeIn('again', true, async (taking) => [[row], [row], [row]].map(taking));
    expect(pieces.flat().map(({ state }) => state)).toEqual(['known', 'known', 'new']);
  });

  test('are known as the note was before an edit, as it is since, and after its removal', async () => {
    const edited = { ...row, memo: 'latte' };
    await take([row], false);
    store.notes.edit('n1', { memo: 'latte' }, 'note edit n1');
    expect(await states(row, edited)).toEqual(['known', 'known']);
    store.notes.edit('n1', { memo: 'coffee' }, 'note edit n1');
    expect(await states(row, row)).toEqual(['known', 'new']);
    store.notes.remove(['n1'], 'note remove n1');
    expect(await states(row)).toEqual(['removed']);
  });

  test('of two equal notes, one of them removed, the second is the removed one', async () => {
    await take([row, row], false);
    store.notes.remove(['n1'], 'note remove n1');
    expect(await states(row, row, row)).toEqual(['known', 'removed', 'new']);
  });

  test('are new again when their recording was taken back', async () => {
    await take([row], false);
    store.notes.undo();
    expect(await states(row)).toEqual(['new']);
  });

  test('told by another clock are known by their transaction id, each note once', async () => {
    const named = note({ reference: 'T-1' });
    const later = note({ reference: 'T-1', time: '2026-03-01T12:00:00+08:00' });
    await take([named], false);
    expect(await states(later)).toEqual(['known']);
    expect(await states(later, later)).toEqual(['known', 'new']);
  });

  test('with the transaction id of a note that is in the file itself are new, before it or behind it', async () => {
    const first = note({ reference: 'T-1', type: 'refund', amount: '5.00' });
    const second = { ...first, time: { epoch: first.time.epoch + 3_600_000, offset: 480 } };
    await take([first], false);
    expect(await states(first, second)).toEqual(['known', 'new']);
    expect(await states(second, first)).toEqual(['new', 'known']);
    expect((await take([first, second]))[1]).toEqual({ state: 'new', note: null, similar: 'n1' });
  });

  test('are recorded together as one change, with the numbers that are given back', async () => {
    store.notes.add([row], 'note add');
    const tea = note({ memo: 'tea' });
    const taken = await take([row, tea, tea], false);
    expect(taken.map((each) => each.state === 'new' && each.note)).toEqual([false, 2, 3]);
    expect(store.notes.get('n3')?.memo).toBe('tea');
    expect(store.notes.undo()).toMatchObject({ label: 'note import a.csv', added: 2, notes: ['n2', 'n3'] });
    expect(memos()).toEqual(['coffee']);
  });

  test('leave nothing behind where the work fails in the middle', async () => {
    store.notes.add([row], 'note add');
    const work = store.notes.takeIn('note import a.csv', false, async (taking) => {
      taking([note({ memo: 'tea' })]);
      throw new Error('the file ended');
    });
    await expect(work).rejects.toThrow('the file ended');
    expect(memos()).toEqual(['coffee']);
    expect(store.notes.lastChange()).toMatchObject({ label: 'note add' });
    store.notes.add([note({ memo: 'milk' })], 'note add');
    expect(memos()).toEqual(['coffee', 'milk']);
  });

  test('that are all known make no change to undo, and a dry run makes no file', async () => {
    await take([row]);
    expect(existsSync(join(folder, 'okhelp.db'))).toBe(false);
    store.notes.add([row], 'note add');
    await take([row], false);
    expect(store.notes.lastChange()).toMatchObject({ label: 'note add' });
  });

  test('keep every text and amount as `add` keeps it', async () => {
    const strange = note({
      amount: '-0.000000000000000001',
      balance: '123456789012345678.99',
      currency: 'ETH',
      counterparty: ' "two"\tlines, \u001b[31mred\u001b[0m ',
      memo: '咖啡 ☕️',
    });
    await take([strange, row], false);
    store.notes.add([strange], 'note add');
    const [one, , other] = ['n1', 'n2', 'n3'].map((id) => store.notes.get(id));
    expect({ ...one, id: '' }).toEqual({ ...other, id: '' });
    expect(one?.counterparty).toBe('"two" lines, red');
  });

  test('of an empty store leave its indexes in place', async () => {
    await take([note({ reference: 'T-1' })], false);
    const made = new Libsql(join(folder, 'okhelp.db')).prepare("SELECT name FROM sqlite_schema WHERE type = 'index'");
    expect(made.all()).toEqual(expect.arrayContaining([{ name: 'notes_by_origin' }, { name: 'notes_by_reference' }]));
  });
});

describe('many notes', () => {
  test('are handed on piece by piece, as they were at the beginning', async () => {
    const many = Array.from({ length: 2500 }, (_, i) => note({ memo: `m${i}` }));
    store.notes.add(many, 'note import a.csv');
    const other = await openStore(folder, now);
    const sizes: number[] = [];
    const seen: string[] = [];
    await store.notes.each({}, (notes) => {
      if (sizes.length === 0) other.notes.add([note({ memo: 'meanwhile' })], 'note add');
      sizes.push(notes.length);
      seen.push(...notes.map(({ memo }) => memo));
    });
    other.close();
    expect(sizes).toEqual([1000, 1000, 500]);
    expect(seen).toEqual(many.map(({ memo }) => memo));
    expect(store.notes.count()).toBe(2501);
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
