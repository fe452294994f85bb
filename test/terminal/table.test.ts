// Tables line up with Chinese and emoji in them, and fit narrow terminals.
import { beforeAll, describe, expect, test } from 'vitest';
import { pairs, table } from '../../src/terminal/table.ts';
import { displayWidth, loadFullWidth } from '../../src/terminal/width.ts';

beforeAll(loadFullWidth);

describe('a table', () => {
  const columns = [{ title: 'who' }, { title: 'sum', align: 'right' as const }, { title: 'about', min: 6 }];
  const rows = [
    ['王小明', '1000.00', '工商银行充值'],
    ['Ann', '-6.50', 'coffee ☕️ and more'],
  ];

  test('lines up by what is seen, numbers on the right', () => {
    expect(table(rows, columns, 80)).toEqual([
      'who         sum  about',
      '王小明  1000.00  工商银行充值',
      'Ann       -6.50  coffee ☕️ and more',
    ]);
  });

  test('cuts what may be cut, in whole characters, when it is too wide', () => {
    expect(table(rows, columns, 27)).toEqual([
      'who         sum  about',
      '王小明  1000.00  工商银行…',
      'Ann       -6.50  coffee ☕️…',
    ]);
  });

  test('shrinks the least needed column first, however wide another is, and the others after it', () => {
    const ranked = [
      { title: 'account', min: 4, drop: 2 },
      { title: 'about', min: 6, drop: 1 },
    ];
    const row = [['a long name of one', 'coffee and cake']];
    expect(table(row, ranked, 28)[1]).toBe('a long name of one  coffee…');
    expect(table(row, ranked, 20)[1]).toBe('a long name…  coffe…');
  });

  test('takes the brief form of a cell before it leaves a column out', () => {
    const [who, , about] = columns;
    const time = { title: 'time', brief: (cell: string) => cell.slice(0, 5) };
    const timed = [['Ann', '03-01 09:00', 'coffee and cake']];
    expect(table(timed, [who!, time, { ...about!, drop: 1 }], 40)[1]).toBe('Ann  03-01 09:00  coffee and cake');
    expect(table(timed, [who!, time, { ...about!, drop: 1 }], 20)[1]).toBe('Ann  03-01  coffee…');
  });

  test('leaves out the least needed column when cutting is not enough', () => {
    const [who, sum, about] = columns;
    expect(table(rows, [who!, { ...sum!, drop: 2 }, { ...about!, drop: 1 }], 18)).toEqual([
      'who         sum',
      '王小明  1000.00',
      'Ann       -6.50',
    ]);
  });

  test('wraps a cell under itself, and breaks a word that is too long', () => {
    const wrapped = table(
      [['a', 'https://example.com/very/long 很长的说明']],
      [{ title: '' }, { title: '', min: 12, wrap: true }],
      15,
    );
    expect(wrapped).toEqual(['a  https://exam', '   ple.com/very', '   /long', '   很长的说明']);
  });

  test('is never wider than the terminal, whatever stands in it', () => {
    const wide = table(
      [['名'.repeat(30), '1.00', 'x'.repeat(90)]],
      [{ title: 'a', min: 4 }, { title: 'b' }, { title: 'c', min: 4 }],
      40,
    );
    expect(wide.map(displayWidth).every((width) => width <= 40)).toBe(true);
  });

  test('colours cells without moving them, and not the heading', () => {
    const paint = (text: string) => `<${text}>`;
    expect(
      table(
        [
          ['1', 'x'],
          ['22', 'y'],
        ],
        [{ title: 'n', align: 'right', paint }, { title: 'm' }],
        40,
      ),
    ).toEqual([' n  m', ' <1>  x', '<22>  y']);
  });

  test('lets nothing through that would move the cursor or turn the line round', () => {
    expect(table([['a\u001b[2Jb\u202ec\nd']], [{ title: '' }], 40)).toEqual(['abc d']);
  });
});

test('pairs line up, and long values go on under themselves', () => {
  expect(
    pairs(
      [
        ['备注', 'a long memo that goes on'],
        ['fee', '0.50'],
      ],
      20,
      2,
    ),
  ).toEqual(['  备注  a long memo', '        that goes on', '  fee   0.50']);
});
