// The formal complaint, to the provider or to a body, in the order in which it is read: what, which, when, how much, what for.
import type { Body } from '../../knowledge/region.ts';
import { recordedText } from '../../ledger/recorded.ts';
import type { CaseEvent } from '../case-event.ts';
import { readableTime, requestsOf } from '../details.ts';
import type { Attachment } from '../draft.ts';
import { historyLines, type Naming } from './history.ts';
import {
  bullets,
  type ChannelDraft,
  draftOf,
  isProviders,
  known,
  type Material,
  missingFields,
  numbered,
  paragraphs,
  part,
  referenceOf,
  type Voice,
} from './material.ts';
import { type Quoting, quotation } from './quoting.ts';

/** The order is that of consumer guides: US Department of Commerce; Financial Ombudsman Service, "how to complain". */
export interface ComplaintFacts {
  addressee: Body;
  /** All bodies of the region, for the names of those that were asked before. */
  ladder: readonly Body[];
  quoting: Quoting;
  /** `2026-03-15`. */
  today: string;
  /** The day by which an answer is asked for; null where none is named. */
  by: string | null;
  /** What the person wants and what it cost besides the amount, in their own words. */
  wanted: string | null;
  cost: string | null;
  /** The names of the copies that go with it: evidence of the case and attached files. */
  copies: readonly string[];
  attachments: readonly Attachment[];
}

/** `input.to` is its address, if one is known. */
export function complaintDraft(material: Material, facts: ComplaintFacts, voice: Voice): ChannelDraft {
  const { input } = material;
  const { words, email } = voice;
  const { spoken } = words.complaint;
  const toProvider = facts.addressee.kind === 'provider';
  const kind = words.kinds[input.problem.id];
  const company = material.company ?? words.companyOpen;
  const reference = referenceOf(material.timeline);
  const costs = costLines(material, facts, voice);
  const contacts = contactLines(material, voice);
  const { row } = email.mail;
  const body = paragraphs([
    [row(spoken.date, facts.today), row(spoken.to, toProvider ? spoken.office(company) : facts.addressee.name)].join(
      '\n',
    ),
    toProvider ? spoken.opening(kind) : spoken.openingBody(company, kind),
    toProvider ? null : contacts.lines.join(voice.words.gap),
    part(spoken.references, bullets(referenceLines(material, reference, toProvider, voice)), voice),
    part(spoken.facts, bullets(factLines(material, facts, voice)), voice),
    part(email.mail.check.title, material.finding.lines, voice),
    part(spoken.cost, bullets(costs.lines), voice),
    part(toProvider ? spoken.wanted : spoken.wantedBody, numbered(wantedLines(material, facts, voice)), voice),
    [toProvider ? null : spoken.fromBody, facts.by && spoken.by(facts.by)].filter(Boolean).join(voice.words.gap),
    part(spoken.rules, bullets(facts.quoting.quoted.map((rule) => spoken.rule(rule.name, quotation(rule)))), voice),
    part(spoken.attached, bullets(facts.copies), voice),
    [toProvider ? spoken.finalRequest : null, spoken.noSecrets].filter(Boolean).join(voice.words.gap),
    [
      spoken.closing,
      input.name || email.mail.fillInWhat(email.mail.yourName),
      input.from && email.mail.reply(input.from),
    ]
      .filter(Boolean)
      .join('\n'),
  ]);
  return draftOf('complaint', material, voice, {
    to: input.to,
    from: input.from,
    subject: recordedText(toProvider ? spoken.subject(kind, reference) : spoken.subjectBody(company, kind)),
    body,
    missing: [
      ...missingFields(material),
      ...(material.company === null ? ['company'] : []),
      ...(costs.open ? ['cost'] : []),
      ...(!toProvider && contacts.open ? ['complained'] : []),
    ],
    attachments: facts.attachments.map(({ name, type, content }) => ({ name, type, bytes: content.length })),
  });
}

/** More lines than this do not fit on a page of A4 with its margins. */
export const PAGE_LINES = 52;
const LINE_COLUMNS = 92;

