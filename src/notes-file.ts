// A file of transactions, whoever wrote it: our own CSV to stream, or another program's statement read whole.
import type { Context } from './context.ts';
import { OkhelpError } from './errors.ts';
import { beginsAsUtf8, expectReadable, inUtf8 } from './file-bytes.ts';
import { type AskColumns, type ChosenColumns, columnsKnown, columnsNamed, columnsRead } from './file-columns.ts';
import { bytesOf, memorySource } from './formats/byte-source.ts';
import type { NoteDefaults } from './formats/note-rows.ts';
import { looksLikeJson } from './formats/okhelp-json.ts';
import { ownCsv } from './formats/own-header.ts';
import type { Declared, Statement, StatementFile, StatementFormat } from './formats/statement.ts';
import { expectFits } from './largest-file.ts';
import type { CheckSource, ColumnsRead, DateOrder } from './ledger/findings.ts';
import type { NewNote } from './ledger/note.ts';
import { nearest } from './nearest.ts';
import { type OpenSource, openSource } from './open-source.ts';

export const OWN_FORMAT = 'okhelp-csv';

/** What the user said of the file; nothing of it is needed. */
export interface FileWish {
  format?: string;
  /** `time=Datum,amount=Betrag`: which column holds which field; or the name under which that was saved. */
  columns?: string;
  /** The name to save them under, for other files with the same header. */
  saveColumns?: string;
  /** Of dates such as 03/04/2026. */
  dateOrder?: DateOrder;
}

/** What reading a file needs of a context. */
type Where = Pick<Context, 'io' | 'host' | 'settings'>;

export type NotesFile =
  /** Our own CSV in UTF-8, whatever encoding it came in. */
  { kind: 'own'; source: OpenSource } | StatementNotes;

export interface StatementNotes {
  kind: 'statement';
  source: OpenSource;
  statement: Statement;
  columns: Named;
}

/** The columns that the user named, what is to be kept of them, and how many rows they made notes of; null where none. */
export type Named = {
  read: ColumnsRead;
  save: { name: string; header: string[]; dateOrder?: DateOrder } | null;
  notes: number;
} | null;

const HEAD = 1 << 16;

/**
 * Opens a file and finds its format by its content; where that fails, `ask` may say which column is what. The caller
 * closes the source. Throws `file-…` and `column-…` errors, and `format-unknown` for a text that is no table of
 * transactions.
 */
export async function openNotesFile(
  path: string,
  wish: FileWish,
  defaults: NoteDefaults,
  context: Where,
  ask?: AskColumns,
): Promise<NotesFile> {
  const source = await openSource(path, context);
  try {
    if (wish.format === OWN_FORMAT) return { kind: 'own', source };
    const head = bytesOf(source, HEAD);
    const free = !wish.format && !wish.columns;
    const isOwn = free && ownCsv(head) === 'surely';
    if ((free && looksLikeJson(head)) || (isOwn && beginsAsUtf8(source))) return { kind: 'own', source };
    // Its names can be read in any encoding; what stands under them cannot.
    if (isOwn) return { kind: 'own', source: await inUtf8(source) };
    return await readOther(source, wish, defaults, context, ask);
  } catch (error) {
    source.close();
    throw error;
  }
}

/** A file read whole, whatever its format: our CSV, an `okhelp.notes/1` export, or a statement. */
export interface NotesRead {
  source: CheckSource;
  /** With `id` and `line`, in the order of the file. */
  notes: (NewNote & { id: string; line: number })[];
  declared: Declared[];
  dayEndBalances: boolean;
  columns: Named;
}

/** Reads all notes of a file. Throws the errors of openNotesFile. */
export async function readNotesFile(
  path: string,
  wish: FileWish,
  defaults: NoteDefaults,
  context: Where,
  ask?: AskColumns,
): Promise<NotesRead> {
  const file = await openNotesFile(path, wish, defaults, context, ask);
  const { source } = file;
  try {
    const whole = await readWhole(file, path, defaults);
    if (whole) return whole;
    await expectFits(source, 'statement');
    const { readNotes } = await import('./formats/okhelp-csv.ts');
    const { notes, rows, unreadable } = readNotes(bytesOf(source), { file: path, ...defaults });
    const name = source.kind === 'stdin' ? null : path;
    return ownRead({ kind: source.kind, name, format: OWN_FORMAT, rows, unreadable }, notes);
  } finally {
    source.close();
  }
}

/** What can only be read whole: a statement, or an `okhelp.notes/1` export; null for our own CSV. */
export async function readWhole(file: NotesFile, path: string, defaults: NoteDefaults): Promise<NotesRead | null> {
  const { kind } = file.source;
  const name = kind === 'stdin' ? null : path;
  if (file.kind === 'statement') {
    const { notes, declared, dayEndBalances } = file.statement;
    return { source: sourceOf(file, name), notes, declared, dayEndBalances, columns: file.columns };
  }
  if (!looksLikeJson(bytesOf(file.source, 256))) return null;
  await expectFits(file.source, 'json');
  const { readNotesJson } = await import('./formats/okhelp-json.ts');
  const { notes, rows, unreadable } = readNotesJson(bytesOf(file.source), { file: path, ...defaults });
  return ownRead({ kind, name, format: 'okhelp-json', rows, unreadable }, notes);
}

