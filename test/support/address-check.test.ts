// An address against the saved ones: every trick that is known, and that no mutation of a saved address is ever "the same".
import { domainToUnicode } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type AddressCheck, checkAddress } from '../../src/support/address-check.ts';
import type { SignId } from '../../src/support/address-signs.ts';
import { fc } from '../properties.ts';

const MAIL = 'support@okpay.com';
const SITE = 'https://okpay.com/help';
const PHONE = '+86 400 123 4567';
const HANDLE = '@okpay_official';
const ALL = [MAIL, SITE, PHONE, HANDLE];

function check(address: string, ...saved: string[]): AddressCheck {
  return checkAddress(
    address,
    saved.map((value, i) => ({ id: `k${i + 1}`, value })),
    domainToUnicode,
  );
}
const signs = (found: AddressCheck) => found.signs.map(({ id }) => id);

describe('the saved address itself', () => {
  it.each([
    [MAIL, MAIL],
    ['Support@OKPay.com', MAIL],
    ['mailto:support@okpay.com', MAIL],
    ['OKPay Support <support@okpay.com>', MAIL],
    ['https://okpay.com/help/', SITE],
    ['okpay.com/help', SITE],
    ['+864001234567', PHONE],
    ['0086 400-123-4567', PHONE],
    ['tel:+86-400-123-4567', PHONE],
    ['okpay_official', HANDLE],
    ['Me > Help  > Contact us', 'Me > Help > Contact us'],
    ['我的 > 帮助', '我的 > 帮助'],
    ['https://支付.中国/', 'https://支付.中国'],
  ])('%s is %s', (address, saved) => {
    expect(check(address, saved)).toMatchObject({ verdict: 'same', closest: { value: saved } });
  });
});

describe('a link written so that nobody opens it by accident', () => {
  it.each([
    ['hxxps://wallet[.]com', 'https://wallet.com'],
    ['hXXp://wallet[.]com/a', 'http://wallet.com/a'],
    ['h**ps://wallet.com', 'https://wallet.com'],
    ['https[:]//wallet.com', 'https://wallet.com'],
    ['https[://]wallet[.]com/help', 'https://wallet.com/help'],
    ['hxxps[:]//pay[dot]wallet[dot]com', 'https://pay.wallet.com'],
    ['wallet(dot)com', 'wallet.com'],
    ['wallet (dot) com', 'wallet.com'],
    ['wallet（点）com', 'wallet.com'],
    ['wallet【.】com', 'wallet.com'],
    ['wallet点com', 'wallet.com'],
    ['wallet dot com', 'wallet.com'],
    ['help[at]wallet[.]com', 'help@wallet.com'],
    ['help at wallet dot com', 'help@wallet.com'],
    ['help(@)wallet.com', 'help@wallet.com'],
  ])('%s is read as %s', (written, meant) => {
    const { parts } = check(written);
    const { kind, host, path, scheme } = check(meant).parts;
    expect(parts).toMatchObject({ meant, kind, host, path, scheme, wide: false });
  });

  it('is held against the saved ones as what it stands for', () => {
    expect(check('hxxps://okpay[.]com/help', SITE)).toMatchObject({ verdict: 'same', closest: { value: SITE } });
    expect(signs(check('hxxps://okpay-support[.]com', SITE))).toContain('added-words');
    expect(signs(check('оkpay(dot)com', SITE))).toContain('look-alike-letters');
  });

  it.each([
    'https://wallet.com/a(1)',
    'https://[::1]/a',
    'Me > Help (dots)',
    '微信号okpay666',
    '3点30',
    'support@okpay.com',
    'OKPay Support <support@okpay.com>',
    'https://wallet.com/?q=[x]',
  ])('%s stands for itself', (text) => expect(check(text).parts.meant).toBe(''));
});

