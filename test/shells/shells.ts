// A home with okhelp on its PATH, some notes and a case, and the shells in it, each with okhelp's own script loaded.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endSessions, OKHELP, type Session, session } from '../tty/session.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** An account that would do harm if a shell took it for anything but a word. */
export const ODD_ACCOUNT = 'my "odd" $(touch harm) \'wallet\'';

const PROMPT = 'ready> ';

/** How each starts without what the machine's owner set up, says that it is ready, and loads the script. */
const STARTS: Record<Shell, { words: [string, ...string[]]; first: string[] }> = {
  bash: {
    words: ['bash', '--norc', '--noprofile', '-i'],
    first: ['bind "set bell-style none"', 'source <(okhelp complete bash)', `PS1='${PROMPT}'`],
  },
  zsh: { words: ['zsh', '-f', '-i'], first: ['source <(okhelp complete zsh)', `PROMPT='${PROMPT}'`] },
  fish: {
    words: ['fish', '--no-config', '-i'],
    first: [
      'set -g fish_autosuggestion_enabled 0',
      'function fish_greeting; end',
      'okhelp complete fish | source',
      `function fish_prompt; echo -n '${PROMPT}'; end`,
    ],
  },
};

const homes: string[] = [];

/** A folder with two cases' worth of data; its PATH has okhelp as an installation would put it there. */
export function home(): string {
  const folder = mkdtempSync(join(tmpdir(), 'okhelp-shells-'));
  homes.push(folder);
  mkdirSync(join(folder, 'bin'));
  symlinkSync(OKHELP, join(folder, 'bin', 'okhelp'));
  writeFileSync(join(folder, 'notes-of-march.csv'), 'time,type,amount\n2026-03-01 09:00,payment,5.00\n');
  mkdirSync(join(folder, 'photographs'));
  const run = (...words: string[]) => execFileSync(process.execPath, [OKHELP, ...words], { env: environment(folder) });
  run('note', 'import', join(folder, 'notes-of-march.csv'), '--quiet');
  run('note', 'add', '--account', ODD_ACCOUNT, '--type', 'payment', '--amount', '5', '--quiet', '--no-input');
  run('note', 'add', '--account', '零钱包', '--type', 'payment', '--amount', '5', '--quiet', '--no-input');
  run('diagnose', '--answer', 'problem=payment-failed', '--no-input', '--json');
  return folder;
}

export function leaveHomes(): void {
  endSessions();
  for (const folder of homes.splice(0)) rmSync(folder, { recursive: true, force: true });
}

function environment(folder: string, language = 'en'): Record<string, string> {
  return {
    PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
    HOME: folder,
    TZ: 'Asia/Shanghai',
    // The machine may have no other locale in UTF-8.
    LC_ALL: 'C.UTF-8',
    OKHELP_LANG: language,
    OKHELP_DATA_DIR: join(folder, 'data'),
    OKHELP_NOW: '2026-03-10T09:00:00+08:00',
  };
}

export interface AtPrompt extends Session {
  /** Types without running it. */
  types(keys: string): void;
  /** Waits until this is the line at the prompt, but for a blank at its end. */
  lineIs(line: string): Promise<void>;
}

/** What a person does once, as `okhelp complete --help` says it, and how the shell is started then. */
export const INSTALLED: Record<Shell, { line: string; words: [string, ...string[]] }> = {
  bash: { line: 'okhelp complete bash >> ~/.bashrc', words: ['bash', '-i'] },
  zsh: { line: 'okhelp complete zsh >> ~/.zshrc', words: ['zsh', '-i', '-o', 'NO_GLOBAL_RCS'] },
  fish: { line: 'okhelp complete fish > ~/.config/fish/completions/okhelp.fish', words: ['fish', '-i'] },
};

/** The shell as it is after a new start, with the script where its line has put it. */
export async function installed(shell: Shell, folder: string): Promise<AtPrompt> {
  const { line, words } = INSTALLED[shell];
  const env = environment(folder);
  const first = STARTS[shell].first.filter((one) => !one.includes('okhelp complete'));
  const before = await begun(words, first, folder, env);
  before.types(`${line}\rexit\r`);
  await before.exit();
  return begun(words, first, folder, env);
}

/** A shell that has loaded the script and shows its prompt. */
export async function atPrompt(shell: Shell, folder: string, language = 'en', columns = 100): Promise<AtPrompt> {
  const { words, first } = STARTS[shell];
  return begun(words, first, folder, environment(folder, language), columns);
}

async function begun(
  words: [string, ...string[]],
  first: readonly string[],
  folder: string,
  env: Record<string, string>,
  columns = 100,
): Promise<AtPrompt> {
  const started = session([], { folder, columns, rows: 40, program: words, env });
  await started.waitFor((screen) => screen.some((row) => row !== ''));
  for (const line of first) started.send(`${line}\r`);
  await started.waitFor((screen) => screen.some((row) => row.startsWith(PROMPT.trim())));
  const rows = () => started.screen().filter((row) => row.startsWith(PROMPT));
  return {
    ...started,
    types: (keys) => started.send(keys),
    lineIs: (line) => started.waitFor(() => rows().at(-1)?.trimEnd() === `${PROMPT}${line}`, 8000),
  };
}

export const TAB = '\t';
export const HOME = '\x01';
/** Empties the line. */
export const CLEAR = '\x15';
