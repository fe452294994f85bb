// Where a case stands on the ladder of its region: which body can be asked from when, until when, and what speaks against it.
import type { Body, CountedFrom, Deadline, Refusal, Region } from '../knowledge/region.ts';
import { parseTime, type ZoneOffset } from '../ledger/time.ts';
import { type Day, dayOf, isoDay, lastDayOf } from './calendar-days.ts';
import type { CaseEvent } from './case-event.ts';

/** What decides about bodies and rules besides the timeline. */
export interface Matter {
  timeline: readonly CaseEvent[];
  /** When the trouble happened, ISO 8601; null where not known. */
  happened: string | null;
  balance: 'fiat' | 'token' | 'unknown';
  licensed: 'yes' | 'no' | 'unknown';
}

export type RungState =
  /** Something must come first: `missing` says what, or `from` when it will be there. */
  | 'not-yet'
  /** It can be asked now. */
  | 'open'
  /** It can, and the last day is near. */
  | 'closing'
  /** The last day is over. */
  | 'closed'
  /** It was asked already; `answerDue` says until when it should answer, where that is known. */
  | 'asked';

export interface Counted {
  day: string;
  deadline: Deadline;
  /** From what it really counts: the first message where the deadline names a complaint and none was made. */
  since: CountedFrom;
  /** The entry of the timeline from which it counts; null where it counts from the event. */
  event: string | null;
}

export interface Rung {
  body: Body;
  state: RungState;
  /** The first day; null where it is open at once or what it counts from is not there yet. */
  from: Counted | null;
  /** The last day. */
  until: Counted | null;
  /** Until when it should answer, once asked. */
  answerDue: Counted | null;
  /** What must be in the timeline before it opens, where nothing of it is: any one of these. */
  missing: CountedFrom[];
  /** The entry with which it was asked. */
  asked: string | null;
  /** What speaks against it: `certain` by what is known, else it may. */
  refuses: (Refusal & { certain: boolean })[];
}

/** So many days before the last one it is near, and a rung `closing`. */
export const NEAR = 14;

/** Every rung of the region's ladder, in order. `zone` is the region's; `now` in milliseconds since the epoch. */
export function standing(matter: Matter, region: Region, zone: ZoneOffset, now: number): Rung[] {
  const today = dayOf(now, zone);
  const starts = startsOf(matter, zone);
  return region.ladder.map((body) => rungOf(body, matter, region, starts, zone, today));
}

interface Start {
  day: Day;
  event: string | null;
  /** Where it stands for something that is not there. */
  as?: CountedFrom;
}

function rungOf(
  body: Body,
  matter: Matter,
  { weekend }: Region,
  starts: Map<CountedFrom, Start>,
  zone: ZoneOffset,
  today: Day,
): Rung {
  const counted = (deadline: Deadline, start: Start, later = 0): Counted & { at: Day } => {
    const at = lastDayOf(start.day, deadline.span, weekend) + later;
    return { day: isoDay(at), deadline, since: start.as ?? deadline.from, event: start.event, at };
  };
  const opens = body.opens.flatMap((deadline) => {
    const start = starts.get(deadline.from);
    // "No answer within 15 days" is true on the 16th; a final answer opens the way on its own day.
    return start ? [counted(deadline, start, deadline.from === 'final-answer' ? 0 : 1)] : [];
  });
  const [from = null] = opens.sort((a, b) => a.at - b.at);
  const closes = closingOf(body, starts).flatMap((deadline) => {
    const start = starts.get(deadline.from);
    return start ? [counted(deadline, start)] : [];
  });
  const [until = null] = closes.sort((a, b) => a.at - b.at);
  const asking = matter.timeline.find(
    ({ kind, body: to }) => (kind === 'complaint' || kind === 'sent') && (to ?? 'provider') === body.id,
  );
  const start: Start | null = asking ? { day: dayOf(epochOf(asking.at), zone), event: asking.id } : null;
  // The provider owes its answer from the formal complaint on, where one was made after the first message.
  const owed =
    body.id === 'provider' && body.answers?.from === 'complaint' ? (starts.get('complaint') ?? start) : start;
  const answerDue = owed && start && body.answers ? counted(body.answers, owed) : null;
  const notYet = body.opens.length > 0 && (from === null || from.at > today);
  const state: RungState = start
    ? 'asked'
    : until && until.at < today
      ? 'closed'
      : notYet
        ? 'not-yet'
        : until && until.at - today < NEAR
          ? 'closing'
          : 'open';
  return {
    body,
    state,
    from: from && plain(from),
    until: until && plain(until),
    answerDue: answerDue && plain(answerDue),
    missing: from ? [] : [...new Set(body.opens.map((deadline) => deadline.from))],
    asked: start?.event ?? null,
    refuses: refusalsOf(body, matter),
  };
}

function plain({ day, deadline, since, event }: Counted): Counted {
  return { day, deadline, since, event };
}

/** What counts from the event holds in any case; of the others the one that the provider's final answer starts goes first. */
function closingOf({ closes }: Body, starts: Map<CountedFrom, Start>): Deadline[] {
  const answered = closes.filter(({ from }) => from === 'final-answer' && starts.has(from));
  return closes.filter(({ from }) => from === 'event' || (answered.length > 0 ? from === 'final-answer' : true));
}

function refusalsOf({ refuses }: Body, { balance, licensed }: Matter): Rung['refuses'] {
  return refuses.flatMap((refusal) => {
    const { when } = refusal;
    if (when === 'token') return balance === 'fiat' ? [] : [{ ...refusal, certain: balance === 'token' }];
    if (when === 'unlicensed') return licensed === 'yes' ? [] : [{ ...refusal, certain: licensed === 'no' }];
    return [{ ...refusal, certain: false }];
  });
}

/** The entries from which times run, as days of the region. */
function startsOf({ timeline, happened }: Matter, zone: ZoneOffset): Map<CountedFrom, Start> {
  const starts = new Map<CountedFrom, Start>();
  const toProvider = ({ body }: CaseEvent) => body === undefined || body === 'provider';
  const set = (from: CountedFrom, event: CaseEvent | undefined, as?: CountedFrom) => {
    if (event) starts.set(from, { day: dayOf(epochOf(event.at), zone), event: event.id, as });
  };
  const contacts = timeline.filter((event) => ['sent', 'call', 'complaint'].includes(event.kind) && toProvider(event));
  set('first-contact', contacts[0]);
  const complaint = timeline.find((event) => event.kind === 'complaint' && toProvider(event));
  set('complaint', complaint ?? contacts[0], complaint ? undefined : 'first-contact');
  set(
    'final-answer',
    timeline.findLast((event) => event.kind === 'final-answer' && toProvider(event)),
  );
  if (happened !== null) {
    const moment = parseTime(happened, zone);
    if (typeof moment !== 'string') starts.set('event', { day: dayOf(moment.epoch, zone), event: null });
  }
  return starts;
}

/** The instant of an entry; its time was written by okhelp and can be read. */
export function epochOf(at: string): number {
  return Date.parse(at);
}
