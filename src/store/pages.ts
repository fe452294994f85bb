// The notes once more as pages of plain CSV in order of time, for the check to read as quickly as a file. The notes are
// the truth: a trigger empties a page as soon as one of its notes changes (schema.ts), and who changes notes fills it again.
import type { Database } from './connection.ts';

/**
 * Notes in a page that was filled at once; one that grew is cut when it holds more than twice as many. With fewer the pages
 * take longer to read, with more a single note takes longer to add: about a millisecond for a page.
 */
export const NOTES_IN_PAGE = 1000;

/** The columns of a page: what a balance is made of. All else of a note is asked for by its row. */
export const PAGE_HEADER = 'time,type,amount,currency,fee,balance,account,status\n';

/** Where a page begins: notes are in order of time, then of recording. */
export interface Place {
  epoch: number;
  note: number;
}

export interface Page extends Place {
  notes: number;
  csv: Uint8Array;
}

const END: Place = { epoch: 8_640_000_000_000_000, note: 0 };

const WALL = '(epoch + utc_offset * 60000)';

/** A note as a row under PAGE_HEADER. Accounts are quoted and guarded as our CSV does it (formats/okhelp-csv.ts). */
const ROW = [
  `strftime('%Y-%m-%dT%H:%M:%S', ${WALL} / 1000, 'unixepoch')
    || CASE WHEN epoch % 1000 = 0 THEN '' ELSE printf('.%03d', ${WALL} % 1000) END
    || printf('%s%02d:%02d', CASE WHEN utc_offset < 0 THEN '-' ELSE '+' END, abs(utc_offset) / 60, abs(utc_offset) % 60)`,
  'type',
  "CASE WHEN type = 'balance' THEN '' WHEN amount GLOB '-*' THEN amount ELSE '+' || amount END",
  'currency',
  "CASE WHEN fee GLOB '*[1-9]*' THEN fee ELSE '' END",
  "ifnull(balance, '')",
  `CASE WHEN ltrim(account, '''') GLOB '[-=+@]*' THEN '"''' || replace(account, '"', '""') || '"'
    WHEN account GLOB '*[",]*' THEN '"' || replace(account, '"', '""') || '"'
    ELSE account END`,
  "CASE status WHEN 'completed' THEN '' ELSE status END",
].join(" || ',' || ");

const BETWEEN = 'removed = 0 AND (epoch, id) >= (?1, ?2) AND (epoch, id) < (?3, ?4)';

/** The page of a slice. */
const CSV = `SELECT CAST(group_concat(line, '') AS BLOB) FROM (
  SELECT ${ROW} || char(10) AS line FROM notes WHERE ${BETWEEN} ORDER BY epoch, id LIMIT ?5)`;

/** The pages in order. One that is stale is made from its notes as it is asked for, and not kept. */
export function* pagesOf(db: Database, notesInPage: number): Generator<Page> {
  const slices = slicer(db, notesInPage);
  const made = db.prepare(CSV).raw();
  const csv = db.prepare('SELECT csv FROM note_pages WHERE number = ?').raw();
  const all = db.prepare('SELECT number, epoch, note, notes FROM note_pages ORDER BY epoch, note').all() as PageRow[];
  for (const [i, { number, epoch, note, notes }] of all.entries()) {
    if (notes !== null) yield { epoch, note, notes, csv: (csv.all(number) as [Uint8Array][])[0]![0] };
    else {
      for (const slice of slices({ epoch, note }, all[i + 1] ?? END)) {
        const [first, second, , , count] = slice;
        yield { epoch: first, note: second, notes: count, csv: (made.all(...slice) as [Uint8Array][])[0]![0] };
      }
    }
  }
}

type PageRow = Place & { number: number; notes: number | null };

/** How many notes there are. The pages know it; only where one is stale the notes themselves are counted. */
export function countOf(db: Database): number {
  const [[notes, stale]] = db.prepare('SELECT sum(notes), count(*) - count(notes) FROM note_pages').raw().all() as [
    [number | null, number],
  ];
  if (notes !== null && stale === 0) return notes;
  return (db.prepare('SELECT count(*) FROM notes WHERE removed = 0').raw().all() as [[number]])[0]![0];
}

/** Fills the pages that are stale, within the transaction that made them so. */
export function fillPages(db: Database, notesInPage: number): void {
  const stale = db.prepare('SELECT number, epoch, note FROM note_pages WHERE csv IS NULL ORDER BY epoch, note').all();
  if (stale.length === 0) return;
  const slices = slicer(db, notesInPage);
  const next = db.prepare(
    'SELECT epoch, note FROM note_pages WHERE (epoch, note) > (?, ?) ORDER BY epoch, note LIMIT 1',
  );
  const fill = db.prepare(`UPDATE note_pages SET notes = ?5, csv = (${CSV}) WHERE number = ?6`);
  const add = db.prepare(`INSERT INTO note_pages (epoch, note, notes, csv) VALUES (?1, ?2, ?5, (${CSV}))`);
  const empty = db.prepare("UPDATE note_pages SET notes = 0, csv = x'' WHERE number = ?");
  // The first page begins before all time, so that each note has a page to stand in; it stays, also without notes.
  const drop = db.prepare('DELETE FROM note_pages WHERE number = ? AND note > 0');
  for (const { number, ...begin } of stale as PageRow[]) {
    const [end = END] = next.all(begin.epoch, begin.note) as Place[];
    let first = true;
    for (const slice of slices(begin, end)) {
      if (first) fill.run([...slice, number]);
      else add.run([...slice]);
      first = false;
    }
    if (first && drop.run(number).changes === 0) empty.run(number);
  }
}

/** What BETWEEN and CSV ask for: the place where the notes begin, that which they do not reach, and how many there are. */
type Slice = readonly [epoch: number, note: number, endEpoch: number, endNote: number, notes: number];

/** Gives a function that cuts the notes from one place up to another into pages: none where no notes stand between. */
function slicer(db: Database, notesInPage: number): (begin: Place, end: Place) => Generator<Slice> {
  const count = db.prepare(`SELECT count(*) AS notes FROM notes WHERE ${BETWEEN}`).raw();
  const next = db.prepare(`SELECT epoch, id AS note FROM notes WHERE ${BETWEEN} ORDER BY epoch, id LIMIT 1 OFFSET ?5`);
  return function* (begin, end) {
    let [[left]] = count.all(begin.epoch, begin.note, end.epoch, end.note) as [[number]];
    for (let place = begin; left > 0; ) {
      const notes = left > 2 * notesInPage ? notesInPage : left;
      const slice: Slice = [place.epoch, place.note, end.epoch, end.note, notes];
      yield slice;
      left -= notes;
      if (left > 0) [place] = next.all(...slice) as [Place];
    }
  };
}
