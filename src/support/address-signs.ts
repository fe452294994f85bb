// What is odd about an address in itself, whatever was saved: hidden characters, mixed alphabets, links that hide their goal.
import type { AddressParts } from './address-parts.ts';
import type { Change } from './changed-letters.ts';
import { hostingOf, isFreeMail, isIpAddress, isShortener, messengerOf } from './domain-name.ts';
import { alphabetsIn, codePoint, foreignLetters, plainLetters } from './look-alike-letters.ts';

export type SignId =
  // Against a saved one.
  | 'look-alike-letters'
  | 'look-alike-signs'
  | `letters-${Change}`
  | 'hyphen'
  | 'added-words'
  | 'other-ending'
  | 'name-in-front'
  | 'name-in-path'
  | 'name-before-at'
  | 'name-as-handle'
  | 'display-name'
  | 'number-ending'
  | 'number-changed'
  // In itself.
  | 'hidden-characters'
  | 'wide-letters'
  | 'mixed-alphabets'
  | 'foreign-letters'
  | 'punycode'
  | 'encoded-host'
  | 'userinfo'
  | 'ip-address'
  | 'port'
  | 'plain-http'
  | 'script-link'
  | 'app-link'
  | 'shortener'
  | 'messenger'
  | 'handle'
  | 'free-mail'
  | 'free-hosting'
  | 'address-as-name'
  | 'not-an-address';

export interface Sign {
  id: SignId;
  /** The part of the address that shows it, untrusted as the address is. */
  seen: string;
  /** What it is held against, or where it really leads; empty where there is none. */
  saved: string;
}

/** The signs that need nothing to compare with. */
export function ownSigns(parts: AddressParts): Sign[] {
  const found: Sign[] = [];
  const add = (id: SignId, seen: string, saved = '') => found.push({ id, seen, saved });
  const { kind, host, readHost, scheme } = parts;
  if (parts.hidden.length > 0) add('hidden-characters', parts.hidden.map(codePoint).join(', '));
  if (parts.wide) add('wide-letters', parts.text);
  if (kind === 'script') add('script-link', `${scheme}:`);
  if (kind === 'app-link') add('app-link', `${scheme}:`);
  if (/[@.]\w/.test(parts.display)) add('address-as-name', parts.display, `${parts.before}@${readHost}`);
  if (kind === 'handle') {
    letters(parts.handle, add);
    if (parts.messenger) add('messenger', parts.handle, parts.messenger);
    else add('handle', parts.handle);
  }
  if (kind !== 'email' && kind !== 'web') return found;
  if (host === '') add('not-an-address', parts.text);
  if (host !== readHost && /xn--/i.test(parts.text)) add('punycode', host, readHost);
  for (const label of readHost.split('.')) letters(label, add);
  if (kind === 'email') letters(parts.before, add);
  if (parts.encoded) add('encoded-host', parts.text, readHost);
  if (kind === 'web' && parts.before) add('userinfo', parts.before, readHost);
  if (isIpAddress(host)) add('ip-address', host);
  if (parts.port) add('port', parts.port);
  if (scheme === 'http') add('plain-http', 'http://');
  if (isShortener(host)) add('shortener', host);
  const messenger = messengerOf(host);
  if (messenger) add('messenger', host, messenger);
  if (kind === 'email' && isFreeMail(host)) add('free-mail', host);
  const hosting = hostingOf(host);
  if (hosting) add('free-hosting', host, hosting);
  return found;
}

/** A word of several alphabets; or one all of foreign letters that reads like plain ones. */
function letters(word: string, add: (id: SignId, seen: string, saved?: string) => void): void {
  const alphabets = alphabetsIn(word);
  if (alphabets.length > 1) add('mixed-alphabets', word, alphabets.join(', '));
  else if (/[^\x00-\x7f]/.test(word) && /^[\x00-\x7f]+$/.test(plainLetters(word)))
    add('foreign-letters', foreignLetters(word).join(', '), plainLetters(word));
}
