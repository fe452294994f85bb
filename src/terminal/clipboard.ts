// Puts text on the clipboard through the program that the machine has for it.
import { spawn } from 'node:child_process';
import { OkhelpError } from '../errors.ts';

/** Runs a program with `input` on its standard input; its exit status, or null where it cannot be started. */
export type Run = (command: string, args: readonly string[], input: string | Uint8Array) => Promise<number | null>;

interface Tool {
  command: string;
  args: string[];
  /** Windows' clip takes Chinese only as UTF-16 with a byte order mark. */
  utf16?: boolean;
}

const TOOLS: Partial<Record<NodeJS.Platform, Tool[]>> = {
  darwin: [{ command: 'pbcopy', args: [] }],
  win32: [{ command: 'clip.exe', args: [], utf16: true }],
};

/** Wayland, X11, and the Windows beneath WSL. */
const UNIX: Tool[] = [
  { command: 'wl-copy', args: [] },
  { command: 'xclip', args: ['-selection', 'clipboard'] },
  { command: 'xsel', args: ['--clipboard', '--input'] },
  { command: 'clip.exe', args: [], utf16: true },
];

/** Tries the platform's programs in order; throws `no-clipboard`, naming them, where none took the text. */
export async function copyText(text: string, platform: NodeJS.Platform, run: Run): Promise<void> {
  const tools = TOOLS[platform] ?? UNIX;
  for (const { command, args, utf16 } of tools) {
    const input = utf16 ? Buffer.from(`\ufeff${text.replace(/\r?\n/g, '\r\n')}`, 'utf16le') : text;
    if ((await run(command, args, input)) === 0) return;
  }
  throw new OkhelpError('no-clipboard', { tools: tools.map(({ command }) => command).join(', ') });
}

const PATIENCE = 5000;

/** Real programs, found in `env.PATH`. One that stays in the background (as xclip does) is not waited for. */
export function programs(env: Record<string, string | undefined>): Run {
  return (command, args, input) =>
    new Promise((resolve) => {
      const child = spawn(command, args, {
        stdio: ['pipe', 'ignore', 'ignore'],
        env: { ...env, LC_CTYPE: 'UTF-8' },
        timeout: PATIENCE,
        windowsHide: true,
      });
      child.on('error', () => resolve(null));
      child.on('exit', (status) => resolve(status));
      // A program that does not read its input says so by its exit status.
      child.stdin.on('error', () => {});
      child.stdin.end(input);
    });
}
