// CSV by bytes (RFC 4180, UTF-8): finds where the cells of each row begin and end, without making strings.

const COMMA = 44;
const LF = 10;
const CR = 13;
const QUOTE = 34;
const SPACE = 32;

/** More columns than any statement has; a row with more is told apart by its count. */
const MOST_CELLS = 256;

/** A quoted cell longer than this is taken for one that was never closed. */
const LONGEST_QUOTED = 1 << 23;

export type RowFault = 'open-quote' | 'stray-quote';

/** Fills `target` from `at` on with what comes next and gives how many bytes that was; 0 at the end. */
export type Pull = (target: Uint8Array, at: number) => number;

/** A cursor over the rows. After `next()` the fields tell of the current row; they are overwritten by the next one. */
export class CsvRows {
  bytes: Uint8Array;
  /** Where each cell begins and ends in `bytes`, quotes not included. */
  readonly starts = new Int32Array(MOST_CELLS);
  readonly ends = new Int32Array(MOST_CELLS);
  /** Cells of the current row that held doubled quotes. */
  private readonly doubled = new Uint8Array(MOST_CELLS);
  private anyDoubled = false;
  /** The text last made of each cell: types, currencies and accounts are the same for many rows. */
  private readonly texts: string[] = new Array<string>(MOST_CELLS).fill('');
  cells = 0;
  /** 1-based line on which the row begins. */
  line = 0;
  /** Offset of the row in the whole input. */
  offset = 0;
  fault: RowFault | null = null;
  /** The row is the last one and no line end follows it. */
  unfinished = false;

  private readonly pull: Pull;
  /** How many of `bytes` are there, and how many of the input lie before them. */
  filled = 0;
  consumed = 0;
  /** The line on which the next row begins. */
  lines: number;
  private position = 0;
  private atEnd = false;

  /** `firstLine` is the line number of the first row that will be read. */
  constructor(pull: Pull, options: { size?: number; firstLine?: number; firstOffset?: number } = {}) {
    this.pull = pull;
    this.bytes = new Uint8Array(options.size ?? 1 << 20);
    this.lines = options.firstLine ?? 1;
    this.consumed = options.firstOffset ?? 0;
  }

  /** Bytes behind the cursor, in the whole input. */
  get done(): number {
    return this.consumed + this.position;
  }

  /** Where in `bytes` the next row begins. */
  get ahead(): number {
    return this.position;
  }

  /** Leaves `lines` rows of one line each behind, which end at `position` in `bytes`. */
  pass(position: number, lines: number): void {
    this.position = position;
    this.lines += lines;
  }

  /** Moves to the next row that is not blank; false at the end. */
  next(): boolean {
    for (;;) {
      let end = this.row();
      if (end < 0) {
        const hopeless = this.fault === 'open-quote' && this.filled - this.position > LONGEST_QUOTED;
        if (!hopeless && this.refill()) continue;
        if (this.position >= this.filled) return false;
        if (this.fault === 'open-quote') end = this.afterFirstLine();
      }
      this.unfinished = end < 0;
      this.offset = this.consumed + this.position;
      this.position = end < 0 ? this.filled : end;
      if (this.cells > 1 || this.fault || !isBlank(this.bytes, this.starts[0]!, this.ends[0]!)) return true;
    }
  }

  /** A quote that never closes costs its own line only: the rows behind it are still read. */
  private afterFirstLine(): number {
    const end = this.bytes.indexOf(LF, this.position);
    if (end < 0 || end >= this.filled) return -1;
    this.lines = this.line + 1;
    return end + 1;
  }

