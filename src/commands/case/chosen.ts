// Which case is meant: the one that was named, else the open one that changed last.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { nearest } from '../../nearest.ts';
import type { CaseRecord } from '../../store/store.ts';

/** `c7` or `7`, in any case of letters. */
export const CASE_ID = /^c?\d{1,15}$/i;

/** Throws `unknown-case` with the nearest one, or `no-open-case` where none was named and none is open. */
export async function chosenCase(id: string | undefined, context: Pick<Context, 'store'>): Promise<CaseRecord> {
  const { cases } = await context.store();
  if (id === undefined) {
    const latest = cases.latest('open');
    if (!latest) throw new OkhelpError('no-open-case', {});
    return latest;
  }
  const found = CASE_ID.test(id.trim()) ? cases.get(id) : null;
  if (found) return found;
  const ids = cases.list().map((record) => record.id);
  const suggestion = nearest(id.trim().toLowerCase(), ids) ?? (ids.length === 1 ? ids[0]! : null);
  throw new OkhelpError('unknown-case', { case: id, suggestion });
}
