// Whatever was written into notes, cases, contacts and settings does no harm at any exit, and no secret leaves by one.
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli.ts';
import { okhelp } from '../host.ts';
import { harmIn, type Kind, kindOf } from './harmless.ts';
import { oneLine } from './poison.ts';
import { type Exit, OPEN_FILES, OWN_FILES, WALK, WITHOUT_COMMAND } from './walk.ts';
import { poisonedWorld, type World } from './world.ts';

const NAMES = COMMANDS.map(({ name }) => name);
const KINDS: Kind[] = ['terminal', 'json', 'csv', 'mail', 'link', 'html', 'calendar', 'journal', 'archive', 'text'];

test('the walk knows every command, and none that is not there', () => {
  expect(Object.keys(WALK).sort()).toEqual([...NAMES].sort());
  expect(Object.values(WALK).filter((exits) => exits.length === 0)).toEqual([]);
});

describe.each(['en', 'zh-CN'])('in %s', (lang) => {
  let world: World;
  const seen = new Set<Kind>();

  beforeAll(async () => {
    // What other programs may do with a new file, unless it says otherwise.
    const umask = process.umask(0o022);
    world = await poisonedWorld(lang);
    return () => process.umask(umask);
  });

  test('the poison is in the notes, in the cases and in the full export', async () => {
    expect((await world.run('note', 'show', 'n3')).stdout).toContain('Kx88mm21');
    expect((await world.run('case', 'show', 'c1')).stdout).toContain('cmd|calc');
    expect((await world.run('contact')).stdout).toContain('<script>');
  });

  test.each([['case', 'show'], ['case', 'attach'], ['contact', 'remove'], ['config', 'get'], [oneLine(0)]])(
    'what a shell is offered behind okhelp %s',
    async (...words) => {
      const { stdout, stderr } = await okhelp(['complete', 'fish', '--', 'okhelp', ...words, ''], {
        dataDir: world.dataDir,
        cwd: world.cwd,
      });
      const harms = harmIn((stdout + stderr).replaceAll('\t', ' '), 'terminal');
      expect(harms).toEqual([]);
    },
  );

  test.each(Object.keys(WALK))('okhelp %s', async (name) => {
    const harms: string[] = [];
    for (const exit of WALK[name]!) {
      for (const way of ways(exit, name)) {
        const found = await harmOf(['--lang', lang, ...name.split(' '), ...exit.argv, ...way.flags], exit, way);
        harms.push(...found.map((harm) => `${way.name} ${JSON.stringify(exit.argv).slice(0, 60)}: ${harm}`));
      }
    }
    expect([...new Set(harms)]).toEqual([]);
  });

  test('without a command', async () => {
    const harms: string[] = [];
    for (const argv of WITHOUT_COMMAND)
      for (const way of ways({ argv }, ''))
        harms.push(...(await harmOf(['--lang', lang, ...argv, ...way.flags], { argv }, way)));
    expect([...new Set(harms)]).toEqual([]);
  });

  test('nothing is left when all is deleted', () => {
    expect(existsSync(world.dataDir) ? readdirSync(world.dataDir) : []).toEqual([]);
  });

  test('every kind of exit was looked at', () => {
    expect(KINDS.filter((kind) => !seen.has(kind))).toEqual([]);
  });

  async function harmOf(argv: string[], exit: Exit, way: Way): Promise<string[]> {
    const { dataDir, cwd } = world;
    const before = new Set(readdirSync(cwd));
    const { status, stdout, stderr } = await okhelp(argv, {
      dataDir,
      cwd,
      stdin: exit.stdin ?? '',
      tty: way.tty,
      env: way.tty ? { FORCE_COLOR: '1' } : {},
    });
    const found = status === 70 ? [`a fault: ${stderr}`] : [];
    const kind = way.json ? 'json' : (exit.kind ?? 'terminal');
    if (stdout !== '') found.push(...looked(stdout, kind, exit));
    found.push(...looked(stderr, 'terminal', exit));
    for (const file of readdirSync(cwd).filter((one) => !before.has(one))) found.push(...inFile(file, exit));
    if (existsSync(dataDir))
      for (const file of ['.', ...readdirSync(dataDir)]) found.push(...openToOthers(join(dataDir, file)));
    return found;
  }

  function looked(content: string | Uint8Array, kind: Kind, leave: Parameters<typeof harmIn>[2]): string[] {
    seen.add(kind);
    return harmIn(content, kind, leave);
  }

  function inFile(file: string, exit: Exit): string[] {
    const path = join(world.cwd, file);
    const found = openToOthers(path);
    const kind = kindOf(file);
    const leave = { own: exit.own || OWN_FILES.includes(file), open: OPEN_FILES.includes(file) };
    if (kind) found.push(...looked(readFileSync(path), kind, leave));
    // The same command writes it again in the next way.
    rmSync(path, { recursive: true });
    return found.map((harm) => `${file}: ${harm}`);
  }
});

/** Files are their owner's alone, and so is the folder, though it was there before and open to others. */
function openToOthers(path: string): string[] {
  const found = lstatSync(path);
  const mode = found.mode & 0o777;
  return mode === (found.isDirectory() ? 0o700 : 0o600) ? [] : [`${path}: mode ${mode.toString(8)}`];
}

interface Way {
  name: string;
  flags: string[];
  json?: boolean;
  tty?: boolean;
}

/** In a pipe, as JSON, for a screen reader, and at a terminal with colours where nobody is asked. */
function ways({ argv }: Exit, name: string): Way[] {
  const all: Way[] = [
    { name: 'pipe', flags: [] },
    { name: 'json', flags: ['--json'], json: true },
    { name: 'plain', flags: ['--plain'] },
    { name: 'terminal', flags: ['--no-input'], tty: true },
    { name: 'debug', flags: ['--debug'] },
  ];
  // A document of its own format on standard output leaves no room for another.
  return argv.includes('-') && name !== 'check' && name !== 'note import' ? all.filter((way) => !way.json) : all;
}
