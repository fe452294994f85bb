// okhelp draft complaint: the formal complaint, to the provider or to a body of the person's region.
import type { Context } from '../context.ts';
import type { Definition } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import type { Body, Region, Span } from '../knowledge/region.ts';
import { zoneOffsets } from '../ledger/time.ts';
import type { Messages } from '../messages/index.ts';
import { nearest } from '../nearest.ts';
import { dayOf, isoDay, lastDayOf } from '../support/calendar-days.ts';
import { complaintDraft } from '../support/channels/complaint.ts';
import { quotable } from '../support/channels/quoting.ts';
import type { Redaction } from '../support/draft.ts';
import { oneLine } from '../support/fields.ts';
import { type Matter, standing } from '../support/ladder.ts';
import { OWN_ANSWER_DAYS } from '../support/next-provider.ts';
import { type ChannelFlags, type Gathering, gatherFor, isUrgent, materialFor, sayAll } from './drafting/channel.ts';
import { complaintLines } from './drafting/complaint-hints.ts';
import { dayFlag, today } from './drafting/day.ts';
import type { Desktop } from './drafting/deliver.ts';
import { factOptions, mailOptions } from './drafting/fact-flags.ts';
import { handOver, type MailFlags } from './drafting/hand-over.ts';
import { languageFor } from './drafting/letter-language.ts';
import { ELSEWHERE, type MatterFlags, matterOf } from './drafting/matter.ts';

export interface DraftComplaintOptions extends ChannelFlags, MailFlags, MatterFlags {
  body?: string;
  wanted?: string;
  cost?: string;
  by?: string;
}

function define(t: Messages): Definition {
  const { summary, description, examples, options } = t.draft.complaint;
  return {
    summary,
    description,
    examples,
    options: [
      ...factOptions(t),
      { flags: '--company <NAME>', description: t.draft.options.company },
      { flags: '--body <ID>', description: options.body },
      { flags: '--wanted <TEXT>', description: options.wanted },
      { flags: '--cost <TEXT>', description: options.cost },
      { flags: '--by <DAY>', description: options.by },
      { flags: '--region <CC>', description: options.region },
      { flags: '--balance-kind <KIND>', description: options.balanceKind, choices: ['fiat', 'token', 'unknown'] },
      { flags: '--licensed <YES>', description: options.licensed, choices: ['yes', 'no', 'unknown'] },
      ...mailOptions(t),
      { flags: '--attach <FILE>', description: options.attach, repeatable: true },
      { flags: '--attach-notes', description: t.email.options.attachNotes },
      { flags: '--attach-report', description: t.email.options.attachReport },
      { flags: '--copy', description: t.email.options.copy },
      { flags: '--open', description: t.email.options.open },
      { flags: '--email-lang <zh-CN|en>', description: t.draft.options.emailLang },
    ],
  };
}

/** The days that a provider gets where no figure is known: the person's own request, and said to be one. */
const OWN_SPAN: Span = { count: OWN_ANSWER_DAYS, unit: 'days' };

