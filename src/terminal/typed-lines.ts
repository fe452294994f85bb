// What is typed at a terminal that echoes and corrects lines by itself: whole lines, kept until they are asked for.
import { StringDecoder } from 'node:string_decoder';

export interface TypedLines {
  /** The next line; null at the end (Ctrl-D), or once `stop` was called. */
  next(): Promise<string | null>;
  /** Whether a line was typed already. */
  ready(): boolean;
  /** The lines that came with the last one: a text of several lines that was pasted. They are taken by this. */
  together(): Promise<string[]>;
  /** Puts lines back, to be the next ones. */
  giveBack(lines: readonly string[]): void;
  /** Ends the waiting for a line. */
  stop(): void;
}

/** Longer than a terminal takes to hand over the lines of one paste, shorter than anybody types. */
const TOGETHER = 30;

export function typedLines(stdin: NodeJS.ReadStream): TypedLines {
  const decoder = new StringDecoder('utf8');
  const waiting: string[] = [];
  let rest = '';
  let over = false;
  let wake = () => {};
  let listening = false;
  const listen = () => {
    listening = true;
    stdin.on('data', (chunk) => {
      const lines = (rest + decoder.write(chunk as Buffer)).split(/\r?\n/);
      rest = lines.pop()!;
      waiting.push(...lines);
      if (lines.length > 0) wake();
    });
    stdin.on('end', () => {
      over = true;
      wake();
    });
  };
  return {
    next: async () => {
      if (waiting.length === 0 && !over) {
        if (!listening) listen();
        stdin.resume();
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        stdin.pause();
      }
      return waiting.shift() ?? null;
    },
    ready: () => waiting.length > 0,
    together: async () => {
      stdin.resume();
      await new Promise((resolve) => setTimeout(resolve, TOGETHER));
      stdin.pause();
      return waiting.splice(0);
    },
    giveBack: (lines) => void waiting.unshift(...lines),
    stop: () => {
      over = true;
      wake();
    },
  };
}
