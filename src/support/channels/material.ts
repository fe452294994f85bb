// What the drafts for other channels are made from: everything known of a case, with the secrets taken out, and two voices.
import type { Language } from '../../globals.ts';
import type { MailField } from '../../knowledge/content.ts';
import { visibleLine } from '../../ledger/visible.ts';
import type { Messages } from '../../messages/index.ts';
import type { CaseEvent, DraftKind } from '../case-event.ts';
import { checkSection } from '../check-section.ts';
import type { DraftInput, Finding, Redaction } from '../draft.ts';
import { redactInput } from '../redact-input.ts';

/** `okhelp draft phone --json`, also of `draft chat`, `draft social`, `draft forum`, `draft follow-up` and `draft complaint`. */
export interface ChannelDraft {
  schema: 'okhelp.draft/1';
  kind: Exclude<DraftKind, 'email'>;
  /** Of what is said or sent. */
  language: Language;
  /** An address, number or handle that the person saved; null where there is none. */
  to: string | null;
  from: string | null;
  /** Null where the channel has none. */
  subject: string | null;
  /** What is said or sent first. */
  body: string;
  /** What belongs to it: the second message, the form for notes. */
  more: { id: string; title: string; text: string }[];
  /** What nobody said: fields of the mail, and `company`, `sent`, `cost`, `complained`. */
  missing: string[];
  redactions: Redaction[];
  attachments: { name: string; type: string; bytes: number }[];
  case: string | null;
}

/** The language of a draft and its words, which need not be the language of the run. */
export interface Voice {
  language: Language;
  words: Messages['draft'];
  email: Messages['email'];
}

/** Without secrets, each value on one line. */
export interface Material {
  input: DraftInput;
  finding: Finding;
  /** What happened to the case, in order; empty where there is none. */
  timeline: readonly CaseEvent[];
  /** The provider's name, as the person writes it. */
  company: string | null;
  /** What the person saved to reach the provider in this way. */
  to: string | null;
  redactions: Redaction[];
}

const TEXTS = ['to', 'with', 'promised', 'reference', 'text'] as const;

/** Takes the secrets out of all that is given; each redaction names its field, those of the timeline `timeline`. */
export async function materialOf(
  given: Pick<Material, 'input' | 'timeline' | 'company' | 'to'>,
  { language, email }: Pick<Voice, 'language' | 'email'>,
): Promise<Material> {
  const { placeholders } = email;
  const { input, redactions: found } = await redactInput(given.input, placeholders);
  const redactions = [...(given.input.removed ?? []), ...found];
  const checked = await checkSection(input.check, { language, words: email });
  redactions.push(...checked.redactions);
  const timeline: CaseEvent[] = [];
  for (const event of given.timeline) {
    const copy = { ...event };
    for (const field of TEXTS) {
      const text = visibleLine(copy[field] ?? '').trim();
      if (!text) {
        delete copy[field];
        continue;
      }
      const { redact } = await import('../redact.ts');
      const clean = await redact(text, 'timeline', placeholders, field === 'reference' ? 'reference' : 'text');
      copy[field] = clean.text;
      redactions.push(...clean.redactions);
    }
    timeline.push(copy);
  }
  const company = given.company && (await cleanCompany(given.company, placeholders));
  return {
    input,
    finding: checked.lines.length > 0 ? checked : (input.finding ?? checked),
    timeline,
    company: company || null,
    to: given.to,
    redactions,
  };
}

async function cleanCompany(company: string, placeholders: Messages['email']['placeholders']): Promise<string> {
  const { redact } = await import('../redact.ts');
  return (await redact(visibleLine(company).trim(), 'company', placeholders)).text;
}

/** A value on one line; empty where it is not known. */
export function known({ input }: Pick<Material, 'input'>, field: MailField): string {
  return visibleLine(input.fields[field] ?? '').trim();
}

/** Which of the problem's essentials nobody said. */
export function missingFields(material: Pick<Material, 'input'>): MailField[] {
  return material.input.problem.mail.needs.filter((field) => !known(material, field));
}

/** What support answers with: the last number for the matter that came from the provider. */
export function referenceOf(timeline: readonly CaseEvent[]): string | null {
  return timeline.findLast((event) => event.reference && isProviders(event))?.reference ?? null;
}

export function isProviders({ body }: CaseEvent): boolean {
  return body === undefined || body === 'provider';
}

/** `- one`, each on its line. */
export function bullets(lines: readonly string[]): string[] {
  return lines.map((line) => `- ${visibleLine(line)}`);
}

/** `1. one`, each on its line. */
export function numbered(lines: readonly string[]): string[] {
  return lines.map((line, i) => `${i + 1}. ${visibleLine(line)}`);
}

/** A heading over lines; null where there are none. */
export function part(heading: string, lines: readonly string[], { email }: Voice): string | null {
  return lines.length > 0 ? [email.mail.heading(heading), ...lines].join('\n') : null;
}

/** Paragraphs, those that are null or empty left out. */
export function paragraphs(texts: readonly (string | null)[]): string {
  return texts.filter(Boolean).join('\n\n');
}

/** What the person chose when asked, as our own words; nothing that they typed. */
export function chosenAnswers({ input }: Pick<Material, 'input'>): DraftInput['answers'] {
  const labels = new Set(input.problem.questions.flatMap(({ choices }) => choices.map(({ label }) => label)));
  return input.answers.filter(
    ({ question, answer, fact }) =>
      labels.has(answer) && !/\bokhelp\b/i.test(question) && !/^(?:has-readings|mismatch)/.test(fact ?? ''),
  );
}

/** A new document of that kind; what is not given is empty. */
export function draftOf(
  kind: ChannelDraft['kind'],
  material: Material,
  voice: Voice,
  given: Pick<ChannelDraft, 'body'> & Partial<ChannelDraft>,
): ChannelDraft {
  return {
    schema: 'okhelp.draft/1',
    kind,
    language: voice.language,
    to: material.to,
    from: null,
    subject: null,
    more: [],
    missing: [],
    redactions: material.redactions,
    attachments: [],
    case: material.input.caseId,
    ...given,
  };
}
