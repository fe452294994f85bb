// `okhelp note import FILE`: goes through the whole file, then records what is new all at once, and shows what was known.

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import type { ImportDocument } from '../documents/notes.ts';
import { OkhelpError } from '../errors.ts';
import type { RowNote } from '../formats/notes-csv.ts';
import type { CheckSource } from '../ledger/findings.ts';
import { DEFAULT_ACCOUNT } from '../ledger/note.ts';
import { recordedText } from '../ledger/recorded.ts';
import type { FileWish } from '../notes-file.ts';
import { type NotesStream, openNotesStream } from '../notes-stream.ts';
import type { TakenRow } from '../store/store.ts';
import { cleanForTerminal } from '../terminal/clean.ts';
import { signed } from '../terminal/lines.ts';
import { type Progress, startProgress } from '../terminal/progress.ts';
import { wrap } from '../terminal/width.ts';
import { asker, type ReadingFlags, readingOptions, settleReading, wishOf } from './columns/reading.ts';
import { noteDefaults } from './note/defaults.ts';
import { LineRuns } from './note/line-ranges.ts';

interface Options extends ReadingFlags {
  args: string[];
  dryRun?: boolean;
  skipUnreadable?: boolean;
  account?: string;
}

interface Report {
  file: string;
  source: CheckSource;
  /** The lines of the new rows. */
  fresh: LineRuns;
  /** The number of the first note that was recorded; the others follow it. Null where none was. */
  first: number | null;
  /** Whether one of the new rows has a balance. */
  readings: boolean;
  /** The lines of the rows that were recorded before; how many of them the user removed again. */
  known: LineRuns;
  knownRemoved: number;
  /** New rows with the transaction id of a recorded note that differs otherwise. */
  similar: { line: number; note: string }[];
  /** Unreadable rows kept everything from being recorded. */
  refused: boolean;
  dryRun: boolean;
}

export const noteImport: CommandModule<Options> = {
  define: (t) => ({
    summary: t.note.import.summary,
    description: t.note.import.description,
    arguments: [{ name: '<FILE>', description: t.note.import.file }],
    options: [
      { flags: '--dry-run', description: t.note.import.flags.dryRun },
      { flags: '--skip-unreadable', description: t.note.import.flags.skip },
      { flags: '--account <ID>', description: t.note.import.flags.account },
      ...readingOptions(t),
    ],
    examples: [
      ['okhelp note import notes.csv', t.note.import.examples.plain],
      ['okhelp note import notes.csv --dry-run', t.note.import.examples.dry],
      ['okhelp note import - < notes.csv', t.note.import.examples.pipe],
    ],
  }),

  async run({ args, dryRun = false, skipUnreadable = false, account, ...flags }, context) {
    if (dryRun && flags.saveColumns !== undefined) {
      throw new OkhelpError('not-together', { flag: '--save-columns', other: '--dry-run' });
    }
    const reading = await wishOf(flags, context);
    const report = await readIn({ file: args[0]!, dryRun, skipUnreadable, account, ...reading }, context);
    if (context.json) context.io.document(documentOf(report, context));
    else print(report, context);
    return report.refused ? 3 : 0;
  },
};

interface Wish extends FileWish {
  file: string;
  /** Recorded under this account, whatever the file says. */
  account?: string;
  dryRun: boolean;
  skipUnreadable: boolean;
}

/** Which share of the work it is to go through the file, and to take its rows in. */
const READ = 0.1;
const TAKEN = 0.85;

/** Goes through the whole file, and only then records what is new in it, all or nothing. */
async function readIn(wish: Wish, context: Context): Promise<Report> {
  const { file, dryRun } = wish;
  const progress = startProgress(context.t.note.import.working(cleanForTerminal(file)), context);
  try {
    if (isLarge(resolve(context.host.cwd, file))) await progress?.begin();
    const defaults = noteDefaults(context);
    const stream = await openNotesStream(file, wish, defaults, context, {
      ask: asker(wish, defaults, context, { begin: () => progress?.stop(), keeps: !dryRun }),
      progress: (share) => progress?.update(share * READ, 1),
    });
    try {
      await settleReading(stream.columns, stream.source, wish, context);
      return await takeIn(stream, wish, context, progress);
    } finally {
      stream.close();
    }
  } finally {
    progress?.stop();
  }
}

