// A guide on a terminal: shown page by page, left early, and undisturbed by Ctrl-C, which belongs to the pager.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { en } from '../../src/messages/en/index.ts';
import { chooses, reads, types } from './person.ts';
import { endSessions, KEY, session } from './session.ts';

/** A pager for the test: the first lines of what it is given, then it waits at the terminal for q. */
const PAGER = `
const { readFileSync, createReadStream } = require('node:fs');
process.on('SIGINT', () => console.log('(interrupted, goes on)'));
const text = readFileSync(0, 'utf8');
console.log(text.split('\\n').slice(0, 3).join('\\n') + '\\n--more--');
createReadStream('/dev/tty').on('data', (keys) => { if (String(keys).includes('q')) process.exit(0); });
`;

let folder: string;
let pager: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'okhelp-pager-'));
  pager = `${process.execPath} ${join(folder, 'pager.cjs')}`;
  writeFileSync(join(folder, 'pager.cjs'), PAGER);
});
afterEach(endSessions);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('is given to the pager, which outlives Ctrl-C and is left with q', async () => {
  const terminal = session(['guide', 'contacting-support'], { rows: 12, env: { PAGER: pager } });
  await terminal.waitFor('--more--');
  expect(terminal.screen().join('\n')).toContain('Contacting support');
  terminal.send(KEY.ctrlC);
  await terminal.waitFor('goes on');
  terminal.send(`q${KEY.enter}`);
  expect(await terminal.exit()).toBe(0);
});

it('a pager that is left before it has read everything is no error', async () => {
  const terminal = session(['guide', 'escalation'], { env: { PAGER: `${process.execPath} -e 0` } });
  expect(await terminal.exit()).toBe(0);
  expect(terminal.screen().join('').trim()).toBe('');
});

it('without such a pager it is written whole, in colour, and no line is wider than the terminal', async () => {
  const terminal = session(['guide', 'paying-safely', '--lang', 'zh-CN'], {
    columns: 60,
    env: { PAGER: join(folder, 'nothing-here') },
  });
  expect(await terminal.exit()).toBe(0);
  expect(terminal.history().join('\n')).toContain('安全付款');
  expect(terminal.raw()).toContain('\x1b[1m');
  expect(terminal.overflow().filter((line) => !line.includes('okhelp '))).toEqual([]);
});

it('the menu asks a question of the FAQ and shows the answer', async () => {
  const { menu } = en.diagnose;
  const terminal = session([], { rows: 45, env: { PAGER: 'cat' } });
  await reads(terminal, menu.whatHappened);
  await chooses(terminal, menu.ask);
  await reads(terminal, menu.question);
  types(terminal, 'how to pay safely');
  expect(await terminal.exit()).toBe(0);
  expect(terminal.history().join('\n')).toContain('okhelp guide paying-safely');
});
