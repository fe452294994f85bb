// Reading and writing the files that a user names, and each way in which that fails.
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OkhelpError } from '../src/errors.ts';
import { readInput, writeOutput } from '../src/files.ts';
import { en } from '../src/messages/en/index.ts';
import { zhCN } from '../src/messages/zh-CN/index.ts';
import { testHost } from './host.ts';

function machine(stdin = '') {
  const host = testHost({ stdin });
  return { host, io: { stdin: host.stdin, stdout: host.stdout }, folder: host.cwd };
}

describe('readInput', () => {
  it('reads a file beside the user, and standard input for -', async () => {
    const context = machine('piped');
    writeFileSync(join(context.folder, 'a.txt'), 'file');
    expect(Buffer.from(await readInput('a.txt', context)).toString()).toBe('file');
    expect(Buffer.from(await readInput('-', context)).toString()).toBe('piped');
  });

  it.each([
    ['none.csv', 'file-not-found'],
    ['a.txt/b.csv', 'file-not-found'],
    ['.', 'file-is-directory'],
  ])('%s: %s', async (path, code) => {
    const context = machine();
    writeFileSync(join(context.folder, 'a.txt'), 'file');
    await expect(readInput(path, context)).rejects.toMatchObject({ code, values: { file: path } });
  });
});

describe('writeOutput', () => {
  it('writes for the owner only, and leaves nothing else behind', async () => {
    const context = machine();
    await writeOutput('a.txt', 'text', context);
    expect(readFileSync(join(context.folder, 'a.txt'), 'utf8')).toBe('text');
    expect(statSync(join(context.folder, 'a.txt')).mode & 0o777).toBe(0o600);
    expect(readdirSync(context.folder)).toEqual(['a.txt']);
  });

  it('refuses to replace, and replaces whole with force', async () => {
    const context = machine();
    await writeOutput('a.txt', 'one', context);
    await expect(writeOutput('a.txt', 'two', context)).rejects.toMatchObject({ code: 'file-exists' });
    await writeOutput('a.txt', 'two', context, { force: true });
    expect(readFileSync(join(context.folder, 'a.txt'), 'utf8')).toBe('two');
  });

  it('writes through a link to the file behind it', async () => {
    const context = machine();
    mkdirSync(join(context.folder, 'real'));
    writeFileSync(join(context.folder, 'real', 'a.txt'), 'one');
    symlinkSync(join('real', 'a.txt'), join(context.folder, 'link.txt'));
    await writeOutput('link.txt', 'two', context, { force: true });
    expect(lstatSync(join(context.folder, 'link.txt')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(context.folder, 'real', 'a.txt'), 'utf8')).toBe('two');
  });

  it('- is standard output', async () => {
    const context = machine();
    await writeOutput('-', 'text', context);
    expect(context.host.out()).toBe('text');
  });

  it('writes piece by piece what comes so, to a file and to standard output', async () => {
    const context = machine();
    const pieces = async (write: (text: string) => Promise<void>) => {
      for (const piece of ['one, ', '两', ', three']) await write(piece);
    };
    await writeOutput('a.txt', pieces, context);
    await writeOutput('-', pieces, context);
    expect(readFileSync(join(context.folder, 'a.txt'), 'utf8')).toBe('one, 两, three');
    expect(context.host.out()).toBe('one, 两, three');
  });

  it('leaves the file as it was where the pieces end in an error', async () => {
    const context = machine();
    await writeOutput('a.txt', 'whole', context);
    const broken = writeOutput(
      'a.txt',
      async (write) => {
        await write('half');
        throw new OkhelpError('data-damaged', { path: 'okhelp.db', kept: 'copy' });
      },
      context,
      { force: true },
    );
    await expect(broken).rejects.toMatchObject({ code: 'data-damaged' });
    expect(readdirSync(context.folder)).toEqual(['a.txt']);
    expect(readFileSync(join(context.folder, 'a.txt'), 'utf8')).toBe('whole');
  });

  it.runIf(existsSync('/dev/full'))('a full disk: disk-full', async () => {
    await expect(writeOutput('/dev/full', 'text', machine())).rejects.toMatchObject({ code: 'disk-full' });
    const pieces = writeOutput('/dev/full', (write) => write('text'), machine());
    await expect(pieces).rejects.toMatchObject({ code: 'disk-full', values: { path: '/dev/full' } });
  });

  it.runIf(existsSync('/sys/kernel'))(
    'a folder where nobody may write: another file is proposed, not other data',
    async () => {
      const refused = writeOutput('/sys/okhelp-none.csv', 'text', machine());
      await expect(refused).rejects.toMatchObject({ code: 'not-writable', values: { named: true } });
      for (const words of [en, zhCN]) {
        const { hint } = words.errors.codes['not-writable']({ path: 'a.csv', named: true });
        expect(hint).not.toContain('--data-dir');
      }
    },
  );

  it('a folder that is not there, and a folder in the place of the file', async () => {
    const context = machine();
    for (const path of ['none/a.txt', 'none/'])
      await expect(writeOutput(path, 'text', context)).rejects.toMatchObject({
        code: 'folder-missing',
        values: { folder: expect.stringMatching(/^none\/?$/), isFile: false },
      });
    await expect(writeOutput('.', 'text', context)).rejects.toMatchObject({ code: 'file-is-directory' });
    expect(readdirSync(context.folder)).toEqual([]);
    await writeOutput('a.txt', 'text', context);
    await expect(writeOutput('a.txt/b.txt', 'text', context)).rejects.toMatchObject({
      code: 'folder-missing',
      values: { folder: 'a.txt', isFile: true },
    });
  });
});
