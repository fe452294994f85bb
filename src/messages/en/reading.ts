// How a file was read where it could be read in more ways than one: its columns and its dates.
import type { DateOrderReason } from '../../ledger/findings.ts';

const because: Record<DateOrderReason, string> = {
  asked: 'as you asked',
  'only-one-exists': 'because other dates in the file exist only that way',
  points: 'because there are points between the numbers',
  'most-exist': 'because most dates in the file exist only that way, though not all',
  'in-order': 'because that way the rows stand in order of time',
  'shorter-period': 'because that way the rows lie closer together in time',
  clock: 'because its times are written with AM and PM',
  'decimal-comma': 'because its amounts have a decimal comma',
  nothing: 'though nothing in the file says so',
};

export const reading = {
  dates: (example: string, order: 'day-first' | 'month-first', day: string, why: DateOrderReason, other: string) =>
    `Dates such as ${example} were read as ${order === 'day-first' ? 'day, then month' : 'month, then day'} (${day}), ${because[why]}. If it is the other way round, add ${other}.`,
  columns: (name: string, day: string, map: string) => `Columns read as you saved them on ${day} (${name}): ${map}.`,
  saved: (name: string, command: string) =>
    `These columns are saved as ${name}: a file with the same header will be read like this. To forget them: ${command}`,
  notSaved: 'The columns were not saved, since no row could be read with them.',
  nameRule: 'a name of up to 40 characters, without = and ,',
  again: 'The same without questions, with these flags:',
  ask: {
    intro: (file: string) => `okhelp does not know the columns of ${file}.`,
    time: 'Which column holds the date or time?',
    amount: 'Which column holds the amount?',
    two: 'two columns: money in and money out',
    in: 'Which column holds the money that came in?',
    out: 'Which column holds the money that went out?',
    balance: 'Which column holds the balance after each row?',
    counterparty: 'Which column says with whom, or what it was for?',
    none: 'none',
    dates: (example: string) => `What day is ${example}?`,
    dayFirst: (day: string) => `${day}: the day stands first`,
    monthFirst: (day: string) => `${day}: the month stands first`,
    confirm: 'Read the file like this?',
    rows: (read: number, unreadable: number) =>
      `${read === 1 ? 'One row' : `${read} rows`} can be read${unreadable ? `, ${unreadable} cannot` : ''}. The first ones:`,
    noRows: 'No row can be read like this.',
    yes: 'Yes',
    choose: 'No, choose again',
    leave: 'No, do not read it',
    name: 'Under which name should okhelp keep this for the next time?',
    nameHint: 'leave it empty to keep nothing',
  },
};
