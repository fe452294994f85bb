// When a pager is used, which, and what happens where there is none.
import { describe, expect, it } from 'vitest';
import { createContext } from '../../src/context.ts';
import { readGlobals } from '../../src/globals.ts';
import { type RunPager, showPaged } from '../../src/terminal/pager.ts';
import { type HostOptions, testHost } from '../host.ts';

async function shown(options: HostOptions, works = true) {
  const host = testHost(options);
  const calls: { line: string; text: string; less: string | undefined; charset: string | undefined }[] = [];
  let left = 0;
  let given = 0;
  host.leaveInterrupts = () => {
    left++;
    return () => void given++;
  };
  const run: RunPager = async (command, args, text, { LESS, LESSCHARSET }) => {
    calls.push({ line: [command, ...args].join(' '), text, less: LESS, charset: LESSCHARSET });
    return works;
  };
  await showPaged('the text', await createContext(host, readGlobals(options.argv ?? [])), run);
  return { calls, out: host.out(), balanced: left === given && left === calls.length };
}

describe('on a terminal', () => {
  it('less shows it, and Ctrl-C belongs to less meanwhile', async () => {
    const { calls, out, balanced } = await shown({ tty: true });
    expect(calls).toEqual([{ line: 'less -FIRX', text: 'the text\n', less: 'FIRX', charset: 'utf-8' }]);
    expect({ out, balanced }).toEqual({ out: '', balanced: true });
  });

  it('PAGER names another, with its own flags', async () => {
    const { calls } = await shown({ tty: true, env: { PAGER: 'more -d', LESS: 'R' } });
    expect(calls).toMatchObject([{ line: 'more -d', less: 'R' }]);
  });

  it('is written where the pager cannot be started', async () => {
    expect((await shown({ tty: true }, false)).out).toBe('the text\n');
  });

  it.each([
    ['PAGER=cat', { PAGER: 'cat' }],
    ['an empty PAGER', { PAGER: '' }],
    ['a reader of the screen', { ACCESSIBLE: '1' }],
    ['a dumb terminal', { TERM: 'dumb' }],
    ['CI', { CI: 'true' }],
  ])('is written at once for %s', async (_, env) => {
    expect(await shown({ tty: true, env })).toMatchObject({ calls: [], out: 'the text\n' });
  });

  it.each(['--no-input', '--plain'])('is written at once with %s', async (flag) => {
    expect(await shown({ tty: true, argv: [flag] })).toMatchObject({ calls: [], out: 'the text\n' });
  });
});

it('in a pipe it is written', async () => {
  expect(await shown({ tty: { stdin: true, stderr: true } })).toMatchObject({ calls: [], out: 'the text\n' });
});
