// Text with separators as rows of cells, whatever the separator, and however the quotes were kept.

export interface TextRow {
  /** 1-based line on which the row begins. */
  line: number;
  /** Without their quotes, wrappers and the blanks around them. */
  cells: string[];
}

/** Of two that cut equally well, the one that stands in numbers last. */
const SEPARATORS = ['\t', ';', '|', ','];

/**
 * Cuts a text into rows; blank lines are left out. The separator is the one that cuts most lines into equally many
 * cells. A quote counts only where it opens a cell and stands before a separator when it closes; one that never closes,
 * or swallows rows, is taken as a character of its cell.
 */
export function recordsOf(text: string, options: { delimiter?: string } = {}): TextRow[] {
  const separator = options.delimiter ?? separatorOf(text);
  const usual = usualCells(text, separator);
  const records: TextRow[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    let row = cutRow(text, at, separator, false);
    if (row.open || row.lines > 1) {
      const plain = cutRow(text, at, separator, true);
      const whole = plain.cells.length === usual;
      // The line is a row in itself, and so is the next: the quote swallowed rows.
      const swallowed = whole && cutRow(text, plain.end, separator, true).cells.length === usual;
      if (row.open || swallowed || (whole && row.cells.length !== usual)) row = plain;
    }
    if (row.cells.some((cell) => cell !== '')) records.push({ line, cells: row.cells });
    at = row.end;
    line += row.lines;
  }
  return records;
}

/** The separator of a text, by content (a first line `sep=;`, as Excel writes it, says so); a comma if none shows. */
export function separatorOf(text: string): string {
  const said = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (said) return said;
  let best = ',';
  let most = 0;
  for (const separator of SEPARATORS) {
    // A tab before a comma is what stands around a value.
    const counts = cellCounts(separator === '\t' ? text.slice(0, SAMPLE).replace(/\t+(?=[,;])/g, '') : text, separator);
    const [cells, lines] = commonest(counts);
    const score = lines * Math.min(cells - 1, 12);
    if (score > most) [best, most] = [separator, score];
  }
  return best;
}

/**
 * A separator inside an unquoted cell makes a row too long. Puts neighbours together so that there are `expected` cells
 * and `read` gives what it says of money and time (or just that it fits); null where no way does, or two ways say
 * different things.
 * Where the joined cell makes no difference to that, it is the one at `prefer`.
 */
export function rejoin(
  cells: readonly string[],
  expected: number,
  read: (cells: string[]) => string | boolean | null,
  prefer = -1,
): string[] | null {
  const extra = cells.length - expected;
  if (extra <= 0 || extra > 6) return null;
  let found: { row: string[]; meaning: string } | null = null;
  for (let at = 0; at < expected; at++) {
    const joined = cells.slice(at, at + extra + 1).join(',');
    const row = [...cells.slice(0, at), joined, ...cells.slice(at + extra + 1)];
    const says = read(row);
    if (says === null || says === false) continue;
    const meaning = says === true ? `joined at ${at}` : says;
    if (found && found.meaning !== meaning) return null;
    if (!found || at === prefer) found = { row, meaning };
  }
  return found?.row ?? null;
}

interface Row {
  cells: string[];
  end: number;
  /** How many lines it takes. */
  lines: number;
  /** A quote was opened and not closed. */
  open: boolean;
}

function cutRow(text: string, from: number, separator: string, plain: boolean): Row {
  const row: Row = { cells: [], end: from, lines: 1, open: false };
  let at = from;
  for (;;) {
    const cell = plain ? null : quotedCell(text, at, separator);
    if (cell) {
      row.lines += cell.lines;
      if (cell.open) return { ...row, open: true, end: text.length };
      row.cells.push(clean(cell.text));
      at = cell.end;
    } else {
      const end = plainEnd(text, at, separator);
      row.cells.push(clean(text.slice(at, end)));
      at = end;
    }
    if (text[at] !== separator) break;
    at++;
  }
  if (text[at] === '\r' && text[at + 1] === '\n') at++;
  row.end = at + 1;
  return row;
}

