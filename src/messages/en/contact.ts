// The words of the contact commands: saved channels, and what is odd about an address.
import type { ContactKind } from '../../store/store.ts';
import type { SignId } from '../../support/address-signs.ts';

interface SignWords {
  /** What is seen. */
  says: string;
  /** Why that is a reason for distrust. */
  why: string;
}

const slip = 'One slip in reading is enough to take it for the right one. Such names are registered for just that.';

const signs: Record<SignId, (seen: string, saved: string) => SignWords> = {
  'look-alike-letters': (seen, saved) => ({
    says: `It looks like ${saved}, but has other letters in it: ${seen}.`,
    why: 'To a computer these are different letters, so the address leads to somebody else.',
  }),
  'look-alike-signs': (seen, saved) => ({
    says: `${seen} can be taken for ${saved}: signs that look alike were exchanged, such as 0 and o, 1 and l, rn and m.`,
    why: slip,
  }),
  'letters-swapped': (seen, saved) => ({ says: `Two letters are swapped: ${seen} instead of ${saved}.`, why: slip }),
  'letters-doubled': (seen, saved) => ({ says: `A letter is doubled: ${seen} instead of ${saved}.`, why: slip }),
  'letters-added': (seen, saved) => ({ says: `A letter was added: ${seen} instead of ${saved}.`, why: slip }),
  'letters-missing': (seen, saved) => ({ says: `A letter is missing: ${seen} instead of ${saved}.`, why: slip }),
  'letters-replaced': (seen, saved) => ({ says: `A letter was replaced: ${seen} instead of ${saved}.`, why: slip }),
  'letters-several': (seen, saved) => ({
    says: `It differs in only a few letters: ${seen} instead of ${saved}.`,
    why: slip,
  }),
  hyphen: (seen, saved) => ({
    says: `Only the hyphens, dots or underscores differ: ${seen} instead of ${saved}.`,
    why: 'With or without a hyphen it is another name, and it can belong to somebody else.',
  }),
  'added-words': (seen, saved) => ({
    says: `It is the saved name with something added: ${seen} instead of ${saved}.`,
    why: 'Anybody can register a name with “support”, “help” or “service” in it.',
  }),
  'other-ending': (seen, saved) => ({
    says: `The name is the same, the ending is another: ${seen} instead of ${saved}.`,
    why: 'Each ending is registered separately; the owner of one need not own the other.',
  }),
  'name-in-front': (seen, saved) => ({
    says: `The saved name only stands in front: ${seen} belongs to ${saved}.`,
    why: 'Whoever owns the end of an address can put any name before it.',
  }),
  'name-in-path': (seen, saved) => ({
    says: `The saved name only stands behind the slash: ${seen}. The site is ${saved}.`,
    why: 'What follows the slash can be chosen freely and says nothing of the owner.',
  }),
  'name-before-at': (seen, saved) => ({
    says: `The saved name only stands before the @: ${seen}. The mail goes to ${saved}.`,
    why: 'The part before the @ can be chosen freely and says nothing of the owner.',
  }),
  'name-as-handle': (seen) => ({
    says: `It is an account in a messenger or network with a name like the saved one: ${seen}.`,
    why: 'Such a name goes to whoever takes it first. Many “support” accounts there are made by fraudsters.',
  }),
  'display-name': (seen) => ({
    says: `The name shown before the address is like the saved one: ${seen}. The address itself is another.`,
    why: 'Anybody can write any name there.',
  }),
  'number-ending': (seen, saved) => ({
    says: `It ends in the same digits: ${seen} and ${saved}.`,
    why: 'With another country or area code it can be somebody else’s telephone. Dial the saved number.',
  }),
  'number-changed': (seen, saved) => ({
    says: `Only a digit or two differ: ${seen} instead of ${saved}.`,
    why: 'Every digit counts. It is another telephone.',
  }),
  'hidden-characters': (seen) => ({
    says: `It holds characters that cannot be seen: ${seen}.`,
    why: 'They hide where an address leads, or turn the order of what you read. Honest addresses have none.',
  }),
  'wide-letters': () => ({
    says: 'It is written in special forms of letters, such as wide ones.',
    why: 'They slip past filters and hide what an address is. Honest addresses are written plainly.',
  }),
  'mixed-alphabets': (seen, saved) => ({
    says: `Letters of several alphabets stand in one word: ${seen} (${saved}).`,
    why: 'Hardly anybody does so, except to imitate a name.',
  }),
  'foreign-letters': (seen, saved) => ({
    says: `It reads like ${saved}, but is written in other letters: ${seen}.`,
    why: 'To a computer these are different letters, so the address leads to somebody else.',
  }),
  punycode: (seen, saved) => ({
    says: `${seen} is the coded form of ${saved}.`,
    why: 'The code is a normal way to write such letters, and also a way to hide them. Look at the letters themselves.',
  }),
  'encoded-host': (_, saved) => ({
    says: `It is written in a roundabout way and leads to ${saved}.`,
    why: 'The only use of that is to keep you from seeing where it leads.',
  }),
  userinfo: (seen, saved) => ({
    says: `${seen} before the @ counts for nothing: the link leads to ${saved}.`,
    why: 'This is an old trick to put a known name at the front of a link.',
  }),
  'ip-address': (seen) => ({
    says: `It has a number in place of a name: ${seen}.`,
    why: 'Official pages have a name. A bare number does not show whose it is.',
  }),
  port: (seen) => ({
    says: `It leads to an unusual door of the computer there (port ${seen}).`,
    why: 'Official pages for customers rarely need that.',
  }),
  'plain-http': () => ({
    says: 'The connection is not encrypted (http, not https).',
    why: 'Others can read and change what is sent. Never log in there.',
  }),
  'script-link': (seen) => ({
    says: `It is no address but a piece of program or a page inside the link (${seen}).`,
    why: 'It runs on your device. Support never sends such a thing.',
  }),
  'app-link': (seen) => ({
    says: `It opens an app on your device (${seen}) and does not show where it leads.`,
    why: 'Open the app yourself and find support there.',
  }),
  shortener: (seen) => ({
    says: `It is a short link (${seen}): where it leads cannot be seen.`,
    why: 'Its goal is hidden and can be changed at any time.',
  }),
  messenger: (seen, saved) => ({
    says: `It is an account or group in a messenger (${saved}: ${seen}).`,
    why: 'Anybody can open one under any name. Official support is reached from inside the app.',
  }),
  handle: (seen) => ({
    says: `It is an account name, as messengers and social networks have them (${seen}).`,
    why: 'Anybody can open an account under any name. Take an official one only from inside the app or from the official site.',
  }),
  'free-mail': (seen) => ({
    says: `It is a box at a public mail service (${seen}).`,
    why: 'Anybody can have one. Companies write from a domain of their own.',
  }),
  'free-hosting': (_, saved) => ({
    says: `It is a page under ${saved}, where anybody can have one.`,
    why: 'The owner of the service is not the maker of the page.',
  }),
  'address-as-name': (seen, saved) => ({
    says: `An address stands in the place of the name (${seen}), and the real one is ${saved}.`,
    why: 'Many mail programs show only the name.',
  }),
  'not-an-address': () => ({
    says: 'A browser or mail program cannot read it as an address.',
    why: 'Something in it is wrong or was left out. Do not try to repair it.',
  }),
};

