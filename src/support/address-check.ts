// Holds an address against those that the person saved: the same, like one of them, another one, or nothing to compare with.
import { type AddressParts, addressParts, type ToUnicode } from './address-parts.ts';
import { ownSigns, type Sign } from './address-signs.ts';
import { changeBetween } from './changed-letters.ts';
import { isFreeMail, isShortener, messengerOf } from './domain-name.ts';
import { foreignLetters, plainLetters, skeleton } from './look-alike-letters.ts';

/** An address that the person found and saved. */
export interface SavedAddress {
  /** `k2`; null for the one that stands in the settings alone. */
  id: string | null;
  value: string;
}

/**
 * `same`: exactly one of the saved ones. `looks-alike`: not one of them, but made or written like one. `different`: of a
 * kind that was saved, and another one. `unknown`: nothing of that kind was saved. None of them says that it is safe.
 */
export type AddressVerdict = 'same' | 'looks-alike' | 'different' | 'unknown';

export interface AddressCheck {
  parts: AddressParts;
  verdict: AddressVerdict;
  /** The saved one that it is, or is most like; null where it is like none. */
  closest: SavedAddress | null;
  /** What is a reason to distrust it; those about a saved one first. */
  signs: Sign[];
  /** Whether its site or mail domain is a saved one's, though the address is another. */
  sameDomain: boolean;
}

interface Candidate {
  saved: SavedAddress;
  parts: AddressParts;
}

/** `toUnicode` is node:url's domainToUnicode. */
export function checkAddress(given: string, saved: readonly SavedAddress[], toUnicode: ToUnicode): AddressCheck {
  const parts = addressParts(given, toUnicode);
  const known = saved.map((one): Candidate => ({ saved: one, parts: addressParts(one.value, toUnicode) }));
  const own = ownSigns(parts);
  const disguised = parts.hidden.length > 0 || parts.wide || parts.encoded;
  const equal = known.find((one) => isSame(parts, one.parts));
  const asWritten = equal && (!disguised || equal.saved.value.trim() === parts.text);
  if (asWritten) {
    // That anybody can open an account is no sign against the one that the person found and saved.
    const signs = own.filter(({ id }) => id !== 'handle');
    return { parts, verdict: 'same', closest: equal.saved, signs, sameDomain: true };
  }

  const compared = known.flatMap((one) => likeness(parts, one).map((sign) => ({ sign, saved: one.saved })));
  const sibling = known.find((one) => isOfSameDomain(parts, one.parts));
  // The same digits without the country or area code may be the same telephone.
  const like = equal?.saved ?? compared.find(({ sign }) => sign.id !== 'number-ending')?.saved ?? null;
  const comparable = known.some((one) => isComparable(parts, one.parts));
  return {
    parts,
    verdict: like ? 'looks-alike' : comparable ? 'different' : 'unknown',
    closest: like ?? compared[0]?.saved ?? sibling?.saved ?? null,
    signs: distinct([...compared.map(({ sign }) => sign), ...own]),
    sameDomain: sibling !== undefined,
  };
}

function distinct(signs: readonly Sign[]): Sign[] {
  return signs.filter(({ id, seen }, i) => signs.findIndex((other) => other.id === id && other.seen === seen) === i);
}

/** The same place: capitals, spaces in a number and a slash at the end apart. */
function isSame(a: AddressParts, b: AddressParts): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'email')
    return a.host !== '' && a.host === b.host && a.before.toLowerCase() === b.before.toLowerCase() && a.path === b.path;
  if (a.kind === 'web')
    return a.host !== '' && a.host === b.host && a.port === b.port && a.path === b.path && !a.before && secured(a, b);
  if (a.kind === 'phone') return a.digits === b.digits;
  if (a.kind === 'handle') return a.handle === b.handle;
  return a.kind === 'words' && words(a.text) === words(b.text);
}

/** A page saved without `http://` is meant with encryption. */
function secured(a: AddressParts, b: AddressParts): boolean {
  return (a.scheme === 'http') === (b.scheme === 'http');
}

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
const hasHost = ({ kind }: AddressParts): boolean => kind === 'email' || kind === 'web';

function isComparable(a: AddressParts, b: AddressParts): boolean {
  return a.kind === b.kind ? a.kind !== 'words' : hasHost(a) && hasHost(b);
}

function isOfSameDomain(a: AddressParts, b: AddressParts): boolean {
  return a.domain !== null && a.domain.registered === b.domain?.registered && !anybodys(a.readHost);
}

