// Dates that could be read either way: what was taken, why, and how to have it otherwise.
import { describe, expect, it, test } from 'vitest';
import { okhelp } from '../host.ts';

const csv = (...dates: string[]) =>
  `Date,Amount,Balance\n${dates.map((date, i) => `${date},-1.00,${100 - i}.00`).join('\n')}\n`;
const zh = (...dates: string[]) => csv(...dates).replace('Date,Amount,Balance', '日期,金额,余额');
const qif = (...dates: string[]) => `!Type:Bank\n${dates.map((date) => `D${date}\nT-1.00\n^`).join('\n')}\n`;

async function dates(text: string, ...flags: string[]) {
  const { stdout } = await okhelp(['check', '-', '--json', ...flags], { stdin: text });
  return JSON.parse(stdout).source.dates;
}

describe('in JSON', () => {
  it.each([
    ['another date', csv('03/04/2026', '25/04/2026'), 'day-first', 'only-one-exists', '2026-04-03'],
    ['the order of the rows', csv('02/01/2026', '03/01/2026', '01/02/2026'), 'day-first', 'in-order', '2026-01-02'],
    ['how close they lie', csv('09/01/2026', '09/02/2026'), 'month-first', 'shorter-period', '2026-09-01'],
    [
      'most of them',
      csv('25/01/2026', '26/01/2026', '01/27/2026', '03/02/2026'),
      'day-first',
      'most-exist',
      '2026-02-03',
    ],
    ['points', csv('03.04.2026'), 'day-first', 'points', '2026-04-03'],
    ['a clock with PM', csv('03/04/2026 1:00 PM'), 'month-first', 'clock', '2026-03-04'],
    ['nothing', csv('03/04/2026'), 'day-first', 'nothing', '2026-04-03'],
    ['how close they lie, in Chinese', zh('03/04/2026', '04/04/2026'), 'day-first', 'shorter-period', '2026-04-03'],
    ['nothing, in QIF', qif('03/04/2026'), 'month-first', 'nothing', '2026-03-04'],
    ['the order of the rows, in QIF', qif('2/1/26', '3/1/26', '1/2/26'), 'day-first', 'in-order', '2026-01-02'],
  ])('told by %s', async (_, text, order, because, read) => {
    expect(await dates(text)).toMatchObject({ order, because, read });
  });

  it('says nothing where no date could be read otherwise', async () => {
    expect(await dates(csv('2026-03-04', '05/05/2026', '25/12/2026'))).toBeUndefined();
  });

  it.each([
    ['a table', csv('03/04/2026', '04/04/2026')],
    ['a Chinese bank’s table', zh('03/04/2026', '04/04/2026')],
    ['QIF', qif('03/04/2026', '04/04/2026')],
  ])('--date-order decides in %s', async (_, text) => {
    for (const [order, read] of [
      ['day-first', '2026-04-03'],
      ['month-first', '2026-03-04'],
    ] as const) {
      expect(await dates(text, '--date-order', order)).toMatchObject({ order, because: 'asked', read });
    }
  });
});

describe('to a person', () => {
  const said = async (text: string, ...more: string[]) =>
    (await okhelp(['check', '-', ...more], { stdin: text, columns: 100 })).stderr.replace(/\s+/g, ' ');

  it('is said where there is doubt, with the flag for the other order', async () => {
    expect(await said(csv('03/04/2026'))).toContain(
      'Dates such as 03/04/2026 were read as day, then month (2026-04-03), though nothing in the file says so. If it is the other way round, add --date-order month-first.',
    );
    expect(await said(csv('02/01/2026', '03/01/2026', '01/02/2026'), '--lang', 'zh-CN')).toContain(
      '因为这样读，各行才按时间先后排列。',
    );
  });

  it('is not said where there is none, where it was asked for, or under --quiet', async () => {
    expect(await said(csv('03/04/2026', '25/04/2026'))).not.toContain('Dates such as');
    expect(await said(csv('03/04/2026'), '--date-order', 'day-first')).not.toContain('Dates such as');
    expect(await said(csv('03/04/2026'), '--quiet')).toBe('');
  });
});

test('note import tells it, and records the days that were asked for', async () => {
  const told = await okhelp(['note', 'import', '-'], { stdin: csv('03/04/2026') });
  expect(told.stderr).toContain('Dates such as 03/04/2026');
  const { dataDir, stdout } = await okhelp(['note', 'import', '-', '--date-order', 'month-first', '--json'], {
    stdin: csv('03/04/2026'),
  });
  expect(JSON.parse(stdout).dates).toMatchObject({ order: 'month-first', because: 'asked' });
  expect((await okhelp(['note', 'list'], { dataDir })).stdout).toContain('2026-03-04');
});
