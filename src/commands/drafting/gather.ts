// Gathers what the mail is made from: flags first, then the case, then the profile.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import type { Language } from '../../globals.ts';
import { MAIL_FIELDS, type MailField, PROBLEM_IDS, type Problem, type ProblemId } from '../../knowledge/content.ts';
import type { Note } from '../../ledger/note.ts';
import { nearest } from '../../nearest.ts';
import type { CaseRecord } from '../../store/store.ts';
import type { DraftInput, Redaction } from '../../support/draft.ts';
import { isAddress, oneLine, readAddress, readAmount, readCurrency, readTime } from '../../support/fields.ts';
import { CHECK_REDACTIONS, readRedactions, redactionsIn } from '../../support/kept-redactions.ts';
import { cardInAmount } from '../../support/luhn.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';
import { tell } from '../../terminal/lines.ts';
import { wrap } from '../../terminal/width.ts';
import { chosenCase } from '../case/chosen.ts';
import { checkAtHand, type NotesAtHand } from './kept-finding.ts';
import { type Fields, merged } from './other-transaction.ts';

/** The name among a case's fields of what was tried already, one a line. */
export const TRIED = 'tried';

export interface FactFlags {
  case?: string;
  problem?: string;
  account?: string;
  time?: string;
  errorCode?: string;
  errorMessage?: string;
  amount?: string;
  currency?: string;
  transaction?: string;
  counterparty?: string;
  tried?: string[];
  to?: string;
  from?: string;
}

export interface Gathered {
  input: Omit<DraftInput, 'attachments'>;
  notes: NotesAtHand;
  /** The case it is about; null where there is none. */
  record: CaseRecord | null;
  /** What the flags say of the matter. */
  told: Pick<Given, 'fields' | 'tried'>;
  /** Whether the flags tell of another transaction than the case does. */
  otherTransaction: boolean;
  /** The support-address that was saved, where it is no mail address but a place in the app or on the web. */
  contact: string | null;
}

/** Throws `nothing-to-draft`, `unknown-case`, and the errors of a flag that is not what it should be. */
export async function gather(flags: FactFlags, language: Language, context: Context): Promise<Gathered> {
  const given = readFlags(flags, context);
  const problemId = flags.problem === undefined ? null : problemNamed(flags.problem);
  const about = problemId !== null || given.tried.length > 0 || Object.keys(given.fields).length > 0;
  const { record, notes } = await recorded(flags.case, problemId, about, context);
  const id = problemId ?? record?.problem ?? (about ? 'other' : await problemAsked(context));

  const problem = await (await context.content(language)).problem(id);
  const kept = fieldsOf(record, context);
  const { fields, left, contradicting } = merged(kept, given.fields, flags.time, context.timeZone().offset);
  if (left.length > 0) sayOther(record!.id, contradicting, left, context);
  const { settings } = context;
  const contact = settings['support-address']?.trim() || null;
  const reachable = contact !== null && isAddress(contact);
  const profile: Fields = { account: settings['account-id'] ?? '', currency: settings.currency ?? '' };
  for (const field of ['account', 'currency'] as const)
    if (!fields[field] && profile[field]) fields[field] = profile[field];
  if (fields.amount) fields.amount = readAmount('--amount', fields.amount, fields.currency ?? '');
  const { notes: atHand, ...found } = await checkAtHand(problem, record, notes, language, context);
  return {
    notes: atHand,
    record,
    told: { fields: given.fields, tried: given.tried },
    otherTransaction: contradicting.length > 0,
    contact: contact !== null && !reachable ? cleanForTerminal(contact) : null,
    input: {
      problem,
      outcome: problem.outcomes.find((outcome) => outcome.id === record?.outcome) ?? null,
      name: settings.name?.trim() || null,
      from: given.from ?? replyAddress(context),
      to: given.to ?? (reachable ? contact : null),
      fields,
      answers: answersOf(problem, record, contradicting.length > 0),
      tried: given.tried.length > 0 || contradicting.length > 0 ? given.tried : triedIn(record, problem.id),
      ...found,
      removed: removedBefore(record, given.fields, fields, found.finding !== null),
      caseId: record?.id ?? null,
    },
  };
}

function problemNamed(value: string): ProblemId {
  const found = PROBLEM_IDS.find((id) => id === value);
  if (found) return found;
  throw new OkhelpError('bad-value', {
    flag: '--problem',
    value,
    expected: PROBLEM_IDS.join(', '),
    suggestion: nearest(value, PROBLEM_IDS),
  });
}

/** At a terminal, which problem it is about. Throws `nothing-to-draft` where nobody can be asked. */
async function problemAsked(context: Context): Promise<ProblemId> {
  const prompter = context.json ? null : await context.prompter();
  if (!prompter) throw new OkhelpError('nothing-to-draft', {});
  const { askProblem } = await import('../diagnosis/problem.ts');
  const question = { best: [], message: context.t.diagnose.whichProblem, current: null };
  return askProblem(question, await context.content(), prompter, context.t);
}

/** What the person said at an earlier draft that they had tried. */
function triedIn(record: CaseRecord | null, problem: ProblemId): string[] {
  return record?.problem === problem ? (record.fields[TRIED] ?? '').split('\n').filter(Boolean) : [];
}

