// Statements carry the number of their source, and the sources stand below: who said it, when it was read, what it says.
import type { FactSource } from '../knowledge/answers.ts';
import type { Messages } from '../messages/index.ts';
import { cleanForTerminal } from './clean.ts';
import type { Io } from './io.ts';
import { displayWidth, wrap } from './width.ts';

/** Gives each source its number in the order in which they are first cited. */
export class SourceNumbers {
  readonly ids: string[] = [];

  /** `[1][2]` for these sources. */
  mark(ids: readonly string[]): string {
    return ids.map((id) => `[${this.numberOf(id)}]`).join('');
  }

  /** From 1 on. */
  numberOf(id: string): number {
    const there = this.ids.indexOf(id);
    return there >= 0 ? there + 1 : this.ids.push(id);
  }
}

/** The list of sources under a page, in the order of their numbers, and the advice to confirm. */
export function sourceLines(
  sources: readonly FactSource[],
  { io, t }: { io: Pick<Io, 'width' | 'paint'>; t: Pick<Messages, 'answers'> },
): string[] {
  const { sources: words } = t.answers;
  if (sources.length === 0) return wrap(words.none, io.width);
  const listed = sources.flatMap(({ title, where, kind, read, says }, i) => {
    const lead = `  [${i + 1}] `;
    const indent = displayWidth(lead);
    const lines = [words.line(title, where, words[kind], read), says].flatMap((text) =>
      wrap(cleanForTerminal(text), io.width - indent),
    );
    return lines.map((line, n) => (n === 0 ? lead : ' '.repeat(indent)) + line);
  });
  return [io.paint.heading(words.title), ...listed, ...wrap(words.confirm, io.width)];
}
