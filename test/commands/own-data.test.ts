// All that okhelp keeps: where it lies, all of it in one archive, and all of it gone.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli.ts';
import { sha256Of } from '../../src/commands/case/evidence.ts';
import { createContext } from '../../src/context.ts';
import { readGlobals } from '../../src/globals.ts';
import { okhelp, temporaryFolder, testHost } from '../host.ts';
import { type Line, scripted } from './scripted-prompter.ts';

let dataDir: string;
let cwd: string;
const run = (...argv: string[]) => okhelp(argv, { dataDir, cwd });

beforeEach(async () => {
  dataDir = join(temporaryFolder(), 'okhelp');
  cwd = temporaryFolder();
  await run('note', 'add', '--type', 'payment', '--amount', '5', '--memo', 'password: Quitten7mark');
  await run('note', 'add', '--type', 'topup', '--amount', '9', '--memo', 'removed later');
  await run('note', 'remove', 'n2', '--yes');
  await run('diagnose', '--no-input', '--answer', 'problem=topup-failed');
  await run('draft-email', '--no-input');
  await run('contact', 'add', 'email', 'help@wallet.example', '--found', 'in the app');
  await run('config', 'set', 'name', 'Zhang Xiaoyue');
  writeFileSync(join(cwd, 'shot.png'), Buffer.from([137, 80, 78, 71, 0, 1]));
  writeFileSync(join(cwd, 'lost.txt'), 'lost');
  writeFileSync(join(cwd, 'reply.txt'), 'before');
  await run('case', 'attach', 'shot.png', 'lost.txt', 'reply.txt');
  rmSync(join(cwd, 'lost.txt'));
  writeFileSync(join(cwd, 'reply.txt'), 'after');
});

/** Runs the command at a terminal, where a person gives these answers. */
async function asked(name: string, argv: string[], ...answers: Line[]) {
  const host = testHost({ argv, dataDir, cwd, tty: true });
  const context = await createContext(host, readGlobals(argv));
  const person = scripted(...answers);
  context.prompter = async () => person;
  const { run: command } = await COMMANDS.find((entry) => entry.name === name)!.load();
  const status = await command({ args: [] } as never, context);
  context.close();
  return { status, asked: person.asked, offered: person.offered, out: host.out(), err: host.err() };
}

describe('okhelp export', () => {
  const archive = (file: string) => unzipSync(readFileSync(join(cwd, file)));

  test('holds everything as it was written, with its sums, and says that it is private', async () => {
    const { status, stdout, stderr } = await run('export');
    expect([status, stdout]).toEqual([0, 'Written to okhelp-private-2026-03-15.zip: 15 files.\n']);
    expect(stderr.replace(/\s+/g, ' ')).toBe(
      'This file is for you alone: it holds what you wrote as you wrote it, secrets too, and is not encrypted. Keep it where only you can get at it, and send it to nobody. To give somebody a case: okhelp case export. lost.txt: is not there any more, so no copy is in it. reply.txt has changed since it was added. A copy of what it is now is in it. ',
    );
    expect(statSync(join(cwd, 'okhelp-private-2026-03-15.zip')).mode & 0o777).toBe(0o600);
    const files = archive('okhelp-private-2026-03-15.zip');
    expect(Object.keys(files)).toEqual([
      'README.txt',
      'notes.csv',
      'notes.json',
      'contacts.csv',
      'contacts.json',
      'cases/c1/case.json',
      'cases/c1/timeline.csv',
      'cases/c1/drafts/d1-email.txt',
      'cases/c1/drafts/d1-email.eml',
      'cases/c1/evidence.csv',
      'cases/c1/evidence/f1-shot.png',
      'cases/c1/evidence/f3-reply.txt',
      'settings.json',
      'okhelp.db',
      'SHA256SUMS.txt',
    ]);
    expect(strFromU8(files['README.txt']!)).toContain('PRIVATE: FOR YOU ALONE');
    expect(strFromU8(files['notes.csv']!)).toContain('password: Quitten7mark');
    expect(strFromU8(files['settings.json']!)).toContain('Zhang Xiaoyue');
    expect(strFromU8(files['contacts.json']!)).toContain('help@wallet.example');
    expect(strFromU8(files['cases/c1/evidence/f3-reply.txt']!)).toBe('after');
    const sums = Object.entries(files).filter(([name]) => name !== 'SHA256SUMS.txt');
    expect(strFromU8(files['SHA256SUMS.txt']!)).toBe(
      sums.map(([name, bytes]) => `${sha256Of(bytes)}  ${name}\n`).join(''),
    );
  });

  test('is the same bytes at the same instant, and leaves nothing beside the data', async () => {
    const before = readdirSync(dataDir);
    await run('export', '-o', 'a.zip');
    await run('export', '-o', 'b.zip');
    expect(readFileSync(join(cwd, 'a.zip')).equals(readFileSync(join(cwd, 'b.zip')))).toBe(true);
    expect(readdirSync(dataDir)).toEqual(before);
  });

  test('brings everything back: its data file in an empty folder, its notes by import', async () => {
    await run('export', '-o', 'all.zip');
    const files = archive('all.zip');
    const restored = temporaryFolder();
    writeFileSync(join(restored, 'okhelp.db'), files['okhelp.db']!);
    for (const argv of [['note', 'list'], ['case', 'show', 'c1'], ['contact']]) {
      const [there, here] = [await okhelp(argv, { dataDir: restored, cwd }), await run(...argv)];
      expect(there.stdout).toBe(here.stdout);
    }
    const undone = await okhelp(['note', 'undo'], { dataDir: restored });
    expect(undone.stdout).toContain('note remove n2');
    for (const name of ['notes.csv', 'notes.json']) {
      writeFileSync(join(cwd, name), files[name]!);
      const { stdout } = await okhelp(['note', 'import', name], { cwd });
      expect(stdout).toContain('1 new');
    }
  });

  test('works where nothing was recorded, and where the settings cannot be read', async () => {
    writeFileSync(join(dataDir, 'settings.json'), '{');
    expect((await run('export', '-o', 'all.zip')).status).toBe(0);
    expect(strFromU8(archive('all.zip')['settings.json']!)).toBe('{');
    const empty = await okhelp(['export'], { cwd });
    expect(empty.stdout).toBe('Written to okhelp-private-2026-03-15.zip: 6 files.\n');
  });

  test('as JSON lists what is in it and what is not', async () => {
    const { stdout } = await run('export', '-o', 'all.zip', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'okhelp.archive/1',
      private: true,
      encrypted: false,
      left: [{ case: 'c1', id: 'f2', name: 'lost.txt', why: 'gone' }],
      changed: [{ case: 'c1', id: 'f3' }],
    });
  });

  test('replaces no file without --force, and is never written to a terminal', async () => {
    await run('export', '-o', 'all.zip');
    expect((await run('export', '-o', 'all.zip')).status).toBe(2);
    expect((await run('export', '-o', 'all.zip', '--force')).status).toBe(0);
    expect((await run('export', '-o', '-')).status).toBe(2);
  });
});

