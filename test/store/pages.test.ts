// The pages that the check reads are the notes, whatever was done to those: held after each of many random changes.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memorySource } from '../../src/formats/byte-source.ts';
import { checkCsv } from '../../src/formats/check-csv.ts';
import { readNotes, writeNotes } from '../../src/formats/okhelp-csv.ts';
import type { CheckOptions } from '../../src/ledger/check.ts';
import type { CheckResult } from '../../src/ledger/findings.ts';
import type { NewNote, Note } from '../../src/ledger/note.ts';
import { openStore } from '../../src/store/open.ts';
import type { NotesInOrder, Store } from '../../src/store/store.ts';
import { ROOT, temporaryFolder } from '../host.ts';
import { fc } from '../properties.ts';
import { note, units } from './notes.ts';

const now = () => Date.parse('2026-03-15T04:00:00Z');
const defaults = { currency: 'CNY', zone: () => 480 };

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = temporaryFolder();
  store = await openStore(folder, now, { notesInPage: 3 });
});
afterEach(() => store.close());

function bytesOf(notes: NotesInOrder): Buffer {
  const parts: Buffer[] = [];
  for (let from = 0; ; ) {
    const part = Buffer.alloc(50);
    const got = notes.read(part, 0, from);
    if (got === 0) return Buffer.concat(parts);
    parts.push(part.subarray(0, got));
    from += got;
  }
}

/** What of a note counts for its balance. */
const counted = ({ counterparty: _c, reference: _r, error: _e, memo: _m, ...rest }: NewNote) => ({
  ...rest,
  id: '',
  line: null,
});

async function expectPagesToBeNotes(): Promise<void> {
  const list = store.notes.list();
  await store.notes.inOrder(async (notes) => {
    const { notes: read, unreadable } = readNotes(bytesOf(notes), { file: 'pages', ...defaults });
    expect(unreadable).toEqual([]);
    expect(read.map(counted)).toEqual(list.map(counted));
    expect(notes.count).toBe(list.length);
    expect(list.map((_, i) => notes.note(i + 1))).toEqual(list);
  });
  expect(store.notes.count()).toBe(list.length);
}

const stale = () =>
  new Libsql(join(folder, 'okhelp.db')).prepare('SELECT count(*) AS n FROM note_pages WHERE csv IS NULL').all();

const accounts = ['main', '钱包', '=1+1', "'quoted", 'a, "b"', '-', '2, rue d’Été', "''+x"];

const made = fc
  .record({
    minutes: fc.integer({ min: 0, max: 60 }),
    milliseconds: fc.constantFrom(0, 0, 0, 7),
    offset: fc.constantFrom(480, 0, -210, 345),
    type: fc.constantFrom('payment', 'topup', 'adjustment', 'balance'),
    amount: fc.oneof(
      fc.integer({ min: -99_999, max: 99_999 }).map((n) => BigInt(n) * 10n ** 16n),
      fc.bigInt(-9n, 9n),
    ),
    fee: fc.constantFrom(0n, 0n, 5n * 10n ** 17n, -(10n ** 16n)),
    balance: fc.option(fc.integer({ min: -99_999, max: 99_999 }).map((n) => BigInt(n) * 10n ** 16n)),
    account: fc.constantFrom(...accounts),
    currency: fc.constantFrom('CNY', 'CNY', 'JPY', 'USDC.E'),
    status: fc.constantFrom('completed', 'completed', 'pending'),
  })
  .map(({ minutes, milliseconds, offset, type, balance, ...rest }): NewNote => {
    const epoch = Date.UTC(2026, 2, 1) + minutes * 60_000 + milliseconds;
    const made = { ...note(), ...(rest as object), time: { epoch, offset }, type: type as 'payment', balance };
    return type === 'balance' ? { ...made, amount: 0n, balance: balance ?? 0n } : made;
  });

type Change =
  | { do: 'add' | 'import'; notes: NewNote[] }
  | { do: 'edit'; at: number; note: NewNote }
  | { do: 'remove'; at: number[] }
  | { do: 'undo' };

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ do: fc.constantFrom('add' as const, 'import' as const), notes: fc.array(made, { maxLength: 9 }) }),
  fc.record({ do: fc.constant('edit' as const), at: fc.nat(), note: made }),
  fc.record({ do: fc.constant('remove' as const), at: fc.array(fc.nat(), { maxLength: 4 }) }),
  fc.record({ do: fc.constant('undo' as const) }),
);

