// The mail to support: what is known as a text that a clerk can act on, what is missing marked, no secret in it.
import type { Language } from '../globals.ts';
import type { MailField, ProblemId } from '../knowledge/content.ts';
import { recordedText } from '../ledger/recorded.ts';
import type { Messages } from '../messages/index.ts';
import { checkSection } from './check-section.ts';
import { detailRows, requestsOf } from './details.ts';
import type { DraftInput, Finding, Redaction } from './draft.ts';
import { sizeInWords } from './file-size.ts';
import { redactInput } from './redact-input.ts';

/** `okhelp draft-email --json`. What is not known is an empty string in `fields`, null in `to` and `from`. */
export interface EmailDraft {
  schema: 'okhelp.email/1';
  language: Language;
  to: string | null;
  from: string | null;
  subject: string;
  body: string;
  fields: {
    account: string;
    /** ISO 8601 with its offset where it could be read as a time, else as it was said. */
    time: string;
    problem: ProblemId;
    amount: string;
    currency: string;
    transaction: string;
    errorCode: string;
    errorMessage: string;
  };
  /** What support needs to act and nobody said; each is marked in the body. */
  missing: MailField[];
  redactions: Redaction[];
  attachments: { name: string; type: string; bytes: number }[];
}

/** The language of the mail and its words, which need not be the language of the run. */
export interface MailVoice {
  language: Language;
  words: Messages['email'];
}

/**
 * Writes the mail. Secrets are taken out of everything but the attachments (which the caller has cleaned, see
 * `cleanAttachment`) before anything is composed; every value becomes one line. Nothing is added that the input does not
 * say. Depends on the input alone.
 */
export async function composeEmail(given: DraftInput, voice: MailVoice): Promise<EmailDraft> {
  const { input, redactions: found } = await redactInput(given, voice.words.placeholders);
  const redactions = [...(given.removed ?? []), ...found];
  const { problem, fields } = input;
  const known = (field: MailField) => recordedText(fields[field] ?? '');
  const missing = problem.mail.needs.filter((field) => !known(field));
  const checked = await checkSection(input.check, voice);
  redactions.push(...checked.redactions);
  const finding = checked.lines.length > 0 ? checked : (input.finding ?? checked);
  return {
    schema: 'okhelp.email/1',
    language: voice.language,
    to: input.to,
    from: input.from,
    subject: subjectOf(input, voice),
    body: bodyOf(input, missing, finding, voice),
    fields: {
      account: known('account'),
      time: known('time'),
      problem: problem.id,
      amount: known('amount'),
      currency: known('currency'),
      transaction: known('transaction'),
      errorCode: known('errorCode'),
      errorMessage: known('errorMessage'),
    },
    missing,
    redactions,
    attachments: input.attachments.map(({ name, type, content }) => ({ name, type, bytes: content.length })),
  };
}

function subjectOf({ problem, fields }: DraftInput, { words: { mail } }: MailVoice): string {
  const details: string[] = [];
  if (fields.amount) details.push([fields.amount, fields.currency].filter(Boolean).join(' '));
  if (fields.time) details.push(fields.time.slice(0, /^\d{4}-\d{2}-\d{2}T/.test(fields.time) ? 10 : 40));
  if (fields.transaction && fields.transaction.length <= 40) details.push(mail.subjectTransaction(fields.transaction));
  return recordedText(mail.subject(problem.mail.subject, details));
}

function bodyOf(input: DraftInput, missing: readonly MailField[], finding: Finding, voice: MailVoice): string {
  const { mail } = voice.words;
  const { problem } = input;
  const title = (heading: string, lines: readonly string[]) =>
    lines.length ? [mail.heading(heading), ...lines].join('\n') : null;
  const bullets = (lines: readonly string[]) => lines.map((line) => `- ${recordedText(line)}`);
  const details = detailRows(input, missing, voice.words);
  const blocks = [
    mail.greeting,
    details.length ? `${problem.mail.opening.trim()}${gap(voice)}${mail.detailsBelow}` : problem.mail.opening.trim(),
    title(mail.details, bullets(details)),
    title(mail.check.title, finding.lines),
    title(mail.answers, bullets(answersFor(input).map(({ question, answer }) => mail.answer(question, answer)))),
    title(mail.tried, bullets(input.tried)),
    title(
      mail.ask,
      asksOf(input, finding, voice).map((ask, i) => `${i + 1}. ${recordedText(ask)}`),
    ),
    title(
      input.carried === false ? mail.toAttach : mail.attachments,
      bullets(input.attachments.map(({ name, content }) => mail.attachment(name, sizeInWords(content.length)))),
    ),
    mail.noSecrets,
    isUrgent(input) ? mail.thanksUrgent : mail.thanks,
    [
      mail.closing,
      ...[
        recordedText(input.name ?? '') || mail.fillInWhat(mail.yourName),
        input.from && mail.reply(input.from),
      ].filter(Boolean),
    ].join('\n'),
  ];
  return blocks.filter(Boolean).join('\n\n');
}

function isUrgent({ problem, outcome }: DraftInput): boolean {
  return outcome ? outcome.urgency === 'now' : problem.id === 'unauthorised-transaction';
}

/** Support does not know okhelp: what was asked about its check is left out, the finding stands in a part of its own. */
function answersFor({ answers }: DraftInput): DraftInput['answers'] {
  return answers.filter(
    ({ question, fact }) => !/\bokhelp\b/i.test(question) && !/^(?:has-readings|mismatch)/.test(fact ?? ''),
  );
}

/** Numbered anew. That the mail holds the calculation is said only where it does, a case number is asked for once. */
function asksOf({ outcome }: DraftInput, finding: Finding, { words: { mail } }: MailVoice): string[] {
  const asks = requestsOf(outcome, finding, mail);
  const numbered = asks.some((ask) => /(?:case|ticket|reference) number|工单号|受理编号|受理号/i.test(ask));
  return [...asks, numbered ? mail.askBackPlain : mail.askBack];
}

function gap({ language }: MailVoice): string {
  return language === 'zh-CN' ? '' : ' ';
}