describe('okhelp delete-all', () => {
  test('leaves nothing in the folder, and the person’s own files alone', async () => {
    const { status, stdout } = await run('delete-all', '--yes');
    expect([status, stdout]).toEqual([0, 'Everything that okhelp kept is deleted.\n']);
    expect(existsSync(dataDir)).toBe(false);
    expect(readdirSync(cwd)).toEqual(['reply.txt', 'shot.png']);
    expect((await run('note', 'list', '--json')).stdout).toContain('"notes": []');
  });

  test('takes the log of an interrupted run, copies of damaged data and what a crash left, and keeps what is not its own', async () => {
    for (const name of [
      'okhelp.db-wal.txt',
      'okhelp.db.damaged-20260301T000000Z',
      'okhelp-error.log',
      '.okhelp-1a2b.tmp',
      'diary.txt',
    ])
      writeFileSync(join(dataDir, name), 'x');
    const { stdout } = await run('delete-all', '--yes', '--json');
    expect(readdirSync(dataDir)).toEqual(['diary.txt', 'okhelp.db-wal.txt']);
    const { deleted, kept } = JSON.parse(stdout);
    expect(deleted).toMatchObject({ counts: { notes: 1, cases: 1, drafts: 1, evidence: 3, contacts: 1 }, settings: 1 });
    expect(kept.map((path: string) => path.slice(dataDir.length + 1))).toEqual(['diary.txt', 'okhelp.db-wal.txt']);
  });

  test('works where the data and the settings are damaged', async () => {
    writeFileSync(join(dataDir, 'okhelp.db'), 'x'.repeat(5000));
    writeFileSync(join(dataDir, 'settings.json'), '{');
    expect((await run('delete-all', '--yes')).status).toBe(0);
    expect(existsSync(dataDir)).toBe(false);
  });

  test('deletes what a link leads to', async () => {
    const elsewhere = join(temporaryFolder(), 'elsewhere.db');
    writeFileSync(elsewhere, readFileSync(join(dataDir, 'okhelp.db')));
    rmSync(join(dataDir, 'okhelp.db'));
    writeFileSync(`${elsewhere}-journal`, 'x');
    symlinkSync(elsewhere, join(dataDir, 'okhelp.db'));
    expect((await run('delete-all', '--yes')).status).toBe(0);
    expect([elsewhere, `${elsewhere}-journal`, dataDir].filter((path) => existsSync(path))).toEqual([]);
  });

  test('needs --yes where nobody can be asked, and --dry-run only shows', async () => {
    expect((await run('delete-all')).status).toBe(2);
    const dry = await run('delete-all', '--dry-run');
    expect(dry.stdout).toContain('1 note, 1 case');
    expect((await run('note', 'list')).stdout).toContain('Quitten7mark');
  });

  test('at a terminal shows what goes, exports first, and takes the word alone for a yes', async () => {
    const refused = await asked('delete-all', [], 'no', 'yes');
    expect(refused.err).toContain('1 note, 1 case');
    expect(refused.err).toContain('Nothing was deleted.');
    expect(existsSync(join(dataDir, 'okhelp.db'))).toBe(true);

    writeFileSync(join(cwd, 'taken.zip'), '');
    const agreed = await asked('delete-all', [], 'yes', 'taken.zip', 'mine.zip', 'delete');
    expect(agreed.asked.slice(0, 2)).toEqual([
      'Put all of it into one file for yourself first?',
      'Write it to which file?',
    ]);
    expect(agreed.offered[0]).toEqual(['okhelp-private-2026-03-15.zip']);
    expect(agreed.err).toContain('taken.zip');
    expect(existsSync(dataDir)).toBe(false);
    expect(Object.keys(unzipSync(readFileSync(join(cwd, 'mine.zip'))))).toContain('okhelp.db');
  });

  test('takes the word of the language', async () => {
    await asked('delete-all', ['--lang', 'zh-CN'], 'no', '删');
    expect(existsSync(dataDir)).toBe(true);
    await asked('delete-all', ['--lang', 'zh-CN'], 'no', '删除');
    expect(existsSync(dataDir)).toBe(false);
  });

  test('leaves a folder that somebody made in it', async () => {
    mkdirSync(join(dataDir, 'sub'));
    expect((await run('delete-all', '--yes')).status).toBe(0);
    expect(readdirSync(dataDir)).toEqual(['sub']);
  });
});

