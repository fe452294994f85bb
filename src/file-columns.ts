// The columns of a file as the user named them: on the line, under a name, or once before for the same header.
import { OkhelpError } from './errors.ts';
import type { ColumnMapping, MappedField } from './formats/generic-csv.ts';
import { columnNamed } from './formats/note-words.ts';
import type { StatementFile } from './formats/statement.ts';
import type { ColumnsRead, DateOrder } from './ledger/findings.ts';
import { nearest } from './nearest.ts';
import { type SavedColumns, type Settings, savedColumns } from './settings.ts';

/** How the user wants a table to be read. */
export interface ChosenColumns {
  map: ColumnMapping;
  dateOrder?: DateOrder;
  /** Where it was saved before. */
  from: SavedColumns | null;
  /** The name to keep it under. */
  keep: string | null;
}

/** Asks which column is what; null where that is not wanted, or not possible. */
export type AskColumns = (file: StatementFile) => Promise<ChosenColumns | null>;

/** Both directions in words of their own, since a note has none for them. */
const SIDES: { [name: string]: MappedField } = { in: 'in', out: 'out', 收入: 'in', 支出: 'out' };

/**
 * What `--columns` says: `time=Datum,amount=Betrag` (the names are those of the note's columns, in either language), or the
 * name of what was saved. Throws `bad-value`.
 */
export function columnsNamed(text: string, settings: Settings): ChosenColumns {
  if (!text.includes('=')) {
    const saved = savedColumns(settings);
    const from = saved.find(({ name }) => name === text.trim());
    if (from) return ofSaved(from);
    const names = saved.map(({ name }) => name);
    const expected = ['time=NAME,amount=NAME,…', ...names].join(', ');
    throw new OkhelpError('bad-value', { flag: '--columns', value: text, expected, suggestion: nearest(text, names) });
  }
  const entries = text.split(',').map((part) => {
    const [field, name] = [part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1)];
    const column = part.includes('=') ? (SIDES[field.toLowerCase()] ?? columnNamed(field)) : null;
    if (!column || name.trim() === '') {
      throw new OkhelpError('bad-value', { flag: '--columns', value: part, expected: 'time=NAME,amount=NAME,…' });
    }
    return [column, name.trim()] as const;
  });
  return { map: Object.fromEntries(entries), from: null, keep: null };
}

/** The columns that were saved for a file with this header, the latest of several. */
export async function columnsKnown(file: StatementFile, settings: Settings): Promise<ChosenColumns | null> {
  const saved = savedColumns(settings);
  if (saved.length === 0 || file.encoding === 'binary') return null;
  const { hasHeader } = await import('./formats/unknown-table.ts');
  const from = saved.findLast(({ header }) => hasHeader(file, header));
  return from ? ofSaved(from) : null;
}

/** As a check tells of it. */
export function columnsRead({ map, from }: ChosenColumns): ColumnsRead {
  return { name: from?.name ?? null, saved: from?.saved ?? null, map: { ...map } as Record<string, string> };
}

function ofSaved(from: SavedColumns): ChosenColumns {
  const { map, dateOrder } = from;
  return { map, ...(dateOrder && { dateOrder }), from, keep: null };
}
