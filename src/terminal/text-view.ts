// A text of headings, paragraphs, lists and code for the terminal: wrapped by display width, painted, words found in it marked.
import type { Block, Inline } from '../knowledge/answers.ts';
import { cleanForTerminal } from './clean.ts';
import type { Io } from './io.ts';
import { plainPaint } from './paint.ts';
import { displayWidth, wrap } from './width.ts';

export interface TextView {
  /** The places in a text that are marked as found, as pairs of beginning and end; none where nothing was looked for. */
  found?(text: string): readonly (readonly [start: number, end: number])[];
  /** What stands in the place of a source: `[1]`, or nothing. */
  cite?(source: string): string;
}

type Page = Pick<Io, 'width' | 'paint'>;
type Style = 'text' | 'strong' | 'em' | 'code' | 'found';

/** The lines of a text, each at most as wide as the page but for code, which is never broken. */
export function textLines(blocks: readonly Block[], page: Page, view: TextView = {}, indent = 0): string[] {
  const lines: string[] = [];
  for (const [i, block] of blocks.entries()) {
    // Within an item of a list the next list follows at once.
    if (i > 0 && !(indent > 0 && block.is === 'list')) lines.push('');
    lines.push(...blockLines(block, page, view, indent));
  }
  return lines;
}

function blockLines(block: Block, page: Page, view: TextView, indent: number): string[] {
  const left = ' '.repeat(indent);
  if (block.is === 'code') {
    return block.lines.map((line) => (line.trim() ? `${left}  ${page.paint.command(cleanForTerminal(line))}` : ''));
  }
  if (block.is === 'list') return listLines(block, page, view, indent);
  if (block.is === 'heading') {
    return lineLines(block.line, page.width - indent, page, view).map((line) => left + page.paint.heading(line));
  }
  return lineLines(block.line, page.width - indent, page, view).map((line) => left + line);
}

function listLines(list: Extract<Block, { is: 'list' }>, page: Page, view: TextView, indent: number): string[] {
  const last = String(list.start + list.items.length - 1).length;
  // Items of several paragraphs are set apart, the others stand close.
  const apart = list.items.some((item) => item.filter(({ is }) => is !== 'list').length > 1);
  return list.items.flatMap((item, i) => {
    const sign = list.ordered ? `${String(list.start + i).padStart(last)}. ` : '· ';
    const lead = ' '.repeat(indent) + (indent === 0 ? '  ' : '') + sign;
    const lines = textLines(item, page, view, displayWidth(lead));
    const set = lines.map((line, n) => (n === 0 ? lead + line.slice(displayWidth(lead)) : line));
    return apart && i > 0 ? ['', ...set] : set;
  });
}

/** A piece of a line, with the space that parts it from the next. */
function cleanPiece(text: string): string {
  const [, before, within, after] = /^(\s*)(.*?)(\s*)$/s.exec(text)!;
  return (before && ' ') + cleanForTerminal(within!) + (after && ' ');
}

/** One paragraph as wrapped and painted lines. */
function lineLines(line: readonly Inline[], width: number, { paint }: Page, view: TextView): string[] {
  let text = '';
  const styles: Style[] = [];
  for (const part of line) {
    const piece = part.is === 'cite' ? (view.cite?.(part.source) ?? '') : cleanPiece(part.text);
    text += piece;
    for (let i = 0; i < piece.length; i++) styles.push(part.is === 'cite' ? 'text' : part.is);
  }
  for (const [start, end] of view.found?.(text) ?? []) {
    for (let i = start; i < end; i++) if (styles[i] !== 'code') styles[i] = 'found';
  }
  const painters: Record<Style, (piece: string) => string> = {
    text: (piece) => piece,
    strong: paint.heading,
    em: (piece) => piece,
    code: paint.command,
    found: paint.found,
  };
  let at = 0;
  return wrap(text, width).map((wrapped) => {
    const runs: { style: Style; piece: string }[] = [];
    for (const character of wrapped) {
      // Wrapping only takes spaces away, so each character is found again from where the last one stood.
      at = text.indexOf(character, at);
      const style = styles[at] ?? 'text';
      at += character.length;
      const last = runs.at(-1);
      if (last?.style === style) last.piece += character;
      else runs.push({ style, piece: character });
    }
    return runs.map(({ style, piece }) => painters[style](piece)).join('');
  });
}

/** The text alone, for a script: paragraphs apart, items with their sign, no width and no paint. */
export function plainText(blocks: readonly Block[]): string {
  const plain: Page = { width: Number.POSITIVE_INFINITY, paint: plainPaint };
  return textLines(blocks, plain).join('\n');
}
