// The signs of secrets let everything through that the patterns behind them find.
import { describe, expect, it } from 'vitest';
import { findAccessKeys } from '../../src/support/access-keys.ts';
import { findPassphrases } from '../../src/support/passphrases.ts';
import { findPasswords } from '../../src/support/passwords.ts';
import { findPrivateKeys } from '../../src/support/private-keys.ts';
import {
  mayHoldAccessKey,
  mayHoldPrivateKey,
  mayNameCvv,
  mayNameExpiry,
  mayNameOneTimeCode,
  mayNamePassword,
} from '../../src/support/secret-signs.ts';
import { findCvvs, findExpiries, findOneTimeCodes } from '../../src/support/told-secrets.ts';
import { fc } from '../properties.ts';

const HEX = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';

/** Words and values as people put them beside each other, in both languages, with what only looks like a secret. */
const PIECES = [
  ...[
    'private key',
    'Secret_Keys',
    'priv key',
    '私钥',
    '密钥',
    '-----BEGIN EC PRIVATE KEY-----',
    'MIIB',
    '"mac":"',
    '[1, 2,',
  ],
  ...[
    HEX,
    `${HEX}${HEX}`,
    `0x${HEX}${HEX}`,
    '5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ',
    ' 3, 4, 5, 6, 7, 8,',
  ],
  ...[
    ' 9, 10, 11, 12, 13, 14, 15, 16, 17]',
    'sk_live_abcdefgh1234',
    'AKIAABCDEFGHIJ123456',
    'LTAIabcdefgh1234',
    'eyJhbG12.eyJzdW',
  ],
  ...[
    'Bearer ',
    'Authorization: Basic ',
    'dXNlcjpwYXNz1',
    'api key',
    'Session-ID=',
    'cookie: ',
    'abcdef123456',
    '访问令牌',
    'secret=',
  ],
  ...[
    'CVV',
    'cvc2',
    'CSC',
    'card security code',
    'card verification number',
    '安全码',
    '安全代码',
    '验证值',
    '卡背面后三位',
    '卡后3位',
  ],
  ...[
    'last three digits on the back',
    '4 figures of my card',
    'three-digit code',
    '123',
    '1234',
    '12/28',
    '0327',
    '28年3月',
    '2028/03',
  ],
  ...[
    'exp',
    'Expiry date',
    'expires',
    'valid thru',
    'good thru',
    '有效期至',
    '效期',
    '到期日',
    '失效日期',
    'MM/YY',
    'mm / yyyy',
  ],
  ...[
    '验证码',
    '简讯码',
    '校验码',
    '动态口令',
    '一次性密码',
    '短信码',
    '认证码',
    'OTP',
    'one-time pass word',
    'onetime pin',
    '2FA code',
  ],
  ...['passcode', 'my code', 'G-482913', '482913', '482 913', '4 8 2 9 1 3', '四八二九一三', 'sms pin', 'access code'],
  ...[
    '密码',
    '支付密码',
    '口令',
    'password',
    'pass words',
    'passwd',
    'PWD',
    'pass phrase',
    'PIN number',
    'psw',
    'pw',
    'my pass',
    'pass:',
  ],
  ...[
    'hunter2',
    '"hunter 2"',
    'correct horse battery staple',
    'abc123',
    'changed from',
    'to',
    'is',
    '是',
    ':',
    '=',
    ' ',
    '\n',
    '，',
    'my',
  ],
];

const finders: [string, (text: string) => unknown[] | Promise<unknown[]>, (text: string) => boolean][] = [
  ['private keys', findPrivateKeys, mayHoldPrivateKey],
  ['access keys', findAccessKeys, mayHoldAccessKey],
  ['security codes', (text) => findCvvs(text, []), mayNameCvv],
  ['expiry dates', (text) => findExpiries(text, []), mayNameExpiry],
  ['one-time codes', (text) => findOneTimeCodes(text, 'text'), mayNameOneTimeCode],
  ['passwords', findPasswords, mayNamePassword],
  ['passphrases', findPassphrases, mayNamePassword],
];

describe('where there is no sign', () => {
  it.each(finders)('no %s are found, and they are where there is one', async (_, find, sign) => {
    const glue = fc.constantFrom('', ' ', ': ', ' is ', '是');
    const texts = fc.tuple(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }), glue);
    let found = 0;
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), async ([pieces, between], upper) => {
        const text = upper ? pieces.join(between).toUpperCase() : pieces.join(between);
        if (sign(text)) found += Math.min((await find(text)).length, 1);
        else expect(await find(text)).toEqual([]);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 3000) },
    );
    expect(found).toBeGreaterThan(0);
  });
});
