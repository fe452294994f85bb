// The demo is true and exact: two runs on machines that differ write the same bytes, and each JSON is as its schema has it.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from './documents.ts';
import { ROOT, temporaryFolder } from './host.ts';

/** What may differ between two machines; PATH leads to node and jq. */
const MACHINES: Record<string, string>[] = [
  { LANG: 'C.UTF-8', TZ: 'America/New_York', COLUMNS: '60', FORCE_COLOR: '1' },
  { LC_ALL: 'zh_CN.UTF-8', OKHELP_LANG: 'en', COLUMNS: '100', OKHELP_NOW: '2020-01-01T00:00:00Z' },
];

describe.each(['en', 'zh-CN'])('the demo in %s', (language) => {
  const folders = MACHINES.map(() => join(temporaryFolder(), 'demo'));

  beforeAll(async () => {
    const runs = MACHINES.map((env, i) => shell(['demo/demo.sh', folders[i]!, language], env));
    expect(await Promise.all(runs)).toEqual(MACHINES.map(() => ({ status: 0, said: '' })));
  }, 120_000);

  test('writes the same bytes on each run', () => {
    const [first, second] = folders.map(bytesIn);
    expect([...first!.keys()].filter((name) => !first!.get(name)!.equals(second!.get(name)!))).toEqual([]);
    expect([...second!.keys()]).toEqual([...first!.keys()]);
    expect([...first!.keys()]).toEqual(expect.arrayContaining(['mail.eml', 'dates.ics', 'report.html', '22-case.txt']));
  });

  test('prints JSON as schemas/ has it', () => {
    const documents = [...bytesIn(folders[0]!)].filter(([name]) => name.endsWith('.json'));
    expect(documents.flatMap(([, bytes]) => faultsOf(JSON.parse(bytes.toString())))).toEqual([]);
  });

  test('tells nothing of the machine', () => {
    const told = [...bytesIn(folders[0]!)].filter(
      ([, bytes]) => bytes.includes(ROOT) || bytes.includes('okhelp-test-'),
    );
    expect(told.map(([name]) => name)).toEqual([]);
  });

  test('has a recipe for jq for what a script wants to know', () => {
    const { status, stdout } = spawnSync('sh', ['demo/recipes.sh', folders[0]!], { cwd: ROOT, encoding: 'utf8' });
    // Where there is no jq the recipes say so and do nothing else.
    if (status === 127) expect(stdout).toBe('');
    else expect(stdout.split('\n').slice(0, 3)).toEqual(RECIPES[language]);
  });
});

const RECIPES: Record<string, string[]> = {
  en: [
    'line 26: -1.50 CNY, unrecorded-fee (lines 25)',
    '1',
    '"2026-10-11T18:47:31+08:00","payment","-9.00","CNY","P20261011184731"',
  ],
  'zh-CN': [
    'line 11: 66.00 CNY, duplicate-entry (lines 10)',
    '1',
    '"2026-10-05T20:58:40+08:00","payment","-3.00","CNY","SP1006"',
  ],
};

function shell(args: string[], env: Record<string, string>): Promise<{ status: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', args, {
      cwd: ROOT,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (piece) => (said += piece));
    child.on('error', reject).on('close', (status) => resolve({ status, said }));
  });
}

function bytesIn(folder: string): Map<string, Buffer> {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
}
