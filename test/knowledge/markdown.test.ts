// Markdown as the FAQ uses it: what comes out of it, what is refused.
import { describe, expect, it } from 'vitest';
import { citesOf, readMarkdown } from '../../src/knowledge/markdown.ts';

const text = (words: string) => ({ is: 'text', text: words });

describe('readMarkdown', () => {
  it('reads headings, paragraphs, lists within lists, and code', () => {
    const { blocks, wrong } = readMarkdown(
      '## Title\n\nA **bold** word.\n\n3. one\n   - two `okhelp faq`\n\n```\nokhelp\n```\n',
    );
    expect(wrong).toEqual([]);
    expect(blocks).toEqual([
      { is: 'heading', depth: 2, line: [text('Title')] },
      { is: 'paragraph', line: [text('A '), { is: 'strong', text: 'bold' }, text(' word.')] },
      {
        is: 'list',
        ordered: true,
        start: 3,
        items: [
          [
            { is: 'paragraph', line: [text('one')] },
            {
              is: 'list',
              ordered: false,
              start: 1,
              items: [[{ is: 'paragraph', line: [text('two '), { is: 'code', text: 'okhelp faq' }] }]],
            },
          ],
        ],
      },
      { is: 'code', lines: ['okhelp'] },
    ]);
  });

  it('takes sources out of the text, each once and in order', () => {
    const { blocks } = readMarkdown('One[^b], two[^a].\n\n- three[^b]');
    expect(citesOf(blocks)).toEqual(['b', 'a']);
    expect(blocks[0]).toMatchObject({ line: [text('One'), { is: 'cite', source: 'b' }, text(', two'), {}, text('.')] });
  });

  it('joins broken lines with a space in English and with none in Chinese', () => {
    expect(readMarkdown('one\ntwo').blocks).toEqual([{ is: 'paragraph', line: [text('one two')] }]);
    expect(readMarkdown('第一行，\n第二行').blocks).toEqual([{ is: 'paragraph', line: [text('第一行，第二行')] }]);
  });

  it.each([
    ['[here](page)', 'link'],
    ['| a | b |\n| - | - |\n| 1 | 2 |', 'table'],
    ['> said', 'blockquote'],
    ['a <b>c</b>', 'html'],
  ])('refuses %j, which the terminal would not show', (markdown, kind) => {
    expect(readMarkdown(markdown).wrong[0]).toContain(`(${kind})`);
  });
});
