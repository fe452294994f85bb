// Whatever the text, columns are counted as a terminal counts them, and wrapping loses nothing.

import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { displayWidth, loadFullWidth, padEnd, padStart, wrap } from '../../src/terminal/width.ts';
import { fc } from '../properties.ts';

beforeAll(loadFullWidth);

/** What people write: words, Chinese with its punctuation, amounts, emoji, letters with marks. */
const piece = fc.constantFrom(
  ...[
    '余额',
    '手续费',
    '，',
    '。',
    '（',
    '）',
    '「',
    '」',
    'balance',
    'top-up',
    'e\u0301',
    'ü',
    '58.00',
    '¥',
    '…',
    '👛',
    '👨‍👩‍👧',
    'カナ',
    '한글',
  ],
);
const prose = fc.array(fc.oneof(piece, fc.constant(' ')), { maxLength: 40 }).map((pieces) => pieces.join(''));
const text = fc.oneof(prose, fc.string({ unit: 'grapheme', maxLength: 30 }));

describe('columns', () => {
  it('are those that string-width counts', () => {
    fc.assert(fc.property(text, (line) => displayWidth(line) === stringWidth(line)));
  });

  it('of padded text are those asked for, unless the text is wider', () => {
    const width = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(prose, width, (line, columns) => {
        const wanted = Math.max(columns, displayWidth(line));
        expect(displayWidth(padEnd(line, columns))).toBe(wanted);
        expect(displayWidth(padStart(line, columns))).toBe(wanted);
      }),
    );
  });
});

describe('wrapping', () => {
  const width = fc.integer({ min: 24, max: 100 });
  const squeezed = (line: string) => line.replace(/\s+/g, '');

  it('loses no sign and adds none', () => {
    fc.assert(
      fc.property(prose, width, fc.integer({ min: 0, max: 8 }), (line, columns, indent) => {
        expect(squeezed(wrap(line, columns, indent).join('\n'))).toBe(squeezed(line));
      }),
    );
  });

  it('makes no line wider than asked, where no unbreakable piece is wider itself', () => {
    const words = fc.array(fc.constantFrom('the', 'balance', 'is', 'lower', '余额', '少了', '手续费'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, width, (list, columns) => {
        for (const line of wrap(list.join(' '), columns)) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it('begins no line with a closing sign of Chinese', () => {
    const sentence = fc
      .array(fc.constantFrom('余', '额', '不', '对', '，', '。', '、', '）', '」'), { maxLength: 80 })
      .map((signs) => `余${signs.join('')}`);
    fc.assert(
      fc.property(sentence, width, (line, columns) => {
        const [, ...later] = wrap(line, columns);
        expect(later.filter((row) => /^\s*[，。、）」]/.test(row))).toEqual([]);
      }),
    );
  });
});