/** What our own files are: notes, and nothing said of them. */
function ownRead(source: CheckSource, notes: NotesRead['notes']): NotesRead {
  return { source, notes, declared: [], dayEndBalances: false, columns: null };
}

/** Where the rows of a statement came from and how they were read. */
export function sourceOf(file: StatementNotes, name: string | null): CheckSource {
  const { format, rows, unreadable, dates } = file.statement;
  const columns = file.columns?.read;
  const { kind } = file.source;
  return { kind, name, format, rows, unreadable, ...(dates && { dates }), ...(columns && { columns }) };
}

async function readOther(
  source: OpenSource,
  wish: FileWish,
  defaults: NoteDefaults,
  context: Where,
  ask: AskColumns | undefined,
): Promise<NotesFile> {
  await expectFits(source, 'statement');
  const bytes = bytesOf(source);
  if (bytes.length === 0) throw new OkhelpError('file-empty', { file: source.name });
  const { decodeFile } = await import('./formats/decode.ts');
  const file = decodeFile(source.name, bytes);
  const whole = () => ({ ...source, ...memorySource(new TextEncoder().encode(file.text), source.name) });
  // As the shell of Windows writes what a program gives: UTF-16.
  if (!wish.format && !wish.columns && looksLikeJson(new TextEncoder().encode(file.text.slice(0, 256))))
    return { kind: 'own', source: whole() };
  const { format, columns } = await formatOf(file, wish, context, ask);
  const dateOrder = wish.dateOrder ?? columns?.dateOrder;
  if (format) {
    const statement = format.read(file, { ...defaults, ...(dateOrder && { dateOrder }) });
    return { kind: 'statement', source, statement, columns: columns && (await named(file, columns, wish, statement)) };
  }
  // Ours, but not in UTF-8.
  if (file.encoding === 'utf-8') return { kind: 'own', source };
  return { kind: 'own', source: whole() };
}

/** Encodings that our own CSV is read in beside UTF-8; in another one nobody could be sure of its words. */
const READ_AS_OURS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'];

/** How a file is read: its format (null where it is our own after all), and the columns where the user named them. */
interface Way {
  format: StatementFormat | null;
  columns: ChosenColumns | null;
}

async function formatOf(file: StatementFile, wish: FileWish, { settings }: Where, ask?: AskColumns): Promise<Way> {
  const { formatNamed, recogniseFormat } = await import('./formats/registry.ts');
  const mapped = async (columns: ChosenColumns): Promise<Way> => {
    const { mappedCsv } = await import('./formats/generic-csv.ts');
    return { format: mappedCsv(columns.map), columns };
  };
  const found = (format: StatementFormat | null): Way => ({ format, columns: null });
  if (wish.columns) return mapped(columnsNamed(wish.columns, settings));
  if (wish.format) {
    await expectFormat(wish.format);
    return found(formatNamed(wish.format));
  }
  const own = READ_AS_OURS.includes(file.encoding) ? ownCsv(new TextEncoder().encode(file.text.slice(0, HEAD))) : 'no';
  if (own === 'surely') return found(null);
  const known = await columnsKnown(file, settings);
  if (known) return mapped(known);
  const recognised = recogniseFormat(file);
  if (recognised) return found(recognised);
  if (own === 'perhaps') return found(null);
  if (file.encoding === 'binary') await expectReadable(file);
  const asked = await ask?.(file);
  if (asked) return mapped(asked);
  // A table all the same: our own reader says which column it lacks.
  if (/^[^\n]*,/.test(file.text.trimStart())) return found(null);
  throw new OkhelpError('format-unknown', { file: file.name });
}

/** What is told of the columns, and what is to be saved where a row could be read by them. */
async function named(
  file: StatementFile,
  columns: ChosenColumns,
  wish: FileWish,
  { notes }: Statement,
): Promise<Named> {
  const name = wish.saveColumns ?? columns.keep;
  const { mappedHeader } = await import('./formats/generic-csv.ts');
  const header = name === null ? null : mappedHeader(file, columns.map);
  const dateOrder = wish.dateOrder ?? columns.dateOrder;
  const save = header && { name: name!, header, ...(dateOrder && { dateOrder }) };
  return { read: columnsRead(columns), save, notes: notes.length };
}

/** Throws `bad-value` with the names there are where `--format` names none of them. */
export async function expectFormat(name: string): Promise<void> {
  const { FORMATS, formatNamed } = await import('./formats/registry.ts');
  if (name === OWN_FORMAT || formatNamed(name)) return;
  const names = [OWN_FORMAT, ...FORMATS.map((format) => format.name)];
  const expected = names.join(', ');
  throw new OkhelpError('bad-value', { flag: '--format', value: name, expected, suggestion: nearest(name, names) });
}