const kinds: Record<ContactKind, string> = {
  email: 'e-mail',
  phone: 'phone',
  web: 'web page',
  app: 'in the app',
  chat: 'live chat',
  social: 'social media',
};

const expected: Record<ContactKind, string> = {
  email: 'a mail address such as name@example.com',
  phone: 'a telephone number',
  web: 'a web address',
  app: 'the place in the app, on one line',
  chat: 'the place of the chat, on one line',
  social: 'the name of the account, on one line',
};

export const contact = {
  summary: 'Shows the official channels you saved, or checks an address against them',
  description:
    'okhelp ships no address of any wallet, because none can be verified. Save what you find inside your own app or account; okhelp then compares other addresses with it. It does not go online and calls no address safe. With --check the exit status is 0 only where the address is exactly one that you saved, and 1 otherwise.',
  options: { check: 'an address, link, telephone number or account name to compare with those you saved' },
  examples: [
    ['okhelp contact', 'what you saved'],
    ['okhelp contact --check support@okpay-help.example', 'is this one of them?'],
    ['okhelp contact add', 'save one that you found'],
    ['okhelp contact remove k1', 'remove one'],
  ] as [string, string][],

  saved: 'Official channels that you saved',
  savedOn: (day: string, found: string) => `saved on ${day}; found: ${found}`,
  isDefault: 'drafts are addressed to it',
  inSettings: (value: string) => `Drafts are addressed to ${value} (setting support-address).`,
  none: 'You have saved no official channel yet.',
  where:
    'Where to look: in your own app, or in your account on the page whose address you typed in yourself, under “Help”, “Support” or “Contact us”. It lists what there is: e-mail, telephone, live chat. okhelp knows no address of any wallet, because none can be verified; search results, messages and callers are not to be trusted for it.',
  addHint:
    'Save what you find with `okhelp contact add`. Compare another address with `okhelp contact --check ADDRESS`.',
  kinds,
  expected,

  add: {
    summary: 'Saves an official channel that you found in your own app or account',
    kind: 'what it is: email, phone, web, app, chat or social',
    value: 'the address, number, or the place in the app',
    options: {
      found: 'where you found it, in your own words',
      memo: 'anything else worth knowing, such as opening hours',
      use: 'address drafts to it from now on (e-mail)',
    },
    examples: [
      ['okhelp contact add', 'okhelp asks'],
      ['okhelp contact add email support@wallet.example --found "in the app, Me > Help"', 'in one line'],
      ['okhelp contact add app "Me > Help > Live chat" --found "in the app"', 'a place in the app'],
    ] as [string, string][],
    parts: { kind: 'Kind', value: 'Address or place', found: 'Where you found it' },
    saveIt: 'Save it',
    whichKind: 'What did you find?',
    whichValue: 'Type or paste it.',
    whereFound: 'Where did you find it?',
    whyFound:
      'So that you can tell later whether it can be trusted. Save nothing from a search result, a message or a caller.',
    foundHint: 'for example: in the app, Me > Help',
    notThis: (expected: string) => `That does not fit. Expected: ${expected}.`,
    found: 'where it was found',
    saveAnyway: 'Save it all the same? Only if you saw it inside your own app or account.',
    notSaved: 'Not saved.',
    done: (id: string, value: string) => `Saved as ${id}: ${value}`,
    already: (id: string, day: string) => `It was saved before, as ${id} on ${day}.`,
    useIt: 'Address drafts to it from now on?',
    used: (value: string) => `Drafts are now addressed to ${value}.`,
    useHint: (value: string) => `To address drafts to it: \`okhelp config set support-address ${value}\`.`,
    secret: 'A secret was recognised in what you typed, and was left out.',
  },

  remove: {
    summary: 'Removes a saved channel',
    ids: 'its id, as `okhelp contact` shows it',
    examples: [['okhelp contact remove k1', 'remove one']] as [string, string][],
    done: (id: string, value: string) => `Removed ${id}: ${value}`,
    unset: 'Drafts are not addressed to it any more.',
  },

  check: {
    same: (address: string) => `${address} is exactly the one that you saved.`,
    looksAlike: (address: string) => `${address} looks like one that you saved, and is NOT that one.`,
    different: (address: string) => `${address} is none of those that you saved.`,
    unknown: (address: string) => `${address}: nothing of this kind was saved to compare it with.`,
    saved: (value: string, day: string, found: string) => `Saved: ${value}, on ${day}; found: ${found}`,
    fromSettings: (value: string) => `Saved: ${value} (setting support-address)`,
    sameDomain: (domain: string) =>
      `It belongs to ${domain}, like one that you saved, but it is another address there. That alone is no warning sign.`,
    readAs: (address: string) => `It is written so that nobody opens it by accident. Read as: ${address}`,
    leadsTo: (host: string) => `It leads to ${host}.`,
    signs: 'Warning signs',
    noSigns: 'okhelp sees no warning sign in it. That does not make it safe: okhelp cannot know whose it is.',
    sameCare:
      'Take care all the same: the sender shown in a mail and the number shown for a call can be faked. Do not answer; write or call yourself.',
    advice: 'Do not log in, pay or write there. Use the channel that you saved, or look again in your own app.',
    adviceOdd: 'Do not log in, pay or write there. Look in your own app or account for the official channels.',
    adviceOther:
      'Use it only if you find it in your own app or account as well. Until then, use the channel that you saved.',
    adviceUnknown:
      'Look in your own app or account for the official channels, and save them with `okhelp contact add`.',
    warning: (address: string, saved: string) =>
      `${address} looks like ${saved}, which you saved, and is not that one. See \`okhelp contact --check\`.`,
    odd: (address: string) => `${address} shows warning signs:`,
  },
  signs,
};
