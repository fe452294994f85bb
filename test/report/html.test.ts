// Whatever a value holds, it stays text: it opens no element, no attribute, no style, and turns no line around.

import { describe, expect, it } from 'vitest';
import { escaped, html, Markup } from '../../src/report/html.ts';
import { fc } from '../properties.ts';

const NASTY = fc.string({
  unit: fc.constantFrom(
    ...['<', '>', '"', "'", '&', '`', '=', '/', '\x1b', '[', ']', '\x07', '\u202e', '\u2066', '\u200f', '\u200b'],
    ...['\n', '\t', '\0', '\x9b', 'a', '3', '1', 'm', '付', '\ud800', '--', '<!--', ']]>', '</style>', '<script>'],
  ),
});

describe('the exit of a report', () => {
  it('escapes each sign that means something to HTML, in text and in an attribute', () => {
    const value = `"><img src=x onerror='alert(1)'>&amp;`;
    expect(html`<p title="${value}">${value}</p>`.text).toBe(`<p title="${escaped(value)}">${escaped(value)}</p>`);
    expect(escaped(value)).toBe('&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;amp;');
  });

  it('lets nothing through that could end a text, an attribute or a line', () => {
    fc.assert(
      fc.property(NASTY, (text) => {
        expect(escaped(text)).not.toMatch(/[<>"'\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069]/u);
        expect(escaped(text).replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
        expect(escaped(text)).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it('keeps what can be read, the emoji and the spaces between two parts', () => {
    expect(escaped('家门口超市 👩‍👩‍👧 · ')).toBe('家门口超市 👩‍👩‍👧 · ');
    expect(html`${['a', ' · ', 'b']}${null}${false}${3}${new Markup('<br>')}`.text).toBe('a · b3<br>');
  });
});
