// The first time at a terminal: three questions before the first draft, once; none where money is in danger.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en/index.ts';
import { zhCN } from '../../src/messages/zh-CN/index.ts';
import { chooses, reads, squeezed, types } from './person.ts';
import { endSessions, KEY, type Session, session } from './session.ts';

afterEach(endSessions);

const { questions } = en.config.setup;
const all = (terminal: Session) => squeezed(terminal.history().join(''));
const draft = (...more: string[]) => ['draft-email', '--problem', 'topup-failed', ...more];

function settingsIn({ folder }: Session): Record<string, string> {
  return JSON.parse(readFileSync(join(folder, 'data', 'settings.json'), 'utf8'));
}

describe('before the first draft', () => {
  it('Enter skips all three; they are never asked again', async () => {
    const first = session(draft());
    for (const question of [questions.language, questions.name, questions.region]) {
      await reads(first, question);
      first.send(KEY.enter);
    }
    await reads(first, en.email.ask.account);
    expect(all(first)).toContain(squeezed(en.config.setup.nothing));
    const { folder } = first;
    first.send(KEY.ctrlC);
    await first.exit();
    expect(Object.keys(settingsIn(first))).toEqual(['setup']);
    const second = session(draft(), { folder });
    await reads(second, en.email.ask.account);
    expect(all(second)).not.toContain(squeezed(questions.name));
  });

  it('what is answered holds at once: the language, the name under the mail, the region by its name', async () => {
    const terminal = session(draft());
    await reads(terminal, questions.language);
    await chooses(terminal, en.config.setup.languages['zh-CN']);
    await reads(terminal, zhCN.config.setup.questions.name);
    expect(terminal.screen().join('')).toContain(zhCN.ask.help.helpHint);
    types(terminal, '王小明');
    await reads(terminal, zhCN.config.setup.questions.region);
    types(terminal, '中国');
    await reads(terminal, zhCN.email.ask.account!);
    expect(settingsIn(terminal)).toMatchObject({ language: 'zh-CN', name: '王小明', region: 'CN' });
  });

  it('< goes back, a region that is none is refused in place, Ctrl-C counts as asked', async () => {
    const terminal = session(draft());
    await reads(terminal, questions.language);
    terminal.send(KEY.enter);
    await reads(terminal, questions.name);
    types(terminal, '<');
    await reads(terminal, questions.language);
    terminal.send(KEY.enter);
    await reads(terminal, questions.name);
    terminal.send(KEY.enter);
    await reads(terminal, questions.region);
    types(terminal, 'Atlantis');
    await terminal.waitFor((screen) => squeezed(screen.join('')).includes(squeezed(en.config.setup.unknownRegion)));
    terminal.send(KEY.ctrlC);
    expect(await terminal.exit()).toBe(130);
    expect(terminal.cursorVisible()).toBe(true);
    expect(Object.keys(settingsIn(terminal))).toEqual(['setup']);
  });

  it('asks nothing first about money that moved without consent, and nothing in a pipe or in CI', async () => {
    const urgent = session(['draft-email', '--problem', 'unauthorised-transaction']);
    await reads(urgent, en.email.ask.account);
    expect(existsSync(join(urgent.folder, 'data', 'settings.json'))).toBe(false);
    urgent.send(KEY.ctrlC);
    await urgent.exit();
    const piped = session(['-c', `"$NODE" "$OKHELP" ${draft('--no-input').join(' ')} | cat`], {
      program: ['/bin/sh'],
      env: { NODE: process.execPath, OKHELP: join(import.meta.dirname, '../../bin/okhelp.js'), CI: '1' },
    });
    await piped.exit();
    expect(all(piped)).not.toContain(squeezed(questions.name));
  });

  it('the first diagnosis asks about the trouble and nothing else', async () => {
    const terminal = session(['diagnose']);
    await reads(terminal, en.diagnose.whichProblem);
    expect(existsSync(join(terminal.folder, 'data', 'settings.json'))).toBe(false);
  });
});

it('the menu offers the other language, keeps it, and asks again in it', async () => {
  const terminal = session([], { rows: 45 });
  await reads(terminal, en.diagnose.menu.whatHappened);
  await chooses(terminal, en.diagnose.menu.otherLanguage);
  await reads(terminal, zhCN.diagnose.menu.whatHappened);
  await chooses(terminal, zhCN.diagnose.menu.quit);
  expect(await terminal.exit()).toBe(0);
  expect(settingsIn(terminal)).toEqual({ language: 'zh-CN' });
});

it('config setup goes on in the language that was chosen, its keys too, for a screen reader', async () => {
  const terminal = session(['config', 'setup'], { env: { ACCESSIBLE: '1' } });
  await terminal.waitFor(en.ask.plain.answer.trim());
  terminal.send('2\r');
  await terminal.waitFor(zhCN.ask.plain.answer.trim());
  expect(all(terminal).split(squeezed(zhCN.config.setup.questions.name))[1]).not.toMatch(/[A-Za-z]/);
  terminal.send(KEY.ctrlC);
  await terminal.exit();
});

it('config setup asks again, with what holds in place, and saves only what changed', async () => {
  const before = session(['config', 'set', 'name', 'Wang']);
  await before.exit();
  const terminal = session(['config', 'setup'], { folder: before.folder });
  await reads(terminal, questions.language);
  terminal.send(KEY.enter);
  await reads(terminal, questions.name);
  await terminal.waitFor('> Wang');
  types(terminal, 'Wang Xiaoming');
  await reads(terminal, questions.region);
  terminal.send(KEY.enter);
  expect(await terminal.exit()).toBe(0);
  expect(settingsIn(terminal)).toMatchObject({ name: 'Wang Xiaoming' });
  expect(settingsIn(terminal).language).toBeUndefined();
  const script = session(['config', 'setup', '--no-input'], { folder: before.folder });
  expect(await script.exit()).toBe(2);
  expect(all(script)).toContain(squeezed('In a script use `okhelp config set`'));
});
