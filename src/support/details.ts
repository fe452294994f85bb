// What every message to support shares: the facts line by line, and what is asked for.
import { MAIL_FIELDS, type MailField, type Outcome } from '../knowledge/content.ts';
import { formatOffset, formatWallClock, parseTime } from '../ledger/time.ts';
import type { Messages } from '../messages/index.ts';
import type { DraftInput, Finding } from './draft.ts';

type MailWords = Messages['email'];

/** What is known, one line each, and what is needed but not known as a place to fill in. */
export function detailRows(input: DraftInput, missing: readonly MailField[], words: MailWords): string[] {
  const { mail, fields: names } = words;
  const rows: string[] = [];
  for (const field of MAIL_FIELDS) {
    // The currency stands behind its amount.
    if (field === 'currency') continue;
    const value = input.fields[field];
    if (!value && !missing.includes(field)) continue;
    const { currency } = input.fields;
    let shown = value ? (field === 'time' ? readableTime(value, words) : value) : mail.fillIn;
    if (field === 'amount' && currency) shown += ` ${currency}`;
    else if (field === 'amount' && missing.includes('currency'))
      shown = value ? `${value} ${mail.fillInWhat(names.currency)}` : mail.fillInAmount;
    rows.push(mail.row(names[field], shown));
  }
  const amountShown = input.fields.amount || missing.includes('amount');
  if (missing.includes('currency') && !amountShown) rows.push(mail.row(names.currency, mail.fillIn));
  if (input.caseId) rows.push(mail.row(mail.ownReference, input.caseId));
  return rows;
}

/** `2026-03-01 09:00 (UTC+08:00)`; what is no ISO 8601 time with its offset stays as it was said. */
export function readableTime(time: string, { mail }: MailWords): string {
  const moment = /T.*(Z|[+-]\d\d:\d\d)$/.test(time) ? parseTime(time, () => 0) : null;
  if (!moment || typeof moment !== 'object') return time;
  const [day, hour] = formatWallClock(moment).split(' ');
  // A day that was named without an hour is kept as its midnight: nobody said that it happened at midnight.
  return hour === '00:00' ? day! : mail.at(`${day} ${hour}`, formatOffset(moment.offset));
}

/**
 * What is asked of support, one request each: those of the outcome, else the general ones. That the message holds the
 * calculation is said only where it does.
 */
export function requestsOf(outcome: Outcome | null, finding: Finding, mail: MailWords['mail']): string[] {
  return outcome?.ask
    ? items(finding.off ? outcome.ask : outcome.ask.replaceAll(mail.check.claim, ''))
    : [...mail.asks, ...(finding.off ? [mail.askEntries] : [])];
}

/** The content's asks are a numbered list; they are numbered anew with what comes after. */
function items(list: string): string[] {
  return list
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\d+[.、)）]|[-*•])\s*/, '').trim())
    .filter(Boolean);
}
