// Somebody in danger at a terminal: the first thing to do before any question, a tick for each step, nothing lost by Ctrl-C.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Region } from '../../src/knowledge/region.ts';
import { en } from '../../src/messages/en/index.ts';
import { zhCN } from '../../src/messages/zh-CN/index.ts';
import { chooses, reads, squeezed } from './person.ts';
import { endSessions, KEY, type Session, type SessionOptions, session } from './session.ts';

const WORDS = { en, 'zh-CN': zhCN };

afterEach(endSessions);

function regionOf(id: string, lang: 'en' | 'zh-CN'): Region {
  const file = join(import.meta.dirname, '../../dist/content', lang, 'regions', `${id}.json`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function okhelp(args: string[], lang: 'en' | 'zh-CN', options: SessionOptions = {}): Session {
  return session(args, { rows: 50, ...options, env: { OKHELP_LANG: lang, ...options.env } });
}

const all = (terminal: Session) => squeezed(terminal.history().join(''));

describe.each([
  ['en', 60],
  ['zh-CN', 60],
  ['en', 120],
  ['zh-CN', 120],
] as const)('okhelp emergency in %s, %i columns wide', (lang, columns) => {
  const { emergency } = WORDS[lang];
  const { choices } = emergency;

  it('says the first thing first, asks for the region once, ticks each step, and tells what is next', async () => {
    const china = regionOf('cn', lang);
    const [stop, , police] = china.emergency;
    const terminal = okhelp(['emergency'], lang, { columns });
    await reads(terminal, emergency.isDone(1, 6));
    expect(squeezed(terminal.history()[0]!)).toBe(squeezed(`1. ${stop!.text}`));
    terminal.send(KEY.enter);
    await reads(terminal, emergency.whereLive);
    await chooses(terminal, china.title);
    await reads(terminal, emergency.isDone(2, 6));
    terminal.send(KEY.enter);
    await reads(terminal, emergency.isDone(3, 6));
    expect(all(terminal)).toContain(squeezed(police!.contacts[0]!.value));
    await chooses(terminal, choices.later);
    await reads(terminal, emergency.isDone(4, 6));
    await chooses(terminal, choices.skip);
    await reads(terminal, emergency.isDone(5, 6));
    terminal.send(KEY.enter);
    await reads(terminal, emergency.isDone(6, 6));
    terminal.send(KEY.enter);
    expect(await terminal.exit()).toBe(0);
    const shown = all(terminal);
    expect(shown).toContain(squeezed(emergency.stillOpen(1)));
    expect(shown).toContain(squeezed(`${emergency.doneAt('2026-03-10 09:00')}`));
    expect(shown).toContain(squeezed(emergency.kept('c1')));
    expect(terminal.overflow()).toEqual([]);
    expect(terminal.cursorVisible()).toBe(true);
  });

  it('is reached from plain okhelp by Enter alone', async () => {
    const terminal = okhelp([], lang, { columns });
    await reads(terminal, WORDS[lang].diagnose.menu.whatHappened);
    terminal.send(KEY.enter);
    await reads(terminal, emergency.isDone(1, 6));
    expect(all(terminal)).toContain(squeezed(regionOf('elsewhere', lang).emergency[0]!.text));
  });
});

describe('Ctrl-C', () => {
  it('loses nothing: the next okhelp emergency shows what is done and goes on', async () => {
    const { emergency } = en;
    const first = okhelp(['emergency', '--region', 'GB'], 'en');
    await reads(first, emergency.isDone(1, 6));
    first.send(KEY.enter);
    await reads(first, emergency.isDone(2, 6));
    first.send(KEY.enter);
    await reads(first, emergency.isDone(3, 6));
    first.send(KEY.ctrlC);
    expect(await first.exit()).toBe(130);
    expect(all(first)).toContain(squeezed('go on with `okhelp emergency`'));

    const second = okhelp(['emergency', '--region', 'GB'], 'en', {
      folder: first.folder,
      env: { OKHELP_NOW: '2026-03-10T10:30:00+08:00' },
    });
    await reads(second, emergency.isDone(3, 6));
    expect(all(second)).toContain(squeezed('1. Stop. Send nothing more.  ✓ done 2026-03-10 09:00'));
    expect(all(second)).toContain(squeezed(emergency.goesOn('c1', '2026-03-10')));
    await chooses(second, en.ask.back);
    await reads(second, emergency.isDone(2, 6));
    await chooses(second, emergency.choices.undo);
    await second.waitFor((screen) => squeezed(screen.join('')).includes(squeezed(`> ${emergency.choices.done}`)));
    second.send(KEY.enter);
    await reads(second, emergency.isDone(3, 6));
    await chooses(second, emergency.choices.stop);
    expect(await second.exit()).toBe(0);
  });
});

describe('after an urgent diagnosis', () => {
  it.each(['en', 'zh-CN'] as const)('Enter goes on to the steps, with its case, in %s', async (lang) => {
    const { emergency } = WORDS[lang];
    const answers = ['problem=account-restricted', 'account-kind=fiat', 'account-scope=send', 'account-notice=fee'];
    const terminal = okhelp(['diagnose', ...answers.flatMap((answer) => ['-a', answer])], lang);
    await reads(terminal, WORDS[lang].diagnose.yourAnswers);
    await chooses(terminal, WORDS[lang].diagnose.showOutcome);
    await reads(terminal, emergency.go);
    terminal.send(KEY.enter);
    await reads(terminal, emergency.isDone(1, 6));
    expect(all(terminal)).toContain(squeezed('okhelp emergency --case c1'));
    terminal.send(KEY.enter);
    await reads(terminal, emergency.whereLive);
  });
});
