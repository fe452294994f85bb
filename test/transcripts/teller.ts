// Tells a story: runs its commands in process, in order, in a home of its own, with a copy of the examples to work in.
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Libsql from 'libsql';
import { main } from '../../src/main.ts';
import { expectDocument } from '../documents.ts';
import { ROOT, testHost } from '../host.ts';
import { type CommandLine, readCommandLine } from './shell.ts';
import { type Exchange, elided, type Part } from './story.ts';

/** The instant of all stories: a Sunday morning in Shanghai, the day after the last note of the example. */
const NOW = '2026-11-01T10:00:00+08:00';
/** What a home is called in a story: as long as its real path, so that lines break where they really do. */
const HOME = '/home/zhangxiaoyue';

export interface Said {
  status: number;
  /** What a terminal would show: both streams in the order in which they were written, without what went to files. */
  text: string;
  /** False where a program of the pipe is not installed here. */
  whole: boolean;
}

export interface Teller {
  run(command: string): Promise<Said>;
  close(): void;
}

/** `lang` is the LANG of the story. */
export function teller(lang = 'C.UTF-8'): Teller {
  const home = mkdtempSync('/tmp/okhelp-');
  const cwd = join(home, 'examples');
  cpSync(join(ROOT, 'examples'), cwd, { recursive: true });
  return {
    run: (command) => runText(command, { home, cwd, lang }),
    close: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** The story as it would have to be written, given what its commands really print. */
export async function told(parts: readonly Part[], { run }: Teller): Promise<Part[]> {
  const result: Part[] = [];
  for (const part of parts) {
    if ('prose' in part) {
      result.push(part);
      continue;
    }
    const exchanges: Exchange[] = [];
    for (const exchange of part.exchanges) {
      const { status, text, whole } = await run(exchange.command);
      const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
      const { command, output } = exchange;
      exchanges.push(whole ? { command, output: elided(lines, output), status } : exchange);
    }
    result.push({ exchanges });
  }
  return result;
}

interface Place {
  home: string;
  cwd: string;
  lang: string;
}

/** A command as it stands in the story, with its here-document and its continuation lines. */
async function runText(text: string, place: Place): Promise<Said> {
  const [first = '', ...rest] = text.split('\n');
  const command = readCommandLine(first.includes('<<') ? first : text.replace(/\\\n\s*/g, ''));
  const input = command.hereDocument === null ? '' : `${rest.slice(0, -1).join('\n')}\n`;
  const { status, shown, whole } = await runPipe(command, Buffer.from(input), place);
  return { status, text: shown.replaceAll(place.home, HOME), whole };
}

async function runPipe(command: CommandLine, given: Uint8Array, place: Place) {
  const { stdin, stdout, stderr, pipe } = command;
  const file = (name: string) => resolve(place.cwd, atHome(name, place));
  const ran = await runCommand(command, stdin === null ? given : readFileSync(file(stdin)), place, file);
  const out = Buffer.concat(ran.written.filter(({ to }) => to === 'stdout').map(({ bytes }) => bytes));
  if (stdout) (stdout.append ? appendFileSync : writeFileSync)(file(stdout.file), out);
  const hidden = { stdout: stdout !== null || pipe !== null, stderr: stderr !== null };
  const shown = Buffer.concat(ran.written.filter(({ to }) => !hidden[to]).map(({ bytes }) => bytes)).toString();
  if (!pipe) return { status: ran.status, shown, whole: ran.status !== NOT_INSTALLED };
  const next: { status: number; shown: string; whole: boolean } = await runPipe(pipe, out, place);
  return { ...next, shown: shown + next.shown };
}

/** `~/x` in the home of the story. */
function atHome(name: string, { home }: Place): string {
  return name.replace(/^~(?=\/)/, home);
}

interface Ran {
  status: number;
  written: { to: 'stdout' | 'stderr'; bytes: Buffer }[];
}

/** What a shell answers where there is no such program. */
const NOT_INSTALLED = 127;

async function runCommand(
  { words, env }: CommandLine,
  stdin: Uint8Array,
  place: Place,
  file: (name: string) => string,
): Promise<Ran> {
  const [name, ...args] = words;
  if (name !== 'okhelp') return beside(name!, args, stdin, file);
  const written: Ran['written'] = [];
  const stream = (to: 'stdout' | 'stderr') => ({
    isTTY: false,
    write: (text: string) => written.push({ to, bytes: Buffer.from(text) }),
  });
  const { home, cwd, lang } = place;
  const argv = args.map((word) => atHome(word, place));
  const machine = { HOME: home, LANG: lang, OKHELP_DATA_DIR: undefined };
  const host = testHost({ argv, stdin, cwd, dataDir: home, now: NOW, env: { ...machine, ...env } });
  const status = await main({ ...host, stdout: stream('stdout'), stderr: stream('stderr') });
  const answer = written.filter(({ to }) => to === 'stdout').map(({ bytes }) => bytes);
  expectDocument(Buffer.concat(answer).toString(), args.includes('--json'));
  return { status, written };
}

/** The few other programs that a story may call. */
function beside(name: string, args: string[], stdin: Uint8Array, file: (name: string) => string): Ran {
  const said = (bytes: Buffer): Ran => ({ status: 0, written: bytes.length ? [{ to: 'stdout', bytes }] : [] });
  const nothing = Buffer.alloc(0);
  switch (name) {
    case 'cat':
      return said(args[0] === undefined ? Buffer.from(stdin) : readFileSync(file(args[0])));
    case 'printf':
      return said(bytesOf(args[0]!));
    case 'mkdir':
      mkdirSync(file(args.at(-1)!), { recursive: args[0] === '-p' });
      return said(nothing);
    case 'jq': {
      const { status, stdout } = spawnSync('jq', args, { input: stdin });
      return status === null ? { status: NOT_INSTALLED, written: [] } : { ...said(stdout), status };
    }
    case 'sqlite3': {
      const database = new Libsql(file(args[0]!));
      database.exec(args[1]!);
      database.close();
      return said(nothing);
    }
    default:
      throw new Error(`no story knows the program ${name}`);
  }
}

/** What printf makes of `\n` and of octal bytes such as `\377`. */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.from(text).toString('latin1');
  const plain = bytes.replace(/\\(?:([0-7]{1,3})|(n))/g, (_, octal) =>
    octal ? String.fromCharCode(Number.parseInt(octal, 8)) : '\n',
  );
  return Buffer.from(plain, 'latin1');
}
