// From what was typed to an entry of the timeline: read strictly, without secrets.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { readMomentFlag } from '../../flags.ts';
import { formatTime, momentAt, parseTime } from '../../ledger/time.ts';
import { visibleLine } from '../../ledger/visible.ts';
import { nearest } from '../../nearest.ts';
import { dayNamed, isoDay } from '../../support/calendar-days.ts';
import type { CaseDraft, EventDetails, NewCaseEvent } from '../../support/case-event.ts';
import { readAmount, readCurrency } from '../../support/fields.ts';
import { DEFAULT_CURRENCY } from '../note/defaults.ts';
import { channelNamed, type LoggedKind, NEEDED, type WrittenEntry } from './log-kinds.ts';
import { sumOf, type WholeCase } from './whole.ts';

export interface ReadEntry {
  event: NewCaseEvent;
  /** How many secrets were taken out. */
  removed: number;
}

/**
 * The entry as it is kept. Times without an offset are in the profile's zone; amounts are exact. Throws `answer-missing`,
 * `bad-value`, `bad-time` and `bad-amount`, naming the flag.
 */
export async function entryFrom(
  kind: LoggedKind,
  written: WrittenEntry,
  whole: WholeCase,
  context: Context,
): Promise<ReadEntry> {
  const needed = NEEDED[kind];
  const { t } = context;
  if (needed && !written[needed]?.trim())
    throw new OkhelpError('answer-missing', { flag: `--${needed}`, what: t.cases.log.missing[needed] });
  const details: EventDetails = {};
  if (written.channel) details.channel = await channelNamed(written.channel, context);
  else if (kind === 'call') details.channel = 'phone';
  else if (kind === 'follow-up') details.channel = lastChannel(whole);
  if (written.body) details.body = readBody(written.body, whole);
  else if (kind === 'complaint') details.body = 'provider';
  if (written.due) details.due = readDay('--due', written.due, context);
  if (written.amount) {
    const { amount, currency } = readSum(written, whole, context);
    Object.assign(details, { amount, currency });
  }
  let removed = 0;
  for (const field of ['to', 'with', 'promised', 'reference', 'text'] as const) {
    const clean = await withoutSecrets(written[field] ?? '', field, context);
    removed += clean.removed;
    if (clean.text) details[field] = clean.text;
  }
  const draft = draftSent(kind, details, whole.drafts, whole);
  if (draft) details.draft = draft;
  return { event: { kind, at: readAt(written.at, context), ...details }, removed };
}

/** The mail's own channel, so that its 24 hours are counted again. */
function lastChannel({ timeline }: WholeCase): EventDetails['channel'] {
  return (
    timeline.findLast(({ kind, channel }) => channel && (kind === 'sent' || kind === 'follow-up'))?.channel ?? 'email'
  );
}

function readAt(text: string | undefined, context: Context): string {
  if (!text?.trim()) return formatTime(momentAt(context.now(), context.timeZone().offset));
  const moment = readMomentFlag('--at', text, context);
  if (moment.epoch > context.now())
    throw new OkhelpError('bad-value', { flag: '--at', value: text, expected: context.t.cases.expected.past });
  return formatTime(moment);
}

/** A day as `2026-03-20`; of a time, its day. */
export function readDay(flag: string, text: string, context: Pick<Context, 'timeZone'>): string {
  if (dayNamed(text.trim()) !== null) return text.trim();
  const moment = parseTime(text, context.timeZone().offset);
  if (typeof moment === 'string')
    throw new OkhelpError('bad-time', { flag, value: text, impossible: moment === 'impossible-date' });
  return isoDay(Math.floor((moment.epoch + moment.offset * 60_000) / 86_400_000));
}

/** `provider`, or a body of the case's region; a body that was named before stays known when the region changes. */
function readBody(text: string, { region, timeline }: WholeCase): string {
  const wanted = text.trim().toLowerCase();
  const ids = [
    'provider',
    ...(region?.ladder.map(({ id }) => id) ?? []),
    ...timeline.flatMap(({ body }) => body ?? []),
  ];
  const known = [...new Set(ids)];
  if (known.includes(wanted)) return wanted;
  const expected = known.join(', ');
  throw new OkhelpError('bad-value', { flag: '--body', value: text, expected, suggestion: nearest(wanted, known) });
}

/** An exact amount above zero, in the currency that was said, the case's, or the profile's. */
export function readSum(
  { amount = '', currency }: { amount?: string; currency?: string },
  { record }: Pick<WholeCase, 'record'>,
  { t, settings }: Pick<Context, 't' | 'settings'>,
): { amount: string; currency: string } {
  const [, digits = amount, code] = /^(\S+)\s+([A-Za-z][A-Za-z0-9.]*)$/.exec(amount.trim()) ?? [];
  const named = currency ?? code;
  const inForce = named
    ? readCurrency('--currency', named, t.email.expected.currency)
    : (sumOf(record).currency ?? settings.currency ?? DEFAULT_CURRENCY);
  const read = readAmount('--amount', digits.trim(), inForce);
  if (/^-|^[0.]+$/.test(read))
    throw new OkhelpError('bad-value', { flag: '--amount', value: amount, expected: t.cases.expected.positive });
  return { amount: read, currency: inForce };
}

/** One line without secrets; a reference is a number by nature. */
export async function withoutSecrets(
  text: string,
  field: string,
  { t }: Pick<Context, 't'>,
): Promise<{ text: string; removed: number }> {
  const line = visibleLine(text).trim();
  if (line === '') return { text: '', removed: 0 };
  const { redact } = await import('../../support/redact.ts');
  const done = await redact(line, field, t.email.placeholders, field === 'reference' ? 'reference' : 'text');
  return { text: done.text, removed: done.redactions.length };
}

const DRAFTS_FOR: Partial<Record<LoggedKind, CaseDraft['kind'][]>> = {
  sent: ['email', 'chat', 'social', 'forum'],
  'follow-up': ['follow-up'],
  complaint: ['complaint'],
  call: ['phone'],
};

/** The draft that went out with it: the newest of that kind and channel, unless it was recorded as sent before. */
function draftSent(
  kind: LoggedKind,
  { channel }: EventDetails,
  drafts: readonly CaseDraft[],
  { timeline }: WholeCase,
): string | null {
  const fits = DRAFTS_FOR[kind] ?? [];
  const used = timeline.filter((event) => event.kind !== 'drafted').map(({ draft }) => draft);
  const newest = drafts.findLast((draft) => fits.includes(draft.kind));
  if (!newest || used.includes(newest.id)) return null;
  return kind === 'sent' && newest.kind !== channel ? null : newest.id;
}
