// A story: Markdown whose console blocks hold commands with what they print; taken apart, and written again after a run.

export interface Exchange {
  /** As it stands behind `$ `, its continuation lines and here-document included. */
  command: string;
  /** What is printed, line by line; a line `…` stands for any lines. */
  output: string[];
  status: number;
}

/** Prose as it stands, or a console block. */
export type Part = { prose: string } | { exchanges: Exchange[] };

const FENCE = '```';
const ELISION = '…';

export function readStory(text: string): Part[] {
  const parts: Part[] = [];
  let prose: string[] = [];
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    if (lines[i] !== `${FENCE}console`) {
      prose.push(lines[i]!);
      continue;
    }
    const end = lines.indexOf(FENCE, i);
    if (end < 0) throw new Error(`line ${i + 1}: the console block does not end`);
    parts.push({ prose: prose.join('\n') }, { exchanges: readExchanges(lines.slice(i + 1, end), i + 2) });
    prose = [];
    i = end;
  }
  parts.push({ prose: prose.join('\n') });
  return parts;
}

function readExchanges(lines: readonly string[], start: number): Exchange[] {
  const exchanges: Exchange[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const current = exchanges.at(-1);
    if (line.startsWith('$ ')) {
      const command = [line.slice(2)];
      while (isUnfinished(command.join('\n')) && i + 1 < lines.length) command.push(lines[++i]!);
      const [, , word] = /<<\s*(['"]?)(\w+)\1/.exec(line) ?? [];
      if (word)
        do command.push(lines[++i] ?? word);
        while (command.at(-1) !== word);
      exchanges.push({ command: command.join('\n'), output: [], status: 0 });
    } else if (!current) throw new Error(`line ${start + i}: a console block begins with a command`);
    else if (/^\[exit \d+\]$/.test(line)) current.status = Number(line.slice(6, -1));
    else current.output.push(line);
  }
  return exchanges;
}

export function writeStory(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if ('prose' in part) return part.prose;
      return [`${FENCE}console`, ...part.exchanges.flatMap(writeExchange), FENCE].join('\n');
    })
    .join('\n');
}

/** A line goes on below after a backslash, and while a quotation mark is open. */
function isUnfinished(command: string): boolean {
  return command.endsWith('\\') || /["']/.test(command.replace(/\\.|'[^']*'|"(?:[^"\\]|\\.)*"/gs, ''));
}

function writeExchange({ command, output, status }: Exchange): string[] {
  return [`$ ${command}`, ...output, ...(status === 0 ? [] : [`[exit ${status}]`])];
}

/** The lines of `actual`, shortened where `expected` leaves lines out and the rest is as expected. */
export function elided(actual: readonly string[], expected: readonly string[]): string[] {
  const pieces: string[][] = [[]];
  for (const line of expected) {
    if (line === ELISION) pieces.push([]);
    else pieces.at(-1)!.push(line);
  }
  if (pieces.length === 1) return [...actual];
  const shown: string[] = [];
  let at = 0;
  for (const [i, piece] of pieces.entries()) {
    const last = i === pieces.length - 1;
    const found = i === 0 ? 0 : last ? actual.length - piece.length : indexOfPiece(actual, piece, at);
    const fits = found >= at && piece.every((line, j) => actual[found + j] === line);
    if (i > 0) shown.push(ELISION);
    if (!fits) return [...shown, ...actual.slice(at)];
    shown.push(...piece);
    at = found + piece.length;
  }
  return shown;
}

function indexOfPiece(lines: readonly string[], piece: readonly string[], from: number): number {
  for (let at = from; at + piece.length <= lines.length; at++) {
    if (piece.every((line, j) => lines[at + j] === line)) return at;
  }
  return -1;
}
