// Keeps the answers of a diagnosis in the store, after each one and at the end; where that fails, says so once.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import type { CaseRecord, NewCase } from '../../store/store.ts';
import { joined } from './join.ts';
import { sentence, warn } from './warning.ts';

export interface CaseKeeper {
  /** The diagnosis left unfinished last; null where there is none (or the data cannot be read, which is said). */
  unfinished(): Promise<CaseRecord | null>;
  /** Goes on with a case that is there already. */
  take(record: CaseRecord): void;
  drop(record: CaseRecord): Promise<void>;
  /** Saves the case, or the change to it; gives its id, or null where nothing is or can be kept. */
  keep(record: NewCase): Promise<string | null>;
  /** Saves the finished diagnosis, as a case of its own or with the one that it joins, and its entry in the timeline. */
  finish(record: NewCase, joins: string | null): Promise<string | null>;
  /** The open cases; none where they cannot be read, which is said. */
  open(): Promise<CaseRecord[]>;
  /** Whether something was kept that `--resume` would find. */
  readonly resumable: boolean;
}

/** `save: false` (from `--no-save`) reads but never writes. */
export function caseKeeper(save: boolean, context: Pick<Context, 'store' | 'io' | 't' | 'now' | 'plain'>): CaseKeeper {
  let id: string | null = null;
  let able = save;
  const failed = (error: unknown): null => {
    if (!(error instanceof OkhelpError)) throw error;
    if (able) warn(context.t.diagnose.warnings.notSaved(sentence(error, context)), context);
    able = false;
    return null;
  };
  return {
    unfinished: async () => {
      try {
        return (await context.store()).cases.latest('asking');
      } catch (error) {
        return failed(error);
      }
    },
    take: (record) => {
      id = record.id;
    },
    drop: async (record) => {
      try {
        if (able) (await context.store()).cases.discard(record.id);
      } catch (error) {
        failed(error);
      }
    },
    keep: async (record) => {
      if (!able) return null;
      try {
        const { cases } = await context.store();
        id = (id === null ? cases.save(record) : cases.update(id, record)).id;
        return id;
      } catch (error) {
        return failed(error);
      }
    },
    finish: async (record, joins) => {
      if (!able) return null;
      try {
        const { cases } = await context.store();
        // UTC: the zone's data would cost a scripted run 12 ms.
        const at = new Date(context.now()).toISOString();
        id = cases.together(() => {
          const before = joins === null ? null : cases.get(joins);
          if (before && id !== null) cases.discard(id);
          const kept = before
            ? cases.update(before.id, joined(before, record))
            : id === null
              ? cases.save(record)
              : cases.update(id, record);
          if (before?.state === 'closed') cases.log(kept.id, { kind: 'reopened', at });
          cases.log(kept.id, { kind: 'diagnosed', at, ...(record.outcome !== null && { outcome: record.outcome }) });
          return kept.id;
        });
        return id;
      } catch (error) {
        return failed(error);
      }
    },
    open: async () => {
      try {
        return able ? (await context.store()).cases.list('open') : [];
      } catch (error) {
        return failed(error) ?? [];
      }
    },
    get resumable() {
      return id !== null;
    },
  };
}
