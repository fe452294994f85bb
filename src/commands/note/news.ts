// What a new note changes in whether the balances add up: its own reading, readings after it, or the whole ledger.

import type { Context } from '../../context.ts';
import { checkNotes } from '../../ledger/check.ts';
import type { AccountFinding, Mismatch } from '../../ledger/findings.ts';
import { formatAmount } from '../../ledger/money.ts';
import type { Note } from '../../ledger/note.ts';
import { formatWallClock } from '../../ledger/time.ts';
import { callout } from '../../terminal/lines.ts';
import { wrap } from '../../terminal/width.ts';

export interface News {
  /** What does not add up at the new note's own balance. */
  own: Mismatch | null;
  /** Readings of other notes that agreed before it was recorded, and do not agree with it. */
  broken: Mismatch[];
  /** Readings of other notes that did not agree before, and agree with it. */
  mended: Mismatch[];
  /** Whether all readings of this account and currency agree now. */
  balanced: boolean;
}

/** What a check found before the note was recorded and after; null where there was nothing to check. */
type Checked = Pick<AccountFinding, 'mismatches' | 'readings'> | null;

/** The news of a note, and whether its account and currency have any reading. */
export interface Told {
  news: News;
  hasReadings: boolean;
}

/** Checks the account and currency of `note` without it and with it; `ledger` holds their notes, the new one too. */
export function newsOf(note: Note, ledger: readonly Note[]): Told {
  if (!ledger.some(({ balance }) => balance !== null)) return newsBetween(note, null, null);
  const check = (notes: readonly Note[]): Checked => checkNotes(notes).accounts[0] ?? null;
  return newsBetween(note, check(ledger.filter(({ id }) => id !== note.id)), check(ledger));
}

/** The same from the two checks. */
export function newsBetween(note: Note, earlier: Checked, now: Checked): Told {
  const [before, after] = [earlier?.mismatches ?? [], now?.mismatches ?? []];
  const isIn = (list: readonly Mismatch[], id: string) => list.some(({ at }) => at.note.id === id);
  const news = {
    own: after.find(({ at }) => at.note.id === note.id) ?? null,
    broken: after.filter(({ at }) => at.note.id !== note.id && !isIn(before, at.note.id)),
    mended: before.filter(({ at }) => !isIn(after, at.note.id)),
    balanced: after.length === 0,
  };
  return { news, hasReadings: (now?.readings ?? 0) > 0 };
}

/** The news as JSON: amounts exact, notes by their number. */
export function newsDocument({ own, broken, mended, balanced }: News) {
  const amounts = ({ expected, recorded, difference, at }: Mismatch) => {
    const exact = (units: bigint) => formatAmount(units, at.note.currency);
    return { expected: exact(expected), recorded: exact(recorded), difference: exact(difference) };
  };
  return {
    mismatch: own && amounts(own),
    broken: broken.map((mismatch) => ({ note: mismatch.at.note.id, ...amounts(mismatch) })),
    mended: mended.map(({ at }) => at.note.id),
    balanced,
  };
}

/** Tells the news on stderr, with the command that looks further; false where there is none. */
export function tellNews(news: News, context: Pick<Context, 'io' | 't' | 'plain'>): boolean {
  const { io, t } = context;
  const words = t.note.add;
  const { own, broken, mended, balanced } = news;
  const tell = (text: string, kind: 'warn' | 'good') => io.say(callout(kind, text, context, { on: 'err' }).join('\n'));
  if (own?.after) tell(words.disagrees({ ...sizes(own), ...since(own.after) }), 'warn');
  if (broken.length > 0) {
    const { note } = broken[0]!.at;
    const reading = { id: note.id, time: formatWallClock(note.time), more: broken.length - 1 };
    tell(words.breaks({ ...sizes(broken[0]!), ...reading }), 'warn');
  }
  const worse = Boolean(own?.after) || broken.length > 0;
  if (!worse && mended.length > 0) {
    const { note, balance } = mended[0]!.at;
    const place = `${note.account} ${note.currency}`;
    const reading = `${formatAmount(balance, note.currency)} ${note.currency}`;
    tell(balanced ? words.balanced(place) : words.mended(reading, note.id), 'good');
  }
  if (worse || (mended.length > 0 && !balanced)) io.say(wrap(words.explain, io.widthErr).join('\n'));
  return worse || mended.length > 0;
}

function sizes({ at, expected, recorded, difference }: Mismatch) {
  const { currency } = at.note;
  return {
    balance: `${formatAmount(recorded, currency)} ${currency}`,
    expected: formatAmount(expected, currency),
    size: formatAmount(difference < 0n ? -difference : difference, currency),
    less: difference < 0n,
  };
}

function since({ note, balance }: NonNullable<Mismatch['after']>) {
  return { since: formatWallClock(note.time), earlier: formatAmount(balance, note.currency) };
}
