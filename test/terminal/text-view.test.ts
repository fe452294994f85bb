// A text on the terminal: what wraps where, what is painted, what a script gets.
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/knowledge/markdown.ts';
import { plainPaint } from '../../src/terminal/paint.ts';
import { plainText, type TextView, textLines } from '../../src/terminal/text-view.ts';
import { displayWidth } from '../../src/terminal/width.ts';

const lines = (markdown: string, width = 40, view: TextView = {}) =>
  textLines(readMarkdown(markdown).blocks, { width, paint: plainPaint }, view);

describe('textLines', () => {
  it('hangs the lines of an item under its beginning', () => {
    expect(lines('9. a long item that needs a second line\n10. short', 30)).toEqual([
      '   9. a long item that needs a',
      '      second line',
      '  10. short',
    ]);
  });

  it('wraps Chinese by its width, and no closing sign begins a line', () => {
    const shown = lines('付款之前先核对收款方的姓名和账号，有人催促就先停下来，不要急。', 20);
    expect(shown.every((line) => displayWidth(line) <= 20)).toBe(true);
    expect(shown.join('')).toBe('付款之前先核对收款方的姓名和账号，有人催促就先停下来，不要急。');
    expect(shown.filter((line) => /^[，。]/.test(line))).toEqual([]);
  });

  it('never breaks code, and sets items of several paragraphs apart', () => {
    const code = 'okhelp note add --type payment --amount 66.00';
    expect(lines(`- one:\n\n  \`\`\`\n  ${code}\n  \`\`\`\n- two`, 20)).toEqual([
      '  · one:',
      '',
      `      ${code}`,
      '',
      '  · two',
    ]);
  });

  it('keeps the space between words and code', () => {
    expect(lines('用 `okhelp faq` 查看')).toEqual(['用 okhelp faq 查看']);
  });

  it('shows sources as marks where they are asked for, and not at all elsewhere', () => {
    expect(lines('So it is[^law].', 40, { cite: () => '[1]' })).toEqual(['So it is[1].']);
    expect(lines('So it is[^law].')).toEqual(['So it is.']);
  });

  it('paints what is bold, code, or was looked for, also across the end of a line', () => {
    const paint = {
      ...plainPaint,
      heading: (text: string) => `<b>${text}</b>`,
      command: (text: string) => `<c>${text}</c>`,
      found: (text: string) => `<f>${text}</f>`,
    };
    const found = (text: string): [number, number][] => [[text.indexOf('long'), text.indexOf('long') + 11]];
    expect(
      textLines(readMarkdown('A **bold** and `code` long phrase').blocks, { width: 22, paint }, { found }),
    ).toEqual(['A <b>bold</b> and <c>code</c> <f>long</f>', '<f>phrase</f>']);
  });

  it('lets no control sign through', () => expect(lines('a\u001b[31m b')).toEqual(['a b']));
});

it('plainText is not wrapped', () => {
  const long = 'word '.repeat(60).trim();
  expect(plainText(readMarkdown(`${long}\n\n- ${long}`).blocks)).toBe(`${long}\n\n  · ${long}`);
});
