// The picture of a stretch: one, two, three, forty, two thousand points, amounts of any size, in boxes and in ASCII.
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAmount } from '../../src/ledger/money.ts';
import { type ChartStyle, chart } from '../../src/terminal/chart.ts';
import { BOXES, LETTERS } from '../../src/terminal/chart-line.ts';
import { plainPaint } from '../../src/terminal/paint.ts';
import { displayWidth, loadFullWidth } from '../../src/terminal/width.ts';

beforeAll(loadFullWidth);

const ENGLISH = {
  agreed: (amount: string, time: string) => `agrees: ${amount}, ${time}`,
  expected: 'should be',
  recorded: 'recorded',
  enlarged: 'Drawn larger.',
};
const CHINESE = { ...ENGLISH, expected: '应为', recorded: '记录为' };

const units = (amount: string) => parseAmount(amount)!.units;
const moment = (day: string) => ({ epoch: Date.parse(`${day}Z`), offset: 0 });

interface Sample extends Partial<ChartStyle> {
  agreed?: number | null;
  recorded: string;
  currency?: string;
  words?: typeof ENGLISH;
  days?: [first: string, agreed: string, last: string];
}

/** The last balance is the expected one. */
function picture(balances: string[], sample: Sample): string[] {
  const { agreed = 0, recorded, currency = 'CNY', words = ENGLISH } = sample;
  const [first, middle, last] = (sample.days ?? ['2026-10-01', '2026-10-02', '2026-10-20']).map(moment);
  return chart(
    {
      points: balances.map((balance, step) => ({ step, balance: units(balance) })),
      agreed,
      expected: units(balances.at(-1)!),
      recorded: units(recorded),
      currency,
      times: { first: first!, agreed: agreed === null ? null : middle!, last: last! },
    },
    words,
    { width: 80, glyphs: BOXES, paint: plainPaint, ...sample },
  );
}

const zigzag = (count: number, at: number, peak: string) =>
  Array.from({ length: count }, (_, i) => (i === at ? peak : String(500 + ((i * 37) % 100))));

describe('a picture', () => {
  it('shows the steps, the last agreement, what should be and what is recorded, with amounts and dates', () => {
    expect(picture(['1000', '700', '900', '800'], { agreed: 1, recorded: '760' })).toMatchInlineSnapshot(`
      [
        "  1000.00 ┤──────╮",
        "          │      │",
        "          │      │      ╭─────╮",
        "          │      │      │     │",
        "   800.00 ┤      │      │     ╰○ should be",
        "   760.00 ┤      │      │      ✗ recorded",
        "   700.00 ┤      ✓──────╯",
        "          └──────┬─────────────┬",
        "            2026-10-02    2026-10-20",
        "  ✓ agrees: 700.00 CNY, 2026-10-02 00:00",
      ]
    `);
  });

  it('of two readings that follow each other', () => {
    expect(picture(['100', '50'], { recorded: '90' })).toMatchInlineSnapshot(`
      [
        "  100.00 ┤✓──────────────────╮",
        "   90.00 ┤                   │✗ recorded",
        "         │                   │",
        "         │                   │",
        "         │                   │",
        "         │                   │",
        "   50.00 ┤                   ╰○ should be",
        "         └┬───────────────────┬",
        "     2026-10-02          2026-10-20",
        "  ✓ agrees: 100.00 CNY, 2026-10-02 00:00",
      ]
    `);
  });

  it('of nothing before: an opening balance that was only given', () => {
    expect(picture(['100'], { agreed: null, recorded: '90' })).toMatchInlineSnapshot(`
      [
        "  100.00 ┤                   ─○ should be",
        "         │",
        "         │",
        "         │",
        "         │",
        "         │",
        "   90.00 ┤                    ✗ recorded",
        "         └┬───────────────────┬",
        "     2026-10-01          2026-10-20",
      ]
    `);
  });

  it('in ASCII, with a balance below zero', () => {
    expect(picture(['100', '50', '60'], { recorded: '-90', glyphs: LETTERS })).toMatchInlineSnapshot(`
      [
        "  100.00 +*---------+",
        "   60.00 +          |        +o should be",
        "         |          +--------+",
        "         |",
        "         |",
        "         |",
        "  -90.00 +                    x recorded",
        "         ++-------------------+",
        "     2026-10-02          2026-10-20",
        "  * agrees: 100.00 CNY, 2026-10-02 00:00",
      ]
    `);
  });

  it('tells a small difference apart, and says that it is drawn larger', () => {
    const lines = picture(['1000', '9000', '2209.35'], { recorded: '2207.85' });
    const [should, is] = ['should be', 'recorded'].map((word) => lines.findIndex((line) => line.endsWith(word)));
    expect(is! - should!).toBe(1);
    expect(lines.at(-1)).toBe('  Drawn larger.');
  });

  it.each([
    ['above the highest row', ['100', '900'], '900.01'],
    ['below the lowest row', ['900', '100'], '99.99'],
  ])('has a row more where the recorded balance is just %s', (_, balances, recorded) => {
    const lines = picture(balances, { recorded });
    expect(lines.filter((line) => /[│┤]/.test(line))).toHaveLength(8);
    expect(lines.findIndex((line) => line.endsWith('recorded'))).toBe(recorded === '900.01' ? 0 : 7);
  });
});

