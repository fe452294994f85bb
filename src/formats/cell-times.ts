// A date and time as statements write them; which of day and month comes first is decided by the whole column.
import type { DateOrder, UnreadableReason } from '../ledger/findings.ts';
import { type Moment, parseTime, type ZoneOffset, zoneOffsets } from '../ledger/time.ts';

export interface TimeStyle {
  order: DateOrder;
  /** The offset of times that carry none. */
  zone: ZoneOffset;
}

const MONTHS = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev', 'fevr'],
  ['mar', 'mrz', 'mars', 'maerz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'sept', 'set'],
  ['oct', 'okt', 'ott'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];

/** Minutes east of UTC of the abbreviations that mean one zone only. */
const ZONES: { [name: string]: number } = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  MEZ: 60,
  CEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  HKT: 480,
  SGT: 480,
  MYT: 480,
  PHT: 480,
  AWST: 480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
};

/** Day and month in either order, then the year. */
export const NUMERIC = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?:[,T\s]+(.*))?$/;
const YEAR_FIRST = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?:[,T\s]+(.*))?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[T\s]?(\d{2})(\d{2})(\d{2})?(?:\.\d+)?|[T\s]+(.*))?$/;
const DAY_NAME = /^(\d{1,2})(?:st|nd|rd|th)?[.\s-]*\s?([\p{L}]{3,12})[.,\s-]*\s?(\d{4}|\d{2})(?:[,\s]+(.*))?$/u;
const NAME_DAY = /^([\p{L}]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[,\s]+(.*))?$/u;
const CLOCK =
  /^(am|pm|上午|下午)?\s*(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(?:\(?([a-z]{1,5}|[a-z]+\/[a-z_/]+|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?)\)?)?$/i;

/**
 * Reads a date with its time, which may stand in a cell of its own (`clock`), as may the zone (`CEST`, `Europe/Berlin`,
 * `+08:00`). A date alone is its midnight. Also read: Excel serials, seconds and milliseconds since 1970 (UTC).
 * A day or hour that does not exist gives `impossible-date`.
 */
export function readTimeCell(date: string, style: TimeStyle, clock = '', zoneName = ''): Moment | UnreadableReason {
  const text = narrow(date);
  if (!text) return 'time-empty';
  const own = narrow(clock);
  const apart = partsOf(text, style.order);
  if (!apart) {
    const count = counted(text, style.zone);
    if (count) return count;
    const time = parseTime(own ? `${text} ${own}` : text, style.zone);
    return time === 'unreadable-time' ? 'time' : time;
  }
  const { year, month, day } = apart;
  const at = clockOf(own && !/[1-9]/.test(apart.rest) ? own : apart.rest);
  if (at === null) return 'time';
  const midnight = Date.UTC(year, month - 1, day);
  const real = new Date(midnight);
  if (real.getUTCDate() !== day || real.getUTCMonth() !== month - 1 || year < 1970) return 'impossible-date';
  if (at.ms === null) return 'impossible-date';
  const wall = midnight + at.ms;
  const offset = offsetNamed(narrow(zoneName) || at.zone, wall) ?? style.zone(wall);
  return { epoch: wall - offset * 60_000, offset };
}

function partsOf(text: string, order: DateOrder): { year: number; month: number; day: number; rest: string } | null {
  let match = YEAR_FIRST.exec(text);
  if (match) return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]), rest: match[4] ?? '' };
  match = NUMERIC.exec(text);
  if (match) {
    const [first, second] = [Number(match[1]), Number(match[3])];
    const [day, month] = order === 'day-first' ? [first, second] : [second, first];
    return { year: fullYear(match[4]!), month, day, rest: match[5] ?? '' };
  }
  match = COMPACT.exec(text);
  if (match && Number(match[2]) <= 12 && /^(19[7-9]|20)/.test(text)) {
    const rest = match[4] ? `${match[4]}:${match[5]}:${match[6] ?? '00'}` : (match[7] ?? '');
    return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]), rest };
  }
  match = DAY_NAME.exec(text);
  const named = match && monthNamed(match[2]!);
  if (named) return { year: fullYear(match![3]!), month: named, day: Number(match![1]), rest: match![4] ?? '' };
  match = NAME_DAY.exec(text);
  const month = match && monthNamed(match[1]!);
  return month ? { year: Number(match![3]), month, day: Number(match![2]), rest: match![4] ?? '' } : null;
}

/** Excel counts days from 1899-12-30; exchanges count seconds or milliseconds from 1970. */
function counted(text: string, zone: ZoneOffset): Moment | null {
  if (/^\d{13}$/.test(text)) return { epoch: Number(text), offset: 0 };
  if (/^1\d{9}(\.\d+)?$/.test(text)) return { epoch: Math.round(Number(text) * 1000), offset: 0 };
  if (!/^[2-7]\d{4}(?:\.\d+)?$/.test(text)) return null;
  const wall = Math.round((Number(text) - 25_569) * 86_400) * 1000;
  const offset = zone(wall);
  return wall < 0 ? null : { epoch: wall - offset * 60_000, offset };
}

/** Milliseconds since midnight and the zone's name; `ms: null`: an hour that does not exist; null: no time at all. */
function clockOf(text: string): { ms: number | null; zone: string } | null {
  if (!text) return { ms: 0, zone: '' };
  const match = CLOCK.exec(text);
  if (!match) return /^[+-]\d{2}:?\d{2}$|^[a-z]{1,5}$/i.test(text) ? { ms: 0, zone: text } : null;
  const [, before, hours, minutes, seconds = '0', fraction = '', after] = match;
  const zone = match[7] ?? '';
  const half = (before ?? after ?? '').toLowerCase().replaceAll('.', '');
  let hour = Number(hours);
  if (half) {
    if (hour > 12 && !before) return { ms: null, zone };
    if ((half === 'pm' || half === '下午') && hour < 12) hour += 12;
    else if ((half === 'am' || half === '上午') && hour === 12) hour = 0;
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return { ms: null, zone };
  const ms = ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return { ms: ms + Number(fraction.padEnd(3, '0').slice(0, 3)), zone };
}

const zonesAsked = new Map<string, ZoneOffset>();

function zoneNamed(name: string): ZoneOffset {
  const zone = zonesAsked.get(name) ?? zoneOffsets(name);
  zonesAsked.set(name, zone);
  return zone;
}

function offsetNamed(name: string, wall: number): number | null {
  if (!name) return null;
  const known = ZONES[name.toUpperCase()];
  if (known !== undefined) return known;
  const [, sign, hours, minutes = '0'] = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(name) ?? [];
  if (hours !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  try {
    return name.includes('/') ? zoneNamed(name)(wall) : null;
  } catch {
    return null;
  }
}

function monthNamed(name: string): number | null {
  const plain = name.toLowerCase().replace('ä', 'ae').normalize('NFD').replace(/\p{M}/gu, '');
  const at = MONTHS.findIndex((names) => names.some((start) => plain === start || plain.startsWith(start)));
  return at < 0 ? null : at + 1;
}

export const fullYear = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);

/** Full-width digits and signs made plain, blanks made one. */
export function narrow(text: string): string {
  const plain = /[^\x20-\x7e]/.test(text) ? text.normalize('NFKC') : text;
  return plain
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^\p{L}{2,10}\.?, (?=\d)/u, '');
}
