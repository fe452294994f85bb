// A text that gives each transaction as a block of `Key: value` lines, as a table.
import { columnsOf, isHeader } from './columns-named.ts';
import type { TextRow } from './records.ts';
import type { Table } from './tables.ts';

const PAIR = /^([\p{L}][\p{L}\s/()]{1,30})[:：][\s\u00a0]*(.*)$/u;

interface Block {
  line: number;
  pairs: [string, string][];
}

/** The blocks that have the keys of a transaction, as rows; null where fewer than two do. */
export function keyValueTable(text: string): Table | null {
  const blocks = blocksOf(text);
  const isTransaction = ({ pairs }: Block) => pairs.length >= 3 && isHeader(columnsOf(pairs.map(([key]) => key)));
  const found = blocks.filter(isTransaction);
  if (found.length < 2) return null;
  const header = [...new Set(found.flatMap(({ pairs }) => pairs.map(([key]) => key)))];
  const first = blocks.indexOf(found[0]!);
  const rowOf = ({ line, pairs }: Block): TextRow => ({
    line,
    cells: header.map((key) => pairs.find(([name]) => name === key)?.[1] ?? ''),
  });
  const before = blocks.slice(0, first).flatMap(({ line, pairs }) => pairs.map((pair) => ({ line, cells: pair })));
  return {
    header,
    columns: columnsOf(header),
    before: before.map(({ line, cells: [key, value] }) => ({ line, cells: [`${key}: ${value}`] })),
    rows: blocks.slice(first).map(rowOf),
    unfinished: false,
  };
}

/** Lines without a key belong to the value above; a blank line, or a key that was there, begins a new block. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  text.split(/\r\n|\n|\r/).forEach((written, at) => {
    const line = written.replace(/[\s\u00a0]+$/, '');
    const match = PAIR.exec(line.trim());
    if (!line.trim()) open = null;
    else if (match) {
      const [, key, value] = match as unknown as [string, string, string];
      if (!open || open.pairs.some(([name]) => name === key)) blocks.push((open = { line: at + 1, pairs: [] }));
      open.pairs.push([key, value.trim()]);
    } else if (open?.pairs.length) open.pairs.at(-1)![1] += ` ${line.trim()}`;
  });
  return blocks;
}
