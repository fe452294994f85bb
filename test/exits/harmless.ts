// For each kind of exit, what would do harm in it: each check gives what it found, in words.
import { strFromU8, unzipSync } from 'fflate';
import { PERSONAL, SECRETS } from './poison.ts';

export type Kind = 'terminal' | 'json' | 'csv' | 'mail' | 'link' | 'html' | 'calendar' | 'journal' | 'archive' | 'text';

export interface Leave {
  /** The person's own record, on their own screen or in their own file: secrets stay as they were written. */
  own?: boolean;
  /** Members of a document that are. */
  ownMembers?: string[];
  /** For everybody to read: nothing personal may be in it. */
  open?: boolean;
}

const CONTROL = /[\x00-\x09\x0b-\x1f\x7f-\x9f]/;
const HIDDEN = /[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u;
const COLOURS = /\u001b\[[0-9;]*m/g;
/** What BREAKS would have stand at the beginning of a line. */
const FORGED = /^(?:Bcc:|BEGIN:V(?:EVENT|ALARM)$|SUMMARY:evil|option "title" "evil"|2026-01-01 \* evil)/m;

export function harmIn(content: Uint8Array | string, kind: Kind, leave: Leave = {}): string[] {
  if (kind === 'archive') return inArchive(content as Uint8Array, leave);
  const text = typeof content === 'string' ? content : strFromU8(content);
  const found = BY_KIND[kind](text, leave);
  const shared = leave.ownMembers && kind === 'json' ? withoutMembers(text, leave.ownMembers) : text;
  return [...found, ...(leave.own ? [] : secretsIn(shared)), ...(leave.open ? personalIn(text) : [])];
}

function withoutMembers(text: string, names: readonly string[]): string {
  return JSON.stringify(JSON.parse(text), (name, value) => (names.includes(name) ? undefined : value));
}

function secretsIn(text: string): string[] {
  const packed = text.replace(/\s+/g, ' ');
  const without = text.replace(/\s+/g, '');
  return SECRETS.filter(([, value]) => packed.includes(value) || without.includes(value.replaceAll(' ', ''))).map(
    ([written]) => `secret: ${written}`,
  );
}

function personalIn(text: string): string[] {
  return Object.values(PERSONAL)
    .filter((value) => text.includes(value))
    .map((value) => `personal: ${value}`);
}

/** `own`: what a note holds is read back the same from its CSV, marks that cannot be seen included. */
function shown(text: string, { own }: Leave = {}): string[] {
  const at = [CONTROL, own ? /[\u2028\u2029]/ : HIDDEN].flatMap((harm) => harm.exec(text) ?? []);
  return at.map((sign) => `U+${sign.codePointAt(0)!.toString(16)} in ${near(text, text.indexOf(sign))}`);
}

/** Where each line means something, a line that somebody else had written into it. */
function forged(text: string): string[] {
  return FORGED.test(text) ? [`a forged line: ${FORGED.exec(text)![0]}`] : [];
}

const near = (text: string, at: number) => JSON.stringify(text.slice(Math.max(0, at - 30), at + 30));

const BY_KIND: Record<Exclude<Kind, 'archive'>, (text: string, leave: Leave) => string[]> = {
  terminal: (text) => shown(text.replace(COLOURS, '')),
  text: (text) => shown(text),
  // Escaped within a string nothing can act on the terminal that shows the document; a reader gets it back as it was.
  json: (text, leave) => {
    JSON.parse(text);
    // Whitespace between its parts; within a string a tab is escaped.
    return leave.own ? [] : shown(text.replaceAll('\t', ''));
  },
  csv: (text, leave) => [
    ...shown(text, leave),
    ...forged(text),
    ...cellsOf(text)
      .filter((cell) => /^[=+\-@\t\r]/.test(cell.trimStart()) && !/^[+-]?\d[\d.]*$/.test(cell))
      .map((cell) => `a formula: ${cell.slice(0, 40)}`),
  ],
  mail: inMail,
  link: (text) => {
    const url = new URL(text.trim());
    const odd = [...url.searchParams.keys()].filter((name) => !['subject', 'body'].includes(name));
    const parts = [decodeURIComponent(url.pathname), url.searchParams.get('subject') ?? ''];
    const broken = parts.filter((part) => /[\r\n]/.test(part)).map(() => 'a line break in an address or subject');
    const body = (url.searchParams.get('body') ?? '').replaceAll('\r\n', '\n');
    return [...odd.map((name) => `a field: ${name}`), ...broken, ...shown(body), ...secretsIn(body)];
  },
  html: (text) => [
    ...shown(text),
    ...tagsOf(text)
      .filter((tag) => /^<\/?(?:script|img|iframe|object|embed|form|input|base|link)\b/i.test(tag))
      .map((tag) => `an element: ${tag}`),
    ...tagsOf(text)
      .filter((tag) => /[\s/"']on[a-z]+\s*=|(?:href|src|action)\s*=\s*["']?\s*(?:javascript|data|https?):/i.test(tag))
      .map((tag) => `an attribute: ${tag}`),
  ],
  calendar: (text) => {
    const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
    const known =
      /^(?:(?:BEGIN|END):V(?:CALENDAR|EVENT|ALARM)|(?:VERSION|CALSCALE|PRODID|METHOD|X-PUBLISHED-TTL|X-WR-CALNAME|UID|SUMMARY|DTSTAMP|DTSTART|DTEND|DURATION|DESCRIPTION|SEQUENCE|ACTION|TRIGGER|TRANSP|STATUS|CATEGORIES|CLASS|CREATED|LAST-MODIFIED)[:;].*|)$/;
    const poisoned = /evil|alert\(|cmd\|calc/.test(text) ? ['what the person wrote'] : [];
    return [...lines.filter((line) => !known.test(line)).map((line) => `a line: ${line}`), ...poisoned];
  },
  journal: (text, leave) => [
    ...shown(text, leave),
    ...forged(text),
    ...text
      .split('\n')
      .filter(
        (line) =>
          !/^(?:$|;|[ ]{2,}|\d{4}-\d{2}-\d{2} |commodity |account |decimal-mark |option "(?:title" "okhelp|operating_currency"))/.test(
            line,
          ),
      )
      .map((line) => `a line: ${line}`),
  ],
};

/** The texts between the tags are escaped, so that what looks like a tag is one. */
function tagsOf(html: string): string[] {
  return html.match(/<[a-z!/][^>]*>/gi) ?? [];
}

/** RFC 4180. */
function cellsOf(csv: string): string[] {
  const cells = csv.replace(/^\ufeff/, '').match(/"(?:[^"]|"")*"|[^,\n]+/g) ?? [];
  return cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}

const HEADERS =
  /^(?:From|To|Subject|Content-Language|Date|Message-ID|MIME-Version|Content-Type|Content-Transfer-Encoding|Content-Disposition|X-Unsent):/i;

/** The headers of a mail, and each of its parts as it is read. */
function inMail(text: string): string[] {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const headers = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const found = headers.filter((line) => !HEADERS.test(line)).map((line) => `a header: ${line}`);
  found.push(
    ...shown(headers.map(decodedWords).join('\n')),
    ...headers.flatMap((line) => secretsIn(decodedWords(line))),
  );
  const type = headers.find((line) => /^content-type:/i.test(line)) ?? '';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary) {
    for (const part of body.split(`--${boundary}`).slice(1, -1)) found.push(...inMail(part.replace(/^\r\n/, '')));
    return found;
  }
  const coding = headers.find((line) => /^content-transfer-encoding:/i.test(line)) ?? '';
  const bytes = /base64/i.test(coding)
    ? Buffer.from(body, 'base64')
    : /quoted-printable/i.test(coding)
      ? Buffer.from(
          body
            .replace(/=\r\n/g, '')
            .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        )
      : Buffer.from(body);
  const name = decodedWords(headers.find((line) => /^content-disposition:/i.test(line)) ?? '');
  const said = bytes.toString('utf8').replaceAll('\r\n', '\n');
  if (/name=/.test(name)) return [...found, ...secretsIn(said)];
  return [...found, ...shown(said), ...secretsIn(said)];
}

/** RFC 2047. */
function decodedWords(header: string): string {
  return header.replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, coding: string, word: string) =>
    coding.toUpperCase() === 'B'
      ? Buffer.from(word, 'base64').toString()
      : Buffer.from(
          word
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/g, (__, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ).toString(),
  );
}

function inArchive(bytes: Uint8Array, leave: Leave): string[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, content]) => {
    const odd = /^[/\\]|(?:^|\/)\.\.(?:\/|$)|[\\:*?"<>|]/.test(name) || shown(name).length > 0;
    const found = [...(odd ? ['its name'] : []), ...(leave.own ? [] : secretsIn(name))];
    const kind = kindOf(name);
    if (kind && !name.includes('/evidence/')) found.push(...harmIn(content, kind, leave));
    // Evidence is the person's file, byte for byte, unless there is a secret in it.
    else if (!leave.own) found.push(...secretsIn(strFromU8(content, true)));
    return found.map((harm) => `${JSON.stringify(name)}: ${harm}`);
  });
}

/** By the ending of a name; null for what nobody reads as a text. */
export function kindOf(name: string): Kind | null {
  const ending = /\.([a-z]+)$/.exec(name)?.[1] ?? '';
  const kinds: Record<string, Kind> = {
    csv: 'csv',
    json: 'json',
    txt: 'text',
    eml: 'mail',
    html: 'html',
    ics: 'calendar',
    zip: 'archive',
    hledger: 'journal',
    beancount: 'journal',
  };
  return kinds[ending] ?? null;
}
