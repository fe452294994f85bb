// What the person should know beside a complaint: what the body wants first, when it may refuse, where it is reached.
import type { Context } from '../../context.ts';
import type { Body, Deadline, Region } from '../../knowledge/region.ts';
import { isLongerThanAPage } from '../../support/channels/complaint.ts';
import type { ChannelDraft } from '../../support/channels/material.ts';
import type { Quoting } from '../../support/channels/quoting.ts';
import type { Redaction } from '../../support/draft.ts';
import type { Rung } from '../../support/ladder.ts';
import { missingNames, removedLines } from './channel.ts';
import type { Gathered } from './gather.ts';
import { type LetterSaid, languageLines } from './letter-language.ts';
import type { MatterKnown } from './matter.ts';
import { addressLines } from './where-to.ts';

export interface ComplaintSaid {
  draft: ChannelDraft;
  /** What was taken out of the text and of the copies that there are. */
  told: readonly Redaction[];
  gathered: Gathered;
  matter: MatterKnown;
  /** In the language of the run. */
  body: Body;
  quoting: Quoting;
  region: Region;
  /** The day that okhelp chose for the answer; null where the person did, or there is none. */
  by: string | null;
  letter: LetterSaid;
}

/** All that is said beside a complaint, in the order in which it matters. */
export function complaintLines(said: ComplaintSaid, rung: Rung, urgent: boolean, context: Context): string[] {
  const { draft, told, gathered, matter, body, quoting, region, by, letter } = said;
  const { complaint: words, missing, polite, urgent: first } = context.t.draft;
  const toProvider = body.kind === 'provider';
  const { caseId, name } = gathered.input;
  const others = region.ladder.filter(({ kind }) => kind !== 'provider');
  return [
    ...removedLines(told, context),
    ...(urgent ? [first] : []),
    ...(matter.region === null ? [] : languageLines(letter, context)),
    ...(draft.missing.length ? [missing(missingNames(draft, context))] : []),
    ...(name ? [] : [context.t.email.nameOpen]),
    ...(isLongerThanAPage(draft.body) ? [words.longer] : []),
    ...(by === null ? [] : replyLines(by, body.answers, region, context)),
    ...notQuotedLines(quoting, context),
    ...(matter.region === null ? [words.noRegion] : []),
    ...bodyLines(rung, region, context),
    ...(toProvider ? addressLines(draft.to, gathered.contact, context) : []),
    polite,
    ...(toProvider && others.length > 0 ? [words.bodies(others.map(({ id, name }) => words.bodyEntry(id, name)))] : []),
    ...(caseId === null ? [] : [words.log(caseId, body.id)]),
    words.notAdvice,
  ];
}

/** Lines for stderr, in the order in which they matter. */
function bodyLines(rung: Rung, region: Region, context: Pick<Context, 't'>): string[] {
  const { complaint: words } = context.t.draft;
  const { body } = rung;
  const lines: string[] = [];
  lines.push(...body.before);
  if (rung.state === 'not-yet') {
    if (rung.from) lines.push(noted(words.notYet(body.name, rung.from.day), rung.from.deadline, context));
    else lines.push(words.notYetMissing);
  }
  if (rung.until) {
    const until = rung.state === 'closed' ? words.closed : words.until;
    lines.push(noted(until(body.name, rung.until.day), rung.until.deadline, context));
  }
  lines.push(...rung.refuses.map(({ says }) => says));
  lines.push(...body.limits.map(words.limit));
  // What a provider needs stands in the letter itself.
  if (body.kind !== 'provider') lines.push(...body.evidence.map(words.evidence));
  return [...lines, ...contactLines(body, region, context)];
}

function contactLines({ contacts, kind }: Body, region: Region, { t }: Pick<Context, 't'>): string[] {
  const { complaint: words } = t.draft;
  if (kind === 'provider') return [words.provider];
  if (contacts.length === 0) return [words.noContact];
  const named = (ids: readonly string[]) => {
    const source = region.sources.find(({ id }) => ids.includes(id));
    return source ? words.source(source.title, source.read) : '';
  };
  return [...contacts.map(({ kind: way, value, sources }) => words.contact[way](value, named(sources))), words.confirm];
}

/** The sentence with what its figure holds for behind it. */
function noted(sentence: string, { note }: Deadline, { t }: Pick<Context, 't'>): string {
  return note ? [sentence, note].join(t.draft.gap) : sentence;
}

/** Which rules are not quoted, and why. */
function notQuotedLines({ left }: Quoting, { t }: Pick<Context, 't'>): string[] {
  return left.map(({ rule, why }) => t.draft.complaint.notQuoted[why](rule.name));
}

/** Where the day comes from by which an answer is asked for. */
function replyLines(day: string, figure: Deadline | null, region: Region, { t }: Pick<Context, 't'>): string[] {
  const { complaint: words } = t.draft;
  if (!figure) return [words.replyBy.own(day)];
  const { count, unit } = figure.span;
  const source = region.sources.find(({ id }) => figure.sources.includes(id));
  const from = source ? words.source(source.title, source.read) : null;
  return [
    noted(words.replyBy.body(day, words.spans[unit](count), from), figure, { t }),
    ...(unit === 'business-days' ? [words.replyBy.holidays] : []),
  ];
}