/** A cell that begins with a quote (blanks and `=` may stand before it); null where it is not one. */
function quotedCell(text: string, from: number, separator: string) {
  let at = from;
  while ((text[at] === ' ' || text[at] === '\t' || text[at] === '\u00a0') && text[at] !== separator) at++;
  if (text[at] === '=' && text[at + 1] === '"') at++;
  if (text[at] !== '"') return null;
  let inner = '';
  for (let begin = at + 1; ; ) {
    const quote = text.indexOf('"', begin);
    if (quote < 0 || quote - at > LONGEST_CELL) return { text: '', end: text.length, lines: 0, open: true };
    inner += text.slice(begin, quote);
    const end = closesAt(text, quote + 1, separator);
    if (end >= 0) return { text: inner, end, lines: inner.match(/\r\n|\n|\r/g)?.length ?? 0, open: false };
    const doubled = text[quote + 1] === '"';
    if (!doubled && inner === '') return null;
    inner += '"';
    begin = quote + (doubled ? 2 : 1);
  }
}

/** A cell in quotes that is longer was opened by mistake. */
const LONGEST_CELL = 1 << 16;

/** Where the cell ends if nothing but blanks stands before the next separator or line end; else −1. */
function closesAt(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && (text[at] === ' ' || text[at] === '\t')) at++;
  return at >= text.length || text[at] === separator || text[at] === '\n' || text[at] === '\r' ? at : -1;
}

function plainEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

const INNER = /[\w.\-+*/\u4e00-\u9fff]/;

/**
 * Takes off what stands around a value: blanks of all kinds, a backtick, the apostrophe that keeps a number text in a
 * spreadsheet, the wrapper `="…"`, left-over quotes.
 */
function clean(cell: string): string {
  if (cell === '' || (INNER.test(cell[0]!) && INNER.test(cell[cell.length - 1]!))) return cell;
  const bare = cell.replace(/^[\s\u00a0\u3000\ufeff\u200b]+|[\s\u00a0\u3000\ufeff\u200b]+$/g, '');
  const unwrapped = /^="(.*)"$/s.exec(bare)?.[1] ?? bare;
  if (/^`+$/.test(unwrapped)) return '';
  if (/^'[-+−]?\s?[$€£¥￥]?\d/.test(unwrapped)) return unwrapped.slice(1);
  return unwrapped.replace(/^["`]+(?=[^"`])/, (marks) => (unwrapped.endsWith('"') ? marks : '')).trim();
}

/** By the lines of the text; where quotes hold line breaks, by the rows that they make, if nearly all are equally long. */
function usualCells(text: string, separator: string): number {
  const usual = commonest(cellCounts(text, separator))[0];
  const head = text.slice(0, SAMPLE);
  if (!/"[^"\n]*\n/.test(head)) return usual;
  const counts: number[] = [];
  let lines = 0;
  for (let at = 0; at < head.length && counts.length < ROWS_TRIED; ) {
    const row = cutRow(text, at, separator, false);
    if (row.open) return usual;
    if (row.cells.length > 1) counts.push(row.cells.length);
    lines += row.lines;
    at = row.end;
  }
  const [cells, many] = commonest(counts);
  return lines > counts.length && many * 10 >= counts.length * 9 ? cells : usual;
}

const ROWS_TRIED = 300;

/** So much of a text tells its separator. */
const SAMPLE = 1 << 17;

/** How many cells each line has, for the first lines that have more than one; quoted text is left out of account. */
function cellCounts(text: string, separator: string): number[] {
  const counts: number[] = [];
  for (const line of text.slice(0, SAMPLE).split(/\r\n|\n|\r/)) {
    const cells = line.replace(/"(?:[^"]|"")*"/g, '').split(separator).length;
    if (cells > 1) counts.push(cells);
  }
  return counts;
}

/** The value that makes the most of a list, and how often it stands there. */
function commonest(counts: readonly number[]): [number, number] {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  let best: [number, number] = [1, 0];
  for (const [count, many] of times) if (many * (count - 1) > best[1] * (best[0] - 1)) best = [count, many];
  return best;
}
