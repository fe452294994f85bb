// A small writer of roff, the language of man pages: its man(7) macros, and text in which nothing is taken for a request.

/** One request, its arguments quoted. */
export function request(name: string, ...words: string[]): string {
  return [`.${name}`, ...words.map((word) => `"${escaped(word).replaceAll('"', String.raw`\(dq`)}"`)].join(' ');
}

/** A paragraph's text; `code` between backticks becomes bold. */
export function text(words: string): string {
  return guarded(
    words
      .split(/`([^`]*)`/)
      .map((piece, i) => (i % 2 ? bold(piece) : escaped(piece)))
      .join(''),
  );
}

export const bold = (words: string): string => String.raw`\fB${escaped(words)}\fR`;

/** A term with what it means, the meaning indented under it. */
export function item(term: string, meaning: string): string[] {
  return ['.TP', guarded(bold(term)), text(meaning)];
}

/** Lines as they stand, such as commands. */
export function example(lines: readonly string[]): string[] {
  return ['.PP', '.in +4n', '.nf', ...lines.map((line) => guarded(escaped(line))), '.fi', '.in'];
}

/** Between Chinese characters a line may break, but no closing sign begins one and no opening sign ends one (避头尾). */
const BREAKABLE =
  /[\u2e80-\u9fff，。、；：？！）》」』】”](?=[\u2e80-\u9fff（《「『【“\w])(?![，。、；：？！）》」』】”])/g;

/** A backslash would begin an escape; hyphens are what is typed, not what a typesetter breaks at. */
function escaped(words: string): string {
  return (
    words
      .replaceAll('\\', String.raw`\e`)
      .replaceAll('-', String.raw`\-`)
      .replaceAll('~', String.raw`\(ti`)
      .replaceAll('^', String.raw`\(ha`)
      .replaceAll('\u2019', String.raw`\(cq`)
      // Without UTF-8 man leaves out what it cannot show; a Chinese …… is two of them.
      .replace(/(?<!…)…(?!…)/g, '...')
      .replace(/\n+/g, ' ')
      .replace(BREAKABLE, String.raw`$&\:`)
  );
}

/** A full stop or an apostrophe at the beginning of a line would be a request. */
function guarded(line: string): string {
  return /^[.']/.test(line) ? String.raw`\&${line}` : line;
}
