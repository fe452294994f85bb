// What goes with an answer: commands with what they do, entries of the FAQ, guides; each on a line that can be typed.
import { COMMANDS } from '../../cli.ts';
import type { Context } from '../../context.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';
import { displayWidth, padEnd, wrap } from '../../terminal/width.ts';

/** A line to type and what it is for, side by side where there is room, else below each other. */
export function toType(
  rows: readonly (readonly [line: string, purpose: string])[],
  { io }: Pick<Context, 'io'>,
): string[] {
  const column = Math.max(0, ...rows.map(([line]) => displayWidth(line))) + 4;
  return rows.flatMap(([line, purpose]) => {
    const command = io.paint.command(cleanForTerminal(line));
    if (column + 24 > io.width) {
      return purpose === ''
        ? [`  ${command}`]
        : [`  ${command}`, ...wrap(purpose, io.width - 4).map((more) => `    ${more}`)];
    }
    const [first = '', ...rest] = wrap(purpose, io.width - column);
    const gap = padEnd('', column - 2 - displayWidth(line));
    return [`  ${command}${first && gap + first}`, ...rest.map((more) => ' '.repeat(column) + more)];
  });
}

/** Command lines with what they do, said once where it is the same; `titles` are those of the guides, by their command. */
export function withPurposes(
  lines: readonly string[],
  words: Pick<Context, 't'>,
  titles: ReadonlyMap<string, string>,
): [line: string, purpose: string][] {
  const purposes = lines.map((line) => titles.get(line) ?? purposeOf(line, words));
  return lines.map((line, i) => [line, purposes.indexOf(purposes[i]!) === i ? purposes[i]! : '']);
}

/** What a command line does, as the help says it. */
export function purposeOf(line: string, { t }: Pick<Context, 't'>): string {
  const words = line.split(' ').slice(1);
  const entry = COMMANDS.find(({ name }) => name === words.slice(0, 2).join(' ') || name === words[0]);
  return (entry && t.help.summaries[entry.name]) ?? '';
}
