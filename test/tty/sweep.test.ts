// Every prompt of every command, also the later ones, in Chinese at 60 columns: none is wider, each tells more on ?.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { zhCN } from '../../src/messages/zh-CN/index.ts';
import { endSessions, OKHELP, session } from './session.ts';
import { walk } from './walk.ts';

const EXAMPLE = join(import.meta.dirname, '../../examples/notes.csv');
const TABLE = 'Tag;Betrag;Stand\n01.02.2026;-5,00;95,00\n03.02.2026;-6,00;89,00\n';

/** Ways through each command; with several, each takes other choices. */
const COMMANDS: [line: string, ways: number][] = [
  ['okhelp', 6],
  ['okhelp diagnose', 4],
  ['okhelp diagnose something with my money', 2],
  ['okhelp diagnose -a problem=wrong-recipient', 2],
  ['okhelp note add', 2],
  ['okhelp note add --type balance', 1],
  ['okhelp note edit n1', 3],
  ['okhelp note remove n1', 1],
  ['okhelp note import bank.csv', 2],
  ['okhelp check bank.csv', 1],
  ['okhelp check --fix', 1],
  ['okhelp draft-email', 4],
  ['okhelp draft phone', 3],
  ['okhelp draft chat', 1],
  ['okhelp draft social', 1],
  ['okhelp draft forum', 1],
  ['okhelp draft complaint', 2],
  ['okhelp draft follow-up', 1],
  ['okhelp case log', 6],
  ['okhelp case next', 1],
  ['okhelp case close', 1],
  ['okhelp case delete c1', 1],
  ['okhelp contact add', 2],
  ['okhelp emergency', 2],
  ['okhelp config setup', 1],
  ['okhelp delete-all', 1],
];

let prepared: string;
beforeAll(() => {
  prepared = mkdtempSync(join(tmpdir(), 'okhelp-sweep-'));
  writeFileSync(join(prepared, 'bank.csv'), TABLE);
  const env = { ...process.env, OKHELP_DATA_DIR: join(prepared, 'data'), OKHELP_LANG: 'en', CI: '1' };
  for (const line of [`note import ${EXAMPLE}`, 'diagnose -a problem=topup-failed'])
    spawnSync(process.execPath, [OKHELP, ...line.split(' ')], { env, cwd: prepared });
});
afterEach(endSessions);
afterAll(() => rmSync(prepared, { recursive: true, force: true }));

it.each(COMMANDS)('`%s`', { timeout: 240_000 }, async (line, ways) => {
  const taken = new Map<string, Set<string>>();
  const { leave } = zhCN.ask.help;
  for (let way = 0; way < ways; way++) {
    const folder = mkdtempSync(join(prepared, 'way-'));
    cpSync(join(prepared, 'data'), join(folder, 'data'), { recursive: true });
    cpSync(join(prepared, 'bank.csv'), join(folder, 'bank.csv'));
    // No clipboard and no mail program is found there.
    const env = { OKHELP_LANG: 'zh-CN', PATH: folder };
    const terminal = session(line.split(' ').slice(1), { columns: 60, rows: 44, folder, env });
    const met = await walk(terminal, taken, leave);
    expect(met).not.toEqual([]);
    expect([0, 1, 130]).toContain(await terminal.exit());
    expect(terminal.raw()).not.toMatch(/\n {4}at /);
    // A command stands on one line, to be copied whole.
    expect(terminal.overflow().filter((row) => !/^ *okhelp /.test(row))).toEqual([]);
  }
});
