// The notes as the check reads them: bytes of CSV in order of time, and each row's note when it is asked for.
import type { Note } from '../ledger/note.ts';
import type { Database } from './connection.ts';
import { countOf, PAGE_HEADER, type Page, type Place, pagesOf } from './pages.ts';
import type { Row } from './rows.ts';
import type { NotesInOrder } from './store.ts';

/** Rows that are read from the notes together; those asked for lie near each other. */
const TOGETHER = 128;

/** So many of those are remembered. */
const MOST_KEPT = 64;

/** What is read stays as it was at one moment as long as the transaction on `db` lasts. */
export function notesInOrder(db: Database, noteOf: (row: Row) => Note, notesInPage: number): NotesInOrder {
  const count = countOf(db);
  const [[bytes]] = db.prepare('SELECT sum(length(csv)) FROM note_pages').raw().all() as [[number | null]];
  const near = db.prepare(
    `SELECT * FROM notes WHERE removed = 0 AND (epoch, id) >= (?, ?) ORDER BY epoch, id LIMIT ${TOGETHER} OFFSET ?`,
  );
  const header = new TextEncoder().encode(PAGE_HEADER);
  const begun: (Place & { row: number })[] = [];
  const kept = new Map<string, Note[]>();
  let pages: Iterator<Page> = pagesOf(db, notesInPage);
  let current: Uint8Array = header;
  let used = 0;
  let rows = 0;

  function start(): void {
    pages = pagesOf(db, notesInPage);
    begun.length = 0;
    current = header;
    used = 0;
    rows = 0;
  }

  function turn(): boolean {
    const { value, done } = pages.next();
    if (done) return false;
    begun.push({ epoch: value.epoch, note: value.note, row: rows + 1 });
    rows += value.notes;
    current = value.csv;
    used = 0;
    return true;
  }

  /** The last page that begins at or before the row. */
  function pageOf(row: number): number {
    let [low, high] = [0, begun.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (begun[middle]!.row <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  return {
    count,
    size: header.length + Math.max(bytes ?? 0, count * 60),

    read(target, at, from) {
      if (from === 0) start();
      while (used === current.length) if (!turn()) return 0;
      const part = current.subarray(used, used + target.length - at);
      target.set(part, at);
      used += part.length;
      return part.length;
    },

    note(row) {
      const page = pageOf(row);
      const { epoch, note, row: first } = begun[page]!;
      const skipped = row - first - ((row - first) % TOGETHER);
      const key = `${page} ${skipped}`;
      let found = kept.get(key);
      if (!found) {
        if (kept.size >= MOST_KEPT) kept.clear();
        found = (near.all(epoch, note, skipped) as Row[]).map(noteOf);
        kept.set(key, found);
      }
      return found[row - first - skipped]!;
    },
  };
}
