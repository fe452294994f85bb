// What was deleted for good is not in the file, nor in the log beside it: looked for byte by byte.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { okhelp, temporaryFolder } from '../host.ts';
import { note } from './notes.ts';

const now = () => Date.parse('2026-03-15T04:00:00Z');
const WORD = 'Quittenmarmelade';

/** The files of the folder that hold the word, in one of the encodings that SQLite knows. */
function holding(folder: string, word = WORD): string[] {
  return readdirSync(folder).filter((name) => {
    const bytes = readFileSync(join(folder, name));
    return bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'));
  });
}

async function opened(folder: string): Promise<Store> {
  return openStore(folder, now, { patience: 50 });
}

/** Many notes around it, so that pages are split, and a first reading of all, so that the log is long. */
async function withNotes(): Promise<{ folder: string; store: Store }> {
  const folder = temporaryFolder();
  const store = await opened(folder);
  for (let i = 0; i < 40; i++) {
    const word = i % 8 === 3 ? `${WORD} ${i}` : 'bread';
    store.notes.add([note({ memo: `${word} ${'x'.repeat(i * 7)}`, counterparty: word })], 'note add');
  }
  return { folder, store };
}

const marked = (store: Store) => store.notes.list().filter(({ memo }) => memo.includes(WORD));

test('an erased note leaves nothing in the file, while it is open and when it is closed', async () => {
  const { folder, store } = await withNotes();
  expect(holding(folder)).not.toEqual([]);
  store.notes.erase(marked(store).map(({ id }) => id));
  expect(store.sweep()).toBe(true);
  expect(holding(folder)).toEqual([]);
  store.close();
  expect(holding(folder)).toEqual([]);
});

test('a note that is only removed stays, so that it can be brought back', async () => {
  const { folder, store } = await withNotes();
  store.notes.remove(
    marked(store).map(({ id }) => id),
    'note remove',
  );
  store.close();
  expect(holding(folder)).toEqual(['okhelp.db']);
});

test('erasing takes a removed note, its edits and its part of the journal; all else can still be undone', async () => {
  const folder = temporaryFolder();
  const store = await opened(folder);
  store.notes.add([note({ memo: `${WORD} 1` }), note({ memo: 'kept' })], 'note import notes.csv');
  store.notes.edit('n1', { memo: `${WORD} 2`, counterparty: WORD }, 'note edit n1');
  store.notes.remove(['n1'], 'note remove n1');
  expect([store.notes.isRemoved('n1'), store.notes.isRemoved('n2')]).toEqual([true, false]);
  store.notes.erase(['n1']);
  store.sweep();
  expect(holding(folder)).toEqual([]);
  expect(store.notes.lastChange()).toMatchObject({ label: 'note import notes.csv', notes: ['n2'] });
  expect(store.notes.undo()).toMatchObject({ added: 1 });
  expect(store.notes.count()).toBe(0);
  expect(() => store.notes.erase(['n1'])).toThrow('unknown-note');
  store.close();
});

test('what a note held before its edits can be forgotten', async () => {
  const folder = temporaryFolder();
  const store = await opened(folder);
  store.notes.add([note({ memo: WORD })], 'note add');
  store.notes.edit('n1', { memo: 'bread' }, 'note edit n1');
  expect(holding(folder)).not.toEqual([]);
  store.notes.forgetEdits('n1');
  store.sweep();
  expect(holding(folder)).toEqual([]);
  expect(store.notes.get('n1')!.memo).toBe('bread');
  store.close();
});

test('the sweep says so where another okhelp is reading, and the next one makes up for it', async () => {
  const { folder, store } = await withNotes();
  const reader = await opened(folder);
  await reader.notes.each({}, async () => {
    store.notes.erase(marked(store).map(({ id }) => id));
    expect(store.sweep()).toBe(false);
  });
  expect(marked(store)).toEqual([]);
  expect(store.sweep()).toBe(true);
  expect(holding(folder)).toEqual([]);
  reader.close();
  store.close();
});

test.each(['en', 'zh-CN'])('okhelp case delete and note remove --for-good leave no word (%s)', async (lang) => {
  const { dataDir } = await okhelp(['note', 'add', '--type', 'payment', '--amount', '5', '--memo', WORD]);
  const run = (...argv: string[]) => okhelp(['--lang', lang, ...argv], { dataDir });
  const draft = ['draft-email', '--no-input', '--error-message', WORD];
  await run('diagnose', '--no-input', '--answer', 'problem=topup-failed');
  await run(...draft, '--case', 'c1');
  await run('case', 'log', 'remark', '--text', WORD, '--no-input');
  expect((await run('case', 'show')).stdout).toContain(WORD);
  expect((await run('case', 'delete', 'c1', '--yes')).status).toBe(0);
  expect((await run('note', 'remove', 'n1', '--yes', '--for-good')).status).toBe(0);
  expect(holding(dataDir)).toEqual([]);
});

test('a note is emptied of its secret by the command that its warning names', async () => {
  const secret = 'password: Quitten7mark';
  const { dataDir, stderr } = await okhelp(['note', 'add', '--type', 'payment', '--amount', '5', '--memo', secret]);
  const command = /okhelp (note edit n1 --memo "" --for-good)/.exec(stderr)![1]!;
  const argv = command.split(' ').map((word) => (word === '""' ? '' : word));
  const done = await okhelp(argv, { dataDir });
  expect([done.status, done.stderr]).toEqual([0, 'What it held before is erased.\n']);
  expect(holding(dataDir, 'Quitten7mark')).toEqual([]);
});
