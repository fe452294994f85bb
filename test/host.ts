// A made-up machine for tests: its own folder, clock, language and streams, with what was written kept as text.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host } from '../src/context.ts';
import { main } from '../src/main.ts';
import type { InputStream, OutputStream } from '../src/terminal/io.ts';
import { expectDocument } from './documents.ts';

/** The repository's root. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The instant that tests call now, unless they name another: 2026-03-15 12:00 in Shanghai. */
export const NOW = '2026-03-15T12:00:00+08:00';

export interface HostOptions {
  argv?: readonly string[];
  /** Over the defaults: LANG=C.UTF-8, TZ=Asia/Shanghai. A value of undefined takes one away. */
  env?: Record<string, string | undefined>;
  /** What is piped in (nothing by default), or a stream of one's own. */
  stdin?: string | Uint8Array | InputStream;
  /** Which streams are terminals: all of them, or the ones named. None by default. */
  tty?: boolean | { stdin?: boolean; stdout?: boolean; stderr?: boolean };
  /** The terminal's width; in a pipe it is COLUMNS. */
  columns?: number;
  /** Where notes, cases and settings lie; a new empty folder by default. */
  dataDir?: string;
  /** OKHELP_NOW; see NOW. */
  now?: string;
  cwd?: string;
}

export interface TestHost extends Host {
  dataDir: string;
  /** All that was written so far. A document in it is held against its schema. */
  out(): string;
  err(): string;
}

/** A new empty folder, gone when the run has ended (temporary.ts). */
export function temporaryFolder(): string {
  return mkdtempSync(join(process.env.OKHELP_TESTS_FOLDER ?? tmpdir(), 'okhelp-test-'));
}

export function testHost(options: HostOptions = {}): TestHost {
  const dataDir = options.dataDir ?? temporaryFolder();
  const tty =
    typeof options.tty === 'object' ? options.tty : { stdin: options.tty, stdout: options.tty, stderr: options.tty };
  const columns = options.columns ?? 80;
  const now = options.now ?? NOW;
  const stdout = sink(tty.stdout, columns);
  const stderr = sink(tty.stderr, columns);
  return {
    argv: options.argv ?? [],
    env: {
      HOME: dataDir,
      TMPDIR: dataDir,
      LANG: 'C.UTF-8',
      TZ: 'Asia/Shanghai',
      COLUMNS: String(columns),
      OKHELP_DATA_DIR: dataDir,
      OKHELP_NOW: now,
      ...options.env,
    },
    cwd: options.cwd ?? dataDir,
    platform: 'linux',
    home: () => dataDir,
    stdin: source(options.stdin ?? '', tty.stdin),
    stdout,
    stderr,
    contentDir: join(ROOT, 'dist', 'content'),
    clock: () => Date.parse(now),
    dataDir,
    out: () => {
      const text = stdout.text();
      expectDocument(text, false);
      return text;
    },
    err: stderr.text,
  };
}

export interface Outcome {
  status: number;
  stdout: string;
  stderr: string;
  dataDir: string;
}

/** Runs one command line on a made-up machine: `await okhelp(['note', 'list'], { dataDir })`. */
export async function okhelp(argv: readonly string[], options: Omit<HostOptions, 'argv'> = {}): Promise<Outcome> {
  const host = testHost({ ...options, argv });
  const status = await main(host);
  const stdout = host.out();
  // Where standard output itself failed there is none; help and version are documents too.
  if (argv.includes('--json') && !argv.includes('--')) expectDocument(stdout, true);
  return { status, stdout, stderr: host.err(), dataDir: host.dataDir };
}

function sink(isTTY: boolean | undefined, columns: number): OutputStream & { text(): string } {
  const parts: string[] = [];
  return {
    isTTY: isTTY ?? false,
    columns,
    write: (text) => {
      parts.push(text);
      return true;
    },
    text: () => parts.join(''),
  };
}

function source(input: string | Uint8Array | InputStream, isTTY: boolean | undefined): InputStream {
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) return input;
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  return {
    isTTY: isTTY ?? false,
    async *[Symbol.asyncIterator]() {
      if (bytes.length) yield bytes;
    },
  };
}
