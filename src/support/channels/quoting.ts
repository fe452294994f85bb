// Which rules a complaint may rest on: those about this problem that hold for this balance and this provider.

import type { ProblemId } from '../../knowledge/content.ts';
import type { Body, Region, Rule } from '../../knowledge/region.ts';
import { dayNamed, lastDayOf } from '../calendar-days.ts';
import type { Matter } from '../ladder.ts';

export type NotQuotable = 'token' | 'balance-unknown' | 'unlicensed' | 'licence-unknown' | 'late';

export interface Circumstances extends Pick<Matter, 'balance' | 'licensed' | 'happened'> {
  /** `2026-03-15`. */
  today: string;
}

export interface Quoting {
  quoted: Rule[];
  /** Those that may not be quoted, and why. */
  left: { rule: Rule; why: NotQuotable }[];
}

/** A rule that may not hold is not quoted: it would weaken what is right. At most `most`, so that the letter stays short. */
export function quotable(
  body: Body,
  region: Region,
  problem: ProblemId,
  { balance, licensed, happened, today }: Circumstances,
  most = 3,
): Quoting {
  const about = body.rules
    .flatMap((id) => region.rules.find((rule) => rule.id === id) ?? [])
    .filter(({ problems = [] }) => problems.length === 0 || problems.includes(problem))
    // What is about this very problem goes first.
    .sort((a, b) => Number((b.problems ?? []).length > 0) - Number((a.problems ?? []).length > 0));
  const quoting: Quoting = { quoted: [], left: [] };
  for (const rule of about) {
    const late = isLate(rule, region, happened, today);
    const why = late ? 'late' : reason(rule, balance, licensed);
    if (why) quoting.left.push({ rule, why });
    else if (quoting.quoted.length < most) quoting.quoted.push(rule);
  }
  return quoting;
}

function reason({ holds }: Rule, balance: Matter['balance'], licensed: Matter['licensed']): NotQuotable | null {
  if (holds.balance === 'fiat' && balance !== 'fiat') return balance === 'token' ? 'token' : 'balance-unknown';
  if (holds.provider === 'licensed' && licensed !== 'yes') return licensed === 'no' ? 'unlicensed' : 'licence-unknown';
  return null;
}

/** Whether the last day to rely on it is over. Only what counts from the event can be told here. */
function isLate({ closes = [] }: Rule, { weekend }: Region, happened: string | null, today: string): boolean {
  const start = dayNamed(happened?.slice(0, 10) ?? '');
  const now = dayNamed(today);
  if (start === null || now === null) return false;
  return closes.some(({ from, span }) => from === 'event' && lastDayOf(start, span, weekend) < now);
}

/** What a rule says, if it can stand in a letter: a sentence that speaks to the reader would mean somebody else there. */
export function quotation({ says }: Rule): string | null {
  return /\b(?:you|your|yours)\b|您/i.test(says) ? null : says;
}
