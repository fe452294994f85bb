// Days as people name them: yesterday, last Friday, May 3rd, 昨天下午三点, 上周五, 三月五号; read against the clock of their zone.
import { formatTime, momentAt, parseTime, type ZoneOffset } from '../ledger/time.ts';
import { NUMERAL, readNumeral } from './numerals.ts';

const DAY = 24 * 3_600_000;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY = '((?:sun|mon|tues|wednes|thurs|fri|satur)day)';
const CLOCK_EN = String.raw`(?:,?\s+(?:at\s+|around\s+)?(\d{1,2})(?:[:.](\d{2}))?\s?([ap])\.?m\b\.?|,?\s+at\s+(\d{1,2}):(\d{2})\b)?`;
const HAN_NUMBER = `(\\d{1,4}|${NUMERAL})`;
const CLOCK_HAN = `\\s*(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|夜里|半夜)?(?:的)?(?:${HAN_NUMBER}(?:[点时](?!钟?(?:左右|多))(?:(半)|${HAN_NUMBER}分?)?(?:钟|整)?|[:](\\d{2})))?`;

/** Counts as people say them before "days ago"; the place in the list is the number. */
const COUNTS = ['zero', 'an?|one', 'two|a couple of', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** A day of the month: 5, 05, 十五, 二十三. */
const HAN_DAY = '(0?[1-9]|[12]\\d|3[01]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])';

/** How a day is written, and what its parts say: days back from today, or a month and a day. */
const DAYS: { pattern: RegExp; han: boolean; day(parts: string[], today: Date): Date | null }[] = [
  {
    pattern: new RegExp(`(大前天|前天|昨天|昨日|昨晚|昨|今天|今日|今早|今晨|今晚)${CLOCK_HAN}`, 'g'),
    han: true,
    day: ([word], today) => back(today, /大前/.test(word!) ? 3 : /前/.test(word!) ? 2 : /昨/.test(word!) ? 1 : 0),
  },
  {
    pattern: new RegExp(
      `(?<![一二两三四五六七八九十几每半\\d]个?)(上个?|这个?|本)?(?:周|星期|礼拜)([一二三四五六日天])(?!天)${CLOCK_HAN}`,
      'g',
    ),
    han: true,
    day: ([which, name], today) => {
      const wanted = '一二三四五六日'.indexOf(name === '天' ? '日' : name!);
      const now = (today.getUTCDay() + 6) % 7;
      const past = which?.startsWith('上') ? 7 : which || wanted <= now ? 0 : 7;
      const days = now - wanted + past;
      return days < 0 ? null : back(today, days);
    },
  },
  {
    pattern: new RegExp(`(?:(去年|今年|前年|\\d{4}年))?${HAN_NUMBER}月(?:份)?${HAN_NUMBER}[日号]${CLOCK_HAN}`, 'g'),
    han: true,
    day: ([year, month, day], today) => onDay(today, yearSaid(year, today), numberOf(month), numberOf(day)),
  },
  {
    pattern: new RegExp(`\\b(today|yesterday|last night|this morning)${CLOCK_EN}`, 'gi'),
    han: false,
    day: ([word], today) => back(today, /^(?:yesterday|last)/i.test(word!) ? 1 : 0),
  },
  {
    pattern: new RegExp(`\\b(?:last |this past )${WEEKDAY}${CLOCK_EN}`, 'gi'),
    han: false,
    day: ([name], today) => {
      const days = (today.getUTCDay() - WEEKDAYS.indexOf(name!.slice(0, 3).toLowerCase()) + 7) % 7;
      return back(today, days === 0 ? 7 : days);
    },
  },
  {
    pattern: new RegExp(
      `(?<!\\b(?:i|you|it|we|they|he|she|that|this)\\s)\\b${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?![:.,]?\\d)(?:,?\\s+(\\d{4})\\b)?${CLOCK_EN}`,
      'gi',
    ),
    han: false,
    day: ([month, day, year], today) => onDay(today, year ? Number(year) : null, monthNamed(month!), Number(day)),
  },
  {
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b\\.?(?:,?\\s+(\\d{4})\\b)?${CLOCK_EN}`,
      'gi',
    ),
    han: false,
    day: ([day, month, year], today) => onDay(today, year ? Number(year) : null, monthNamed(month!), Number(day)),
  },
  {
    pattern: new RegExp(
      `(?<!大概|大约|约|差不多|将近|超过|几|\\d)${HAN_NUMBER}(天|日|个?星期|周|个?礼拜)(?:之|以)?前${CLOCK_HAN}`,
      'g',
    ),
    han: true,
    day: ([count, unit], today) => ago(numberOf(count), /[天日]/.test(unit!) ? 1 : 7, today),
  },
  {
    pattern: new RegExp(
      `(?<!\\b(?:about|around|over|almost|nearly|than|or)\\s)\\b(\\d{1,2}|${COUNTS.join('|')})\\s+(day|week)s?\\s+ago${CLOCK_EN}`,
      'gi',
    ),
    han: false,
    day: ([count, unit], today) => ago(countNamed(count!), /^w/i.test(unit!) ? 7 : 1, today),
  },
  {
    pattern: new RegExp(
      `(?<![月\\d一二三四五六七八九十第单尾号卡编证账帐户门座])(上个?月|这个?月|本月|当月)?的?${HAN_DAY}[号日](?![码楼线店机厅房院球仓文志])${CLOCK_HAN}`,
      'g',
    ),
    han: true,
    day: ([month, day], today) => dayOfMonth(numberOf(day), today, month?.startsWith('上') ?? false),
  },
  {
    pattern: new RegExp(
      `\\b(?:on|since|from|until) the (\\d{1,2})(?:st|nd|rd|th)\\b(?!\\s+(?:of|floor|time|day|attempt|payment|try))${CLOCK_EN}`,
      'gi',
    ),
    han: false,
    day: ([day], today) => dayOfMonth(Number(day), today, false),
  },
];

/** Words without which no day is named so; the patterns and the time zone take a while. */
const HINT =
  /[天日昨今号周]|星期|礼拜|days?\b|weeks? ago|\bthe \d|last night|this morning|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/**
 * Takes the days that are named out of the text: gives them as ISO 8601 with offset, and the text without them. A day without
 * an hour is its midnight; a day and month without a year are the latest that are not to come.
 */
export function daysIn(text: string, now: number, zone: ZoneOffset): { times: string[]; rest: string } {
  if (!HINT.test(text)) return { times: [], rest: text };
  const times = new Set<string>();
  let today: Date | null = null;
  let rest = text;
  for (const { pattern, han, day } of DAYS) {
    rest = rest.replace(pattern, (whole, ...groups) => {
      const parts = groups.slice(
        0,
        groups.findIndex((part) => typeof part === 'number'),
      ) as (string | undefined)[];
      today ??= dayOf(now, zone);
      const clock = parts.splice(-5) as Clock;
      // Of today people also say that something has still not come; only with an hour it is when it happened.
      if (/^(?:今|today)/i.test(whole) && clock.every((part) => part === undefined || !/\d|[一-九]/.test(part)))
        return ' ; ';
      const found = day(parts as string[], today);
      const hour = han ? hanClock(whole, clock) : englishClock(clock);
      if (found === null || hour === null) return whole;
      const moment = parseTime(`${found.toISOString().slice(0, 10)} ${hour}`, zone);
      if (typeof moment === 'string' || moment.epoch > now + DAY) return whole;
      times.add(formatTime(moment));
      return ' ; ';
    });
  }
  return { times: [...times], rest };
}

type Clock = [string?, string?, string?, string?, string?];

/** The day it is there, as midnight in UTC. */
function dayOf(now: number, zone: ZoneOffset): Date {
  const { epoch, offset } = momentAt(now, zone);
  return new Date(Math.floor((epoch + offset * 60_000) / DAY) * DAY);
}

const back = (today: Date, days: number): Date => new Date(today.getTime() - days * DAY);

/** The day of that month; without a year the latest that is not to come. Null where there is none such. */
function onDay(today: Date, year: number | null, month: number | null, day: number | null): Date | null {
  if (month === null || day === null) return null;
  const of = (wanted: number): Date | null => {
    const date = new Date(Date.UTC(wanted, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : null;
  };
  if (year !== null) return of(year);
  const thisYear = of(today.getUTCFullYear());
  return thisYear && thisYear <= today ? thisYear : of(today.getUTCFullYear() - 1);
}

/** That many days or weeks back; null where the count is none, or so far back that the day is no longer meant exactly. */
function ago(count: number | null, days: number, today: Date): Date | null {
  return count === null || count < 1 || count * days > 60 ? null : back(today, count * days);
}

function countNamed(name: string): number | null {
  if (/^\d+$/.test(name)) return Number(name);
  const count = COUNTS.findIndex((words) => new RegExp(`^(?:${words})$`, 'i').test(name));
  return count < 0 ? null : count;
}

/** The latest such day of a month that is not to come; that of the month before where `last`. */
function dayOfMonth(day: number | null, today: Date, last: boolean): Date | null {
  const month = today.getUTCMonth() + 1;
  const ahead = day !== null && day > today.getUTCDate();
  const wanted = last || ahead ? (month === 1 ? 12 : month - 1) : month;
  return onDay(today, wanted > month ? today.getUTCFullYear() - 1 : today.getUTCFullYear(), wanted, day);
}

function yearSaid(said: string | undefined, today: Date): number | null {
  if (said === undefined) return null;
  const named = { 今年: 0, 去年: 1, 前年: 2 }[said];
  return named === undefined ? Number(said.slice(0, 4)) : today.getUTCFullYear() - named;
}

const monthNamed = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^\d+$/.test(text) ? Number(text) : readNumeral(text);
}

/** `15:00` of the parts of an English time; midnight where none is said, null where it is no time. */
function englishClock([hour, minute, half, hour24, minute24]: Clock): string | null {
  if (hour === undefined) return clock(Number(hour24 ?? 0), Number(minute24 ?? 0));
  const twelve = Number(hour);
  if (twelve < 1 || twelve > 12) return null;
  return clock((twelve % 12) + (half!.toLowerCase() === 'p' ? 12 : 0), Number(minute ?? 0));
}

/** The same for a Chinese one: 下午三点 is 15:00, 晚上十二点 would be the next day's and is left. */
function hanClock(whole: string, [part, hour, half, minute, digits]: Clock): string | null {
  if (hour === undefined) return clock(0, 0);
  const said = numberOf(hour);
  const minutes = half ? 30 : digits ? Number(digits) : (numberOf(minute) ?? 0);
  if (said === null) return null;
  const period = part ?? (/[今昨]晚/.test(whole) ? '晚' : undefined);
  const late = period !== undefined && /下午|傍晚|晚/.test(period);
  if (late && said === 12 && /晚/.test(period)) return null;
  const noon = period === '中午' && said < 5;
  return clock(said + ((late || noon) && said < 12 ? 12 : 0), minutes);
}

function clock(hour: number, minute: number): string | null {
  const two = (n: number) => String(n).padStart(2, '0');
  return hour > 23 || minute > 59 ? null : `${two(hour)}:${two(minute)}`;
}
