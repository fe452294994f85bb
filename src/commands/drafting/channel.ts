// What a draft for a channel is made from, gathered: flags, case, timeline, profile, saved contacts; and its two voices.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { type Language, languageNamed } from '../../globals.ts';
import { formatTime, momentAt } from '../../ledger/time.ts';
import type { ContactKind, SavedContact } from '../../store/store.ts';
import type { CaseEvent, DraftKind } from '../../support/case-event.ts';
import { type ChannelDraft, type Material, materialOf, type Voice } from '../../support/channels/material.ts';
import type { Redaction } from '../../support/draft.ts';
import { oneLine } from '../../support/fields.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';
import type { Prompter } from '../../terminal/prompter.ts';
import { wrap } from '../../terminal/width.ts';
import { askForAddresses, askForFacts } from './ask.ts';
import { type FactFlags, type Gathered, gather } from './gather.ts';
import { keepFacts } from './keep-facts.ts';

export interface ChannelFlags extends FactFlags {
  emailLang?: string;
  company?: string;
}

export interface Gathering {
  gathered: Gathered;
  timeline: CaseEvent[];
  voice: Voice;
  prompter: Prompter | null;
  contact: SavedContact | null;
}

/** What the draft needs to be asked for at a terminal. */
export interface Asking {
  facts: boolean;
  addresses: boolean;
}

/** Throws as `gather` does. `contacts`: which kinds of saved contacts lead to the provider in this way. */
export async function gatherFor(
  flags: ChannelFlags,
  contacts: readonly ContactKind[],
  asking: Asking,
  context: Context,
): Promise<Gathering> {
  const language: Language =
    flags.emailLang === undefined ? context.lang : languageNamed(flags.emailLang, '--email-lang');
  const words = await context.messages(language);
  const gathered = await gather(flags, language, context);
  if (flags.to) await (await import('../contacts/known.ts')).warnOfLookAlike(flags.to, context);
  const { input } = gathered;
  const prompter = context.json ? null : await context.prompter();
  const typed = prompter && asking.facts ? await askForFacts(input, prompter, context) : {};
  if (prompter && asking.addresses) await askForAddresses(input, gathered.contact, prompter, context);
  await keepFacts(gathered, typed, context);
  const { timeline, saved } = await kept(gathered, context);
  return {
    gathered,
    timeline,
    voice: { language, words: words.draft, email: words.email },
    prompter,
    contact: saved.findLast(({ kind }) => contacts.includes(kind)) ?? null,
  };
}

/** Data that cannot be read was told by `gather`: then there is nothing more in it. */
async function kept(
  { record, otherTransaction }: Gathered,
  context: Context,
): Promise<{ timeline: CaseEvent[]; saved: SavedContact[] }> {
  try {
    const store = await context.store();
    const timeline = record && !otherTransaction ? store.cases.timeline(record.id) : [];
    return { timeline, saved: store.contacts.list() };
  } catch (error) {
    if (record || !(error instanceof OkhelpError)) throw error;
    return { timeline: [], saved: [] };
  }
}

/** The material without secrets. `company` comes from the flag, the profile, or a person who is asked. */
export async function materialFor(
  { gathered, timeline, voice, prompter, contact }: Gathering,
  flags: ChannelFlags,
  withCompany: boolean,
  context: Context,
): Promise<Material> {
  return materialOf(
    {
      input: { ...gathered.input, attachments: [] },
      timeline,
      company: withCompany ? await companyOf(flags, prompter, context) : null,
      to: contact ? contact.value : null,
    },
    voice,
  );
}

async function companyOf(flags: ChannelFlags, prompter: Prompter | null, context: Context): Promise<string | null> {
  if (flags.company !== undefined) return oneLine('--company', flags.company) || null;
  const saved = context.settings.company?.trim();
  if (saved || !prompter) return saved || null;
  const { draft, email } = context.t;
  const answer = await prompter.input({
    message: draft.complaint.ask.company,
    help: context.t.why.company,
    hint: email.ask.skip,
  });
  return (typeof answer === 'string' && oneLine('--company', answer)) || null;
}

/** The names of what is missing, in the language of the run. */
export function missingNames({ missing }: Pick<ChannelDraft, 'missing'>, { t }: Pick<Context, 't'>): string[] {
  const { email, draft } = t;
  const names: Record<string, string> = {
    ...email.fields,
    ...draft.followUp.missing,
    ...draft.complaint.missing,
    company: draft.company,
  };
  return missing.map((id) => names[id] ?? id);
}

/** Says lines on stderr, each once, wrapped. */
export function sayAll(lines: Iterable<string>, { io }: Pick<Context, 'io'>): void {
  for (const line of new Set(lines)) io.say(wrap(line, io.widthErr).join('\n'));
}

/** What was taken out of which place. */
export function removedLines(redactions: readonly Redaction[], { t }: Pick<Context, 't'>): string[] {
  const places = { ...t.email.places, ...t.draft.places };
  return redactions.map(({ kind, where }) =>
    t.email.removed(Object.hasOwn(places, where) ? places[where]! : cleanForTerminal(where), kind),
  );
}

/** Where the person reaches the provider in this way, as saved; else where it is found. */
export function whereLines(
  contact: SavedContact | null,
  where: string,
  { t, timeZone }: Pick<Context, 't' | 'timeZone'>,
): string[] {
  if (!contact) return [where];
  const { value, found, saved } = contact;
  const day = formatTime(momentAt(Date.parse(saved), timeZone().offset)).slice(0, 10);
  return [t.draft.savedContact(cleanForTerminal(value), cleanForTerminal(found), day)];
}

/** Whether the outcome, or the problem, is one that cannot wait. */
export function isUrgent({ input }: Pick<Material, 'input'>): boolean {
  return input.outcome ? input.outcome.urgency === 'now' : input.problem.id === 'unauthorised-transaction';
}

/** The kinds that stand in a case as drafts, without the first mail. */
export type ChannelKind = Exclude<DraftKind, 'email'>;
