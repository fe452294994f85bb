// Every prompt of okhelp at the first glance: it fits the terminal, ? tells more, Ctrl-C and Ctrl-D leave it cleanly.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en/index.ts';
import { zhCN } from '../../src/messages/zh-CN/index.ts';
import { squeezed } from './person.ts';
import { prepareData } from './prepared.ts';
import { endSessions, KEY, type Session, session } from './session.ts';

const WORDS = { en, 'zh-CN': zhCN };

const PROMPTS = [
  'okhelp',
  'okhelp diagnose',
  'okhelp diagnose something with my money',
  'okhelp note add',
  'okhelp note add --type topup',
  'okhelp note edit n1',
  'okhelp note remove n1',
  'okhelp note import bank.csv',
  'okhelp check --fix',
  'okhelp check bank.csv',
  'okhelp draft-email',
  'okhelp draft phone',
  'okhelp draft complaint',
  'okhelp case log',
  'okhelp case log remark',
  'okhelp case next',
  'okhelp case close',
  'okhelp case delete c1',
  'okhelp contact add',
  'okhelp contact add email',
  'okhelp emergency',
  'okhelp config setup',
];

let prepared: ReturnType<typeof prepareData>;
beforeAll(() => {
  prepared = prepareData();
});
afterEach(endSessions);
afterAll(() => prepared.remove());

/** The prompt that waits is drawn: a list with its keys, or a line to type. */
const waits = (screen: string[]) =>
  screen.some((row) => row.startsWith('? ')) && screen.some((row) => /^( {2})?>/.test(row));

async function asked(line: string, lang: 'en' | 'zh-CN', columns: number): Promise<Session> {
  const folder = prepared.copy();
  const terminal = session(line.split(' ').slice(1), { columns, rows: 40, folder, env: { OKHELP_LANG: lang } });
  await terminal.waitFor(waits);
  return terminal;
}

/** Left with one line (and what it kept), nothing on the terminal switched on. */
function expectLeft(terminal: Session, lang: 'en' | 'zh-CN'): void {
  const shown = squeezed(terminal.history().join(''));
  expect(shown).toContain(squeezed(WORDS[lang].errors.codes.interrupted({ resume: null }).message));
  expect(terminal.raw()).not.toMatch(/\n\s+at |Error/);
  expect(terminal.cursorVisible()).toBe(true);
  expect(terminal.raw().lastIndexOf('\u001b[?2004l')).toBeGreaterThan(terminal.raw().lastIndexOf('\u001b[?2004h'));
}

describe.each(['en', 'zh-CN'] as const)('in %s', (lang) => {
  const { help } = WORDS[lang].ask;

  it.each(PROMPTS)('`%s` fits 40 columns, tells more on ?, and Ctrl-C leaves it', async (line) => {
    const terminal = await asked(line, lang, 40);
    const typed = terminal.screen().some((row) => row.startsWith('  >'));
    terminal.send(typed ? `?${KEY.enter}` : '？');
    await terminal.waitFor((screen) => squeezed(screen.join('')).includes(squeezed(help.leave)));
    terminal.send(KEY.ctrlC);
    expect(await terminal.exit()).toBe(130);
    expectLeft(terminal, lang);
    expect(terminal.overflow()).toEqual([]);
  });

  it.each(PROMPTS)(
    '`%s` fits 120 columns, is drawn for a window that became narrow, and Ctrl-D leaves it',
    async (line) => {
      const terminal = await asked(line, lang, 120);
      expect(terminal.overflow()).toEqual([]);
      terminal.resize(60, 40);
      terminal.send(KEY.down);
      await terminal.waitFor(waits);
      terminal.send(KEY.ctrlD);
      expect(await terminal.exit()).toBe(130);
      expectLeft(terminal, lang);
    },
  );
});
