// A host name in its parts: the ending, the name that somebody registered, and what its owner put before it.

/** `help.okpay.com` → ending `com`, name `okpay`, registered `okpay.com`, before `help`. */
export interface DomainName {
  ending: string;
  name: string;
  registered: string;
  before: string[];
}

/** Under two-letter endings these stand before the name's place: `co.uk`, `com.cn`. A rule, not the Public Suffix List. */
const SECOND = /^(?:co|com|net|org|gov|edu|ac|or|ne|go|gob|nom|ltd|plc|idv|me)$/;

/** Where anybody can have a name under somebody else's, for the asking. */
const HOSTING = [
  'github.io',
  'gitlab.io',
  'pages.dev',
  'workers.dev',
  'vercel.app',
  'netlify.app',
  'web.app',
  'firebaseapp.com',
  'herokuapp.com',
  'blogspot.com',
  'wordpress.com',
  'weebly.com',
  'wixsite.com',
  'webflow.io',
  'myshopify.com',
  'square.site',
  'carrd.co',
  'notion.site',
  'onrender.com',
  'glitch.me',
  'azurewebsites.net',
  'sites.google.com',
  'gitbook.io',
];

const SHORTENERS =
  /^(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|is\.gd|ow\.ly|buff\.ly|rb\.gy|cutt\.ly|shorturl\.at|s\.id|v\.gd|t\.ly|rebrand\.ly|lnkd\.in|t\.cn|dwz\.cn|suo\.im|url\.cn|u\.nu|w\.url\.cn|tb\.cn|m\.tb\.cn|reurl\.cc|lihi\d?\.(?:cc|me|tv))$/;

const MESSENGERS: [RegExp, string][] = [
  [/^(?:t\.me|telegram\.(?:me|org|dog))$/, 'Telegram'],
  [/^(?:wa\.me|(?:api|chat|web)\.whatsapp\.com|whatsapp\.com)$/, 'WhatsApp'],
  [/^(?:line\.me|lin\.ee)$/, 'LINE'],
  [/^(?:discord\.(?:gg|com)|discordapp\.com)$/, 'Discord'],
  [/^(?:m\.me|messenger\.com)$/, 'Messenger'],
  [/^(?:u\.wechat\.com|weixin\.qq\.com|work\.weixin\.qq\.com)$/, 'WeChat'],
  [/^(?:qm\.qq\.com|jq\.qq\.com|wpa\.qq\.com)$/, 'QQ'],
  [/^(?:signal\.me|viber\.com|join\.skype\.com)$/, 'Signal, Viber, Skype'],
];

const FREE_MAIL =
  /^(?:gmail\.com|googlemail\.com|(?:qq|foxmail|163|126|yeah|sina|sohu|139|189|aliyun)\.(?:com|net|cn)|vip\.(?:qq|163|126|sina)\.com|sina\.com\.cn|(?:outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|mail|yandex|zoho|proton|protonmail|pm|tutanota|tuta|fastmail|inbox|rocketmail)\.[a-z.]{2,6})$/;

export const isShortener = (host: string): boolean => SHORTENERS.test(withoutWww(host));
export const isFreeMail = (host: string): boolean => FREE_MAIL.test(host);
export const messengerOf = (host: string): string | null =>
  MESSENGERS.find(([hosts]) => hosts.test(withoutWww(host)))?.[1] ?? null;
/** The hosting under which this host has its name; null where it is a name of its own. */
export const hostingOf = (host: string): string | null =>
  HOSTING.find((hosting) => host === hosting || host.endsWith(`.${hosting}`)) ?? null;

export function isIpAddress(host: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || host.startsWith('[');
}

/** The parts of a host as it is read (`окрау.com`, not `xn--…`); null for an IP address and a single word. */
export function domainName(host: string): DomainName | null {
  const labels = host.toLowerCase().split('.').filter(Boolean);
  if (isIpAddress(host) || labels.length < 2) return null;
  const hosting = hostingOf(labels.join('.'));
  const long = labels.length > 2 && labels.at(-1)!.length === 2 && SECOND.test(labels.at(-2)!);
  const taken = hosting ? Math.min(hosting.split('.').length, labels.length - 1) : long ? 2 : 1;
  const at = labels.length - taken - 1;
  return {
    ending: labels.slice(at + 1).join('.'),
    name: labels[at]!,
    registered: labels.slice(at).join('.'),
    before: labels.slice(0, at),
  };
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '');
}
