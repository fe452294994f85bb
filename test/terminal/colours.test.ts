// How colour is used: on signs, never on the words, which every theme shows in a colour that can be read.
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it, test } from 'vitest';
import { main } from '../../src/main.ts';
import { en } from '../../src/messages/en/index.ts';
import { colourPaint } from '../../src/terminal/colours.ts';
import type { Io } from '../../src/terminal/io.ts';
import { callout } from '../../src/terminal/lines.ts';
import { type Paint, plainPaint } from '../../src/terminal/paint.ts';
import { testHost } from '../host.ts';

const paint = colourPaint();

test.each<[keyof Paint, string, string]>([
  ['good', '✓ it adds up', '\x1b[32m✓\x1b[39m it adds up'],
  ['good', 'it adds up', 'it adds up'],
  ['bad', '✗ one mismatch', '\x1b[31m\x1b[1m✗\x1b[22m\x1b[39m\x1b[1m one mismatch\x1b[22m'],
  ['bad', 'overdue', '\x1b[1moverdue\x1b[22m'],
  ['warn', '  ! one row', '  \x1b[33m\x1b[1m!\x1b[22m\x1b[39m one row'],
  ['warn', '处理中', '\x1b[1m处理中\x1b[22m'],
  ['quiet', 'also fits', 'also fits'],
  ['command', '  okhelp check notes.csv', '  \x1b[36mokhelp\x1b[39m\x1b[1m check notes.csv\x1b[22m'],
  ['command', '> A token', '\x1b[36m>\x1b[39m\x1b[1m A token\x1b[22m'],
])('%s of "%s"', (kind, text, painted) => {
  expect(paint[kind](text)).toBe(painted);
});

describe('a callout', () => {
  const io = { width: 24, widthErr: 40, paint: plainPaint, paintErr: plainPaint } as Io;

  it('has its sign once, and its further lines under the words', () => {
    expect(callout('bad', 'main CNY: one mismatch in 38 notes.', { io, t: en })).toEqual([
      '✗ main CNY: one mismatch',
      '  in 38 notes.',
    ]);
    expect(callout('warn', '有 9 行无法读取，因此结果不完整：', { io, t: en })).toEqual([
      '! 有 9 行无法读取，因此',
      '  结果不完整：',
    ]);
  });

  it('is its words alone where it is read aloud, and as wide as the stream it is for', () => {
    expect(callout('urgent', 'Do this now.', { io, t: en, plain: true })).toEqual(['Warning: Do this now.']);
    expect(callout('warn', 'One row could not be read at all.', { io, t: en }, { on: 'err' })).toEqual([
      '! One row could not be read at all.',
    ]);
  });
});

/** Letters and digits that stand in one of the 16 colours, or dimmed, but for the name of the program. */
function wordsInColour(text: string): string[] {
  const spans = [...text.matchAll(/\x1b\[(?:3[1-7]|9[0-7]|2)m((?:(?!\x1b\[(?:39|22)m).)*)/gs)];
  return spans
    .map(([, inside]) => stripVTControlCharacters(inside!))
    .filter((inside) => /[\p{L}\p{N}]/u.test(inside) && inside !== 'okhelp');
}

test.each([
  ['check', 'examples/notes.csv'],
  ['check', 'examples/notes-zh.csv', '--statement', 'examples/statement-zh.csv', '--lang', 'zh-CN'],
  ['diagnose', '-a', 'problem=unauthorised-transaction', '--no-input'],
  ['emergency', '--no-input', '--lang', 'zh-CN'],
  ['faq', 'refund'],
  ['guide', 'withdrawing'],
  ['contact', '--check', 'https://wallet.example'],
  ['check', 'no-such-file.csv'],
])('no word of `okhelp %s %s` is in a colour', async (...argv) => {
  const host = testHost({ argv, env: { FORCE_COLOR: '1' }, cwd: process.cwd() });
  await main(host);
  const written = host.out() + host.err();
  expect(written).toContain('\x1b[');
  // The picture of a balance draws its lines in its own way; x and o are its signs in ASCII.
  expect(wordsInColour(written)).toEqual([]);
});
