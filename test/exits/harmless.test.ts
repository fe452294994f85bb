// The checks themselves: what would do harm is found, and what is harmless is left alone.
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { harmIn, type Kind } from './harmless.ts';

const MAIL = 'Subject: x\r\nContent-Transfer-Encoding: base64\r\n\r\n';

test.each<[Kind, string]>([
  ['terminal', 'a \u001b]52;c;ZXZpbA==\u0007 b'],
  ['terminal', 'a \u009b2J'],
  ['terminal', 'a \u202e b'],
  ['terminal', 'my password: Tr0ub4dor-3x'],
  ['terminal', '41111111 11111111'],
  ['json', '{"a":"\u009b2J"}'],
  ['json', '{"a":"\u2028"}'],
  ['csv', 'a,b\n1,=cmd|calc\n'],
  ['csv', 'a,b\n1,"\t=cmd|calc"\n'],
  ['csv', 'a\n+1+2\n'],
  ['mail', 'Subject: x\r\nBcc: v@evil.example\r\n\r\nx'],
  ['mail', `${MAIL}${Buffer.from('CVV 737').toString('base64')}`],
  ['mail', 'Subject: =?UTF-8?Q?CVV_737?=\r\n\r\nx'],
  ['link', 'mailto:a@b.example?bcc=v@evil.example&subject=x'],
  ['html', '<p><img src=x></p>'],
  ['html', '<p onclick="x">'],
  ['html', '<a href="https://evil.example">x</a>'],
  ['calendar', 'BEGIN:VEVENT\r\nX-EVIL:1\r\nEND:VEVENT\r\n'],
  ['journal', '2026-03-01 * x\noption "title" "evil"\n'],
])('%s: %j', (kind, text) => {
  expect(harmIn(text, kind)).not.toEqual([]);
});

test.each<[Kind, string]>([
  ['terminal', '\u001b[31mred\u001b[0m 👩‍👩‍👧 411111******1111'],
  ['json', '{"a":"\\u009b2J"}'],
  ['csv', 'a,b\n-12.50,"\'=1+1"\n'],
  ['html', '<p>&lt;script&gt; on x = 1</p>'],
  ['link', 'mailto:a@b.example?subject=x&body=y%0D%0Az'],
])('%s: %j is harmless', (kind, text) => {
  expect(harmIn(text, kind)).toEqual([]);
});

test('an archive is looked into, and at its names', () => {
  expect(harmIn(zipSync({ '../x.txt': strToU8('x') }), 'archive')).toEqual(['"../x.txt": its name']);
  expect(harmIn(zipSync({ 'evidence/x.txt': strToU8('CVV 737') }), 'archive')).not.toEqual([]);
  expect(harmIn(zipSync({ 'a/x.txt': strToU8('x') }), 'archive')).toEqual([]);
});
