// Which secrets are taken out of a text, and which numbers and words that look like secrets stay.

import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as simplified } from '@scure/bip39/wordlists/simplified-chinese.js';
import { describe, expect, it } from 'vitest';
import { passesLuhn, type TextKind } from '../../src/support/card-number.ts';
import { type Placeholders, redact } from '../../src/support/redact.ts';
import { fc } from '../properties.ts';

const MARKS: Placeholders = {
  'card-number': '[card number removed]',
  cvv: '[CVV removed]',
  'card-expiry': '[card expiry removed]',
  'one-time-code': '[one-time code removed]',
  password: '[password removed]',
  'private-key': '[private key removed]',
  'access-key': '[access key removed]',
  'seed-phrase': '[seed phrase removed]',
};

const SEED = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const HASH = 'a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90';
/** The example key of the Bitcoin wiki's page on the wallet import format. */
const WIF = '5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ';

async function text(input: string, kind: TextKind = 'text'): Promise<string> {
  return (await redact(input, 'body', MARKS, kind)).text;
}

describe('secrets go', () => {
  const table: [written: string, sent: string][] = [
    // Card numbers: the first six and last four digits stay, as on receipts.
    ['my card 4111 1111 1111 1111 was charged', 'my card 411111******1111 was charged'],
    ['卡号：4111-1111-1111-1111，请查', '卡号：411111******1111，请查'],
    ['4111111111111111', '411111******1111'],
    ['5500.0055.5555.5559', '550000******5559'],
    ['378282246310005', '378282*****0005'],
    ['6222021234567890128', '622202*********0128'],
    ['４１１１　１１１１　１１１１　１１１１', '411111******1111'],
    ['4111\u200b1111\u200b1111\u200b1111', '411111******1111'],
    ['4111\u00a01111\u20111111 1111', '411111******1111'],
    ['4111111111111111,5555555555554444', '411111******1111,555555******4444'],
    ['on 2026-03-01 4111 1111 1111 1111 12.50', 'on 2026-03-01 411111******1111 12.50'],
    ['my debit card is 9999 9999 9999 9995', 'my debit card is 999999******9995'],
    // Security codes and expiry.
    ['CVV: 123', 'CVV: [CVV removed]'],
    ['the cvv is 1234.', 'the cvv is [CVV removed].'],
    ['cvc 987, thanks', 'cvc [CVV removed], thanks'],
    ['安全码：１２３', '安全码：[CVV removed]'],
    ['卡背面后三位是 456', '卡背面后三位是 [CVV removed]'],
    ['123 is my CVV', '[CVV removed] is my CVV'],
    ['4111 1111 1111 1111 12/28 123', '411111******1111 [card expiry removed] [CVV removed]'],
    ['4111111111111111|12|2028|123', '411111******1111|[card expiry removed]|[CVV removed]'],
    ['card 4111 1111 1111 1111, exp 03/27', 'card 411111******1111, exp [card expiry removed]'],
    [
      '卡号4111111111111111，有效期28年3月，CVV 321',
      '卡号411111******1111，有效期[card expiry removed]，CVV [CVV removed]',
    ],
    // One-time codes.
    ['验证码：482913', '验证码：[one-time code removed]'],
    ['验证码482913', '验证码[one-time code removed]'],
    ['验证码是 4829', '验证码是 [one-time code removed]'],
    ['短信验证码我收到了，是482913', '短信验证码我收到了，是[one-time code removed]'],
    ['【OKPay】482913（登录验证码），5分钟内有效', '【OKPay】[one-time code removed]（登录验证码），5分钟内有效'],
    ['482913是您的验证码', '[one-time code removed]是您的验证码'],
    ['动态密码 123 456', '动态密码 [one-time code removed]'],
    ['OTP: 482913', 'OTP: [one-time code removed]'],
    ['Your verification code is 482-913.', 'Your verification code is [one-time code removed].'],
    ['482913 is your OKPay code', '[one-time code removed] is your OKPay code'],
    ['I entered the code 482913 twice', 'I entered the code [one-time code removed] twice'],
    ['they sent me a code: 4829', 'they sent me a code: [one-time code removed]'],
    ['the code is 482913', 'the code is [one-time code removed]'],
    ['Google sent G-482913', 'Google sent [one-time code removed]'],
    ['验\u200b证码：４８２９１３', '验\u200b证码：[one-time code removed]'],
    // Keys and tokens for programs.
    ['I used sk_live_51HexampleKEY0000 in the form', 'I used [access key removed] in the form'],
    ['ghp_16C7e42F292c6912E7710c838347Ae178B4a', '[access key removed]'],
    ['AKIAIOSFODNN7EXAMPLE, see above', '[access key removed], see above'],
    ['api key: 9f8a7b6c5d4e3f2a', 'api key: [access key removed]'],
    ['client_secret=9f8a7b6c5d4e3f2a&x=1', 'client_secret=[access key removed]&x=1'],
    ['API 密钥：9f8a7b6c5d4e3f2a', 'API 密钥：[access key removed]'],
    ['访问令牌是 9f8a7b6c5d4e3f2a', '访问令牌是 [access key removed]'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U.', '[access key removed].'],
    ['Authorization: Bearer 9f8a7b6c5d', 'Authorization: Bearer [access key removed]'],
    ['Cookie: SID=31d4d96e407aad42; lang=zh', 'Cookie: SID=[access key removed]; lang=zh'],
    ['pass\u001b[1mword\u001b[0m: hunter2', 'pass\u001b[1mword\u001b[0m: [password removed]'],
    // Passwords.
    ['密码：abc123', '密码：[password removed]'],
    ['支付密码是 888888', '支付密码是 [password removed]'],
    ['支付密码123456', '支付密码[password removed]'],
    ['我的登录密码是Hello2026!，请帮忙', '我的登录密码是[password removed]，请帮忙'],
    ['密码是我生日19900101', '密码是我生日[password removed]'],
    ['password: hunter2', 'password: [password removed]'],
    ['Password=correct-horse', 'Password=[password removed]'],
    ['my password is sunshine', 'my password is [password removed]'],
    ['password hunter2', 'password [password removed]'],
    ['my PIN is 0000', 'my PIN is [password removed]'],
    ['PIN 1234', 'PIN [password removed]'],
    ['{"password":"a b c","user":"me"}', '{"password":"[password removed]","user":"me"}'],
    ['密码是abc，帮我看看', '密码是[password removed]，帮我看看'],
    ['密码“opensesame”不对', '密码“[password removed]”不对'],
    ["my password's hunter2", "my password's [password removed]"],
    ['my password for OKPay is hunter2', 'my password for OKPay is [password removed]'],
    ['passwords: hunter2 or hunter3', 'passwords: [password removed] or [password removed]'],
    ['password - hunter2', 'password - [password removed]'],
    ['password (hunter2)', 'password ([password removed])'],
    ['PIN: 1 2 3 4', 'PIN: [password removed]'],
    ['hunter2 is my password', '[password removed] is my password'],
    // Told while telling of a change, and spelled.
    ['Changed my password to hunter2!', 'Changed my password to [password removed]'],
    ['reset the password to Tiger2020', 'reset the password to [password removed]'],
    ['I changed my PIN to 4821', 'I changed my PIN to [password removed]'],
    ['the new password will be hunter2', 'the new password will be [password removed]'],
    ['I set my password to sunshine.', 'I set my password to [password removed].'],
    ['updated my pwd to S3cret', 'updated my pwd to [password removed]'],
    ['set new PIN as 4821', 'set new PIN as [password removed]'],
    ['My password has been reset to Tiger2020 yesterday', 'My password has been reset to [password removed] yesterday'],
    ['password was then changed by me to hunter2', 'password was then changed by me to [password removed]'],
    ['changed the password for my wallet to hunter2', 'changed the password for my wallet to [password removed]'],
    [
      'changed the password from hunter1 to hunter2',
      'changed the password from [password removed] to [password removed]',
    ],
    ['I changed the password, the new one is hunter2', 'I changed the password, the new one is [password removed]'],
    ['My login password used to be hunter2', 'My login password used to be [password removed]'],
    ['The PIN that I chose is 4821', 'The PIN that I chose is [password removed]'],
    ['I use hunter2 as my password', 'I use [password removed] as my password'],
    ['my pw is hunter2', 'my pw is [password removed]'],
    ['pw hunter2', 'pw [password removed]'],
    ['my pass is hunter2', 'my pass is [password removed]'],
    ['changed my passcode to 4821', 'changed my passcode to [password removed]'],
    ['my passcode is 4821', 'my passcode is [one-time code removed]'],
    ['PIN 4-8-2-1', 'PIN [password removed]'],
    ['my PIN is four eight two one', 'my PIN is [password removed]'],
    ['密码改成了 hunter2', '密码改成了 [password removed]'],
    ['密码改为 hunter2', '密码改为 [password removed]'],
    ['密码设成了hunter2', '密码设成了[password removed]'],
    ['密码设置成 hunter2', '密码设置成 [password removed]'],
    ['密码重置为 hunter2', '密码重置为 [password removed]'],
    ['密码修改为 hunter2了', '密码修改为 [password removed]了'],
    ['把密码换成了 hunter2', '把密码换成了 [password removed]'],
    ['密码从 hunter1 改成了 hunter2', '密码从 [password removed] 改成了 [password removed]'],
    ['密码改成“芝麻开门”', '密码改成“[password removed]”'],
    ['改了密码，现在是 hunter2', '改了密码，现在是 [password removed]'],
    ['支付密码改成 1 2 3 4 5 6', '支付密码改成 [password removed]'],
    ['密码是一二三四五六', '密码是[password removed]'],
    ['用 hunter2 当密码', '用 [password removed] 当密码'],
    ['口令改成了hunter2', '口令改成了[password removed]'],
    ['口令 hunter2', '口令 [password removed]'],
    ['my code was 123456', 'my code was [one-time code removed]'],
    ['the code I got was 482913', 'the code I got was [one-time code removed]'],
    ['验证码是 1 2 3 4 5 6', '验证码是 [one-time code removed]'],
    ['验证码 1-2-3-4-5-6', '验证码 [one-time code removed]'],
    ['验证码是四八二九一三', '验证码是[one-time code removed]'],
    ['my code is 4 8 2 9', 'my code is [one-time code removed]'],
    // In the traditional script.
    ['密碼：abc123', '密碼：[password removed]'],
    ['付款密碼 hunter2', '付款密碼 [password removed]'],
    ['登入密碼是 888888', '登入密碼是 [password removed]'],
    ['密碼改為 hunter2', '密碼改為 [password removed]'],
    ['驗證碼：482913', '驗證碼：[one-time code removed]'],
    ['簡訊驗證碼我收到了，是482913', '簡訊驗證碼我收到了，是[one-time code removed]'],
    ['安全碼 123', '安全碼 [CVV removed]'],
    ['卡片背面末三碼 123', '卡片背面末三碼 [CVV removed]'],
    [`我的私鑰是${HASH}`, '我的私鑰是[private key removed]'],
    ['助記詞：的 一 是 在 不 了 有 和 人 這 中 大', '助記詞：[seed phrase removed]'],
    // Expiry dates without a card beside them, and codes told by where they stand.
    ['expiry date: 12/27', 'expiry date: [card expiry removed]'],
    ['valid thru 12/27', 'valid thru [card expiry removed]'],
    ['有效期：12/27', '有效期：[card expiry removed]'],
    ['有效期限 12/2027', '有效期限 [card expiry removed]'],
    ['exp 12/27', 'exp [card expiry removed]'],
    ['MM/YY 12/27', 'MM/YY [card expiry removed]'],
    ['Expiry 2027/12', 'Expiry [card expiry removed]'],
    ['安全码 123', '安全码 [CVV removed]'],
    ['the three digits on the back are 123', 'the three digits on the back are [CVV removed]'],
    ['the last 3 digits on the back of my card: 123', 'the last 3 digits on the back of my card: [CVV removed]'],
    ['背面三位数 123', '背面三位数 [CVV removed]'],
    ['card4111111111111111x', 'card411111******1111x'],
    ['Card: 4111111111111111x', 'Card: 411111******1111x'],
    // Passphrases.
    ['password "correct horse battery staple"', 'password "[password removed]"'],
    ["password 'correct horse battery staple'", "password '[password removed]'"],
    ['my password was tiger lamp river stone.', 'my password was [password removed].'],
    ['passphrase: correct horse battery staple', 'passphrase: [password removed]'],
    ['password: correct horse battery staple.', 'password: [password removed].'],
    ['my passphrase is correct horse battery staple', 'my passphrase is [password removed]'],
    ['passphrase tiger lamp river stone', 'passphrase [password removed]'],
    ['changed my passphrase to tiger lamp river stone', 'changed my passphrase to [password removed]'],
    // Keys.
    [`private key: 0x${HASH}`, 'private key: [private key removed]'],
    [`我的私钥是${HASH}`, '我的私钥是[private key removed]'],
    [`${HASH} is my private key`, '[private key removed] is my private key'],
    [WIF, '[private key removed]'],
    [
      `xprv9s21ZrQH143K${'3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi'}`,
      '[private key removed]',
    ],
    ['-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----\nthanks', '[private key removed]\nthanks'],
    ['-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIBkg', '[private key removed]'],
    // Recovery phrases.
    [`My words: ${SEED}.`, 'My words: [seed phrase removed].'],
    [`recovery phrase: ${SEED}`, 'recovery phrase: [seed phrase removed]'],
    ['seed phrase: legal winner thank year wave sausage', 'seed phrase: [seed phrase removed]'],
    [
      SEED.split(' ')
        .map((word, i) => `${i + 1}. ${word}`)
        .join('\n'),
      '1. [seed phrase removed]',
    ],
    [SEED.toUpperCase().replaceAll(' ', ', '), '[seed phrase removed]'],
    [`助记词：${simplified.slice(100, 112).join(' ')}`, '助记词：[seed phrase removed]'],
    ['助记词 的 一 是 在 不 了 有 和 人 这 中 大', '助记词 [seed phrase removed]'],
    [simplified.slice(500, 512).join('　'), '[seed phrase removed]'],
    [`助记词是${simplified.slice(40, 52).join('')}`, '助记词是[seed phrase removed]'],
    [simplified.slice(700, 712).join(''), '[seed phrase removed]'],
    [`第一行\n${simplified.slice(700, 724).join('')}\n谢谢`, '第一行\n[seed phrase removed]\n谢谢'],
  ];
  for (const [written, sent] of table) {
    it(written.replace(/\s+/g, ' ').slice(0, 60), async () => expect(await text(written)).toBe(sent));
  }
});

describe('what only looks like a secret stays', () => {
  const table = [
    // Amounts, dates, numbers.
    '充值 500.00 CNY，手续费 2.50',
    'balances 1000.00 900.50 790.50 812.50 45.10',
    '0.411111111111111100 ETH',
    '2026-03-01 09:00 to 2026-03-02 18:30',
    '20260301090000',
    '1772326800000',
    '+86 138 0013 8000',
    '+62 812 3456 7890 12',
    '客服电话 400-810-8888 转 12',
    '订单号 2026030122001411111111111111',
    'order T4111111111111111',
    'order 1234567890123456',
    'transaction 4111111111111112',
    'card ending 1111',
    '已绑定 411111******1111',
    'UUID 550e8400-e29b-41d4-a716-446655440000',
    '192.168.100.200 10.20.30.40',
    'IBAN DE89 3704 0044 0532 0130 00',
    // Codes that are not one-time codes.
    'error code 50012',
    'error code: 482913',
    '错误代码 482913',
    'postal code 100000',
    'SWIFT code 482913',
    'it failed with code 482913',
    'enter the postal code 100000',
    '验证码一直收不到',
    '验证码5分钟内有效',
    '验证码收不到，余额5000元',
    '验证码没收到，订单号482913',
    '等了验证码 3000 秒',
    'The verification code never arrived; order 482913',
    'The verification code never arrived for order 482913',
    'OTP not received since 2026-03-01',
    // What people say of a password.
    '密码错误',
    '密码“错误”',
    '取款密码连续输错3次',
    '修改密码时间2026-03-01',
    'password must be 8 characters',
    'Password: "incorrect"',
    '密码：错误',
    '密码是对的',
    '密码输错5次',
    '密码6位',
    '密码为6位数字',
    '密码于2026年3月1日修改',
    '支付密码 500.00',
    'my password is correct',
    'the password was wrong',
    'Password: incorrect',
    'password reset on 2026-03-01',
    'Wrong password (50012)',
    'the password is being rejected',
    'this is my password problem',
    'I am pinned to 4000',
    'pinyin 1234',
    'password reset on 2026-03-01 09:00',
    'changed my password to be safe',
    'changed my password to a new one',
    'I changed my PIN to protect the account',
    'Changed the password to regain access',
    'reset my password to get back in',
    'reset the password to its default',
    'the password will be reset',
    'the new password will be sent by SMS',
    'set a password to log in',
    'changed my password 3 times',
    'I changed my password and then the payment of 58.00 failed',
    'password and email changed to me2@example.org',
    'changed the password from my phone',
    'I updated the password as advised by support',
    'password protected file: notes2026.zip',
    'my pass was refused',
    'my code was rejected',
    'my password now works.',
    'Password must be set to continue.',
    'Your password was changed to comply with our rules.',
    '密码改了3次',
    '密码改成新的了',
    '密码改成6位',
    '密码设置为 6 位数字',
    '密码改为由系统生成',
    '支付密码改为 App 内修改',
    '密码已修改，交易号 P2026',
    '密码没改过，客服说代码是50012',
    '改了密码，现在是 2026-03-01',
    '密码改成新的以后一直提示 E2031',
    '验证码 3 次都收不到',
    // Public ids of transactions.
    HASH,
    `TxID: 0x${HASH}`,
    'token: 0xdAC17F958D2ee523a2206206994597C13D831ec7',
    'access token address 0xdAC17F958D2ee523a2206206994597C13D831ec7',
    'the session token expired',
    'user key: not shown anywhere',
    '令牌：TRC20',
    `交易哈希 ${HASH}`,
    `I never shared my private key. The TxID is ${HASH}`,
    'TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE',
    `L${WIF.slice(1)}`,
    // Prose.
    'Please help me to get my money back soon, I already wrote twice and nobody could explain what happened.',
    '我的钱包余额和记录对不上，请帮我查一下这笔交易的情况，谢谢。',
    '支付失败请稍后再试一次吧',
    '已经联系过银行没有扣款',
    '我的钱包余额和记录对不上',
    '换了一台手机还是不能用呢',
    '重新安装以后仍然这个样子',
    '优惠券有效期 03/27',
    'charged on 03/25 with my Visa',
    '密碼錯誤',
    '驗證碼一直收不到',
    '訂單號 482913',
    'coupon exp 12/27',
    'the link expires 12/27',
    '合同有效期至 12/27',
    '護照有效期 03/27',
    '有效期 2026-03-01',
    'valid until 12/27/2026',
    'three digits of the order are 123',
    'Password "must be 8 characters"',
    'password "is not correct here"',
    'my password is correct since Monday morning',
    'my password is working perfectly fine everywhere',
    'ref x4111111111111111x',
    'the passphrase was rejected three times',
  ];
  for (const written of table) {
    it(written.slice(0, 60), async () => {
      expect(await redact(written, 'body', MARKS)).toEqual({ text: written, redactions: [] });
    });
  }
});

describe('a field that holds a transaction id', () => {
  it.each([
    ['4111111111111111', '411111******1111'],
    ['4111 1111 1111 1111', '411111******1111'],
    ['6222021234567890128', '622202*********0128'],
    // Luhn-valid, but of a length that such cards hardly have.
    ['4222222222222', '4222222222222'],
    ['4000000000000000006', '4000000000000000006'],
    ['9999999999999995', '9999999999999995'],
    [HASH, HASH],
    [`0x${HASH}`, `0x${HASH}`],
  ])('%s', async (written, sent) => expect(await text(written, 'reference')).toBe(sent));
});

describe('an error message', () => {
  it('keeps the number of a bare "code", which is the error\'s own', async () => {
    expect(await text('Payment declined. Code 500123', 'error')).toBe('Payment declined. Code 500123');
  });
  it('loses a one-time code all the same', async () => {
    expect(await text('verification code 500123 expired', 'error')).toBe(
      'verification code [one-time code removed] expired',
    );
  });
});

describe('the report', () => {
  it('names each kind and the field, never the secret', async () => {
    const { redactions } = await redact('验证码 482913，密码：abc123', 'errorMessage', MARKS);
    expect(redactions).toEqual([
      { kind: 'one-time-code', where: 'errorMessage' },
      { kind: 'password', where: 'errorMessage' },
    ]);
  });
});

describe('for any text', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
  const card = fc.constantFrom('4', '51', '34', '62').chain((prefix) => {
    const length = prefix === '34' ? 15 : 16;
    return digits(length - prefix.length - 1).map((middle) => {
      const body = prefix + middle;
      return [...'0123456789'].map((check) => body + check).find((number) => passesLuhn(number)) ?? '4111111111111111';
    });
  });
  const noise = fc.string({ unit: fc.constantFrom(...'abc 你好，。:;\n（）的'), maxLength: 30 });

  it('no card number survives, however it is spaced', async () => {
    const gap = fc.constantFrom('', ' ', '-', '\u3000', '\u200b', '－');
    await fc.assert(
      fc.asyncProperty(card, gap, noise, noise, async (number, between, before, after) => {
        const written = `${before} ${number.match(/.{1,4}/g)!.join(between)} ${after}`;
        const { text: sent, redactions } = await redact(written, 'body', MARKS);
        expect(sent.normalize('NFKC').replace(/[^\d]/g, '')).not.toContain(number);
        expect(redactions.map(({ kind }) => kind)).toContain('card-number');
      }),
    );
  });

  it('no phrase of list words survives', async () => {
    const phrase = fc
      .constantFrom(12, 15, 18, 21, 24)
      .chain((n) => fc.array(fc.constantFrom(...english), { minLength: n, maxLength: n }));
    await fc.assert(
      fc.asyncProperty(phrase, fc.constantFrom(' ', '\n', ', ', ' - '), async (words, between) => {
        expect(await text(`问题 ${words.join(between)} 谢谢`)).toBe('问题 [seed phrase removed] 谢谢');
      }),
    );
  });

  it('no Chinese phrase survives that stands alone on a line without spaces', async () => {
    const phrase = fc
      .constantFrom(0, 500, 1000, 1900)
      .chain((start) => fc.constant(simplified.slice(start, start + 12)));
    await fc.assert(
      fc.asyncProperty(phrase, noise, async (signs, before) => {
        expect(await text(`${before}\n${signs.join('')}\n谢谢`)).toContain('[seed phrase removed]');
      }),
    );
  });

  it('redacting twice changes nothing more', async () => {
    const piece = fc.oneof(
      noise,
      card,
      fc.constantFrom(
        '密码：',
        'password is ',
        'changed my PIN to ',
        '密码改成了 ',
        '1 2 3 4 5 6',
        'CVV ',
        '验证码 ',
        '482913',
        'hunter2',
        ' is my PIN',
        '12/28',
        WIF,
        SEED,
        'private key: ',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const once = await text(pieces.join(''));
        expect(await redact(once, 'body', MARKS)).toEqual({ text: once, redactions: [] });
      }),
    );
  });

  it('a text without digits and secret words comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(noise, async (written) => {
        expect(await text(written)).toBe(written);
      }),
    );
  });
});
