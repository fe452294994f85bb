// Moments with their UTC offset: strict reading of ISO 8601 and common local forms, writing as ISO 8601.

/** An instant together with the offset it was recorded in, so that it is written back as it was. */
export interface Moment {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  epoch: number;
  /** Minutes east of UTC. */
  offset: number;
}

/** Gives the UTC offset, in minutes east, of a wall-clock time (milliseconds as if it were UTC) in some time zone. */
export type ZoneOffset = (wallClock: number) => number;

export type TimeProblem = 'unreadable-time' | 'impossible-date';

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+\-−]\d{2}(?::?\d{2})?|UTC)?$/i;
const LOCAL =
  /^(\d{4})(?:[/.]|年)(\d{1,2})(?:[/.]|月)(\d{1,2})日?(?:\s*(\d{1,2})[:：时点](\d{2})(?:[:：分](\d{2})秒?|分)?)?\s*(Z|[+\-−]\d{2}(?::?\d{2})?)?$/i;

/**
 * Reads a time. With an offset (`Z`, `+08:00`) it is that; without one, `zone` says what the offset was. A date alone is
 * its midnight. Forms: `2026-03-01T09:00:00+08:00`, `2026-03-01 9:00`, `2026/3/1 09:00:05`, `2026年3月1日 9:00`.
 * Day-first and month-first forms are not read, because they cannot be told apart.
 */
export function parseTime(text: string, zone: ZoneOffset): Moment | TimeProblem {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed);
  const match = iso ?? LOCAL.exec(trimmed);
  if (!match) return 'unreadable-time';
  const fraction = iso ? (match[7] ?? '') : '';
  const suffix = iso ? match[8] : match[7];
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as Parts;
  const wallClock = wallClockOf(year, month, day, hour, minute, second, Number(fraction.padEnd(3, '0').slice(0, 3)));
  if (wallClock === null) return 'impossible-date';
  const offset = suffix === undefined ? zone(wallClock) : offsetOf(suffix);
  if (offset === null) return 'unreadable-time';
  return { epoch: wallClock - offset * 60_000, offset };
}

type Parts = [number, number, number, number, number, number];

/** Milliseconds of a wall clock read as if it were UTC; null for a day or hour that does not exist. */
function wallClockOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  millisecond: number,
): number | null {
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return null;
  const wallClock = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  return new Date(wallClock).getUTCDate() === day && year >= 1970 ? wallClock : null;
}

function offsetOf(suffix: string): number | null {
  if (/^(z|utc)$/i.test(suffix)) return 0;
  const minutes = Number(suffix.slice(1, 3)) * 60 + Number(suffix.slice(3).replace(':', '') || 0);
  return minutes > 14 * 60 ? null : suffix[0] === '+' ? minutes : -minutes;
}

/** An instant as the clocks of a zone show it, to the second. */
export function momentAt(instant: number, zone: ZoneOffset): Moment {
  const epoch = Math.floor(instant / 1000) * 1000;
  // The offset is asked by wall-clock time: a first guess from the instant itself leads near enough to ask again.
  return { epoch, offset: zone(epoch + zone(epoch) * 60_000) };
}

/** `2026-03-01T09:00:00+08:00`; milliseconds only where there are any. */
export function formatTime(moment: Moment): string {
  const wall = new Date(moment.epoch + moment.offset * 60_000).toISOString();
  const seconds = wall.endsWith('.000Z') ? wall.slice(0, 19) : wall.slice(0, 23);
  return `${seconds}${formatOffset(moment.offset)}`;
}

/** `2026-03-01 09:00`, as a person reads it; with seconds where they are not zero, without the offset. */
export function formatWallClock(moment: Moment): string {
  const wall = new Date(moment.epoch + moment.offset * 60_000).toISOString();
  return `${wall.slice(0, 10)} ${wall.slice(11, wall.slice(17, 19) === '00' ? 16 : 19)}`;
}

/** `+08:00`. */
export function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** Gives the UTC offset of a zone, in minutes east, at an instant in milliseconds; null where it cannot tell. */
export type Offsets = (timeZone: string) => ((epoch: number) => number) | null;

/** The offsets of an IANA time zone, from `offsets` or else the platform's data; throws RangeError where there is no such zone. */
export function zoneOffsets(timeZone: string, offsets?: Offsets): ZoneOffset {
  const offsetAt = offsets?.(timeZone) ?? platformOffsets(timeZone);
  /** By wall clock. The offset a day earlier leads near the wanted instant; asking again there settles changes of the clock. */
  const offsetOfWall = (wallClock: number): number => {
    const guess = offsetAt(wallClock - offsetAt(wallClock - DAY) * 60_000);
    return offsetAt(wallClock - guess * 60_000);
  };
  const hours = new Map<number, number>();
  const weeks = new Map<number, number | null>();
  let week = Number.NaN;
  let offsetOfWeek: number | null = null;
  return (wallClock) => {
    const wanted = Math.floor(wallClock / WEEK);
    if (wanted !== week) {
      week = wanted;
      offsetOfWeek = weeks.get(week) ?? null;
      if (!weeks.has(week)) {
        // No zone changes its clock twice within nine days: equal ends mean the same offset between them.
        const [before, after] = [offsetOfWall(week * WEEK - DAY), offsetOfWall((week + 1) * WEEK + DAY)];
        offsetOfWeek = before === after ? before : null;
        weeks.set(week, offsetOfWeek);
      }
    }
    if (offsetOfWeek !== null) return offsetOfWeek;
    const hour = Math.floor(wallClock / HOUR);
    let offset = hours.get(hour);
    if (offset === undefined) {
      offset = offsetOfWall(wallClock);
      hours.set(hour, offset);
    }
    return offset;
  };
}

function platformOffsets(timeZone: string): (epoch: number) => number {
  const format = new Intl.DateTimeFormat('en-US-u-hc-h23', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (epoch) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(epoch)) part[type] = Number(value);
    const wall = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
    return Math.round((wall - Math.floor(epoch / 1000) * 1000) / 60_000);
  };
}

/**
 * A zone as TZ may name it: an IANA name, with a colon before it or the path of its file, or a fixed offset in POSIX's way
 * (`CST-8` is eight hours east). Null where it names none.
 */
export function zoneNamed(text: string, offsets?: Offsets): { name: string; offset: ZoneOffset } | null {
  const name = text.replace(/^:/, '').replace(/^.*\/zoneinfo\//, '');
  const fixed = /^(?:[A-Za-z]{3,}|<[-+\w]+>)([-+]?\d{1,2})(?::(\d{2}))?(?::\d{2})?$/.exec(name);
  if (fixed) {
    const west = Number(fixed[1]) * 60 + Math.sign(Number(fixed[1]) || 1) * Number(fixed[2] ?? 0);
    return { name: `UTC${formatOffset(-west)}`, offset: () => -west };
  }
  try {
    return { name, offset: zoneOffsets(name, offsets) };
  } catch {
    return null;
  }
}
