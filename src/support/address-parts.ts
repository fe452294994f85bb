// An address as somebody sent it, taken apart as a browser or mail program would: what kind it is and where it leads.
import { refanged } from './defanged.ts';
import { type DomainName, domainName } from './domain-name.ts';
import { isAscii } from './look-alike-letters.ts';

export type AddressKind = 'email' | 'web' | 'phone' | 'handle' | 'app-link' | 'script' | 'words';

export interface AddressParts {
  kind: AddressKind;
  /** As it was given, without spaces around it. */
  text: string;
  /** What it stands for, where it is written so that nobody opens it by accident (`hxxps://wallet[.]com`); else empty. */
  meant: string;
  /** Characters in it that nobody sees: zero-width ones, direction marks, control characters. */
  hidden: string[];
  /** Whether it is written in wide or otherwise special forms of plain letters. */
  wide: boolean;
  /** Whether its host is written in a roundabout way: %-codes, an IP address as one number, an empty port. */
  encoded: boolean;
  /** The name that stands before an address in angle brackets. */
  display: string;
  scheme: string;
  /** What stands before the @: of a mail address the box, of a link what a browser ignores. */
  before: string;
  /** As it goes over the wire (`xn--…`), lower case; empty where there is none, or none that can be. */
  host: string;
  /** The same as it is read. */
  readHost: string;
  domain: DomainName | null;
  port: string;
  /** What follows the host, without a slash at the end. */
  path: string;
  /** The digits of a telephone number, with + where it is international. */
  digits: string;
  /** The name of a handle, lower case, without @. */
  handle: string;
  /** The messenger that is named before a handle, as it was written; empty where none is. */
  messenger: string;
}

/** Turns `xn--…` into what is read; node:url's domainToUnicode. */
export type ToUnicode = (host: string) => string;

/** What shows nothing; in ASCII these are the control characters. */
const hiddenIn = (text: string) =>
  isAscii(text) ? /[\x00-\x1f\x7f]/g : /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const DOTS = /[\u3002\uff0e\uff61\u2024]/g;
const NUMBER = /^\+?[\d\s().\-/]*$/;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Takes `given` apart; nothing in it is an error. */
export function addressParts(given: string, toUnicode: ToUnicode): AddressParts {
  const hiddenOnes = hiddenIn(given);
  const hidden = [...new Set(given.trim().match(hiddenOnes) ?? [])];
  const visible = given.replace(hiddenOnes, '').trim();
  const linked = refanged(visible);
  const plain = linked.normalize('NFKC').replace(DOTS, '.').trim();
  const named = /^([^<>]*)<([^<>]+)>$/.exec(plain);
  const parts: AddressParts = {
    kind: 'words',
    text: given.trim(),
    meant: linked === visible ? '' : plain,
    hidden,
    wide: plain !== linked,
    encoded: false,
    display: (named?.[1] ?? '').replace(/^\s*"?|"?\s*$/g, ''),
    scheme: '',
    before: '',
    host: '',
    readHost: '',
    domain: null,
    port: '',
    path: '',
    digits: '',
    handle: '',
    messenger: '',
  };
  const found: AddressParts = { ...parts, ...read((named?.[2] ?? plain).trim(), toUnicode) };
  // Beside a name or a number, Chinese punctuation is how one writes; in a link it is not.
  if (found.host === '' && found.scheme === '') found.wide = plain !== linked.replace(CHINESE_SIGNS, inAscii);
  return found;
}

const CHINESE_SIGNS = /[\uff1a\uff08\uff09]/g;
const inAscii = (sign: string): string => sign.normalize('NFKC');

/** `WeChat: okpay666`, `QQ 123456`, `微信号okpay666`. */
const IN_MESSENGER =
  /^(微信|weixin|wechat|vx|wx|qq|telegram|电报|tg|whatsapp|line|viber|signal|discord)(?:\s*(?:号|群|id)?\s*[:：]\s*|\s*[号群]\s*|\s+)(?!\/\/)@?([^\s@:/]{3,})$/i;

