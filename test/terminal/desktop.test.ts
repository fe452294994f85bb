// The clipboard and the opener: which program is tried when, what it is given, and how failure shows.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyText, programs, type Run } from '../../src/terminal/clipboard.ts';
import { openTarget } from '../../src/terminal/opener.ts';
import { temporaryFolder } from '../host.ts';

function recorder(works: string): { run: Run; calls: [string, string | Uint8Array][] } {
  const calls: [string, string | Uint8Array][] = [];
  return {
    calls,
    run: async (command, _, input) => {
      calls.push([command, input]);
      return command === works ? 0 : null;
    },
  };
}

describe('copyText', () => {
  it('goes on to the next program until one takes the text', async () => {
    const { run, calls } = recorder('xsel');
    await copyText('你好', 'linux', run);
    expect(calls.map(([command]) => command)).toEqual(['wl-copy', 'xclip', 'xsel']);
  });

  it('gives Windows UTF-16 with a byte order mark and CRLF', async () => {
    const { run, calls } = recorder('clip.exe');
    await copyText('好\n', 'win32', run);
    expect([...(calls[0]![1] as Uint8Array)]).toEqual([0xff, 0xfe, 0x7d, 0x59, 0x0d, 0, 0x0a, 0]);
  });

  it('names the programs where none is there', async () => {
    await expect(copyText('a', 'darwin', recorder('none').run)).rejects.toMatchObject({ values: { tools: 'pbcopy' } });
  });

  it('runs a real program with the text on its standard input', async () => {
    const folder = temporaryFolder();
    const got = join(folder, 'got.txt');
    writeFileSync(join(folder, 'wl-copy'), `#!/bin/sh\ncat > '${got}'\n`);
    chmodSync(join(folder, 'wl-copy'), 0o700);
    await copyText('充值失败', 'linux', programs({ PATH: `${folder}:/usr/bin:/bin` }));
    expect(readFileSync(got, 'utf8')).toBe('充值失败');
  });

  it('a program that is not there is no crash', async () => {
    expect(await programs({ PATH: temporaryFolder() })('wl-copy', [], 'a')).toBeNull();
  });
});

describe('openTarget', () => {
  it('is content with a program that is still running', async () => {
    await openTarget('mailto:', async () => ({ exitCode: null, once: () => {} }), 1);
  });

  it('fails where the launcher says that it found no program', async () => {
    const open = async () => ({ exitCode: null, once: (_: 'exit', tell: (status: number) => void) => tell(3) });
    await expect(openTarget('mailto:', open)).rejects.toMatchObject({
      code: 'no-opener',
      values: { reason: 'exit 3' },
    });
  });

  it('fails where there is no launcher', async () => {
    const open = () => Promise.reject(Object.assign(new Error('spawn'), { code: 'ENOENT' }));
    await expect(openTarget('mailto:', open)).rejects.toMatchObject({
      code: 'no-opener',
      values: { reason: 'ENOENT' },
    });
  });
});
