// A file of transactions to take in some at a time: our own CSV as it streams by, any other file from memory.
import type { Context } from './context.ts';
import type { AskColumns } from './file-columns.ts';
import type { NoteDefaults } from './formats/note-rows.ts';
import { NotesCsv, type RowNote } from './formats/notes-csv.ts';
import type { CheckSource } from './ledger/findings.ts';
import { type FileWish, type Named, OWN_FORMAT, openNotesFile, readWhole } from './notes-file.ts';

export interface NotesStream {
  /** Of the whole file: how many rows it has, and those that cannot be read. */
  source: CheckSource;
  columns: Named;
  /** Its notes in the order of the file; `done` is the share (0 to 1) behind them. May be asked for once. */
  pieces(): Iterable<{ notes: RowNote[]; done: number }>;
  close(): void;
}

const PIECE = 5000;

/**
 * Opens a file and goes through it once; `progress` is told the share that was read. The caller closes it. Throws the
 * errors of openNotesFile; `pieces` throws `file-changed`.
 */
export async function openNotesStream(
  path: string,
  wish: FileWish,
  defaults: NoteDefaults,
  context: Pick<Context, 'io' | 'host' | 'settings'>,
  { ask, progress }: { ask?: AskColumns; progress: (share: number) => Promise<void> | void },
): Promise<NotesStream> {
  const file = await openNotesFile(path, wish, defaults, context, ask);
  const { kind, size, close } = file.source;
  const name = kind === 'stdin' ? null : path;
  try {
    const whole = await readWhole(file, path, defaults);
    if (whole) return { source: whole.source, columns: whole.columns, pieces: () => cut(whole.notes), close };
    const csv = new NotesCsv({ ...file.source, name: path }, defaults);
    for (const done of csv.scan()) await progress(done / size);
    const { rows, unreadable } = csv;
    return {
      source: { kind, name, format: OWN_FORMAT, rows, unreadable },
      columns: null,
      *pieces() {
        for (const { notes, done } of csv.pieces()) yield { notes, done: done / size };
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

function* cut(notes: readonly RowNote[]): Generator<{ notes: RowNote[]; done: number }> {
  for (let at = 0; at < notes.length; at += PIECE) {
    const end = Math.min(notes.length, at + PIECE);
    yield { notes: notes.slice(at, end), done: end / notes.length };
  }
}
