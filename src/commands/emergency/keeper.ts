// Keeps the ticks of the emergency steps in a case, at once, each by itself; where that fails, says so once and goes on.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import type { EmergencyStep } from '../../knowledge/region.ts';
import type { CaseRecord, NewCase, SavedContact, Store } from '../../store/store.ts';
import { SKIPPED, type Tick, ticksIn } from '../../support/emergency.ts';
import { sentence, warn } from '../diagnosis/warning.ts';

/** The problem of a case that the emergency steps open. */
const PROBLEM = 'unauthorised-transaction';

export interface EmergencyKeeper {
  /** The case that the ticks are kept with; null before the first tick, and where nothing can be kept. */
  readonly record: CaseRecord | null;
  readonly ticks: ReadonlyMap<string, Tick>;
  readonly skipped: ReadonlySet<string>;
  /** The official channels that the person saved. */
  readonly contacts: readonly SavedContact[];
  /** Whether what is ticked can be kept. */
  readonly able: boolean;
  /** The region that was told with the case. */
  readonly region: string | null;
  /** Finds the case: the one named, else the open one that has ticks. Throws `unknown-case`. */
  open(id: string | undefined, fresh: boolean): Promise<void>;
  /** Without a case as yet: `choose` picks one of the open ones, or null for a new one. */
  tick(step: string, at: string, choose: (open: CaseRecord[]) => Promise<CaseRecord | null>): Promise<void>;
  untick(step: string): Promise<void>;
  skip(step: string): Promise<void>;
  setRegion(code: string): Promise<void>;
}

/** `strict`: a failure to keep is an error (for scripts), not a warning. */
export function emergencyKeeper(
  steps: readonly EmergencyStep[],
  context: Pick<Context, 'store' | 'io' | 't' | 'plain'>,
  strict: boolean,
): EmergencyKeeper {
  let record: CaseRecord | null = null;
  let able = true;
  let anew = false;
  let region: string | null = null;
  const ticks = new Map<string, Tick>();
  const skipped = new Set<string>();
  let contacts: SavedContact[] = [];

  const trying = async (work: (store: Store) => void | Promise<void>): Promise<void> => {
    if (!able) return;
    try {
      await work(await context.store());
    } catch (error) {
      const passes = !(error instanceof OkhelpError) || ['unknown-case', 'interrupted'].includes(error.code);
      if (strict || passes) throw error;
      able = false;
      warn(context.t.emergency.notKept(sentence(error, context)), context);
    }
  };

  const take = (found: CaseRecord, { cases }: Store): void => {
    record = found;
    region ??= found.fields.region ?? null;
    for (const [step, tick] of ticksIn(cases.timeline(found.id), steps)) ticks.set(step, tick);
    for (const step of (found.fields[SKIPPED] ?? '').split(',')) if (step) skipped.add(step);
  };

  /** What is not an entry of the timeline stands in the case's fields. */
  const fields = () => ({
    ...(record?.fields ?? {}),
    ...(region === null ? {} : { region }),
    ...(skipped.size > 0 ? { [SKIPPED]: [...skipped].join(',') } : {}),
  });

  const saveFields = () =>
    trying(({ cases }) => {
      if (record) record = cases.update(record.id, { ...asNew(record), fields: fields() });
    });

  return {
    get record() {
      return record;
    },
    get able() {
      return able;
    },
    get region() {
      return region;
    },
    get contacts() {
      return contacts;
    },
    ticks,
    skipped,
    open: (id, fresh) =>
      trying((store) => {
        contacts = store.contacts.list();
        anew = fresh;
        if (fresh) return;
        if (id !== undefined) {
          const found = store.cases.get(id);
          if (!found) throw new OkhelpError('unknown-case', { case: id });
          return take(found, store);
        }
        const begun = store.cases
          .list('open')
          .find((one) => one.fields[SKIPPED] || ticksIn(store.cases.timeline(one.id), steps).size > 0);
        if (begun) take(begun, store);
      }),
    tick: async (step, at, choose) => {
      await trying(async (store) => {
        if (!record) {
          const open = anew ? [] : store.cases.list('open');
          const chosen = open.length > 0 ? await choose(open) : null;
          if (chosen) take(chosen, store);
        }
        store.cases.together(() => {
          record ??= store.cases.save(newCase());
          if (Object.keys(fields()).length > Object.keys(record.fields).length)
            record = store.cases.update(record.id, { ...asNew(record), fields: fields() });
          const before = ticks.get(step)?.event;
          if (before) store.cases.unlog(record.id, before);
          const { id } = store.cases.log(record.id, { kind: 'step', at, step });
          ticks.set(step, { event: id, at });
        });
      });
      if (!ticks.has(step)) ticks.set(step, { event: null, at });
    },
    untick: async (step) => {
      const event = ticks.get(step)?.event;
      if (event) await trying(({ cases }) => void cases.unlog(record!.id, event));
      ticks.delete(step);
      if (skipped.delete(step)) await saveFields();
    },
    skip: async (step) => {
      skipped.add(step);
      await saveFields();
    },
    setRegion: async (code) => {
      region = code;
      await saveFields();
    },
  };
}

function newCase(): NewCase {
  return { problem: PROBLEM, state: 'open', answers: {}, sources: {}, fields: {}, outcome: null };
}

function asNew({ problem, state, answers, sources, fields, outcome }: CaseRecord): NewCase {
  return { problem, state, answers, sources, fields, outcome };
}

/** Where nobody is asked: the open case about money that moved without its owner, else a new one. */
export async function likeliestCase(open: readonly CaseRecord[]): Promise<CaseRecord | null> {
  return open.find(({ problem }) => problem === PROBLEM) ?? null;
}
