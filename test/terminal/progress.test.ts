// What a person sees of long work: what is being done, how far it is, about how long it will take; for screen readers too.
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createContext } from '../../src/context.ts';
import { readGlobals } from '../../src/globals.ts';
import { main } from '../../src/main.ts';
import { whileShown } from '../../src/terminal/long-work.ts';
import { startProgress } from '../../src/terminal/progress.ts';
import { okhelp, temporaryFolder, testHost } from '../host.ts';

async function after(seconds: number[], lang: string): Promise<string[]> {
  let now = 0;
  const host = Object.assign(testHost({ tty: true, env: { ACCESSIBLE: '1' } }), { clock: () => now });
  const context = await createContext(host, readGlobals(['--lang', lang]));
  const words = context.t.note.import;
  const progress = startProgress(words.working('notes.csv'), context)!;
  for (const [i, second] of seconds.entries()) {
    now = second * 1000;
    await progress.update(0.1 + i / 4, 1, i ? words.taking('notes.csv', i * 250_000, 1_000_000) : undefined);
  }
  progress.stop();
  return host.err().split('\n').filter(Boolean);
}

it('says nothing of what is done at once, and then the work, its share and an estimate', async () => {
  expect(await after([0.5], 'en')).toEqual([]);
  expect(await after([1, 10], 'en')).toEqual([
    'reading notes.csv: 10 %, about 9 s left',
    'notes.csv, row 250000 of 1000000: 35 %, about 19 s left',
  ]);
  expect(await after([1, 10], 'zh-CN')).toEqual([
    '正在读入 notes.csv：10%，大约还要 9 秒',
    'notes.csv，第 250000 行，共 1000000 行：35%，大约还要 19 秒',
  ]);
});

it('is told of an export into a file, also of some of the notes, and not of one to the terminal', async () => {
  const dataDir = temporaryFolder();
  const rows = Array.from({ length: 2500 }, (_, i) => `2026-03-01 09:00,payment,1.00,${i % 5 ? 'CNY' : 'EUR'}`);
  writeFileSync(join(dataDir, 'many.csv'), ['time,type,amount,currency', ...rows, ''].join('\n'));
  await okhelp(['note', 'import', 'many.csv'], { dataDir });
  const exported = async (...flags: string[]) => {
    let now = 0;
    const argv = ['note', 'export', ...flags];
    const host = testHost({ argv, dataDir, tty: true, env: { ACCESSIBLE: '1' } });
    expect(await main(Object.assign(host, { clock: () => (now += 3000) }))).toBe(0);
    return host
      .err()
      .split('\n')
      .filter((line) => line.includes('%'));
  };
  expect((await exported('all.csv'))[0]).toMatch(/^writing all\.csv: 40 %, about \d+ s left$/);
  expect((await exported('some.csv', '--currency', 'CNY'))[0]).toMatch(/^writing some\.csv: 50 %/);
  expect(await exported()).toEqual([]);
});

it('says what is being done with a large file before it is begun, and nothing of a small or missing one', async () => {
  const host = testHost({ tty: true, env: { ACCESSIBLE: '1' } });
  const context = await createContext(host, readGlobals([]));
  const path = join(host.dataDir, 'data');
  const work = async () => host.err();
  expect(await whileShown('packing', path, context, work)).toBe('');
  expect(await whileShown('packing', join(path, 'below'), context, work)).toBe('');
  writeFileSync(path, 'x');
  expect(await whileShown('packing', path, context, work)).toBe('');
  truncateSync(path, 20_000_000);
  expect(await whileShown('packing', path, context, work)).toBe('packing\n');
});

it('speaks to a screen reader every five seconds only', async () => {
  expect(await after([1, 2, 3, 7], 'en')).toHaveLength(2);
});
