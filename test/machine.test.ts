// What the machine says of itself: its time zone however TZ names it, and outputs that cannot be written.
import { describe, expect, it } from 'vitest';
import { formatOffset, zoneNamed } from '../src/ledger/time.ts';
import { main } from '../src/main.ts';
import { okhelp, temporaryFolder, testHost } from './host.ts';

const JANUARY = Date.UTC(2026, 0, 15, 9);

describe('a time zone', () => {
  it.each([
    ['Asia/Shanghai', '+08:00'],
    [':Asia/Shanghai', '+08:00'],
    ['/usr/share/zoneinfo/Asia/Tokyo', '+09:00'],
    ['CST-8', '+08:00'],
    ['EST+5', '-05:00'],
    ['<+0530>-5:30', '+05:30'],
  ])('named %s is %s', (text, offset) => {
    expect(formatOffset(zoneNamed(text)!.offset(JANUARY))).toBe(offset);
  });

  it("that nobody knows is none, and okhelp goes on with the machine's own", async () => {
    expect(zoneNamed('Beijing')).toBeNull();
    const { status } = await okhelp(['note', 'add', '--type', 'topup', '--amount', '5', '--time', '2026-03-01 09:00'], {
      env: { TZ: 'Beijing' },
    });
    expect(status).toBe(0);
  });
});

describe('an output that cannot be written', () => {
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' });

  it('is said on the other stream, with status 3, and nobody is told that nothing was changed', async () => {
    const host = testHost({ argv: ['note', 'add', '--type', 'payment', '--amount', '5'], dataDir: temporaryFolder() });
    const said: string[] = [];
    const status = await main({
      ...host,
      stdout: {
        write: () => {
          throw full;
        },
      },
      stderr: { write: (text: string) => said.push(text) },
    });
    expect(status).toBe(3);
    expect(said.join('')).toMatch(/standard output/);
    expect(said.join('')).not.toMatch(/Nothing was changed/);
  });

  it('because its reader went away is no error', async () => {
    const host = testHost({ argv: ['--help'] });
    const gone = Object.assign(new Error('EPIPE'), { code: 'EPIPE', syscall: 'write' });
    const status = await main({
      ...host,
      stdout: {
        write: () => {
          throw gone;
        },
      },
    });
    expect(status).toBe(0);
  });
});

describe('--json is one document for help and version too', () => {
  it.each([
    [['--version', '--json'], 'okhelp.version/1'],
    [['--json'], 'okhelp.help/1'],
    [['note', '--json'], 'okhelp.help/1'],
    [['check', '--help', '--json'], 'okhelp.help/1'],
  ])('%j', async (argv, schema) => {
    const { status, stdout } = await okhelp(argv as string[]);
    expect({ status, schema: JSON.parse(stdout).schema }).toEqual({ status: 0, schema });
  });
});