async function takeIn(stream: NotesStream, wish: Wish, context: Context, progress: Progress | null): Promise<Report> {
  const { file, dryRun, skipUnreadable } = wish;
  const { source } = stream;
  const refused = source.unreadable.length > 0 && !skipUnreadable;
  const report: Report = {
    ...{ file, source, refused, dryRun, readings: false, knownRemoved: 0 },
    ...{ fresh: new LineRuns(), first: null, known: new LineRuns(), similar: [] },
  };
  const words = context.t.note.import;
  const shown = cleanForTerminal(file);
  const account = wish.account === undefined ? null : recordedText(wish.account) || DEFAULT_ACCOUNT;
  const { notes } = await context.store();
  const nothing = dryRun || refused || source.rows === source.unreadable.length;
  await notes.takeIn(`note import ${file}`, nothing, async (take) => {
    let rows = source.unreadable.length;
    for (const piece of stream.pieces()) {
      if (account !== null) for (const note of piece.notes) note.account = account;
      for (const [i, taken] of take(piece.notes).entries()) enter(report, taken, piece.notes[i]!);
      rows += piece.notes.length;
      await progress?.update(READ + piece.done * (TAKEN - READ), 1, words.taking(shown, rows, source.rows));
    }
    if (!nothing) await progress?.update(TAKEN, 1, words.saving(report.fresh.count));
  });
  return report;
}

/** So large that reading it may take a second. */
function isLarge(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 3_000_000;
}

function enter(report: Report, taken: TakenRow, { line, balance }: RowNote): void {
  if (taken.state === 'known') {
    report.known.add(line);
    if (taken.removed) report.knownRemoved++;
    return;
  }
  report.fresh.add(line);
  report.first ??= taken.note;
  if (taken.similar !== null) report.similar.push({ line, note: taken.similar });
  report.readings ||= balance !== null;
}

function documentOf({ file, source, fresh, first, known, similar, dryRun }: Report, { t }: Context): ImportDocument {
  return {
    schema: 'okhelp.import/1',
    file,
    dryRun,
    rows: source.rows,
    added: first === null ? 0 : fresh.count,
    new: Array.from(fresh, (line, i) => ({ line, note: first === null ? null : `n${first + i}` })),
    known: Array.from(known, (line) => ({ line })),
    unreadable: source.unreadable.map(({ line, column, value, reason }) => ({
      line,
      column,
      value,
      message: t.check.reasons[reason],
    })),
    similar,
    ...(source.dates && { dates: source.dates }),
    ...(source.columns && { columns: source.columns }),
  };
}

const SHOWN = 20;

function print(report: Report, context: Context): void {
  const { io, t } = context;
  const { file, source, fresh, known, similar, refused, dryRun } = report;
  const words = t.note.import;
  const lines: string[] = [words.read(cleanForTerminal(file), source.rows)];
  const add = (text: string, paint = (line: string) => line) => {
    lines.push(...wrap(text, io.width - 2, 2).map((line) => paint(`  ${line}`)));
  };
  const warn = (text: string) => add(signed('!', text, context), io.paint.warn);
  add(words.counts({ fresh: fresh.count, known: known.count, unreadable: source.unreadable.length }));
  const besides = source.rows - fresh.count - known.count - source.unreadable.length;
  if (besides > 0) add(words.besides(besides));
  if (fresh.count && (dryRun || known.count || refused)) add(words.fresh(linesOf(fresh, t)));
  if (known.count) add(words.known(linesOf(known, t)));
  if (report.knownRemoved) add(words.knownRemoved(report.knownRemoved));
  for (const { line, column, value, reason } of source.unreadable.slice(0, SHOWN)) {
    const short = value.length > 40 ? `${value.slice(0, 39)}…` : value;
    const name = column && t.ledger.fields[column];
    warn(t.check.unreadableRow(line, name, cleanForTerminal(short), t.check.reasons[reason]));
  }
  if (source.unreadable.length > SHOWN) warn(t.check.moreUnreadable(source.unreadable.length - SHOWN));
  for (const { line, note } of similar.slice(0, SHOWN)) warn(words.similar(line, note));
  io.out(lines.join('\n'));
  conclude(report, context);
}

function conclude({ file, source, fresh, first, readings, refused, dryRun }: Report, { io, t }: Context): void {
  const words = t.note.import;
  if (refused) {
    const { message, hint } = t.errors.codes['rows-unreadable']({ file, count: source.unreadable.length });
    for (const line of wrap(`${t.errors.prefix}${cleanForTerminal(message)}`, io.widthErr))
      io.complain(io.paintErr.bad(line));
    io.complain(wrap(hint, io.widthErr).join('\n'));
    return;
  }
  const result =
    source.rows === 0 ? words.noRows : fresh.count === 0 ? words.nothingNew : added(first ?? 0, fresh.count, t);
  io.out(wrap(dryRun && fresh.count ? words.wouldAdd(fresh.count) : result, io.width).join('\n'));
  if (source.unreadable.length) io.say(wrap(words.skipped(source.unreadable.length), io.widthErr).join('\n'));
  if (first !== null && readings) io.say(wrap(words.next, io.widthErr).join('\n'));
}

function added(first: number, count: number, t: Context['t']): string {
  return t.note.import.added(count, count > 1 ? `n${first} – n${first + count - 1}` : `n${first}`);
}

function linesOf(lines: LineRuns, t: Context['t']): string {
  const { text, more } = lines.text();
  const named = t.note.import.lines(text, lines.count > 1);
  return more ? `${named} ${t.note.import.moreLines(more)}` : named;
}