/** Where the domain says nothing of who writes: each box or page there is somebody else's. */
function anybodys(host: string): boolean {
  return isFreeMail(host) || isShortener(host) || messengerOf(host) !== null;
}

/** In what `a` is like a saved one without being it. */
function likeness(a: AddressParts, { saved, parts: b }: Candidate): Sign[] {
  const sign = (id: Sign['id'], seen: string, of = saved.value): Sign => ({ id, seen, saved: of });
  if (a.kind === 'phone') return b.kind === 'phone' ? likeNumber(a.digits, b.digits, sign) : [];
  if (isOfSameDomain(a, b)) {
    // Another box there is its owner's, unless it is the saved one with a slip.
    const boxes = a.kind === 'email' && b.kind === 'email' ? likeName(a.before, b.before, sign) : [];
    return boxes.filter(({ id }) => id !== 'added-words');
  }
  const name = nameOf(b);
  if (name === null) return [];
  const found: Sign[] = [];
  if (a.kind === 'web' && holds(a.before, name)) found.push({ id: 'userinfo', seen: a.before, saved: a.readHost });
  if (a.domain && b.domain && !anybodys(b.readHost)) {
    const { registered, name: own, ending } = a.domain;
    if (own === name && ending !== b.domain.ending) found.push(sign('other-ending', registered, b.domain.registered));
    else if (!anybodys(a.readHost)) found.push(...likeName(own, name, sign, registered, b.domain.registered));
    if (holds(a.domain.before.join('.'), name)) found.push(sign('name-in-front', a.readHost, registered));
    if (a.kind === 'web' && holds(a.path, name)) found.push(sign('name-in-path', a.path, registered));
  }
  if (a.kind === 'email' && a.host !== b.host && holds(a.before, name))
    found.push(sign('name-before-at', a.before, a.domain?.registered ?? a.readHost));
  if (holds(a.display, name) && hasHost(a)) found.push(sign('display-name', a.display));
  if (a.kind === 'handle' && !(b.kind === 'handle' && a.handle === b.handle)) {
    if (b.kind !== 'handle' && flat(a.handle) === flat(name)) found.push(sign('name-as-handle', a.handle));
    else found.push(...likeName(a.handle, name, sign));
  }
  if (a.kind === 'web' && messengerOf(a.host) && holds(a.path, name)) found.push(sign('name-as-handle', a.path));
  return found;
}

type Make = (id: Sign['id'], seen: string, of?: string) => Sign;

/** What a saved address is known by: its domain's name, or the handle itself; null where it is too short to compare. */
function nameOf({ domain, readHost, handle, before, kind }: AddressParts): string | null {
  const name = kind === 'email' && isFreeMail(readHost) ? before : (domain?.name ?? handle);
  return name.length >= 3 ? name : null;
}

/** `okpay_support`, `ok-pay` without what joins their words. */
const flat = (text: string): string => text.toLowerCase().replace(/[\s._-]/g, '');

/** Whether the eye finds `name` in `text`. */
function holds(text: string, name: string): boolean {
  if (flat(name).length < 4) return flat(text) === flat(name) && text !== '';
  return flat(text).includes(flat(name)) || skeleton(flat(text)).includes(skeleton(flat(name)));
}

function likeName(own: string, name: string, make: Make, seen = own, of = name): Sign[] {
  const [a, b] = [own.toLowerCase(), name.toLowerCase()];
  if (a === b) return [];
  if (plainLetters(a) === plainLetters(b))
    return [make('look-alike-letters', foreignLetters(a).join(', ') || seen, of)];
  if (flat(a) === flat(b)) return [make('hyphen', seen, of)];
  const change = changeBetween(b, a);
  if (skeleton(a) === skeleton(b) && change !== 'swapped') return [make('look-alike-signs', seen, of)];
  const kind = change ?? changeBetween(skeleton(b), skeleton(a));
  if (kind) return [make(`letters-${kind}`, seen, of)];
  return flat(b).length >= 4 && holds(a, b) ? [make('added-words', seen, of)] : [];
}

function likeNumber(own: string, saved: string, make: Make): Sign[] {
  if (own === saved) return [];
  const [a, b] = [own.replace('+', ''), saved.replace('+', '')];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 5 && long.endsWith(short.replace(/^0/, ''))) return [make('number-ending', own, saved)];
  return changeBetween(b, a) ? [make('number-changed', own, saved)] : [];
}
