// The emergency steps: there whatever is broken, ticked with their time, resumed where they were left.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emergency } from '../../src/commands/emergency.ts';
import { createContext } from '../../src/context.ts';
import { readGlobals } from '../../src/globals.ts';
import { en } from '../../src/messages/en/index.ts';
import { BACK } from '../../src/terminal/prompter.ts';
import { okhelp, temporaryFolder, testHost } from '../host.ts';
import { scripted } from './scripted-prompter.ts';

const { choices } = en.emergency;

async function steps(dataDir: string, ...flags: string[]) {
  const { stdout, status } = await okhelp(['emergency', '--json', ...flags], { dataDir });
  return { status, ...JSON.parse(stdout) };
}
const doneIn = (document: { steps: { id: string; done: string | null }[] }) =>
  Object.fromEntries(document.steps.filter(({ done }) => done !== null).map(({ id, done }) => [id, done]));

/** Somebody at a terminal who answers these, in a new okhelp each time. */
async function walks(dataDir: string, ...lines: Parameters<typeof scripted>) {
  const host = testHost({ dataDir, tty: true, env: { NO_COLOR: '1' } });
  const context = await createContext(host, readGlobals([]));
  const person = scripted(...lines);
  context.prompter = async () => person;
  try {
    const status = await emergency.run({ args: [] }, context);
    return { status, asked: person.asked, offered: person.offered, out: host.out(), err: host.err() };
  } finally {
    context.close();
  }
}

describe('in a pipe', () => {
  it.each([
    ['en', '1. Stop. Send nothing more.', 'Call: 110 (report it)'],
    ['zh-CN', '1. 停下，不要再转钱。', '电话：110（报警）'],
  ])(
    'all steps stand there at once, the first thing in the first line, with the numbers of the region (%s)',
    async (lang, first, number) => {
      const { stdout, stderr, status } = await okhelp(['emergency', '--region', 'CN', '--lang', lang]);
      expect(status).toBe(0);
      expect(stdout.split('\n')[0]).toBe(first);
      expect(stdout.match(/^\d\. /gm)).toHaveLength(6);
      expect(stdout).toContain(number);
      expect(stderr).toBe('');
    },
  );

  it('keeps nothing and needs nothing: it says which region it does not know', async () => {
    const { stdout, dataDir } = await okhelp(['emergency']);
    expect(stdout).toContain('Your region is not known');
    expect(await steps(dataDir)).toMatchObject({
      schema: 'okhelp.emergency/1',
      case: null,
      next: 'stop',
      region: { known: false },
    });
  });

  it('takes the region of the settings, and a flag over it', async () => {
    const { dataDir } = await okhelp(['config', 'set', 'region', 'GB']);
    expect(await steps(dataDir)).toMatchObject({ region: { id: 'uk', known: true } });
    expect(await steps(dataDir, '--region', 'DE')).toMatchObject({ region: { id: 'eu' } });
    expect(await steps(dataDir, '--region', 'eu')).toMatchObject({ region: { id: 'eu' } });
    const wrong = await okhelp(['emergency', '--region', 'Narnia'], { dataDir });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('--region');
  });

  it('names the source of every statement with --sources', async () => {
    const { stdout } = await okhelp(['emergency', '--region', 'CN', '--sources']);
    expect(stdout).toMatch(/moneysense\.gov\.sg, read\s+on 2026-11-22/);
  });

  it('shows the channels that were saved, where the wallet is to be frozen', async () => {
    const { dataDir } = await okhelp(['contact', 'add', 'phone', '+1 555 0100', '--found', 'in the app']);
    const { stdout } = await okhelp(['emergency'], { dataDir });
    expect(stdout).toContain('→ You saved: phone +1 555 0100 (found: in the app)');
  });
});

