// When the data file or its place is not as it should be: the error says so, and nothing is lost or half-written.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OkhelpError } from '../../src/errors.ts';
import { connect } from '../../src/store/connection.ts';
import { openStore } from '../../src/store/open.ts';
import { MIGRATIONS } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';
import { ROOT, temporaryFolder } from '../host.ts';
import { note, units } from './notes.ts';
import { V1_NOTES } from './v1.ts';

let folder: string;
let path: string;
const now = () => Date.parse('2026-03-15T04:00:00Z');

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'okhelp.db');
});

async function storeWith(...memos: string[]): Promise<Store> {
  const store = await openStore(folder, now);
  store.notes.add(
    memos.map((memo) => note({ memo })),
    'note add',
  );
  return store;
}

async function thrownBy(work: () => unknown): Promise<OkhelpError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof OkhelpError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a damaged file', () => {
  const garbage = 'This was never a database. '.repeat(400);

  test('is left as it is, and one copy of it is kept', async () => {
    writeFileSync(path, garbage);
    const error = await thrownBy(() => openStore(folder, now));
    const again = await thrownBy(() => openStore(folder, () => now() + 60_000));
    expect(error.code).toBe('data-damaged');
    expect(error.values).toEqual({ path, kept: join(folder, 'okhelp.db.damaged-20260315T040000Z') });
    expect(again.values).toEqual(error.values);
    expect(readFileSync(path, 'utf8')).toBe(garbage);
    expect(readFileSync((error.values as { kept: string }).kept, 'utf8')).toBe(garbage);
  });

  test('is noticed when its second half is overwritten', async () => {
    const store = await storeWith(...Array.from({ length: 300 }, (_, i) => `coffee ${i}`));
    store.close();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, bytes.length / 2);
    writeFileSync(path, bytes);
    const error = await thrownBy(async () => (await openStore(folder, now)).notes.list());
    expect(error.code).toBe('data-damaged');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('is noticed when it was cut short', async () => {
    const store = await storeWith(...Array.from({ length: 300 }, (_, i) => `coffee ${i}`));
    store.close();
    writeFileSync(path, readFileSync(path).subarray(0, 9000));
    const error = await thrownBy(async () => (await openStore(folder, now)).notes.list());
    expect(error.code).toBe('data-damaged');
  });

  test('is noticed when a note holds what okhelp never writes', async () => {
    (await storeWith('coffee')).close();
    new Libsql(path).exec("UPDATE notes SET amount = '12,3x'");
    const store = await openStore(folder, now);
    expect((await thrownBy(() => store.notes.list())).code).toBe('data-damaged');
  });

  test('is not confused with the SQLite file of another program', async () => {
    new Libsql(path).exec('CREATE TABLE recipes (id INTEGER)');
    const before = readFileSync(path);
    expect((await thrownBy(() => openStore(folder, now))).code).toBe('data-unusable');
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('versions', () => {
  test('a newer file is refused', async () => {
    (await storeWith('coffee')).close();
    new Libsql(path).exec('PRAGMA user_version = 99');
    const error = await thrownBy(() => openStore(folder, now));
    expect(error.code).toBe('data-newer');
    expect(error.values).toEqual({ path, found: 99, known: MIGRATIONS.length });
  });

  test('a file of version 1 is read whole, and its changes can still be undone', async () => {
    copyFileSync(join(ROOT, 'test', 'fixtures', 'store-v1.db'), path);
    const store = await openStore(folder, now);
    const edited = { ...V1_NOTES[1]!, amount: units('-66.50') };
    expect(store.notes.list().map(({ id, line, ...rest }) => rest)).toEqual([V1_NOTES[0], edited, V1_NOTES[2]]);
    expect(store.cases.latest('open')).toMatchObject({ id: 'c1', outcome: 'topup-debited-not-credited' });
    store.notes.undo();
    store.notes.undo();
    expect(store.notes.get('n2')?.amount).toBe(units('-66.00'));
    expect(store.notes.get('n4')?.memo).toBe('removed later');
    store.close();
  });

  test('a migration that fails leaves the file in the version it had', async () => {
    (await storeWith('coffee')).close();
    const migrations = [...MIGRATIONS, 'CREATE TABLE second (id INTEGER); INSERT INTO nowhere VALUES (1)'];
    expect(() => connect(folder, now, { migrations })).toThrow();
    const store = await openStore(folder, now);
    expect(store.notes.list().map(({ memo }) => memo)).toEqual(['coffee']);
    const tables = new Libsql(path).prepare("SELECT name FROM sqlite_schema WHERE name = 'second'").all();
    expect(tables).toEqual([]);
    store.close();
  });

  test('a migration that succeeds keeps the notes', async () => {
    (await storeWith('coffee')).close();
    connect(folder, now, { migrations: [...MIGRATIONS, 'CREATE TABLE second (id INTEGER)'] }).close();
    const found = new Libsql(path).prepare('SELECT memo, (SELECT count(*) FROM second) AS n FROM notes').all();
    expect(found).toEqual([{ memo: 'coffee', n: 0 }]);
    expect((await thrownBy(() => openStore(folder, now))).code).toBe('data-newer');
  });
});

describe('a place that cannot be written to', () => {
  test('a file where the folder should be', async () => {
    writeFileSync(join(folder, 'notes.csv'), 'time,type,amount\n');
    for (const place of ['notes.csv', 'notes.csv/deeper']) {
      const error = await thrownBy(() => openStore(join(folder, place), now));
      expect(error.code).toBe('not-writable');
    }
    expect(readFileSync(join(folder, 'notes.csv'), 'utf8')).toBe('time,type,amount\n');
  });

  // Asked to make all folders above it as well, Node 20 tries for ever there.
  test.runIf(process.platform === 'linux')('a folder in /proc', async () => {
    const store = await openStore('/proc/okhelp-none/deeper', now);
    const error = await thrownBy(() => store.notes.add([note()], 'note add'));
    expect([error.code, error.values]).toEqual(['not-writable', { path: '/proc/okhelp-none/deeper/okhelp.db' }]);
  });

  describe.runIf(process.platform !== 'win32')('a folder without the right to write', () => {
    // Root may write everywhere, so the test becomes nobody for a moment.
    const root = process.getuid?.() === 0;
    afterEach(() => {
      if (root) process.seteuid!(0);
      chmodSync(folder, 0o700);
    });

    function withdrawRights(): void {
      for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
      chmodSync(folder, 0o555);
      if (root) process.seteuid!(65_534);
    }

    test('its notes can be read, and not changed', async () => {
      (await storeWith('coffee')).close();
      withdrawRights();
      const store = await openStore(folder, now);
      expect(store.notes.list()).toHaveLength(1);
      const error = await thrownBy(() => store.notes.add([note()], 'note add'));
      expect(error.code).toBe('not-writable');
      expect(store.notes.list()).toHaveLength(1);
      store.close();
    });

    test('an empty one reads as no notes', async () => {
      withdrawRights();
      const store = await openStore(folder, now);
      expect(store.notes.list()).toEqual([]);
      expect((await thrownBy(() => store.notes.add([note()], 'note add'))).code).toBe('not-writable');
    });
  });
});

describe('a full disk', () => {
  test('leaves the notes as they were, and the store usable', async () => {
    (await storeWith('coffee')).close();
    const store = await openStore(folder, now, { maxPages: 14 });
    const many = Array.from({ length: 500 }, (_, i) => note({ memo: `x${i}`.repeat(50) }));
    expect((await thrownBy(() => store.notes.add(many, 'note import big.csv'))).code).toBe('disk-full');
    expect(store.notes.list().map(({ memo }) => memo)).toEqual(['coffee']);
    expect(store.notes.lastChange()).toMatchObject({ label: 'note add' });
    store.close();
  });
});

describe('another okhelp at the same time', () => {
  test('is waited for, and then reported', async () => {
    const store = await storeWith('coffee');
    const other = new Libsql(path);
    other.exec('BEGIN IMMEDIATE');
    const impatient = await openStore(folder, now, { patience: 50 });
    expect((await thrownBy(() => impatient.notes.add([note()], 'note add'))).code).toBe('data-busy');
    expect(impatient.notes.count()).toBe(1);
    other.exec('ROLLBACK');
    impatient.notes.add([note()], 'note add');
    expect(store.notes.count()).toBe(2);
    store.close();
    impatient.close();
  });

  test('a change that was cut off by a crash is not there, and the one before is', async () => {
    const script = `
      const Libsql = require(${JSON.stringify(join(ROOT, 'node_modules', 'libsql'))});
      const db = new Libsql(${JSON.stringify(path)});
      db.exec("BEGIN IMMEDIATE; UPDATE notes SET memo = 'half'");
      process.kill(process.pid, 'SIGKILL');`;
    (await storeWith('coffee')).close();
    spawnSync(process.execPath, ['-e', script]);
    const store = await openStore(folder, now);
    expect(store.notes.list().map(({ memo }) => memo)).toEqual(['coffee']);
    expect(existsSync(path)).toBe(true);
    store.close();
  });
});
