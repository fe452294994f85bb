// The mail that a diagnosis leads to: okhelp.email/1 as `okhelp draft-email` writes it.
import type { Context } from '../../context.ts';
import { UNKNOWN } from '../../diagnosis/answers.ts';
import type { MailFields } from '../../diagnosis/fact.ts';
import type { Diagnosis } from '../../diagnosis/result.ts';
import type { CheckResult } from '../../ledger/findings.ts';
import { composeEmail, type EmailDraft } from '../../support/email.ts';
import { isAddress, readAmount } from '../../support/fields.ts';
import { redactionsIn } from '../../support/kept-redactions.ts';
import { answerText } from './wording.ts';

/** In the language of this run. Account and currency are the profile's where the diagnosis does not know them. */
export async function diagnosisEmail(
  { problem, replay, fields }: Diagnosis,
  check: CheckResult | null,
  caseId: string | null,
  context: Context,
): Promise<EmailDraft> {
  const { settings, lang, t } = context;
  const address = (text: string | undefined) => (text !== undefined && isAddress(text) ? text : null);
  const offBalance =
    problem.id === 'balance-mismatch' ||
    replay.path.some(({ question, answer }) => question.fact === 'mismatch' && answer === 'yes');
  return composeEmail(
    {
      problem,
      outcome: replay.outcome,
      name: settings.name?.trim() || null,
      from: address(settings['reply-address']),
      to: address(settings['support-address']),
      fields: withProfile(fields, context),
      answers: replay.path
        .filter(({ question, answer }) => !question.field && answer !== UNKNOWN)
        .map(({ question, answer }) => ({
          question: question.text,
          answer: answerText(question, answer, context),
          ...(question.fact && { fact: question.fact }),
          own: question.kind === 'choice',
        })),
      tried: [],
      check: offBalance ? check : null,
      attachments: [],
      removed: redactionsIn(fields),
      caseId,
    },
    { language: lang, words: t.email },
  );
}

function withProfile(fields: MailFields, { settings }: Pick<Context, 'settings'>): MailFields {
  const account = fields.account ?? settings['account-id'];
  const currency = fields.currency ?? settings.currency;
  const amount = fields.amount && readAmount('amount', fields.amount, currency ?? '');
  return { ...fields, ...(account && { account }), ...(currency && { currency }), ...(amount && { amount }) };
}