  /** Where the row that begins at `position` ends (behind its line end), or −1 where the buffer ends first. */
  private row(): number {
    const { bytes, starts, ends, filled } = this;
    let at = this.position;
    let cell = 0;
    let start = at;
    const firstLine = this.lines;
    let lines = firstLine;
    this.fault = null;
    if (this.anyDoubled) {
      this.doubled.fill(0);
      this.anyDoubled = false;
    }
    for (; at < filled; at++) {
      const byte = bytes[at]!;
      if (byte > COMMA) continue;
      if (byte === COMMA) {
        starts[cell] = start;
        ends[cell] = at;
        if (cell < MOST_CELLS - 1) cell++;
        start = at + 1;
      } else if (byte === LF) {
        starts[cell] = start;
        ends[cell] = at > start && bytes[at - 1] === CR ? at - 1 : at;
        this.cells = cell + 1;
        this.line = firstLine;
        this.lines = lines + 1;
        return at + 1;
      } else if (byte === QUOTE && isBlank(bytes, start, at)) {
        const close = this.closing(at + 1, cell);
        if (close < 0) {
          this.fault = 'open-quote';
          at = filled;
          break;
        }
        for (let i = at; i < close; i++) if (bytes[i] === LF) lines++;
        starts[cell] = at + 1;
        ends[cell] = close;
        let after = close + 1;
        while (after < filled && (bytes[after] === SPACE || bytes[after] === CR)) after++;
        const follows = after < filled ? bytes[after] : -1;
        if (follows === COMMA) {
          if (cell < MOST_CELLS - 1) cell++;
          start = after + 1;
          at = after;
          continue;
        }
        if (follows === LF || (follows === -1 && this.atEnd)) {
          this.cells = cell + 1;
          this.line = firstLine;
          this.lines = lines + 1;
          return follows === LF ? after + 1 : -1;
        }
        if (follows === -1) return -1;
        this.fault = 'stray-quote';
        start = at;
        at = close;
      }
    }
    starts[cell] = start;
    ends[cell] = at;
    this.cells = cell + 1;
    this.line = firstLine;
    return -1;
  }

  /** The closing quote of a cell whose text begins at `from`, or −1. */
  private closing(from: number, cell: number): number {
    for (let at = from; at < this.filled; at++) {
      if (this.bytes[at] !== QUOTE) continue;
      if (this.bytes[at + 1] !== QUOTE || at + 1 >= this.filled) return at;
      this.doubled[cell] = 1;
      this.anyDoubled = true;
      at++;
    }
    return -1;
  }

  /** Makes room behind the unread bytes and pulls more in; false at the end of the input. */
  private refill(): boolean {
    if (this.atEnd) return false;
    const unread = this.filled - this.position;
    if (this.position > 0) {
      this.bytes.copyWithin(0, this.position, this.filled);
      this.consumed += this.position;
      this.position = 0;
    } else if (unread === this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    const got = this.pull(this.bytes, unread);
    this.filled = unread + got;
    if (got === 0) this.atEnd = true;
    return true;
  }

  /** The text of a cell of the current row; empty where the row is shorter. */
  text(cell: number): string {
    if (cell < 0 || cell >= this.cells) return '';
    const [start, end] = [this.starts[cell]!, this.ends[cell]!];
    if (this.doubled[cell]) return textOf(this.bytes, start, end).replaceAll('""', '"');
    const before = this.texts[cell]!;
    if (isText(before, this.bytes, start, end)) return before;
    const text = textOf(this.bytes, start, end);
    if (text.length <= SHORT) this.texts[cell] = text;
    return text;
  }
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** Longer texts are seldom the same in the next row. */
const SHORT = 32;

function isText(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let at = 0; at < text.length; at++) {
    const byte = bytes[start + at]!;
    if (byte >= 128 || text.charCodeAt(at) !== byte) return false;
  }
  return true;
}

/** A decoder takes longer to call than a short cell to read; nearly all of those are ASCII. */
function textOf(bytes: Uint8Array, start: number, end: number): string {
  for (let at = start; at < end; at++) {
    if (bytes[at]! >= 128) return DECODER.decode(bytes.subarray(start, end));
  }
  return end === start ? '' : latin1Slice.call(bytes, start, end);
}

const { latin1Slice } = Buffer.prototype as unknown as {
  latin1Slice(this: Uint8Array, start: number, end: number): string;
};

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== SPACE) return false;
  return true;
}
