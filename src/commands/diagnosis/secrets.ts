// Takes secrets out of typed answers before anything is shown, kept or written, and says so.
import type { Context } from '../../context.ts';
import type { MailFields } from '../../diagnosis/fact.ts';
import type { MailField, Question } from '../../knowledge/content.ts';
import { warn } from './warning.ts';

export interface SecretRemover {
  /** A typed answer without secrets; choices, amounts and times have none. */
  from(question: Question, value: string): Promise<string>;
  /** What goes into the mail, without secrets. */
  fromFields(fields: MailFields): Promise<MailFields>;
}

/** One short word: no secret fits in it that could be told from another word. */
const HARMLESS = /^[\w.-]{0,12}$/;

const EXACT: readonly MailField[] = ['amount', 'currency', 'time'];

export function secretRemover({ io, t }: Pick<Context, 'io' | 't'>): SecretRemover {
  const clean = async (text: string, where: MailField | 'answer'): Promise<string> => {
    if (HARMLESS.test(text)) return text;
    const { redact } = await import('../../support/redact.ts');
    const kind =
      where === 'transaction' ? 'reference' : where === 'errorCode' || where === 'errorMessage' ? 'error' : 'text';
    const done = await redact(text, where, t.email.placeholders, kind);
    if (done.redactions.length > 0) warn(t.diagnose.warnings.removed(done.redactions.length), { io });
    return done.text;
  };
  return {
    from: async ({ kind, field }, value) => (kind === 'text' ? clean(value, field ?? 'answer') : value),
    fromFields: async (fields) => {
      const cleaned: MailFields = {};
      for (const [name, value] of Object.entries(fields) as [MailField, string | undefined][]) {
        if (value !== undefined) cleaned[name] = EXACT.includes(name) ? value : await clean(value, name);
      }
      return cleaned;
    },
  };
}
