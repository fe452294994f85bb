// Tells a story: runs its commands in process, in order, in a folder of their own with a copy of the examples.
import { appendFileSync, chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Libsql from 'libsql';
import { main } from '../../src/main.ts';
import { ROOT, temporaryFolder, testHost } from '../host.ts';
import { type CommandLine, readCommandLine } from './shell.ts';
import { elided, type Exchange, type Part } from './story.ts';

/** The instant of all stories: a Sunday morning in Shanghai, the day after the last note of the example. */
export const STORY_NOW = '2026-11-01T10:00:00+08:00';
/** Where data and settings lie; relative, so that no path of this machine comes into a story. */
const DATA_DIR = '.okhelp';

export interface Said {
  status: number;
  /** Both streams, in the order in which they were written. */
  text: string;
  /** Standard output alone, also where it went to a file. */
  stdout: string;
}

export interface Teller {
  run(command: string): Promise<Said>;
  /** Back to the folder where it began. */
  close(): void;
}

/** Opens a new folder with the examples in it and goes there, since the data directory is named relatively. */
export function teller(): Teller {
  const home = process.cwd();
  const cwd = temporaryFolder();
  cpSync(join(ROOT, 'examples'), cwd, { recursive: true });
  process.chdir(cwd);
  return {
    run: (command) => runLine(command, cwd),
    close: () => {
      process.chdir(home);
      rmSync(cwd, { recursive: true, force: true });
    },
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
    for (const { command, output } of part.exchanges) {
      const { status, text } = await run(command);
      const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
      exchanges.push({ command, output: elided(lines, output), status });
    }
    result.push({ exchanges });
  }
  return result;
}

async function runLine(text: string, cwd: string): Promise<Said> {
  const [first = '', ...rest] = text.split('\n');
  const here = /<<\s*['"]?\w/.test(first);
  const command = readCommandLine(here ? first : text.replace(/\\\n\s*/g, ''));
  const input = here ? `${rest.slice(0, -1).join('\n')}\n` : command.stdin && readFileSync(join(cwd, command.stdin));
  const said = await runCommand(command, input ?? '', cwd);
  const { stdout, stderr } = command;
  if (stdout) {
    const write = stdout.append ? appendFileSync : writeFileSync;
    write(join(cwd, stdout.file), said.stdout, 'latin1' in said ? 'latin1' : 'utf8');
  }
  const parts = said.parts.filter(({ to }) => !(to === 'stdout' ? stdout : stderr));
  return { status: said.status, stdout: said.stdout, text: parts.map((part) => part.text).join('') };
}

interface Ran {
  status: number;
  parts: { to: 'stdout' | 'stderr'; text: string }[];
  stdout: string;
  /** The text stands for bytes. */
  latin1?: true;
}

async function runCommand({ words, env }: CommandLine, input: string | Uint8Array, cwd: string): Promise<Ran> {
  const [name, ...args] = words;
  if (name !== 'okhelp') return { status: 0, ...said(...beside(name!, args, input, cwd)) };
  const parts: Ran['parts'] = [];
  const stream = (to: 'stdout' | 'stderr') => ({ isTTY: false, write: (text: string) => parts.push({ to, text }) });
  const host = testHost({ argv: args, stdin: input, cwd, dataDir: DATA_DIR, now: STORY_NOW, env });
  const status = await main({ ...host, stdin: host.stdin, stdout: stream('stdout'), stderr: stream('stderr') });
  return { status, parts, stdout: parts.map(({ to, text }) => (to === 'stdout' ? text : '')).join('') };
}

function said(text: string, latin1: boolean): Omit<Ran, 'status'> {
  return { parts: text ? [{ to: 'stdout', text }] : [], stdout: text, ...(latin1 && { latin1: true }) };
}

/** The few other programs of a story; what they print, and whether it stands for bytes. */
function beside(name: string, args: string[], input: string | Uint8Array, cwd: string): [string, boolean] {
  const path = (file: string | undefined) => join(cwd, basename(file!) === file ? file : file!);
  switch (name) {
    case 'cat':
      return [args[0] === undefined ? String(input) : readFileSync(path(args[0]), 'utf8'), false];
    case 'head':
      return [`${readFileSync(path(args[2]), 'utf8').split('\n').slice(0, Number(args[1])).join('\n')}\n`, false];
    case 'printf':
      return [bytesOf(args[0]!), true];
    case 'mkdir':
      mkdirSync(path(args[0]));
      return ['', false];
    case 'rm':
      rmSync(path(args[0]));
      return ['', false];
    case 'chmod':
      chmodSync(path(args[1]), Number.parseInt(args[0]!, 8));
      return ['', false];
    case 'sqlite3': {
      const database = new Libsql(path(args[0]));
      database.exec(args[1]!);
      database.close();
      return ['', false];
    }
    default:
      throw new Error(`no story knows the program ${name}`);
  }
}

/** What printf makes of `\n`, `\t` and octal bytes such as `\377`, as one character a byte. */
function bytesOf(text: string): string {
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  const plain: Record<string, string> = { n: '\n', t: '\t', r: '\r', '\\': '\\' };
  return bytes.replace(/\\([0-7]{1,3}|[ntr\\])/g, (_, code) => plain[code] ?? String.fromCharCode(Number.parseInt(code, 8)));
}
