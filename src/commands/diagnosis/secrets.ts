// Takes secrets out of typed answers before anything is shown, kept or written, and says so.
import type { Context } from '../../context.ts';
import { UNKNOWN } from '../../diagnosis/answers.ts';
import type { MailFields } from '../../diagnosis/fact.ts';
import type { MailField, Question } from '../../knowledge/content.ts';
import { visibleLine } from '../../ledger/visible.ts';
import type { Redaction } from '../../support/draft.ts';
import { placeholdersIn, REDACTIONS, writtenRedactions } from '../../support/kept-redactions.ts';
import { cardInAmount } from '../../support/luhn.ts';
import { warn } from './warning.ts';

export interface SecretRemover {
  /** A typed answer without secrets; choices and times have none, and a card number is no amount. */
  from(question: Question, value: string): Promise<string>;
  /** What goes into the mail, without secrets. What was taken out stands under `REDACTIONS`, for the case and the mail. */
  fromFields(fields: MailFields): Promise<MailFields>;
}

/** One short word: no secret fits in it that could be told from another word. */
const HARMLESS = /^[\w.-]{0,12}$/;

const EXACT: readonly MailField[] = ['amount', 'currency', 'time'];

export function secretRemover({ io, t, plain }: Pick<Context, 'io' | 't' | 'plain'>): SecretRemover {
  /** By the text that was left of an answer. */
  const earlier = new Map<string, Redaction[]>();
  let cardAsAmount = false;
  const say = (count: number) => warn(t.diagnose.warnings.removed(count), { io, t, plain });
  const clean = async (
    text: string,
    where: MailField | 'answers',
  ): Promise<{ text: string; redactions: Redaction[] }> => {
    if (HARMLESS.test(text)) return { text, redactions: [] };
    const { redact } = await import('../../support/redact.ts');
    const kind =
      where === 'transaction' ? 'reference' : where === 'errorCode' || where === 'errorMessage' ? 'error' : 'text';
    const done = await redact(visibleLine(text), where, t.email.placeholders, kind);
    if (done.redactions.length > 0) say(done.redactions.length);
    return done;
  };
  const before = (text: string, where: MailField): Redaction[] =>
    earlier.get(text)?.map(({ kind }) => ({ kind, where })) ?? placeholdersIn(text, where, t.email.placeholders);

  return {
    from: async ({ kind, field }, value) => {
      if (kind === 'amount' && cardInAmount(value.split(' ')[0]!)) {
        cardAsAmount = true;
        say(1);
        return UNKNOWN;
      }
      if (kind !== 'text') return value;
      const { text, redactions } = await clean(value, field ?? 'answers');
      if (redactions.length > 0) earlier.set(text, redactions);
      return text;
    },
    fromFields: async (fields) => {
      const cleaned: MailFields = {};
      const removed: Redaction[] =
        cardAsAmount && fields.amount === undefined ? [{ kind: 'card-number', where: 'amount' }] : [];
      for (const [name, value] of Object.entries(fields) as [MailField, string | undefined][]) {
        if (value === undefined) continue;
        if (name === 'amount' && cardInAmount(value)) {
          removed.push({ kind: 'card-number', where: name });
          say(1);
        } else if (EXACT.includes(name)) cleaned[name] = value;
        else {
          const { text, redactions } = await clean(value, name);
          cleaned[name] = text;
          removed.push(...before(value, name), ...redactions);
        }
      }
      return removed.length === 0 ? cleaned : { ...cleaned, [REDACTIONS]: writtenRedactions(removed) };
    },
  };
}
