// Passphrases of several words, in quotes or up to the end of the clause: "passphrase: correct horse battery staple".
import { namesPassword, WORDS } from './password-words.ts';
import type { Find } from './told-secrets.ts';

const WORD = "[A-Za-z0-9!@#$%^&*+'’-]{2,20}";
const OWNER = String.raw`(?:\s+(?:for|of|on)\s+[\w.'’-]{2,20})?`;

const IN_QUOTES = new RegExp(
  String.raw`(?:${WORDS})${OWNER}[\s:=]*(?:is|was|是|为|to)?\s*(?:["“「『]|(?<=[\s:=])['‘])(?<phrase>${WORD}(?:\s${WORD}){1,11})["”」』'’]`,
  'giu',
);
/** Three words or more that end the clause. */
const TO_THE_END = new RegExp(
  String.raw`(?<word>${WORDS})${OWNER}(?<link>\s*(?:[:=]+>?|->|就?是|为)\s*|\s+(?:is|was)\s*:?\s+|\s+to\s+|\s+)(?<phrase>${WORD}(?: ${WORD}){2,11})(?=["”]?\s*(?:$|[\n,.;!?)，。；！？、）]))`,
  'giu',
);

/** Words of sentences about a password; a phrase made to be remembered hardly holds one. */
const SENTENCE = new Set(
  (
    'a an the my your our his her their is are was were be been being not no never must should can cannot could will would may might has have had ' +
    'does do did doesn’t don’t please and or but so if because since when while where which that this these those it its i me we you he she ' +
    'they them to of for from with without in on at by as after before until again still always too very only just now then later yesterday today ' +
    'wrong incorrect invalid failed error required rejected refused blocked locked expired reset changed sent asked keeps kept says said shows ' +
    'shown tried try times time entered accepted forgotten lost code codes characters digits enter please removed app okpay support field page'
  ).split(' '),
);

/** Finds the whole phrase. "The password is wrong again", "password must be set" and the like stay. */
export function findPassphrases(text: string): Find[] {
  if (!namesPassword(text)) return [];
  const found: Find[] = [];
  for (const match of text.matchAll(IN_QUOTES)) if (!isSentence(match.groups!.phrase!)) found.push(spanOf(match));
  for (const match of text.matchAll(TO_THE_END)) {
    const { word, link, phrase } = match.groups!;
    // Behind a bare space or "to" as often a sentence goes on: only where it is called a phrase.
    const announced = /[:=>是为]/.test(link!);
    const long = phrase!.split(' ').length >= 4;
    const said = long && (/phrase/i.test(word!) || (/is|was/i.test(link!) && !/(?:ing|ed|ly)\b/i.test(phrase!)));
    if ((announced || said) && !isSentence(phrase!)) found.push(spanOf(match));
  }
  return found;
}

function isSentence(phrase: string): boolean {
  const words = phrase.toLowerCase().split(/\s/);
  return (
    words.some((word) => SENTENCE.has(word)) || !/[a-z]{2}/i.test(phrase) || words.every((word) => /\d/.test(word))
  );
}

function spanOf(match: RegExpExecArray): Find {
  const { phrase } = match.groups!;
  const start = match.index + match[0].lastIndexOf(phrase!);
  return { kind: 'password', start, end: start + phrase!.length };
}
