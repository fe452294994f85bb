// A person at a terminal: starts okhelp in a pseudo-terminal, reads its screen as it stands, presses keys.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

export const OKHELP = join(import.meta.dirname, '../../bin/okhelp.js');

export const KEY = {
  up: '\x1b[A',
  down: '\x1b[B',
  enter: '\r',
  ctrlC: '\x03',
  ctrlD: '\x04',
  escape: '\x1b',
} as const;

export interface SessionOptions {
  columns?: number;
  rows?: number;
  /** Added to an environment that holds nothing but what a terminal session must have. */
  env?: Record<string, string>;
  /** The folder to run in and to keep the data in; a new empty one if not given. */
  folder?: string;
  /** What to run in place of okhelp: a program and its leading arguments. */
  program?: [file: string, ...args: string[]];
}

export interface Session {
  /** The folder it runs in; its data lie in `data/` there. */
  folder: string;
  /** Resolves when `text` stands on the screen, or the screen is as `text` says; fails with the screen after `patience` ms. */
  waitFor(text: string | RegExp | ((screen: string[]) => boolean), patience?: number): Promise<void>;
  /** What is on the screen: its rows from the top, without the spaces behind; a wide character is one character. */
  screen(): string[];
  /** The rows that have scrolled away, and the screen. */
  history(): string[];
  /** Lines that the terminal itself had to break because the program wrote past its edge, whole. */
  overflow(): string[];
  /** The column, from 0, at which `text` begins in a row of `history()`; wide characters count two. */
  columnOf(row: string, text: string): number;
  send(keys: string): void;
  resize(columns: number, rows: number): void;
  /** Whether the program left the cursor where it can be seen. */
  cursorVisible(): boolean;
  /** Everything that was written, escapes and all. */
  raw(): string;
  /** Whether the program has ended. */
  ended(): boolean;
  /** Waits for the end of the program and gives its exit status. */
  exit(): Promise<number>;
}

const PATIENCE = 15_000;
const running = new Set<() => void>();

/** Ends what a failed test left running; call it in `afterEach`. */
export function endSessions(): void {
  for (const end of running) end();
  running.clear();
}

/** Starts `okhelp` with these arguments in a terminal of its own. */
export function session(args: string[], options: SessionOptions = {}): Session {
  const { columns = 80, rows = 30 } = options;
  const own = options.folder === undefined;
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'okhelp-tty-'));
  const [file, ...leading] = options.program ?? [process.execPath, OKHELP];
  const pty = spawn(file, [...leading, ...args], {
    name: options.env?.TERM ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd: folder,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      TERM: 'xterm-256color',
      LANG: 'en_US.UTF-8',
      TZ: 'Asia/Shanghai',
      OKHELP_DATA_DIR: join(folder, 'data'),
      OKHELP_NOW: '2026-03-10T09:00:00+08:00',
      ...options.env,
    },
  });
  const terminal = new xterm.Terminal({ cols: columns, rows, scrollback: 2000, allowProposedApi: true });
  let written = '';
  let unread = 0;
  let status: number | null = null;
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  terminal.onData((reply) => pty.write(reply));
  pty.onData((chunk) => {
    written += chunk;
    unread++;
    terminal.write(chunk, () => {
      unread--;
      changed();
    });
  });
  pty.onExit(({ exitCode, signal }) => {
    status = signal ? 128 + signal : exitCode;
    changed();
  });
  const end = () => {
    if (status === null) pty.kill('SIGKILL');
    if (own) rmSync(folder, { recursive: true, force: true });
  };
  running.add(end);

  const lines = (from: number, to: number): string[] => {
    const buffer = terminal.buffer.active;
    const found: string[] = [];
    for (let y = from; y < to; y++) found.push(buffer.getLine(y)?.translateToString(true) ?? '');
    return found;
  };
  const shown = () => {
    const { baseY } = terminal.buffer.active;
    return lines(baseY, baseY + terminal.rows);
  };
  const until = (what: string, done: () => boolean, patience = PATIENCE): Promise<void> =>
    new Promise((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearTimeout(late);
        listeners.delete(look);
        finish();
      };
      const fail = () => settle(() => reject(new Error(`waited for ${what}; ${describeScreen()}`)));
      const late = setTimeout(fail, patience);
      const look = () => {
        if (done()) settle(resolve);
        // Nothing more will come from a program that has ended, but for its last bytes.
        else if (status !== null) setTimeout(() => (done() ? settle(resolve) : fail()), 100);
      };
      listeners.add(look);
      look();
    });
  const describeScreen = () => `the screen shows:\n${shown().join('\n').trimEnd()}\n(status ${status})`;

  return {
    folder,
    waitFor: (text, patience) => {
      const stands = () => {
        if (typeof text === 'function') return text(shown());
        const screen = shown().join('\n');
        return typeof text === 'string' ? screen.includes(text) : text.test(screen);
      };
      return until(String(text), stands, patience);
    },
    screen: shown,
    history: () => lines(0, terminal.buffer.active.length),
    overflow: () => {
      const buffer = terminal.buffer.active;
      const broken: string[] = [];
      for (let y = 0; y < buffer.length; y++) {
        const line = buffer.getLine(y)!;
        if (!line.isWrapped) continue;
        const whole = buffer.getLine(y - 1)!.isWrapped ? broken.pop()! : lines(y - 1, y)[0]!;
        broken.push(whole + line.translateToString(true));
      }
      return broken;
    },
    columnOf: (row, text) => columnsBefore(terminal, row, text),
    send: (keys) => pty.write(keys),
    resize: (width, height) => {
      pty.resize(width, height);
      terminal.resize(width, height);
    },
    cursorVisible: () => written.lastIndexOf('\x1b[?25l') <= written.lastIndexOf('\x1b[?25h'),
    raw: () => written,
    ended: () => status !== null,
    exit: async () => {
      await until('the end of the program', () => status !== null && unread === 0);
      // The last bytes may come after the exit was told; give the pipe one turn.
      await new Promise((resolve) => setTimeout(resolve, 30));
      await until('the last output', () => unread === 0);
      return status!;
    },
  };
}

/** Counts terminal cells, not characters, so that a table is measured as the eye sees it. */
function columnsBefore(terminal: InstanceType<typeof xterm.Terminal>, row: string, text: string): number {
  const buffer = terminal.buffer.active;
  for (let y = 0; y < buffer.length; y++) {
    const line = buffer.getLine(y)!;
    if (line.translateToString(true) !== row) continue;
    const index = row.indexOf(text);
    if (index < 0) throw new Error(`"${text}" is not in the row "${row}"`);
    let characters = 0;
    for (let x = 0; x < line.length; x++) {
      if (characters === index) return x;
      const cell = line.getCell(x)!;
      if (cell.getWidth() > 0) characters += cell.getChars().length || 1;
    }
  }
  throw new Error(`no such row: "${row}"`);
}