/** `desktop` holds the programs that copy and open; the real ones where it names none. */
async function run(options: DraftComplaintOptions, context: Context, desktop: Desktop = {}): Promise<number> {
  const day = today(context);
  const asked = options.by === undefined ? null : dayFlag('--by', options.by, context, day);
  const emailLang = options.emailLang ?? (await languageFor(options.body, context));
  const asking = { facts: true, addresses: false };
  const gathering = await gatherFor({ ...options, ...(emailLang && { emailLang }) }, [], asking, context);
  const { gathered, timeline, voice, prompter } = gathering;
  const { input, record } = gathered;
  const known = await matterOf(options, record, prompter, context);
  const matter: Matter = { timeline, happened: input.fields.time ?? null, ...known };
  const region = (await context.content()).region(known.region ?? ELSEWHERE);
  // The letter names bodies and rules in its own language.
  const spoken = (await context.content(voice.language)).region(region.id);
  const body = bodyNamed(options.body, region);
  const toProvider = body.kind === 'provider';
  // The saved address is the provider's.
  if (!toProvider && options.to === undefined) input.to = null;
  const material = await materialFor(gathering, options, true, context);
  const words = {
    wanted: await ownWords('wanted', options, gathering, context),
    cost: await ownWords('cost', options, gathering, context),
  };
  material.redactions.push(...words.wanted.redactions, ...words.cost.redactions);
  const by = asked ?? replyDay(body, region, context);
  const evidence = record && !gathered.otherTransaction ? (await context.store()).cases.evidence(record.id) : [];
  const circumstances = { ...matter, today: day };
  return handOver(
    {
      kind: 'complaint',
      sent: { kind: 'complaint', body: body.id, ...(by && { due: by }) },
      caseId: gathered.otherTransaction ? null : input.caseId,
      language: voice.language,
      words: voice.email,
      contact: toProvider ? gathered.contact : null,
      ...(!toProvider && { toOpen: voice.words.complaint.toOpen }),
      notes: gathered.notes,
      file: 'okhelp-complaint.eml',
      compose: async (attachments) => {
        const names = [...attachments.map(({ name }) => name), ...evidence.map(({ name }) => name)];
        const addressee = bodyNamed(body.id, spoken);
        const facts = {
          addressee,
          ladder: spoken.ladder,
          quoting: quotable(addressee, spoken, input.problem.id, circumstances),
          today: day,
          by,
          wanted: words.wanted.text,
          cost: words.cost.text,
          copies: [...new Set(names)],
          attachments,
        };
        const made = complaintDraft(material, facts, voice);
        return { ...made, subject: made.subject! };
      },
      sayNext: (draft, told) => {
        const quoting = quotable(body, region, input.problem.id, circumstances);
        const named = options.emailLang !== undefined;
        const letter = { language: voice.language, named, toProvider, region };
        const about = { draft, told, gathered, matter: known, body, quoting, region, by: asked ? null : by, letter };
        const rungs = standing(matter, region, zoneOffsets(region.timeZone, context.zoneOffsets), context.now());
        sayAll(
          complaintLines(about, rungs.find((rung) => rung.body.id === body.id)!, isUrgent(material), context),
          context,
        );
      },
    },
    options,
    prompter,
    context,
    desktop,
  );
}

/** The provider where none is named. Throws `bad-value` with those of the region. */
function bodyNamed(id: string | undefined, { ladder }: Region): Body {
  const found = ladder.find((body) => body.id === (id ?? 'provider'));
  if (found) return found;
  const ids = ladder.map((body) => body.id);
  throw new OkhelpError('bad-value', {
    flag: '--body',
    value: id!,
    expected: ids.join(', '),
    suggestion: nearest(id!, ids),
  });
}

/** The last day of the time that the addressee has, counted from today in its region; null for a body that names none. */
function replyDay({ answers, kind }: Body, { timeZone, weekend }: Region, context: Context): string | null {
  const span = answers?.span ?? (kind === 'provider' ? OWN_SPAN : null);
  return span && isoDay(lastDayOf(dayOf(context.now(), zoneOffsets(timeZone, context.zoneOffsets)), span, weekend));
}

/** What a flag says in the person's own words, without secrets; at a terminal what they want is asked for. */
async function ownWords(
  name: 'wanted' | 'cost',
  flags: DraftComplaintOptions,
  { prompter, voice }: Pick<Gathering, 'prompter' | 'voice'>,
  { t }: Context,
): Promise<{ text: string | null; redactions: Redaction[] }> {
  const flag = flags[name];
  let text = flag === undefined ? '' : oneLine(`--${name}`, flag);
  if (flag === undefined && name === 'wanted' && prompter) {
    const answer = await prompter.input({
      message: t.draft.complaint.ask.wanted,
      help: t.why.wanted,
      hint: t.email.ask.skip,
    });
    text = typeof answer === 'string' ? answer.trim() : '';
  }
  if (!text) return { text: null, redactions: [] };
  const { redact } = await import('../support/redact.ts');
  return redact(text, name, voice.email.placeholders);
}

export const draftComplaint = { define, run };