describe('an address made like a saved one', () => {
  it.each<[string, string, SignId]>([
    ['support@оkpay.com', MAIL, 'look-alike-letters'],
    ['support@xn--kpay-45d.com', MAIL, 'look-alike-letters'],
    ['https://οκpay.com/help', SITE, 'look-alike-letters'],
    ['https://ökpay.com/help', SITE, 'look-alike-letters'],
    ['support@0kpay.com', MAIL, 'look-alike-signs'],
    ['support@rnybank.com', 'support@mybank.com', 'look-alike-signs'],
    ['paypaI.com', 'paypal.com', 'look-alike-signs'],
    ['support@okapy.com', MAIL, 'letters-swapped'],
    ['support@okkpay.com', MAIL, 'letters-doubled'],
    ['support@okrpay.com', MAIL, 'letters-added'],
    ['support@okpy.com', MAIL, 'letters-missing'],
    ['support@okpaq.com', MAIL, 'letters-replaced'],
    ['support@bigwalets.com', 'support@bigwallet.com', 'letters-several'],
    ['suport@okpay.com', MAIL, 'letters-missing'],
    ['support@ok-pay.com', MAIL, 'hyphen'],
    ['https://okpay-support.com', SITE, 'added-words'],
    ['help@myokpayservice.com', MAIL, 'added-words'],
    ['help@0kpay-support.com', MAIL, 'added-words'],
    ['support@okpay.net', MAIL, 'other-ending'],
    ['support@okpay.com.cn', MAIL, 'other-ending'],
    ['https://okpay.co/help', SITE, 'other-ending'],
    ['https://okpay.com.evil.example/help', SITE, 'name-in-front'],
    ['https://okpay.evil.example', MAIL, 'name-in-front'],
    ['https://evil.example/okpay.com/help', SITE, 'name-in-path'],
    ['https://okpay.com@evil.example/help', SITE, 'userinfo'],
    ['okpay.support@gmail.com', MAIL, 'name-before-at'],
    ['support@okpay.com@evil.example', SITE, 'userinfo'],
    ['OKPay <help@evil.example>', MAIL, 'display-name'],
    ['https://t.me/okpay_official', HANDLE, 'name-as-handle'],
    ['https://wa.me/okpaysupport', SITE, 'name-as-handle'],
    ['@okpay', SITE, 'name-as-handle'],
    ['@okpay_officiai', HANDLE, 'look-alike-signs'],
    ['@okpay_0fficial', HANDLE, 'look-alike-signs'],
    ['@okpay_support', MAIL, 'added-words'],
    ['+86 400 132 4567', PHONE, 'number-changed'],
    ['sup\u200bport@okpay.com', MAIL, 'hidden-characters'],
    ['\u202esupport@okpay.com', MAIL, 'hidden-characters'],
    ['support@ｏｋｐａｙ.com', MAIL, 'wide-letters'],
    ['https://ok%70ay.com/help', SITE, 'encoded-host'],
    ['https://@okpay.com/help', SITE, 'encoded-host'],
    ['support@ok%70ay.com', MAIL, 'encoded-host'],
  ])('%s is like %s: %s', (address, saved, sign) => {
    const found = check(address, saved);
    expect(signs(found)).toContain(sign);
    expect(found).toMatchObject({ verdict: 'looks-alike', closest: { value: saved } });
  });

  it('says where a link with a name before the @ really leads', () => {
    expect(check('https://okpay.com@evil.example', SITE).signs).toContainEqual({
      id: 'userinfo',
      seen: 'okpay.com',
      saved: 'evil.example',
    });
  });
});

describe('the same digits without the country code', () => {
  it.each([
    ['400 123 4567', '+86 400 123 4567'],
    ['+86 400 123 4567', '400 123 4567'],
  ])('%s may be %s: it is told, and not called another one made like it', (given, saved) => {
    const found = check(given, saved);
    expect(signs(found)).toEqual(['number-ending']);
    expect(found).toMatchObject({ verdict: 'different', closest: { value: saved } });
  });
});

it.each(['微信：okpaykefu', 'QQ：123456', '（400）123 4567'])('%s is written as one writes in Chinese', (given) => {
  expect(signs(check(given, MAIL))).not.toContain('wide-letters');
});

describe('what is odd in itself', () => {
  it.each<[string, SignId]>([
    ['http://203.0.113.5/login', 'ip-address'],
    ['http://3405803781/', 'ip-address'],
    ['https://[2001:db8::1]/', 'ip-address'],
    ['https://wallet.example:8443/', 'port'],
    ['http://wallet.example', 'plain-http'],
    ['javascript:alert(1)', 'script-link'],
    ['data:text/html,hello', 'script-link'],
    ['weixin://dl/business', 'app-link'],
    ['https://bit.ly/3abc', 'shortener'],
    ['https://t.me/somebody', 'messenger'],
    ['WeChat: okpay666', 'messenger'],
    ['微信号okpay666', 'messenger'],
    ['QQ 123456', 'messenger'],
    ['Telegram @somebody', 'messenger'],
    ['@somebody', 'handle'],
    ['help.desk@qq.com', 'free-mail'],
    ['https://wallet-login.vercel.app', 'free-hosting'],
    ['https://wаllet.example', 'mixed-alphabets'],
    ['https://аррӏе.example', 'foreign-letters'],
    ['https://xn--80ak6aa92e.com', 'punycode'],
    ['"support@okpay.com" <a@evil.example>', 'address-as-name'],
    ['https://exa mple', 'not-an-address'],
  ])('%s: %s, and it stays unknown', (address, sign) => {
    const found = check(address);
    expect(signs(found)).toContain(sign);
    expect(found.verdict).toBe('unknown');
  });

  it('letters typed as they are read are not called coded', () => {
    expect(signs(check('https://wаllet.example'))).toEqual(['mixed-alphabets']);
  });

  it('nothing is said of a plain address that nothing is known of, and it is not called safe', () => {
    expect(check('help@wallet.example')).toMatchObject({ verdict: 'unknown', signs: [] });
  });
});