describe('okhelp config', () => {
  test('as JSON has every place and what is in it', async () => {
    const { stdout } = await run('config', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'okhelp.places/1',
      folder: dataDir,
      files: [
        { kind: 'data', path: join(dataDir, 'okhelp.db') },
        { kind: 'settings', path: join(dataDir, 'settings.json') },
      ],
      counts: { notes: 1, cases: 1, drafts: 1, evidence: 3, contacts: 1 },
      unread: null,
      evidence: [{ case: 'c1', id: 'f1', path: join(cwd, 'shot.png') }, { id: 'f2' }, { id: 'f3' }],
    });
  });

  test('shows the places also where the data cannot be read', async () => {
    writeFileSync(join(dataDir, 'okhelp.db'), 'x'.repeat(5000));
    chmodSync(dataDir, 0o700);
    const { status, stdout } = await run('config');
    expect(status).toBe(0);
    expect(stdout).toContain(join(dataDir, 'okhelp.db'));
    expect(stdout).toContain('What is in it could not be read');
  });
});

describe('what lies outside the folder', () => {
  const home = () => join(dataDir, '..');
  const cache = () => join(home(), '.cache', 'okhelp');
  const build = () => join(cache(), '0123456789abcdef-v20.20.2-x64');
  const log = () => join(home(), 'okhelp-error.log');
  const there = (...argv: string[]) => okhelp(argv, { dataDir, cwd, env: { HOME: home(), TMPDIR: home() } });
  beforeEach(() => {
    mkdirSync(build(), { recursive: true });
    writeFileSync(join(build(), 'main'), 'x'.repeat(2048));
    writeFileSync(log(), 'Error: details');
  });

  test('is shown by config: the compiled code with its size, and the log of a fault in the temporary folder', async () => {
    expect(JSON.parse((await there('config', '--json')).stdout).files.slice(2)).toEqual([
      { kind: 'compiled-code', path: cache(), bytes: 2048 },
      { kind: 'log', path: log(), bytes: 14 },
    ]);
    expect((await there('config')).stdout).toContain(`${cache()} (2 KB)`);
  });

  test('goes with all else, but for what is not okhelp’s there', async () => {
    writeFileSync(join(cache(), 'mine.txt'), 'x');
    expect((await there('delete-all', '--dry-run')).stdout.replace(/\n +/g, '')).toContain(cache());
    expect((await there('delete-all', '--yes')).status).toBe(0);
    expect([log(), build(), dataDir].filter((path) => existsSync(path))).toEqual([]);
    expect(readdirSync(cache())).toEqual(['mine.txt']);
  });

  test('alone needs no export first, and is not called notes', async () => {
    await there('delete-all', '--yes');
    mkdirSync(build(), { recursive: true });
    writeFileSync(join(build(), 'main'), 'x');
    expect((await there('delete-all', '--dry-run')).stdout).not.toMatch(/note|history/);
    await there('delete-all', '--yes');
    expect((await there('delete-all', '--yes')).stdout).toBe('okhelp keeps nothing on this computer.\n');
  });
});
