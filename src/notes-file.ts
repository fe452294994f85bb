// A file of transactions, whoever wrote it: our own CSV to stream, or another program's statement read whole.
import type { Context } from './context.ts';
import { OkhelpError } from './errors.ts';
import { bytesOf, memorySource } from './formats/byte-source.ts';
import type { NoteDefaults } from './formats/note-rows.ts';
import { columnNamed } from './formats/note-words.ts';
import { looksLikeJson } from './formats/okhelp-json.ts';
import { ownCsv } from './formats/own-header.ts';
import type { Declared, Statement, StatementFile, StatementFormat } from './formats/statement.ts';
import { expectText } from './formats/utf8.ts';
import type { CheckSource } from './ledger/findings.ts';
import type { NewNote } from './ledger/note.ts';
import { nearest } from './nearest.ts';
import { type OpenSource, openSource } from './open-source.ts';

export const OWN_FORMAT = 'okhelp-csv';

/** What the user said of the file; nothing of it is needed. */
export interface FileWish {
  format?: string;
  /** `time=Datum,amount=Betrag`: which column holds which field. */
  columns?: string;
}

export type NotesFile =
  /** Our own CSV in UTF-8, whatever encoding it came in. */
  { kind: 'own'; source: OpenSource } | { kind: 'statement'; source: OpenSource; statement: Statement };

const HEAD = 1 << 16;

/**
 * Opens a file and finds its format by its content. The caller closes the source. Throws `file-…` and `column-…` errors, and
 * `format-unknown` for a text that is no table of transactions.
 */
export async function openNotesFile(
  path: string,
  wish: FileWish,
  defaults: NoteDefaults,
  context: Pick<Context, 'io' | 'host'>,
): Promise<NotesFile> {
  const source = await openSource(path, context);
  try {
    if (wish.format === OWN_FORMAT) return { kind: 'own', source };
    const head = bytesOf(source, HEAD);
    const free = !wish.format && !wish.columns;
    if (free && (looksLikeJson(head) || ownCsv(head) === 'surely')) return { kind: 'own', source };
    return await readOther(source, wish, defaults);
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
}

/** Reads all notes of a file. Throws the errors of openNotesFile. */
export async function readNotesFile(
  path: string,
  wish: FileWish,
  defaults: NoteDefaults,
  context: Pick<Context, 'io' | 'host'>,
): Promise<NotesRead> {
  const file = await openNotesFile(path, wish, defaults, context);
  const { kind } = file.source;
  const name = kind === 'stdin' ? null : path;
  try {
    if (file.kind === 'statement') {
      const { format, rows, unreadable, notes, declared, dayEndBalances } = file.statement;
      return { source: { kind, name, format, rows, unreadable }, notes, declared, dayEndBalances };
    }
    const bytes = bytesOf(file.source);
    const options = { file: path, ...defaults };
    const { readNotesJson } = await import('./formats/okhelp-json.ts');
    const { readNotes } = await import('./formats/okhelp-csv.ts');
    const isJson = looksLikeJson(bytes);
    const { notes, rows, unreadable } = isJson ? readNotesJson(bytes, options) : readNotes(bytes, options);
    const format = isJson ? 'okhelp-json' : OWN_FORMAT;
    return { source: { kind, name, format, rows, unreadable }, notes, declared: [], dayEndBalances: false };
  } finally {
    file.source.close();
  }
}

async function readOther(source: OpenSource, wish: FileWish, defaults: NoteDefaults): Promise<NotesFile> {
  const bytes = bytesOf(source);
  if (bytes.length === 0) throw new OkhelpError('file-empty', { file: source.name });
  const { decodeFile } = await import('./formats/decode.ts');
  const file = decodeFile(source.name, bytes);
  const format = await formatOf(file, wish);
  if (format) return { kind: 'statement', source, statement: format.read(file, defaults) };
  // Ours, but not in UTF-8.
  if (file.encoding === 'utf-8') return { kind: 'own', source };
  return { kind: 'own', source: { ...source, ...memorySource(new TextEncoder().encode(file.text), source.name) } };
}

/** Encodings that our own CSV is read in beside UTF-8; in another one nobody could be sure of its words. */
const READ_AS_OURS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'];

/** The format of a file; null where it is our own after all. */
async function formatOf(file: StatementFile, { format, columns }: FileWish): Promise<StatementFormat | null> {
  const { formatNamed, recogniseFormat } = await import('./formats/registry.ts');
  if (columns) {
    const { mappedCsv } = await import('./formats/generic-csv.ts');
    return mappedCsv(mappingOf(columns));
  }
  if (format) {
    await expectFormat(format);
    return formatNamed(format);
  }
  const own = READ_AS_OURS.includes(file.encoding) ? ownCsv(new TextEncoder().encode(file.text.slice(0, HEAD))) : 'no';
  if (own === 'surely') return null;
  const found = recogniseFormat(file);
  if (found) return found;
  if (own === 'perhaps') return null;
  if (file.encoding === 'binary') expectText(file.bytes, file.name);
  // A table all the same: our own reader says which column it lacks.
  if (/^[^\n]*,/.test(file.text.trimStart())) return null;
  throw new OkhelpError('format-unknown', { file: file.name });
}

/** Throws `bad-value` with the names there are where `--format` names none of them. */
export async function expectFormat(name: string): Promise<void> {
  const { FORMATS, formatNamed } = await import('./formats/registry.ts');
  if (name === OWN_FORMAT || formatNamed(name)) return;
  const names = [OWN_FORMAT, ...FORMATS.map((format) => format.name)];
  const expected = names.join(', ');
  throw new OkhelpError('bad-value', { flag: '--format', value: name, expected, suggestion: nearest(name, names) });
}

/** `time=Datum,amount=Betrag` as a mapping; the names are those of the note's columns, in either language. */
function mappingOf(columns: string): Record<string, string> {
  const entries = columns.split(',').map((part) => {
    const [field, name] = [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)];
    const column = part.includes('=') ? columnNamed(field) : null;
    if (!column || name.trim() === '') {
      throw new OkhelpError('bad-value', { flag: '--columns', value: part, expected: 'time=NAME,amount=NAME,…' });
    }
    return [column, name.trim()] as const;
  });
  return Object.fromEntries(entries);
}
