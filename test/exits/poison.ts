// What somebody may have written, or been sent, that must do no harm where it comes out again.

/** Each secret as it is written, and the part that must never leave. */
export const SECRETS: [written: string, value: string][] = [
  ['password: Tr0ub4dor-3x', 'Tr0ub4dor-3x'],
  ['支付密码是 Kx88mm21', 'Kx88mm21'],
  ['verification code 493817', '493817'],
  ['legal winner thank year wave sausage worth useful legal winner thank yellow', 'winner thank year wave'],
  ['5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ', '5HueCGU8rMjx'],
  ['card 4111 1111 1111 1111', '4111 1111 1111 1111'],
  ['CVV 737', 'CVV 737'],
  ['api key: 9f8a7b6c5d4e3f2a1b0c', '9f8a7b6c5d4e'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N', 'eyJzdWIiOiIxMjM0In0'],
];

export const ESCAPES =
  '\u001b[31mred\u001b[0m\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007\u001b]52;c;ZXZpbA==\u0007\u009b2Jcleared\u0007\u0008\u202edlrow\u202c\u2066\u200b\u2060\ufeff\u00ad';

export const MARKUP = `<script>alert(1)</script><img src=x onerror=alert(2)>"'><svg/onload=alert(3)><a href="javascript:alert(4)">x</a>`;

/** Each begins a formula in a spreadsheet: at once, or when what stands before it is cleaned away. */
export const FORMULAS = [
  '=HYPERLINK("https://evil.example","x")',
  '+1+cmd|calc',
  '-2+3+cmd|calc',
  '@SUM(1+1)*cmd|calc',
  '\u001b[0m=cmd|calc',
  '\u200b=cmd|calc',
  '\t=cmd|calc',
  '\r=cmd|calc',
];

/** A header, a calendar entry, a transaction and a directive, for what takes a line break at its word. */
export const BREAKS =
  'x\r\nBcc: victim@evil.example\r\n\r\nBEGIN:VEVENT\nSUMMARY:evil\u2028BEGIN:VALARM\u2029Bcc: v2@evil.example\u0085option "title" "evil"\n2026-01-01 * evil\u000bBcc: v3@evil.example\u000cBcc: v4@evil.example';

/** Formula first, since only what begins a cell is one. */
export const oneLine = (formula: number): string => [FORMULAS[formula]!, ESCAPES, MARKUP].join(' ');
/** What a field of a mail takes: it refuses control characters, but not hidden ones. */
export const visible = (formula: number): string => oneLine(formula).replace(/[\x00-\x1f\x7f-\x9f]/g, '');
export const secretLine = SECRETS.map(([written]) => written).join('; ');
export const everything = (formula: number): string => [oneLine(formula), secretLine, BREAKS].join(' ');

/** What is personal and has no place in public. */
export const PERSONAL = {
  name: 'Zhang Xiaoyue',
  account: 'acct-20881234',
  reply: 'xiaoyue@mail.example',
  counterparty: 'Noodle House Lujiazui',
  transaction: 'TX20260301ABCDE',
};
