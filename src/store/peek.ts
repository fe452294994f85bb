// A look into the data for completion: it opens the file for reading alone, writes nothing, makes nothing, moves nothing on.
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Libsql from 'libsql';

/** So many of the newest: more would neither fit on a screen nor be read in time. */
const NEWEST = 50;
/** Accounts and currencies are looked for in so many of the notes recorded last. */
const NOTES_LOOKED_AT = 5000;

export interface Glimpse {
  cases(): { id: string; problem: string; state: string }[];
  notes(): { id: string; epoch: number; offset: number; type: string; amount: string; currency: string }[];
  accounts(): string[];
  currencies(): string[];
  contacts(): { id: string; kind: string }[];
  /** Of the case `c7` or `7`. */
  drafts(id: string): { id: string; kind: string }[];
  evidence(id: string): { id: string; name: string }[];
  close(): void;
}

/**
 * The data in `directory` as they are; null where there are none. `epoch` is milliseconds since 1970 (UTC), `offset`
 * minutes. Throws what SQLite throws: whoever completes a word then has nothing to offer.
 */
export function peek(directory: string): Glimpse | null {
  const path = join(resolve(directory), 'okhelp.db');
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  // Beside a log with changes the file alone would be out of date; without one nothing need be made beside it.
  const logged = (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  const db = new Libsql(`${pathToFileURL(path).href}?mode=ro${logged ? '' : '&immutable=1'}`);
  const rows = <Row>(sql: string, ...values: number[]): Row[] => db.prepare(sql).all(...values) as Row[];
  /** Rows with their ids as a person writes them: `c7`. */
  const numbered = <Row extends { id: string }>(letter: string, sql: string, ...values: number[]): Row[] =>
    rows<Row>(sql, ...values).map((row) => ({ ...row, id: `${letter}${row.id}` }));
  const column = (name: 'account' | 'currency') =>
    rows<{ value: string }>(
      `SELECT value, count(*) AS times FROM
        (SELECT ${name} AS value FROM notes WHERE removed = 0 ORDER BY id DESC LIMIT ${NOTES_LOOKED_AT})
        GROUP BY value ORDER BY times DESC LIMIT ${NEWEST}`,
    ).map(({ value }) => value);
  const ofCase = <Row extends { id: string }>(letter: string, sql: string, id: string) =>
    numbered<Row>(letter, `${sql} WHERE case_id = ? ORDER BY id`, Number(id.replace(/^c/i, '')));
  return {
    cases: () => numbered('c', `SELECT id, problem, state FROM cases ORDER BY updated DESC, id DESC LIMIT ${NEWEST}`),
    notes: () =>
      numbered(
        'n',
        `SELECT id, epoch, utc_offset AS offset, type, CASE type WHEN 'balance' THEN balance ELSE amount END AS amount,
          currency FROM notes WHERE removed = 0 ORDER BY id DESC LIMIT ${NEWEST}`,
      ),
    accounts: () => column('account'),
    currencies: () => column('currency'),
    contacts: () => numbered('k', 'SELECT id, kind FROM contacts ORDER BY id'),
    drafts: (id) => ofCase('d', 'SELECT id, kind FROM case_drafts', id),
    evidence: (id) => ofCase('f', 'SELECT id, name FROM case_evidence', id),
    close: () => db.close(),
  };
}