describe('with everything broken', () => {
  it.each([
    ['data that are no data', (dir: string) => writeFileSync(join(dir, 'okhelp.db'), 'not a database, '.repeat(500))],
    ['a folder in the place of the data', (dir: string) => mkdirSync(join(dir, 'okhelp.db'))],
    ['settings that are no settings', (dir: string) => writeFileSync(join(dir, 'settings.json'), '{ broken')],
  ])('%s: the steps are all there, status 0', async (_, breaks) => {
    const dataDir = temporaryFolder();
    breaks(dataDir);
    const { stdout, status, stderr } = await okhelp(['emergency', '--region', 'CN'], { dataDir });
    expect(status).toBe(0);
    expect(stdout.match(/^\d\. /gm)).toHaveLength(6);
    expect(stderr).not.toBe('');
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('a data folder that is a file: at a terminal the steps go on, and it is said once that nothing is kept', async () => {
    const dataDir = join(temporaryFolder(), 'file');
    writeFileSync(dataDir, '');
    const { status, out, err } = await walks(
      dataDir,
      choices.done,
      'Japan',
      choices.done,
      choices.done,
      choices.done,
      choices.done,
      choices.done,
    );
    expect(status).toBe(0);
    expect(out.match(/^\d\. /gm)).toHaveLength(6);
    expect(err.match(/cannot be kept/g)).toHaveLength(1);
    expect(out).toContain(en.emergency.allDone);
  });

  it('a tick from a script that cannot be kept is an error', async () => {
    const dataDir = temporaryFolder();
    mkdirSync(join(dataDir, 'okhelp.db'));
    expect((await okhelp(['emergency', '--done', 'stop'], { dataDir })).status).toBe(3);
  });
});

describe('--done', () => {
  it('ticks by name or number, now or earlier, in a case of its own that later ticks join', async () => {
    const { dataDir, stdout } = await okhelp(['emergency', '--done', 'stop', '--done', '2=11:20']);
    expect(stdout).toContain('kept with case c1');
    const third = await steps(dataDir, '--done', 'police=2026-03-15T09:30:00+01:00');
    expect(third).toMatchObject({ case: 'c1', next: 'access' });
    expect(doneIn(third)).toEqual({
      stop: '2026-03-15T12:00:00+08:00',
      freeze: '2026-03-15T11:20:00+08:00',
      police: '2026-03-15T09:30:00+01:00',
    });
  });

  it('again corrects the time', async () => {
    const { dataDir } = await okhelp(['emergency', '--done', 'stop']);
    expect(doneIn(await steps(dataDir, '--done', 'stop=08:00'))).toEqual({ stop: '2026-03-15T08:00:00+08:00' });
  });

  it('joins an open case about money that moved, and begins anew with --new', async () => {
    const { dataDir } = await okhelp(['diagnose', '-a', 'problem=unauthorised-transaction', '--no-input']);
    expect(await steps(dataDir, '--done', 'stop')).toMatchObject({ case: 'c1' });
    expect(await steps(dataDir, '--new', '--done', 'stop')).toMatchObject({ case: 'c2' });
    expect(await steps(dataDir, '--case', 'c1', '--done', 'freeze')).toMatchObject({ case: 'c1', next: 'police' });
  });

  it.each([
    [['--done', 'frezee'], 'Did you mean `freeze`?'],
    [['--done', 'stop=yesterday'], '--done'],
    [['--case', 'c9', '--done', 'stop'], 'c9'],
    [['--case', 'c1', '--new'], '--new'],
  ])('%j is refused', async (flags, said) => {
    const { status, stderr } = await okhelp(['emergency', ...flags]);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });
});

describe('at a terminal', () => {
  it('goes back, takes a tick away, leaves out, stops, and goes on later where it was', async () => {
    const dataDir = temporaryFolder();
    const first = await walks(
      dataDir,
      choices.done,
      'Hong Kong',
      choices.done,
      BACK,
      choices.undo,
      choices.done,
      choices.skip,
      choices.later,
      choices.stop,
    );
    expect(first.asked.filter((line) => line === en.emergency.whereLive)).toHaveLength(1);
    expect(first.offered[1]).toContain('marked: Mainland China');
    expect(first.out).toContain('18222');
    expect(await steps(dataDir)).toMatchObject({ next: 'access', region: { id: 'hk', known: true } });

    const second = await walks(dataDir, choices.done, choices.done, choices.done);
    expect(second.asked).toEqual([4, 5, 6].map((n) => en.emergency.isDone(n, 6)));
    expect(second.out.split('\n')[0]).toBe('1. Stop. Send nothing more.');
    expect(second.out).toContain(en.emergency.allDone);
    expect(await steps(dataDir)).toMatchObject({ next: null });
  });

  it('keeps a region of several countries with the case, and does not ask again', async () => {
    const dataDir = temporaryFolder();
    await walks(dataDir, choices.done, 'European Union', choices.stop);
    const again = await walks(dataDir, choices.stop);
    expect(again.asked).toEqual([en.emergency.isDone(2, 6)]);
    expect(await steps(dataDir)).toMatchObject({ region: { id: 'eu', known: true } });
  });

  it('asks which case it is where one is open', async () => {
    const { dataDir } = await okhelp(['diagnose', '-a', 'problem=payment-failed', '--no-input']);
    const joined = await walks(dataDir, choices.done, 'c1', 'Japan', choices.stop);
    expect(joined.asked).toContain(en.emergency.whichCase);
    expect(await steps(dataDir)).toMatchObject({ case: 'c1', next: 'freeze' });
  });

  it('Ctrl-C names the command that goes on, and the ticks are there', async () => {
    const dataDir = temporaryFolder();
    await expect(walks(dataDir, choices.done, 'Japan', 'Ctrl-C')).rejects.toMatchObject({
      code: 'interrupted',
      values: { resume: 'okhelp emergency' },
    });
    expect(Object.keys(doneIn(await steps(dataDir)))).toEqual(['stop']);
  });
});

it.each([
  ['en', 'Finish the emergency list. 4 steps of it are open.', '3. Report it to the police at once.'],
  ['zh-CN', '把应急清单做完，还有 4 步没有完成。', '3. 马上报警。'],
])('what was left half-way is named by the next steps of its case (%s)', async (lang, what, third) => {
  const { dataDir } = await okhelp(['emergency', '--region', 'GB', '--done', 'stop', '--done', 'freeze']);
  const { stdout } = await okhelp(['case', 'next', '--lang', lang], { dataDir });
  expect(stdout).toContain(what);
  expect(stdout).toContain(third);
  expect(stdout).not.toContain('2. ');
  const { steps: next } = JSON.parse((await okhelp(['case', 'next', '--json'], { dataDir })).stdout);
  expect(next[0]).toMatchObject({ task: 'emergency', command: 'okhelp emergency --case c1' });
  expect(next[0].open.map(({ id }: { id: string }) => id)).toEqual(['police', 'access', 'evidence', 'recovery']);
  const rest = ['police', 'access', 'evidence', 'recovery'].flatMap((id) => ['--done', id]);
  await okhelp(['emergency', ...rest], { dataDir });
  expect((await okhelp(['case', 'next', '--json'], { dataDir })).stdout).not.toContain('"emergency"');
});

it('a mail can be written from a case that the steps opened', async () => {
  const { dataDir } = await okhelp(['emergency', '--done', 'stop']);
  const { status, stdout } = await okhelp(['draft-email', '--case', 'c1'], { dataDir });
  expect(status).toBe(0);
  expect(stdout).toContain('Urgent: unauthorised transaction');
});