function read(text: string, toUnicode: ToUnicode): Partial<AddressParts> {
  const [, messenger, account] = IN_MESSENGER.exec(text) ?? [];
  if (messenger && account) return { kind: 'handle', handle: account.toLowerCase(), messenger };
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d+(?:[/?#]|$))/i.exec(text)?.[1]?.toLowerCase() ?? '';
  const rest = scheme ? text.slice(scheme.length + 1) : text;
  if (/^(?:javascript|data|vbscript|blob|file|about)$/.test(scheme)) return { kind: 'script', scheme };
  if (scheme === 'mailto') return { ...email(rest, toUnicode), scheme };
  if (/^(?:tel|sms|callto)$/.test(scheme)) return { ...phone(rest), scheme };
  if (/^https?$/.test(scheme)) return web(`https:${rest}`, scheme, toUnicode);
  if (scheme) return { kind: 'app-link', scheme };
  if (text.startsWith('//')) return web(`https:${text}`, '', toUnicode);
  if (NUMBER.test(text) && !IPV4.test(text) && text.replace(/\D/g, '').length >= 3) return phone(text);
  if (/^[^\s/\\@]+@[^\s/\\@:?#]+$/.test(text)) return email(text, toUnicode);
  if (/^@[^\s@/]+$/.test(text)) return { kind: 'handle', handle: text.slice(1).toLowerCase() };
  if (/^[^\s/?#]+\.[^\s]+$/.test(text) || /^[^\s/]+[/\\?#]/.test(text)) return web(`https://${text}`, '', toUnicode);
  if (/^[\w-]{3,}$/.test(text)) return { kind: 'handle', handle: text.toLowerCase() };
  return { kind: 'words' };
}

function phone(text: string): Partial<AddressParts> {
  const international = /^\s*(?:\+|00)/.test(text);
  const digits = text.replace(/\D/g, '').replace(international && !text.includes('+') ? /^00/ : /^/, '');
  return { kind: 'phone', digits: (international ? '+' : '') + digits };
}

function email(text: string, toUnicode: ToUnicode): Partial<AddressParts> {
  const [address = '', query] = text.split(/\?(.*)/s);
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const found = hostOf(`https://${domain}`, toUnicode);
  const before = address.slice(0, Math.max(0, at));
  return { kind: 'email', before, path: query ? `?${query}` : '', encoded: !isPlainly(domain, found), ...found };
}

/** As WHATWG's URL standard has it: what browsers do, also with backslashes and missing slashes. */
function web(text: string, scheme: string, toUnicode: ToUnicode): Partial<AddressParts> {
  const authority = /^https:[/\\]*([^/\\?#]*)/.exec(text)?.[1] ?? '';
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return { kind: 'web', scheme };
  }
  const before = decoded(url.username) + (url.password ? `:${decoded(url.password)}` : '');
  const path = (url.pathname + url.search + url.hash).replace(/\/$/, '');
  const found = hostOf(url.href, toUnicode);
  const written = before ? authority.slice(authority.lastIndexOf('@') + 1) : authority;
  const encoded = !isPlainly(written.replace(/:\d+$/, ''), found);
  return { kind: 'web', scheme, encoded, before, port: url.port, path, ...found };
}

/** Whether a host stands there as it is, in one of its two spellings. */
function isPlainly(written: string, { host, readHost }: Pick<AddressParts, 'host' | 'readHost'>): boolean {
  return host === '' || [host, readHost].includes(written.toLowerCase());
}

function hostOf(text: string, toUnicode: ToUnicode): Pick<AddressParts, 'host' | 'readHost' | 'domain'> {
  try {
    const host = new URL(text).hostname;
    const readHost = toUnicode(host) || host;
    return { host, readHost, domain: domainName(readHost) };
  } catch {
    return { host: '', readHost: '', domain: null };
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