describe('another address', () => {
  it.each([
    ['help@wallet.example', ALL],
    ['https://wallet.example', ALL],
    ['95588', ALL],
  ])('%s is different', (address, saved) => {
    expect(check(address, ...saved)).toMatchObject({ verdict: 'different', closest: null, signs: [] });
  });

  it('an account name is one that anybody can open, unless it is the saved one', () => {
    expect(check('@somebody', ...ALL)).toMatchObject({ verdict: 'different', signs: [{ id: 'handle' }] });
    expect(check(HANDLE, ...ALL)).toMatchObject({ verdict: 'same', signs: [] });
  });

  it.each([
    ['https://help.okpay.com/', SITE],
    ['https://okpay.com/other', SITE],
    ['press@okpay.com', MAIL],
    ['https://www.okpay.com/help', SITE],
  ])('%s belongs to the domain of %s, and is still not the saved one', (address, saved) => {
    expect(check(address, saved)).toMatchObject({ verdict: 'different', sameDomain: true, signs: [] });
  });

  it('two boxes of a free mail service have nothing to do with each other', () => {
    expect(check('someone@gmail.com', 'wallet.help@gmail.com')).toMatchObject({
      verdict: 'different',
      sameDomain: false,
    });
  });

  it('a name under free hosting is its own', () => {
    expect(check('https://evil.github.io', 'https://wallet.github.io')).toMatchObject({ sameDomain: false });
  });
});

describe('any change to a saved address', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789-._@:/оеасріԁӏαο\u200b\u202e\u00ad％＠'];
  const mutation = fc.record({
    saved: fc.constantFrom(MAIL, SITE, HANDLE),
    kind: fc.constantFrom('add', 'drop', 'replace', 'swap', 'double'),
    place: fc.nat(60),
    letter: fc.constantFrom(...letters),
  });
  const changed = ({ saved, kind, place, letter }: { saved: string; kind: string; place: number; letter: string }) => {
    const text = [...saved];
    const i = place % text.length;
    if (kind === 'add') text.splice(i, 0, letter);
    if (kind === 'drop') text.splice(i, 1);
    if (kind === 'replace') text[i] = letter;
    if (kind === 'swap' && i > 0) [text[i - 1], text[i]] = [text[i]!, text[i - 1]!];
    if (kind === 'double') text.splice(i, 0, text[i]!);
    return text.join('');
  };
  /** What leaves an address the very same one: a slash more at its end or behind https:, the @ of a handle. */
  const plain = (text: string) => text.replace(/^https:[/\\]+|^@/, '').replace(/\/$/, '');

  it('is never the same', () => {
    fc.assert(
      fc.property(mutation, (made) => {
        const address = changed(made);
        fc.pre(plain(address) !== plain(made.saved));
        expect(check(address, made.saved).verdict).not.toBe('same');
      }),
      { numRuns: 3000 },
    );
  });

  it('in the letters of the domain is caught as alike', () => {
    const name = [...'okpaywallet'];
    const inName = fc.record({
      kind: fc.constantFrom('add', 'drop', 'replace', 'swap', 'double'),
      place: fc.integer({ min: 1, max: name.length - 1 }),
      letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789оеасріӏ'),
    });
    fc.assert(
      fc.property(inName, ({ kind, place, letter }) => {
        const made = changed({ saved: name.join(''), kind, place, letter });
        fc.pre(made !== name.join(''));
        expect(check(`support@${made}.com`, `support@${name.join('')}.com`).verdict).toBe('looks-alike');
      }),
      { numRuns: 1000 },
    );
  });

  it('in the digits of a number is caught as alike', () => {
    const digits = '864001234567';
    fc.assert(
      fc.property(fc.nat(digits.length - 1), fc.constantFrom(...'0123456789'), (place, digit) => {
        fc.pre(digits[place] !== digit);
        const made = digits.slice(0, place) + digit + digits.slice(place + 1);
        expect(check(`+${made}`, PHONE).verdict).toBe('looks-alike');
      }),
    );
  });

  it('any text at all is answered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(['looks-alike', 'different', 'unknown']).toContain(check(text, MAIL, SITE).verdict);
      }),
    );
  });
});
