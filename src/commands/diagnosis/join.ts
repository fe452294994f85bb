// Whether a diagnosis is about a matter that has a case already: with `--case`, or asked at a terminal.
import type { Context } from '../../context.ts';
import type { MailFields } from '../../diagnosis/fact.ts';
import { MAIL_FIELDS, type Problem } from '../../knowledge/content.ts';
import { formatWallClock, momentAt } from '../../ledger/time.ts';
import type { CaseRecord, NewCase } from '../../store/store.ts';
import { BACK, type Prompter } from '../../terminal/prompter.ts';
import { merged } from '../drafting/other-transaction.ts';

/** The name among the fields of an unfinished diagnosis under which the case stands that it will join. */
export const JOINS = 'joins';

/**
 * Asks whether it is about one of the open cases with the same problem; null where it is not, or there is none. A case
 * about another transaction is not offered.
 */
export async function sameMatter(
  problem: Problem,
  fields: MailFields,
  open: readonly CaseRecord[],
  prompter: Prompter,
  context: Pick<Context, 't' | 'timeZone'>,
): Promise<string | null> {
  const likely = likelyCases(problem, fields, open);
  if (likely.length === 0) return null;
  const words = context.t.cases.join;
  const since = ({ created }: CaseRecord) =>
    formatWallClock(momentAt(Date.parse(created), context.timeZone().offset)).slice(0, 10);
  const chosen = await prompter.select<string | null>({
    message: words.same,
    why: words.why(likely.length),
    choices: [
      ...likely.map((record) => ({ value: record.id, label: words.this(record.id, problem.title, since(record)) })),
      { value: null, label: words.another },
    ],
  });
  return chosen === BACK ? null : chosen;
}

/** At most three: of the same transaction, then of the same amount, then the others that changed last. */
function likelyCases({ id }: Problem, fields: MailFields, open: readonly CaseRecord[]): CaseRecord[] {
  const same = (record: CaseRecord, field: 'transaction' | 'amount') =>
    fields[field] !== undefined && record.fields[field] === fields[field];
  const other = (record: CaseRecord) =>
    Boolean(fields.transaction && record.fields.transaction) && !same(record, 'transaction');
  const rank = (record: CaseRecord) => (same(record, 'transaction') ? 0 : same(record, 'amount') ? 1 : 2);
  return open
    .filter((record) => record.problem === id && !other(record))
    .sort((one, two) => rank(one) - rank(two))
    .slice(0, 3);
}

/**
 * The case with what this diagnosis found. What only the case knew stays, but nothing of a transaction that the new answers
 * contradict.
 */
export function joined(before: CaseRecord, { fields, ...found }: NewCase): NewCase {
  const others = Object.entries(before.fields).filter(([name]) => !isMailField(name));
  const known = merged(mailFieldsIn(before.fields), mailFieldsIn(fields), undefined, () => 0).fields;
  return { ...found, fields: { ...Object.fromEntries(others), ...fields, ...known } };
}

const isMailField = (name: string) => (MAIL_FIELDS as readonly string[]).includes(name);

function mailFieldsIn(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => isMailField(name) && value));
}