interface Given {
  fields: Fields;
  tried: string[];
  to: string | null;
  from: string | null;
}

function readFlags(flags: FactFlags, context: Context): Given {
  const { expected } = context.t.email;
  const fields: Fields = {};
  const put = (field: MailField, value: string | undefined, read: (value: string) => string) => {
    const text = value === undefined ? '' : read(value);
    if (text) fields[field] = text;
  };
  put('account', flags.account, (value) => oneLine('--account', value));
  put('time', flags.time, (value) => readTime('--time', value, context.timeZone().offset));
  put('errorCode', flags.errorCode, (value) => oneLine('--error-code', value));
  put('errorMessage', flags.errorMessage, (value) => oneLine('--error-message', value));
  put('currency', flags.currency, (value) => readCurrency('--currency', value, expected.currency));
  put('amount', flags.amount, (value) => readAmount('--amount', value, fields.currency ?? ''));
  put('transaction', flags.transaction, (value) => oneLine('--transaction', value));
  put('counterparty', flags.counterparty, (value) => oneLine('--counterparty', value));
  return {
    fields,
    tried: (flags.tried ?? []).map((value) => oneLine('--tried', value)).filter(Boolean),
    to: flags.to === undefined ? null : readAddress('--to', flags.to, expected.address),
    from: flags.from === undefined ? null : readAddress('--from', flags.from, expected.address),
  };
}

function replyAddress({ settings, t }: Context): string | null {
  const saved = settings['reply-address'];
  return saved ? readAddress('reply-address', saved, t.email.expected.address) : null;
}

/**
 * The case named, else the newest open one if it is about the same problem; and the notes. Flags say enough by
 * themselves (`about`): then data that cannot be read is only told.
 */
async function recorded(
  caseId: string | undefined,
  problem: ProblemId | null,
  about: boolean,
  context: Context,
): Promise<{ record: CaseRecord | null; notes: Note[] }> {
  try {
    const store = await context.store();
    const notes = store.notes.list();
    if (caseId !== undefined) {
      return { record: await chosenCase(caseId, context), notes };
    }
    const latest = store.cases.latest('open');
    return { record: latest && (problem === null || latest.problem === problem) ? latest : null, notes };
  } catch (error) {
    if (caseId !== undefined || !about || !(error instanceof OkhelpError)) throw error;
    tell(context.t.email.notesUnread(saidOf(error, context).message), context);
    return { record: null, notes: [] };
  }
}

/** What an error says, in the user's language. */
export function saidOf({ code, values }: OkhelpError, { t }: Pick<Context, 't'>): { message: string; hint: string } {
  return (t.errors.codes[code] as (values: unknown) => { message: string; hint: string })(values);
}

/** What the case knows. `500.00 CNY` is an amount with its currency; a time that can be read gets its offset. */
function fieldsOf(record: CaseRecord | null, context: Context): Fields {
  const fields: Fields = {};
  for (const field of MAIL_FIELDS) if (record?.fields[field]) fields[field] = record.fields[field];
  const amount = /^(\S+)\s+(\S+)$/.exec(fields.amount ?? '');
  if (amount) {
    fields.amount = amount[1]!;
    fields.currency ||= amount[2]!.toUpperCase();
  }
  // An okhelp before this one may have kept a card number as an amount.
  if (fields.amount && cardInAmount(fields.amount)) delete fields.amount;
  if (fields.time) {
    try {
      fields.time = readTime('--time', fields.time, context.timeZone().offset);
    } catch {}
  }
  return fields;
}

/** In one sentence: what contradicts the case, and what of its transaction the mail does without. */
function sayOther(caseId: string, contradicting: MailField[], left: MailField[], { io, t }: Context): void {
  const names = (fields: MailField[]) => fields.map((field) => t.email.fields[field]);
  io.say(wrap(t.email.otherTransaction(caseId, names(contradicting), names(left)), io.widthErr).join('\n'));
}

/** What was taken out of those fields of the case that the mail still holds. */
function removedBefore(record: CaseRecord | null, given: Fields, fields: Fields, withFinding: boolean): Redaction[] {
  if (!record) return [];
  const ofFields = redactionsIn(record.fields).filter(({ where }) => {
    const field = MAIL_FIELDS.find((name) => name === where);
    // A card number that stood for an amount left nothing behind.
    return !field || (!given[field] && (fields[field] || field === 'amount'));
  });
  return withFinding ? [...ofFields, ...readRedactions(record.fields[CHECK_REDACTIONS])] : ofFields;
}

/**
 * The choices that the person made, as they read them; what fills a field of the mail stands there already. Answers that
 * came from the notes were about the case's transaction: they are left out where the mail is about another (`other`).
 */
function answersOf(problem: Problem, record: CaseRecord | null, other: boolean): DraftInput['answers'] {
  if (record?.problem !== problem.id) return [];
  return problem.questions.flatMap((question) => {
    const answer = record.answers[question.id];
    if (answer === undefined || answer === 'unknown' || question.field) return [];
    if (other && record.sources[question.id] === 'fact') return [];
    return [
      {
        question: question.text,
        answer: question.choices.find(({ value }) => value === answer)?.label ?? answer,
        ...(question.fact && { fact: question.fact }),
        own: question.kind === 'choice',
      },
    ];
  });
}
