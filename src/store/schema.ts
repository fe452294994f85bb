// The tables, as a list of migrations: only ever added to, never changed, since each may have run on someone's machine.
import { OkhelpError } from '../errors.ts';
import type { Connection, Database } from './connection.ts';

/** Written into the file's header, so that another program's SQLite file is not taken for okhelp's: "okhp". */
const APPLICATION_ID = 0x6f6b6870;

/** Migration n leads from version n to n + 1. Amounts are exact decimals as text, times milliseconds since 1970 (UTC). */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    epoch INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,
    type TEXT NOT NULL,
    amount TEXT NOT NULL,
    currency TEXT NOT NULL,
    fee TEXT NOT NULL,
    balance TEXT,
    account TEXT NOT NULL,
    counterparty TEXT NOT NULL,
    reference TEXT NOT NULL,
    status TEXT NOT NULL,
    error TEXT NOT NULL,
    memo TEXT NOT NULL,
    origin TEXT NOT NULL,
    edited TEXT,
    removed INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX notes_by_time ON notes (epoch, id);
  CREATE INDEX notes_by_origin ON notes (origin);
  CREATE INDEX notes_by_edited ON notes (edited) WHERE edited IS NOT NULL;
  CREATE TABLE changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE changed_notes (
    id INTEGER PRIMARY KEY,
    change INTEGER NOT NULL REFERENCES changes (id) ON DELETE CASCADE,
    note INTEGER NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('add', 'edit', 'remove')),
    before TEXT
  ) STRICT;
  CREATE INDEX changed_notes_by_change ON changed_notes (change);
  CREATE TABLE cases (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    problem TEXT NOT NULL,
    state TEXT NOT NULL,
    answers TEXT NOT NULL,
    sources TEXT NOT NULL,
    fields TEXT NOT NULL,
    outcome TEXT,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
  ) STRICT;
  PRAGMA application_id = ${APPLICATION_ID};
  `,
  `
  CREATE TABLE case_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,
    recorded INTEGER NOT NULL,
    details TEXT NOT NULL
  ) STRICT;
  CREATE INDEX case_events_by_case ON case_events (case_id, epoch, id);
  CREATE TABLE case_drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    created INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX case_drafts_by_case ON case_drafts (case_id);
  CREATE TABLE case_evidence (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    path TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    memo TEXT NOT NULL,
    added INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX case_evidence_by_case ON case_evidence (case_id);
  CREATE TABLE contacts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    found TEXT NOT NULL,
    memo TEXT NOT NULL,
    saved INTEGER NOT NULL
  ) STRICT;
  `,
  `
  CREATE INDEX notes_by_reference ON notes (reference) WHERE reference <> '';
  CREATE TABLE note_pages (
    number INTEGER PRIMARY KEY,
    epoch INTEGER NOT NULL,
    note INTEGER NOT NULL,
    notes INTEGER,
    csv BLOB,
    UNIQUE (epoch, note)
  ) STRICT;
  CREATE INDEX stale_pages ON note_pages (epoch, note) WHERE csv IS NULL;
  INSERT INTO note_pages (epoch, note) VALUES (-8640000000000000, 0);
  CREATE TRIGGER page_of_added AFTER INSERT ON notes BEGIN
    ${staleAt('new')}
  END;
  CREATE TRIGGER page_of_changed AFTER UPDATE ON notes BEGIN
    ${staleAt('old')}
    ${staleAt('new')}
  END;
  CREATE TRIGGER page_of_deleted AFTER DELETE ON notes BEGIN
    ${staleAt('old')}
  END;
  `,
];

/** What makes the page (pages.ts) stale that the note before or behind a change stands in, whoever makes the change. */
function staleAt(row: 'old' | 'new'): string {
  return `UPDATE note_pages SET csv = NULL, notes = NULL WHERE csv IS NOT NULL AND number = (
      SELECT number FROM note_pages WHERE (epoch, note) <= (${row}.epoch, ${row}.id)
      ORDER BY epoch DESC, note DESC LIMIT 1);`;
}

/** The version of the tables in `db`; 0 where there are none. Throws `data-newer`, or `data-unusable` for a foreign file. */
export function versionOf(db: Database, path: string, known = MIGRATIONS.length): number {
  const version = pragma(db, 'user_version');
  const application = pragma(db, 'application_id');
  const foreign =
    version === 0 ? db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').all().length > 0 : application !== APPLICATION_ID;
  if (foreign) throw new OkhelpError('data-unusable', { path, reason: 'SQLite, but not okhelp' });
  if (version > known) throw new OkhelpError('data-newer', { path, found: version, known });
  return version;
}

/** Brings the tables to the newest version, all in one transaction or not at all. */
export function migrate(connection: Pick<Connection, 'write'>, path: string, migrations = MIGRATIONS): void {
  connection.write((db) => {
    // Asked again inside the transaction: another okhelp may have done it meanwhile.
    for (let version = versionOf(db, path, migrations.length); version < migrations.length; version++) {
      db.exec(migrations[version]!);
      db.exec(`PRAGMA user_version = ${version + 1}`);
    }
  });
}

function pragma(db: Database, name: string): number {
  const [row] = db.prepare(`PRAGMA ${name}`).all() as Record<string, number>[];
  return row![name]!;
}
