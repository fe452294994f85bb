// The cases in the store: diagnoses under way or finished, with the answers that led there.
import { OkhelpError } from '../errors.ts';
import type { ProblemId } from '../knowledge/content.ts';
import { caseParts } from './case-parts.ts';
import type { Connection } from './connection.ts';
import type { CaseRecord, NewCase, Store } from './store.ts';

interface CaseRow {
  id: number;
  problem: string;
  state: string;
  answers: string;
  sources: string;
  fields: string;
  outcome: string | null;
  created: number;
  updated: number;
}

/** `now` gives milliseconds since the epoch: when a case was created and last changed. */
export function caseStore(connection: Connection, now: () => number): Store['cases'] {
  function select(sql: string, ...values: (string | number)[]): CaseRecord | null {
    const rows = connection.read((db) => db.prepare(`SELECT * FROM cases ${sql}`).all(...values)) as CaseRow[];
    return rows[0] ? caseOf(rows[0], connection) : null;
  }

  return {
    save: (record) =>
      connection.write((db) => {
        const at = now();
        const insert = db.prepare(
          'INSERT INTO cases (problem, state, answers, sources, fields, outcome, created, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        );
        const id = `c${insert.run(...valuesOf(record), at, at).lastInsertRowid}`;
        return { ...record, id, created: new Date(at).toISOString(), updated: new Date(at).toISOString() };
      }),

    update: (id, record) =>
      connection.write((db) => {
        const update = db.prepare(
          'UPDATE cases SET problem = ?, state = ?, answers = ?, sources = ?, fields = ?, outcome = ?, updated = ? WHERE id = ?',
        );
        const { changes } = update.run(...valuesOf(record), now(), numberOf(id));
        if (changes === 0) throw new OkhelpError('unknown-case', { case: id });
        return select('WHERE id = ?', numberOf(id))!;
      }),

    get: (id) => select('WHERE id = ?', numberOf(id)),

    latest: (state) =>
      state
        ? select('WHERE state = ? ORDER BY updated DESC, id DESC LIMIT 1', state)
        : select('ORDER BY updated DESC, id DESC LIMIT 1'),

    list: (state) =>
      connection.read((db) => {
        const all = db.prepare(`SELECT * FROM cases ${state ? 'WHERE state = ?' : ''} ORDER BY updated DESC, id DESC`);
        return (all.all(...(state ? [state] : [])) as CaseRow[]).map((row) => caseOf(row, connection));
      }),

    setState: (id, state) =>
      connection.write((db) => {
        const update = db.prepare('UPDATE cases SET state = ?, updated = ? WHERE id = ?');
        if (update.run(state, now(), numberOf(id)).changes === 0) throw new OkhelpError('unknown-case', { case: id });
        return select('WHERE id = ?', numberOf(id))!;
      }),

    discard: (id) => {
      connection.write((db) => db.prepare('DELETE FROM cases WHERE id = ?').run(numberOf(id)));
    },

    together: (work) => connection.write(() => work()),

    ...caseParts(connection, now, (id) => {
      const found = select('WHERE id = ?', numberOf(id));
      if (!found) throw new OkhelpError('unknown-case', { case: id });
      return numberOf(id);
    }),
  };
}

function valuesOf(record: NewCase): (string | null)[] {
  const { problem, state, answers, sources, fields, outcome } = record;
  return [problem, state, JSON.stringify(answers), JSON.stringify(sources), JSON.stringify(fields), outcome];
}

function caseOf(row: CaseRow, connection: Connection): CaseRecord {
  if (row.state !== 'asking' && row.state !== 'open' && row.state !== 'closed') throw connection.damaged();
  return {
    id: `c${row.id}`,
    problem: row.problem as ProblemId,
    state: row.state,
    answers: mapOf(row.answers, connection),
    sources: mapOf(row.sources, connection),
    fields: mapOf(row.fields, connection),
    outcome: row.outcome,
    created: new Date(row.created).toISOString(),
    updated: new Date(row.updated).toISOString(),
  };
}

function mapOf(text: string, connection: Connection): Record<string, string> {
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    throw connection.damaged();
  }
}

/** The row's number in `c7` or `7`; −1, which is no row's, in anything else. */
function numberOf(id: string): number {
  const digits = /^c?(\d{1,15})$/i.exec(id.trim())?.[1];
  return digits === undefined ? -1 : Number(digits);
}
