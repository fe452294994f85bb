// Keeps with its case what the person said at a draft, by flag or at a prompt, so that no later draft asks for it again.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { MAIL_FIELDS, type MailField } from '../../knowledge/content.ts';
import { parseTime } from '../../ledger/time.ts';
import type { CaseRecord } from '../../store/store.ts';
import { REDACTIONS, redactionsIn, writtenRedactions } from '../../support/kept-redactions.ts';
import { redactInput } from '../../support/redact-input.ts';
import { wrap } from '../../terminal/width.ts';
import { type Gathered, saidOf, TRIED } from './gather.ts';
import type { Fields } from './other-transaction.ts';

type Needs = Pick<Context, 'store' | 'messages' | 'lang' | 'timeZone' | 'io' | 't'>;

/**
 * Changes the case and `gathered.record`; nothing where the draft is about another transaction or another problem than the
 * case. Secrets are taken out first. That it cannot be kept is said: the draft itself does not depend on it.
 */
export async function keepFacts(gathered: Gathered, typed: Fields, context: Needs): Promise<void> {
  const { record, otherTransaction, input, told } = gathered;
  if (!record || otherTransaction || record.problem !== input.problem.id) return;
  const fields = newFacts(record, { ...told.fields, ...typed }, context);
  const names = MAIL_FIELDS.filter((field) => fields[field] !== undefined);
  const tried = told.tried.join('\n') === (record.fields[TRIED] ?? '') ? [] : told.tried;
  if (names.length === 0 && tried.length === 0) return;
  const { placeholders } = context.t.email;
  const own = { ...input, attachments: [], fields, answers: [], tried, name: null };
  const { input: clean, redactions } = await redactInput(own, placeholders);
  const removed = [
    ...redactionsIn(record.fields).filter(
      ({ where }) => !isSaidAnew(where, [...names, ...(tried.length > 0 ? [TRIED] : [])]),
    ),
    ...redactions,
  ];
  const { [REDACTIONS]: _, ...known } = record.fields;
  const kept = {
    ...known,
    ...clean.fields,
    ...(tried.length > 0 && { [TRIED]: clean.tried.join('\n') }),
    ...(removed.length > 0 && { [REDACTIONS]: writtenRedactions(removed) }),
  };
  try {
    const { cases } = await context.store();
    const { id, created, updated, ...rest } = record;
    gathered.record = cases.update(id, { ...rest, fields: kept });
    const { fields: words, places } = context.t.email;
    const said = [...names.map((name) => words[name]), ...(tried.length > 0 ? [places.tried!] : [])];
    context.io.say(wrap(context.t.cases.facts.kept(id, said), context.io.widthErr).join('\n'));
  } catch (error) {
    if (!(error instanceof OkhelpError)) throw error;
    const { message } = saidOf(error, context);
    context.io.say(wrap(context.t.cases.facts.notKept(message), context.io.widthErr).join('\n'));
  }
}

const isSaidAnew = (where: string, names: readonly string[]) => names.includes(where);

/** What the case does not know yet. A time that it knows to the minute does not give way to the day alone. */
function newFacts({ fields: kept }: CaseRecord, said: Fields, { timeZone }: Needs): Fields {
  const facts: Fields = {};
  const [amount, currency] = (kept.amount ?? '').trim().split(/\s+/);
  for (const [field, value] of Object.entries(said) as [MailField, string | undefined][]) {
    if (!value || kept[field] === value) continue;
    if (field === 'time' && kept.time && typeof parseTime(kept.time, timeZone().offset) !== 'string') continue;
    if (field === 'amount' && amount) continue;
    if (field === 'currency' && (currency || kept.currency)) continue;
    facts[field] = value;
  }
  return facts;
}
