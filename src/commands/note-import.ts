// `okhelp note import FILE`: reads the whole file, shows what is new, known and unreadable, then records the new at once.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { type FileWish, type NotesRead, readNotesFile } from '../notes-file.ts';
import { cleanForTerminal } from '../terminal/clean.ts';
import { startProgress } from '../terminal/progress.ts';
import { wrap } from '../terminal/width.ts';
import { asker, type ReadingFlags, readingOptions, settleReading, wishOf } from './columns/reading.ts';
import { noteDefaults } from './note/defaults.ts';
import { lineRanges, type SortedRows, sortRows } from './note/sorting.ts';

interface Options extends ReadingFlags {
  args: string[];
  dryRun?: boolean;
  skipUnreadable?: boolean;
  account?: string;
}

interface Report {
  file: string;
  read: NotesRead;
  sorted: SortedRows;
  /** The ids of what was recorded, in the order of `sorted.fresh`. */
  ids: string[];
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
    if (context.json) context.io.out(JSON.stringify(documentOf(report, context), null, 2));
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

/** Reads the whole file, sorts out what is new, and only then records it, all or nothing. */
async function readIn(wish: Wish, context: Context): Promise<Report> {
  const { file, dryRun, skipUnreadable } = wish;
  const progress = startProgress(context.t.note.import.working(cleanForTerminal(file)), context);
  try {
    if (isLarge(resolve(context.host.cwd, file))) await progress?.begin();
    const defaults = noteDefaults(context);
    const ask = asker(wish, defaults, context, { begin: () => progress?.stop(), keeps: !dryRun });
    const read = await readNotesFile(file, wish, defaults, context, ask);
    await settleReading(read.columns, read.source, wish, context);
    if (wish.account !== undefined) for (const note of read.notes) note.account = wish.account;
    await progress?.update(1, 3);
    const { notes } = await context.store();
    const sorted = sortRows(read.notes, notes);
    await progress?.update(2, 3);
    const refused = read.source.unreadable.length > 0 && !skipUnreadable;
    const ids = dryRun || refused ? [] : notes.add(sorted.fresh, `note import ${file}`);
    return { file, read, sorted, ids, refused, dryRun };
  } finally {
    progress?.stop();
  }
}

/** So large that reading it may take a second. */
function isLarge(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 3_000_000;
}

function documentOf({ file, read, sorted, ids, dryRun }: Report, { t }: Context) {
  return {
    schema: 'okhelp.import/1',
    file,
    dryRun,
    rows: read.source.rows,
    added: ids.length,
    new: sorted.fresh.map(({ line }, i) => ({ line, note: ids[i] ?? null })),
    known: sorted.known.map(({ line }) => ({ line })),
    unreadable: read.source.unreadable.map(({ line, column, value, reason }) => ({
      line,
      column,
      value,
      message: t.check.reasons[reason],
    })),
    similar: sorted.similar,
    ...(read.source.dates && { dates: read.source.dates }),
    ...(read.source.columns && { columns: read.source.columns }),
  };
}

const SHOWN = 20;

function print(report: Report, context: Context): void {
  const { io, t } = context;
  const { file, read, sorted, refused, dryRun } = report;
  const words = t.note.import;
  const { fresh, known } = sorted;
  const lines: string[] = [words.read(cleanForTerminal(file), read.source.rows)];
  const add = (text: string, paint = (line: string) => line) => {
    lines.push(...wrap(text, io.width - 2).map((line, i) => paint(`${i ? '    ' : '  '}${line}`)));
  };
  add(words.counts({ fresh: fresh.length, known: known.length, unreadable: read.source.unreadable.length }));
  if (fresh.length && (dryRun || known.length || refused)) add(words.fresh(linesOf(fresh, t)));
  if (known.length) add(words.known(linesOf(known, t)));
  if (sorted.knownRemoved) add(words.knownRemoved(sorted.knownRemoved));
  for (const { line, column, value, reason } of read.source.unreadable.slice(0, SHOWN)) {
    const short = value.length > 40 ? `${value.slice(0, 39)}…` : value;
    const name = column && t.ledger.fields[column];
    add(t.check.unreadableRow(line, name, cleanForTerminal(short), t.check.reasons[reason]), io.paint.warn);
  }
  if (read.source.unreadable.length > SHOWN)
    add(t.check.moreUnreadable(read.source.unreadable.length - SHOWN), io.paint.warn);
  for (const { line, note } of sorted.similar.slice(0, SHOWN)) add(words.similar(line, note), io.paint.warn);
  io.out(lines.join('\n'));
  conclude(report, context);
}

function conclude({ file, read, ids, sorted, refused, dryRun }: Report, { io, t }: Context): void {
  const words = t.note.import;
  if (refused) {
    const { message, hint } = t.errors.codes['rows-unreadable']({ file, count: read.source.unreadable.length });
    for (const line of wrap(`${t.errors.prefix}${cleanForTerminal(message)}`, io.widthErr))
      io.complain(io.paintErr.bad(line));
    io.complain(wrap(hint, io.widthErr).join('\n'));
    return;
  }
  const result = read.source.rows === 0 ? words.noRows : sorted.fresh.length === 0 ? words.nothingNew : added(ids, t);
  io.out(wrap(dryRun && sorted.fresh.length ? words.wouldAdd(sorted.fresh.length) : result, io.width).join('\n'));
  if (read.source.unreadable.length) io.say(words.skipped(read.source.unreadable.length));
  if (ids.length && sorted.fresh.some(({ balance }) => balance !== null)) io.say(words.next);
}

function added(ids: readonly string[], t: Context['t']): string {
  return t.note.import.added(ids.length, ids.length > 1 ? `${ids[0]} – ${ids.at(-1)}` : (ids[0] ?? ''));
}

function linesOf(rows: readonly { line: number }[], t: Context['t']): string {
  const { text, more } = lineRanges(rows.map(({ line }) => line));
  const named = t.note.import.lines(text, rows.length > 1);
  return more ? `${named} ${t.note.import.moreLines(more)}` : named;
}
