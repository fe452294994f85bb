// What okhelp writes can be opened by its owner alone, also where it was open before; folders of others stay as they are.
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { openStore } from '../src/store/open.ts';
import { okhelp, temporaryFolder, testHost } from './host.ts';
import { note } from './store/notes.ts';

const now = () => Date.parse('2026-03-15T04:00:00Z');
const mode = (...path: string[]) => (statSync(join(...path)).mode & 0o777).toString(8);

let umask: number;
beforeEach(() => {
  umask = process.umask(0o022);
});
afterEach(() => {
  process.umask(umask);
});

test('the data, their log and its index, while they are in use', async () => {
  const folder = join(temporaryFolder(), 'data');
  const store = await openStore(folder, now);
  store.notes.add([note()], 'note add');
  expect(mode(folder)).toBe('700');
  for (const end of ['', '-wal', '-shm']) expect(mode(folder, `okhelp.db${end}`)).toBe('600');
  store.close();
});

test('data and a folder that others could read are closed to them when they are next opened', async () => {
  const folder = join(temporaryFolder(), 'data');
  const first = await openStore(folder, now);
  first.notes.add([note()], 'note add');
  for (const end of ['', '-wal', '-shm']) chmodSync(join(folder, `okhelp.db${end}`), 0o644);
  chmodSync(folder, 0o755);
  const second = await openStore(folder, now);
  second.notes.list();
  expect(mode(folder)).toBe('700');
  for (const end of ['', '-wal', '-shm']) expect(mode(folder, `okhelp.db${end}`)).toBe('600');
  second.close();
  first.close();
});

test('a folder with files of somebody else keeps its mode, and okhelp’s files in it are closed', async () => {
  const dataDir = temporaryFolder();
  chmodSync(dataDir, 0o755);
  writeFileSync(join(dataDir, 'shared.txt'), 'for everybody');
  await okhelp(['note', 'add', '--type', 'payment', '--amount', '5'], { dataDir });
  await okhelp(['config', 'set', 'name', 'Zhang'], { dataDir });
  expect([mode(dataDir), mode(dataDir, 'shared.txt')]).toEqual(['755', '644']);
  expect([mode(dataDir, 'okhelp.db'), mode(dataDir, 'settings.json')]).toEqual(['600', '600']);
});

test('settings that others could read are closed to them when they are next written', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'settings.json'), '{}');
  await okhelp(['config', 'set', 'name', 'Zhang'], { dataDir });
  expect([mode(dataDir), mode(dataDir, 'settings.json')]).toEqual(['700', '600']);
});

test('a copy of damaged data', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'okhelp.db'), 'x'.repeat(5000));
  const { stdout } = await okhelp(['note', 'list', '--json'], { dataDir });
  const { kept } = JSON.parse(stdout).details;
  expect([mode(kept), mode(dataDir)]).toEqual(['600', '700']);
});

test('a file that is replaced', async () => {
  const dataDir = temporaryFolder();
  writeFileSync(join(dataDir, 'notes.csv'), 'old');
  await okhelp(['note', 'export', 'notes.csv', '--force'], { dataDir });
  expect(mode(dataDir, 'notes.csv')).toBe('600');
});

test('the details of a fault: without secrets and escape sequences, and never through somebody’s link', async () => {
  const folder = temporaryFolder();
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  writeFileSync(join(folder, 'target'), 'mine');
  symlinkSync(join(folder, 'target'), join(dataDir, 'okhelp-error.log'));
  const host = testHost({ argv: ['check', '-', '--debug'], dataDir });
  const broken = Object.defineProperty(host, 'stdin', {
    get: () => {
      throw new Error('password: Tr0ub4dor-3x \u001b]52;c;x\u0007 \u202e');
    },
  });
  expect(await main(broken)).toBe(70);
  const log = readFileSync(join(dataDir, 'okhelp-error.log'), 'utf8');
  expect(log).toContain('password: [password removed]');
  expect(log).not.toMatch(/Tr0ub4dor|[\u001b\u0007\u202e]/);
  expect(broken.err()).not.toMatch(/Tr0ub4dor|[\u001b\u0007\u202e]/);
  expect(mode(dataDir, 'okhelp-error.log')).toBe('600');
  expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('mine');
});