describe('many points', () => {
  it.each([1, 20, 39])('forty: the peak at %i is there, in its column', (at) => {
    const lines = picture(zigzag(40, at, '9000'), { agreed: 0, recorded: '10' });
    expect(lines[0]).toMatch(/^ {2}9000\.00 ┤ *[╭│╮○]/);
  });

  it.each([0, 999, 1500, 1999])('two thousand: the peak at %i is not lost', (at) => {
    const lines = picture(zigzag(2000, at, '9000'), { agreed: 0, recorded: '10', width: 60 });
    expect(lines[0]).toMatch(/^ {2}9000\.00 ┤/);
    expect(lines.find((line) => line.endsWith('✗ recorded'))).toMatch(/^ {4}10\.00 ┤/);
  });
});

describe('amounts', () => {
  it('stand under each other at their points, to the last digit', () => {
    const lines = picture(['1.5', '1.500000000000000003', '-0.000000000000000001'], {
      recorded: '0.25',
      currency: 'ETH',
    });
    const amounts = lines.flatMap((line) => /^ +(-?\d+\.\d+)/.exec(line)?.[1] ?? []);
    expect(amounts).toEqual(['1.500000000000000003', '0.25', '-0.000000000000000001']);
    const points = lines.filter((line) => line.includes('┤')).map((line) => line.indexOf('.'));
    expect(new Set(points)).toHaveLength(1);
  });

  it('too long to stand beside the picture stand below it, whole', () => {
    const huge = '123456789012345678901234567890.123456789012345678';
    const lines = picture([huge, '1'], { recorded: '2', currency: 'ETH', width: 60 });
    expect(lines.filter((line) => line.includes('┤'))).toEqual([]);
    expect(lines.join(' ').replace(/\s+/g, ' ')).toContain(`agrees: ${huge} ETH`);
    expect(lines.slice(-3, -1)).toEqual(['  ○ should be  1.00 ETH', '  ✗ recorded  2.00 ETH']);
  });
});

describe('dates', () => {
  it('have their time where both ends are of one day', () => {
    const days: Sample['days'] = ['2026-10-01', '2026-10-20T09:00', '2026-10-20T12:40'];
    const line = picture(['5', '8', '6', '4'], { agreed: 1, recorded: '3', days }).at(-2);
    expect(line).toMatch(/^ +2026-10-20 09:00 +2026-10-20 12:40$/);
  });

  it('the end matters most: what has no room beside it is left out', () => {
    const line = picture(zigzag(300, 5, '1'), { agreed: 2, recorded: '10' }).at(-2);
    expect(line!.trim().split(/ +/)).toEqual(['2026-10-02', '2026-10-20']);
  });
});

describe('every picture', () => {
  const samples: [string[], Sample][] = [
    [['1'], { agreed: null, recorded: '0' }],
    [['1', '2'], { recorded: '1.99' }],
    [['-5', '-9', '-7'], { recorded: '-700000' }],
    [zigzag(40, 7, '123456789.12'), { agreed: 16, recorded: '4' }],
    [zigzag(2000, 7, '-0.000000000000000001'), { agreed: 16, recorded: '4', currency: 'ETH' }],
    [['99999999999999999999999999.5', '0.000000000000000001'], { recorded: '3' }],
  ];

  it.each([60, 61, 79, 80, 100])('fits into %i columns, in both languages and both forms', (width) => {
    for (const [balances, sample] of samples) {
      for (const words of [ENGLISH, CHINESE]) {
        for (const glyphs of [BOXES, LETTERS]) {
          const lines = picture(balances, { ...sample, words, glyphs, width });
          expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
          expect(lines.length).toBeGreaterThanOrEqual(9);
          for (const sign of [glyphs.expected, glyphs.recorded]) {
            expect(lines.filter((line) => line.includes(sign)).length).toBeGreaterThan(0);
          }
        }
      }
    }
  });

  it('is ASCII alone where it is asked to be', () => {
    for (const [balances, sample] of samples) {
      expect(picture(balances, { ...sample, glyphs: LETTERS }).join('')).toMatch(/^[ -~]*$/);
    }
  });

  it('lines up with Chinese words as with English ones', () => {
    const bodies = [ENGLISH, CHINESE].map((words) =>
      picture(['5', '8', '6'], { recorded: '3', words })
        .slice(0, 9)
        .map((line) => line.replace(/(should be|应为|recorded|记录为)$/, '')),
    );
    expect(bodies[1]).toEqual(bodies[0]);
  });

  it('is not drawn below 60 columns', () => {
    expect(picture(['1', '2'], { recorded: '3', width: 59 })).toEqual([]);
  });

  it('says in colour nothing that it does not say in signs', () => {
    const paint = { ...plainPaint, bad: (text: string) => `<${text}>`, good: (text: string) => `{${text}}` };
    const painted = picture(['5', '8', '6'], { recorded: '3', paint });
    expect(painted.map((line) => line.replace(/[<>{}]/g, ''))).toEqual(picture(['5', '8', '6'], { recorded: '3' }));
    expect(painted.filter((line) => line.includes('<✗ recorded>'))).toHaveLength(1);
  });
});
