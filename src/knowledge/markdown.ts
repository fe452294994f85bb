// Markdown as the FAQ and the guides use it, read into a small tree: what the terminal can show, and nothing else.
// Build time only.
import { type MarkedToken, marked, type Token, type Tokens } from 'marked';
import type { Block, Inline } from './answers.ts';

export interface ReadMarkdown {
  blocks: Block[];
  /** What stands there that cannot be shown, as parts of a sentence. */
  wrong: string[];
}

const CITE = /\[\^([a-z0-9-]+)\]/;

/** Reads paragraphs, headings, lists, fenced code, bold, emphasis, code and `[^source]`; anything else is told as wrong. */
export function readMarkdown(text: string): ReadMarkdown {
  const wrong: string[] = [];
  const blocks = marked.lexer(text).flatMap((token) => block(token, wrong));
  return { blocks, wrong };
}

function block(token: Token, wrong: string[]): Block[] {
  const known = token as MarkedToken;
  switch (known.type) {
    case 'space':
      return [];
    case 'heading':
      return [{ is: 'heading', depth: known.depth, line: inlines(known.tokens, wrong) }];
    case 'paragraph':
      return [{ is: 'paragraph', line: inlines(known.tokens, wrong) }];
    case 'text':
      return [{ is: 'paragraph', line: inlines(known.tokens ?? [known], wrong) }];
    case 'list':
      return [{ is: 'list', ordered: known.ordered, start: Number(known.start) || 1, items: itemsOf(known, wrong) }];
    case 'code':
      return [{ is: 'code', lines: known.text.split('\n') }];
    default:
      wrong.push(`has Markdown that is not shown here (${known.type}): ${known.raw.trim().split('\n')[0]}`);
      return [];
  }
}

function itemsOf(list: Tokens.List, wrong: string[]): Block[][] {
  return list.items.map((item) => item.tokens.flatMap((token) => block(token, wrong)));
}

function inlines(tokens: readonly Token[] = [], wrong: string[]): Inline[] {
  return joined(tokens.flatMap((token) => inline(token as MarkedToken, wrong)));
}

function inline(token: MarkedToken, wrong: string[]): Inline[] {
  switch (token.type) {
    case 'text':
    case 'escape':
      return 'tokens' in token && token.tokens ? inlines(token.tokens, wrong) : cited(token.text);
    case 'strong':
    case 'em':
      return inlines(token.tokens, wrong).map((part) => (part.is === 'text' ? { ...part, is: token.type } : part));
    case 'codespan':
      return [{ is: 'code', text: token.text }];
    case 'br':
      return [{ is: 'text', text: ' ' }];
    default:
      wrong.push(`has Markdown that is not shown here (${token.type}): ${token.raw.trim()}`);
      return [];
  }
}

/** Text with its `[^source]` marks taken out as parts of their own; a break within it is one between words or characters. */
function cited(text: string): Inline[] {
  return text.split(CITE).flatMap((part, i): Inline[] => {
    if (i % 2) return [{ is: 'cite', source: part }];
    return part ? [{ is: 'text', text: unbroken(part) }] : [];
  });
}

/** A line break in the file is a space, but none between Chinese characters. */
function unbroken(text: string): string {
  return text
    .replace(/(?<=[\u2e80-\u9fff\uf900-\uffef“”‘’…])[ \t]*\n[ \t]*(?=[\u2e80-\u9fff\uf900-\uffef“”‘’…])/g, '')
    .replace(/[ \t]*\n[ \t]*/g, ' ');
}

function joined(parts: Inline[]): Inline[] {
  const all: Inline[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.is === 'text' && last?.is === 'text') last.text += part.text;
    else all.push({ ...part });
  }
  return all;
}

/** The sources that a text cites, in order, each once. */
export function citesOf(blocks: readonly Block[]): string[] {
  const lines = (all: readonly Block[]): Inline[][] =>
    all.flatMap((one) => (one.is === 'list' ? one.items.flatMap(lines) : one.is === 'code' ? [] : [one.line]));
  return [
    ...new Set(lines(blocks).flatMap((line) => line.flatMap((part) => (part.is === 'cite' ? [part.source] : [])))),
  ];
}
