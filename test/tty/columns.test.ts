// A file whose columns okhelp does not know: a person says which is what, once.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en/index.ts';
import { reading as english } from '../../src/messages/en/reading.ts';
import { zhCN } from '../../src/messages/zh-CN/index.ts';
import { reading as chinese } from '../../src/messages/zh-CN/reading.ts';
import { chooses, reads, squeezed, types } from './person.ts';
import { endSessions, KEY, session } from './session.ts';

const TABLE =
  'Wann;Wieviel;Stand;Wem\n01/10/2026;-10,00;90,00;街角的书店\n02/10/2026;-5,50;84,50;Kiosk\n03/10/2026;4,00;88,50;Ann\n';

let folder: string;
const folders: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'okhelp-columns-'));
  folders.push(folder);
  writeFileSync(join(folder, 'bank.csv'), TABLE);
});
afterEach(endSessions);
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

describe.each([
  ['English', 'en', en, english, 80],
  ['Chinese', 'zh-CN', zhCN, chinese, 60],
] as const)('in %s', (_, OKHELP_LANG, t, { ask, columns }, width) => {
  it('is asked for with guesses, shown, kept, and not asked for again', async () => {
    const start = () => session(['check', 'bank.csv'], { folder, columns: width, env: { OKHELP_LANG } });
    const terminal = start();
    for (const question of [ask.time, ask.amount, ask.balance, ask.counterparty]) {
      await reads(terminal, question);
      terminal.send(KEY.enter);
    }
    await reads(terminal, ask.dates('01/10/2026'));
    await chooses(terminal, ask.dayFirst('2026-10-01'));
    await reads(terminal, ask.confirm);
    await terminal.waitFor(`2026-10-01 00:00  -10.00 CNY  ${t.ledger.fields.balance} 90.00  街角的书店`);
    await chooses(terminal, ask.yes);
    await reads(terminal, ask.name);
    types(terminal, 'bank');
    expect(await terminal.exit()).toBe(0);
    expect(terminal.history().join('\n')).toContain(t.check.balanced('main CNY', 3, 3));
    expect(terminal.overflow().filter((line) => !line.includes('--columns'))).toEqual([]);

    const again = start();
    expect(await again.exit()).toBe(0);
    const map = 'time=Wann, amount=Wieviel, balance=Stand, counterparty=Wem';
    expect(squeezed(again.history().join(''))).toContain(squeezed(columns('bank', '2026-03-10', map)));
  });
});

it('is not read where the person does not want it, and the error says how to name the columns', async () => {
  const terminal = session(['note', 'import', 'bank.csv'], { folder });
  for (const question of [english.ask.time, english.ask.amount, english.ask.balance, english.ask.counterparty]) {
    await reads(terminal, question);
    terminal.send(KEY.enter);
  }
  await reads(terminal, english.ask.dates('01/10/2026'));
  terminal.send(KEY.enter);
  await reads(terminal, english.ask.confirm);
  await chooses(terminal, english.ask.leave);
  expect(await terminal.exit()).toBe(3);
  expect(squeezed(terminal.history().join(''))).toContain('--columnstime=NAME,amount=NAME');
});

it('with --no-input nothing is asked', async () => {
  const terminal = session(['check', 'bank.csv', '--no-input'], { folder });
  expect(await terminal.exit()).toBe(3);
  expect(squeezed(terminal.history().join(''))).toContain('--columnstime=NAME,amount=NAME');
});
