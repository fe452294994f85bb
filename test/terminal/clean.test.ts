// Untrusted text on its way to the terminal.
import { expect, test } from 'vitest';
import { cleanForTerminal } from '../../src/terminal/clean.ts';

test.each([
  ['plain text stays', 'coffee -6.50', 'coffee -6.50'],
  ['Chinese, emoji and accents stay', '咖啡 👩‍👩‍👧 é', '咖啡 👩‍👩‍👧 é'],
  ['colours', '\u001b[1;31mred\u001b[0m', 'red'],
  ['clearing the screen', 'a\u001b[2J\u001b[Hb', 'ab'],
  ['a window title', 'a\u001b]0;title\u0007b', 'ab'],
  ['a link with its terminator', '\u001b]8;;http://x\u001b\\here\u001b]8;;\u001b\\', 'here'],
  ['eight-bit sequences', 'a\u009b31mb', 'ab'],
  ['an escape that was cut off', 'a\u001b', 'a'],
  ['a sequence that never ends keeps the text', 'a\u001b]0;still here', 'a]0;still here'],
  ['bell, backspace, delete', 'a\u0007\u0008\u007fb', 'ab'],
  ['line breaks and tabs become spaces', 'a\r\nb\tc', 'a b c'],
  ['marks that turn the direction', 'abc\u202etxt.exe\u202c\u2066\u2069', 'abctxt.exe'],
  ['invisible characters', 'ok\u200bpay\ufeff\u{e0041}', 'okpay'],
  ['half a character', 'a\ud800b', 'a\ufffdb'],
])('%s', (_, given, seen) => {
  expect(cleanForTerminal(given)).toBe(seen);
});
