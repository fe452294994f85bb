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

/**
 * The lines of `actual`, shortened where `expected` leaves lines out: a line that changed, came or went beside such a
 * place is shown as it is now, and the place stays. Where everything fits, the answer is `expected`.
 */
export function elided(actual: readonly string[], expected: readonly string[]): string[] {
  // cost[i]![j]: how much expected from i on and actual from j on differ at least.
  const cost = Array.from({ length: expected.length + 1 }, () => new Array<number>(actual.length + 1).fill(0));
  const step = (i: number, j: number): [cost: number, i: number, j: number, shown?: string][] => {
    const line = expected[i];
    const here = actual[j];
    const ways: [number, number, number, string?][] = [];
    if (line === ELISION) {
      ways.push([0, i + 1, j, ELISION]);
      if (here !== undefined) ways.push([0, i, j + 1]);
      return ways;
    }
    if (line !== undefined && here !== undefined)
      ways.push([line === here ? 0 : haveWordInCommon(line, here) ? 1 : 3, i + 1, j + 1, here]);
    if (here !== undefined) ways.push([1, i, j + 1, here]);
    if (line !== undefined) ways.push([2, i + 1, j]);
    return ways;
  };
  const best = (i: number, j: number) => {
    const ways = step(i, j).map(([own, k, l, shown]) => [own + cost[k]![l]!, k, l, shown] as const);
    return ways.reduce((least, way) => (way[0] < least[0] ? way : least));
  };
  for (let i = expected.length; i >= 0; i--) {
    for (let j = actual.length; j >= 0; j--) {
      if (i < expected.length || j < actual.length) cost[i]![j] = best(i, j)[0];
    }
  }
  const lines: string[] = [];
  for (let i = 0, j = 0; i < expected.length || j < actual.length; ) {
    const [, k, l, shown] = best(i, j);
    if (shown !== undefined && !(shown === ELISION && lines.at(-1) === ELISION)) lines.push(shown);
    [i, j] = [k, l];
  }
  return lines;
}

/** Whether a line may be another one with something changed in it. */
function haveWordInCommon(line: string, other: string): boolean {
  const words = new Set(line.match(/\p{L}+|\d+/gu));
  return (other.match(/\p{L}+|\d+/gu) ?? []).some((word) => words.has(word));
}
