// What hangs on a case: its timeline, the drafts that were written, and the files kept as evidence.

import { formatTime, parseTime } from '../ledger/time.ts';
import type { CaseDraft, CaseEvent, CaseEvidence, EventKind } from '../support/case-event.ts';
import type { Connection } from './connection.ts';
import type { Store } from './store.ts';

type Parts = Pick<
  Store['cases'],
  'timeline' | 'log' | 'unlog' | 'drafts' | 'addDraft' | 'evidence' | 'addEvidence' | 'removeEvidence'
>;

interface EventRow {
  id: number;
  kind: string;
  epoch: number;
  utc_offset: number;
  recorded: number;
  details: string;
}

type DraftRow = { id: number; created: number } & Omit<CaseDraft, 'id' | 'created'>;
type EvidenceRow = { id: number; added: number } & Omit<CaseEvidence, 'id' | 'added'>;

/** `numberOf` gives the row of a case's id and throws `unknown-case`; `now` is in milliseconds since the epoch. */
export function caseParts(connection: Connection, now: () => number, numberOf: (id: string) => number): Parts {
  function rows<Row>(table: string, id: string, order: string): Row[] {
    const owner = numberOf(id);
    return connection.read((db) =>
      db.prepare(`SELECT * FROM ${table} WHERE case_id = ? ORDER BY ${order}`).all(owner),
    ) as Row[];
  }

  /** The case counts as changed whenever something is hung on it or taken off. */
  function changing<T>(
    id: string,
    work: (db: Parameters<Parameters<Connection['write']>[0]>[0], owner: number) => T,
  ): T {
    return connection.write((db) => {
      const owner = numberOf(id);
      const result = work(db, owner);
      db.prepare('UPDATE cases SET updated = ? WHERE id = ?').run(now(), owner);
      return result;
    });
  }

  function remove(table: string, id: string, part: string): boolean {
    return changing(id, (db, owner) => {
      const gone = db.prepare(`DELETE FROM ${table} WHERE id = ? AND case_id = ?`).run(partNumber(part), owner);
      return gone.changes > 0;
    });
  }

  return {
    timeline: (id) => rows<EventRow>('case_events', id, 'epoch, id').map((row) => eventOf(row, connection)),

    log: (id, event) =>
      changing(id, (db, owner) => {
        const { kind, at, ...details } = event;
        const moment = parseTime(at, () => 0);
        if (typeof moment === 'string') throw new RangeError(`not an ISO 8601 time: ${at}`);
        const insert = db.prepare(
          'INSERT INTO case_events (case_id, kind, epoch, utc_offset, recorded, details) VALUES (?, ?, ?, ?, ?, ?)',
        );
        const recorded = now();
        const said = JSON.stringify(details);
        const { lastInsertRowid } = insert.run(owner, kind, moment.epoch, moment.offset, recorded, said);
        return { ...details, id: `e${lastInsertRowid}`, kind, at: formatTime(moment), recorded: iso(recorded) };
      }),

    unlog: (id, event) => remove('case_events', id, event),

    drafts: (id) =>
      rows<DraftRow>('case_drafts', id, 'id').map(({ id: n, kind, language, subject, body, created }) => ({
        id: `d${n}`,
        kind,
        language,
        subject,
        body,
        created: iso(created),
      })),

    addDraft: (id, draft) =>
      changing(id, (db, owner) => {
        const { kind, language, subject, body } = draft;
        const insert = db.prepare(
          'INSERT INTO case_drafts (case_id, kind, language, subject, body, created) VALUES (?, ?, ?, ?, ?, ?)',
        );
        const created = now();
        const { lastInsertRowid } = insert.run(owner, kind, language, subject, body, created);
        return { ...draft, id: `d${lastInsertRowid}`, created: iso(created) };
      }),

    evidence: (id) =>
      rows<EvidenceRow>('case_evidence', id, 'id').map(({ id: n, name, path, bytes, sha256, memo, added }) => ({
        id: `f${n}`,
        name,
        path,
        bytes,
        sha256,
        memo,
        added: iso(added),
      })),

    addEvidence: (id, evidence) =>
      changing(id, (db, owner) => {
        const { name, path, bytes, sha256, memo } = evidence;
        const insert = db.prepare(
          'INSERT INTO case_evidence (case_id, name, path, bytes, sha256, memo, added) VALUES (?, ?, ?, ?, ?, ?, ?)',
        );
        const added = now();
        const { lastInsertRowid } = insert.run(owner, name, path, bytes, sha256, memo, added);
        return { ...evidence, id: `f${lastInsertRowid}`, added: iso(added) };
      }),

    removeEvidence: (id, evidence) => remove('case_evidence', id, evidence),
  };
}

function eventOf(
  { id, kind, epoch, utc_offset: offset, recorded, details }: EventRow,
  connection: Connection,
): CaseEvent {
  try {
    const said = JSON.parse(details) as Partial<CaseEvent>;
    return {
      ...said,
      id: `e${id}`,
      kind: kind as EventKind,
      at: formatTime({ epoch, offset }),
      recorded: iso(recorded),
    };
  } catch {
    throw connection.damaged();
  }
}

/** The row's number in `e12`, `d3`, `f2`; −1, which is no row's, in anything else. */
export function partNumber(id: string): number {
  const digits = /^[edfk]?(\d{1,15})$/i.exec(id.trim())?.[1];
  return digits === undefined ? -1 : Number(digits);
}

function iso(epoch: number): string {
  return new Date(epoch).toISOString();
}