/** Whether a letter is longer than a page, where Chinese signs take two columns. */
export function isLongerThanAPage(body: string): boolean {
  const width = (line: string) => [...line].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0);
  const lines = body.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line) / LINE_COLUMNS)), 0);
  return lines > PAGE_LINES;
}

function referenceLines(
  material: Material,
  reference: string | null,
  toProvider: boolean,
  { words, email }: Voice,
): string[] {
  const { row, fillIn } = email.mail;
  const names = email.fields;
  const needs = material.input.problem.mail.needs;
  const lines = (['account', 'transaction'] as const).flatMap((field) => {
    const value = known(material, field);
    return value || needs.includes(field) ? [row(names[field], value || fillIn)] : [];
  });
  if (reference) lines.push(row(toProvider ? words.labels.reference : words.labels.providersReference, reference));
  if (material.input.caseId) lines.push(row(email.mail.ownReference, material.input.caseId));
  return lines;
}

/** What happened first, then the entries of the timeline. */
function factLines(material: Material, facts: ComplaintFacts, voice: Voice): string[] {
  const { spoken } = voice.words.complaint;
  const { mail, fields: names } = voice.email;
  const time = known(material, 'time');
  const details = (['counterparty', 'errorCode', 'errorMessage'] as const).flatMap((field) => {
    const value = known(material, field);
    return value ? [mail.row(names[field], value)] : [];
  });
  const opening = material.input.problem.mail.needs.includes('time') || time || details.length > 0;
  const when = time ? readableTime(time, voice.email) : mail.fillInWhat(names.time);
  const began = `${spoken.began}${details.length ? voice.words.history.more(details) : ''}`;
  const naming: Naming = (event) => nameOf(event, material, facts, voice);
  return [
    ...(opening ? [voice.words.history.entry(when, began)] : []),
    ...historyLines(material.timeline, naming, voice, 10),
  ];
}

function nameOf(
  event: CaseEvent,
  material: Material,
  { addressee, ladder }: ComplaintFacts,
  { words }: Voice,
): string | null {
  const id = event.body ?? 'provider';
  if (id === addressee.id) return null;
  if (id === 'provider') return material.company ?? words.complaint.spoken.theProvider;
  return ladder.find((body) => body.id === id)?.name ?? words.complaint.spoken.anotherBody;
}

function costLines(material: Material, { cost }: ComplaintFacts, voice: Voice): { lines: string[]; open: boolean } {
  const { spoken } = voice.words.complaint;
  const { mail } = voice.email;
  const amount = known(material, 'amount');
  const lines = amount ? [spoken.amount([amount, known(material, 'currency')].filter(Boolean).join(' '))] : [];
  for (const event of material.timeline)
    if (event.kind === 'money-back' && event.amount)
      lines.push(spoken.back([event.amount, event.currency].filter(Boolean).join(' ')));
  if (cost) lines.push(cost);
  if (lines.length > 0) return { lines, open: false };
  return { lines: [mail.fillInWhat(spoken.costOpen)], open: true };
}

function wantedLines({ input, finding }: Material, { wanted }: ComplaintFacts, { email }: Voice): string[] {
  return wanted ? [wanted] : requestsOf(input.outcome, finding, email.mail).slice(0, 4);
}

/** What a body must know first: that the provider was told, and what it said. */
function contactLines({ timeline }: Material, { words, email }: Voice): { lines: string[]; open: boolean } {
  const { spoken } = words.complaint;
  const own = timeline.filter(isProviders);
  const complaint = own.find(({ kind }) => kind === 'complaint');
  const contact = complaint ?? own.find(({ kind }) => kind === 'sent' || kind === 'call');
  if (!contact) return { lines: [email.mail.fillInWhat(spoken.complainedOpen)], open: true };
  const day = contact.at.slice(0, 10);
  const final = own.findLast(({ kind }) => kind === 'final-answer');
  return {
    lines: [
      complaint ? spoken.complained(day) : spoken.contacted(day),
      final ? spoken.finalAnswer(final.at.slice(0, 10)) : spoken.noAnswer,
    ],
    open: false,
  };
}