async function apply(what: Change): Promise<void> {
  const { notes } = store;
  const ids = notes.list().map(({ id }) => id);
  switch (what.do) {
    case 'add':
      return void notes.add(what.notes, 'note add');
    case 'import':
      return void (await notes.takeIn('note import', false, async (take) => take(what.notes)));
    case 'edit': {
      const { time, type, amount, balance, account } = what.note;
      if (ids.length) notes.edit(ids[what.at % ids.length]!, { time, type, amount, balance, account }, 'note edit');
      return;
    }
    case 'remove':
      return notes.remove(ids.length ? [...new Set(what.at.map((at) => ids[at % ids.length]!))] : [], 'note remove');
    case 'undo':
      return void notes.undo();
  }
}

/** A finding with the ids of the recorded notes where the file has its rows' numbers, and no lines. */
function told(result: CheckResult, list: readonly Note[] | null): unknown {
  const named = (value: unknown): unknown =>
    list && typeof value === 'string' && /^n\d+$/.test(value) ? list[Number(value.slice(1)) - 1]!.id : value;
  return JSON.parse(
    JSON.stringify({ accounts: result.accounts, leftOut: result.leftOut }, (key, value) =>
      typeof value === 'bigint' ? `${value}` : key === 'line' ? null : named(value),
    ),
  );
}

async function expectSameCheck(options: CheckOptions): Promise<void> {
  const list = store.notes.list();
  const ofStore = await store.notes.inOrder((notes) =>
    checkCsv({ ...notes, name: '' }, { ...options, defaults, noteOf: notes.note }),
  );
  const csv = Buffer.from(writeNotes(list));
  const ofFile = await checkCsv(memorySource(csv, 'notes.csv'), { ...options, defaults });
  expect(told(ofStore, null)).toEqual(told(ofFile, list));
  expect(ofStore.source.rows).toBe(list.length);
}

test('after any changes the pages are the notes, none is stale, and the check finds what it finds in their CSV', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      store.close();
      folder = temporaryFolder();
      store = await openStore(folder, now, { notesInPage: 3 });
      for (const each of changes) {
        await apply(each);
        await expectPagesToBeNotes();
      }
      store.notes.add([note()], 'note add');
      expect(stale()).toEqual([{ n: 0 }]);
      await expectSameCheck({});
      await expectSameCheck({
        account: 'main',
        since: Date.UTC(2026, 2, 1, 0, 20),
        until: Date.UTC(2026, 2, 1, 0, 50),
      });
    }),
    { numRuns: 25 },
  );
});

describe('the pages', () => {
  const at = (minute: number) => note({ time: new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString() });

  test('are cut where they grow, in the order of time', async () => {
    store.notes.add(
      [50, 40, 30, 20, 10, 0].map((minute) => at(minute)),
      'note add',
    );
    for (const minute of [25, 26, 27, 28, 29]) store.notes.add([at(minute)], 'note add');
    await expectPagesToBeNotes();
    const sizes = new Libsql(join(folder, 'okhelp.db'))
      .prepare('SELECT notes FROM note_pages ORDER BY epoch, note')
      .raw();
    expect((sizes.all() as [number][]).map(([notes]) => notes)).toEqual([3, 3, 5]);
  });

  test('of an older file are made when they are first read, and kept when something changes', async () => {
    store.close();
    folder = temporaryFolder();
    copyFileSync(join(ROOT, 'test', 'fixtures', 'store-v1.db'), join(folder, 'okhelp.db'));
    store = await openStore(folder, now, { notesInPage: 3 });
    await expectPagesToBeNotes();
    expect(stale()).toEqual([{ n: 1 }]);
    store.notes.edit('n1', { amount: units('1001.00') }, 'note edit n1');
    expect(stale()).toEqual([{ n: 0 }]);
    await expectPagesToBeNotes();
    store.notes.undo();
    await expectPagesToBeNotes();
  });

  test('are as they were at one moment while they are read, whatever another okhelp records', async () => {
    store.notes.add([at(1), at(2)], 'note add');
    const other = await openStore(folder, now, { notesInPage: 3 });
    await store.notes.inOrder(async (notes) => {
      const before = bytesOf(notes);
      other.notes.add([at(0)], 'note add');
      other.notes.edit('n1', { amount: units('-11.00') }, 'note edit');
      expect(bytesOf(notes).equals(before)).toBe(true);
      expect(notes.note(1).amount).toBe(units('-10.00'));
    });
    other.close();
    await expectPagesToBeNotes();
  });

  test('become stale also by a change from outside, and are never believed then', async () => {
    store.notes.add([at(1), at(2)], 'note add');
    new Libsql(join(folder, 'okhelp.db')).exec("UPDATE notes SET amount = '-99.00' WHERE id = 2");
    await expectPagesToBeNotes();
    expect(store.notes.get('n2')?.amount).toBe(units('-99.00'));
  });
});
