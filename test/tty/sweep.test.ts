// Every prompt of every command, also the later ones, in Chinese at 60 columns: none is wider, each tells more on ?.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { zhCN } from '../../src/messages/zh-CN/index.ts';
import { prepareData } from './prepared.ts';
import { endSessions, session } from './session.ts';
import { walk } from './walk.ts';

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

let prepared: ReturnType<typeof prepareData>;
beforeAll(() => {
  prepared = prepareData();
});
afterEach(endSessions);
afterAll(() => prepared.remove());

it.each(COMMANDS)('`%s`', { timeout: 240_000 }, async (line, ways) => {
  const taken = new Map<string, Set<string>>();
  const { leave } = zhCN.ask.help;
  for (let way = 0; way < ways; way++) {
    const folder = prepared.copy();
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
