// The first message for a live chat, short enough for its box, and the second with the details.
import type { MailField } from '../../knowledge/content.ts';
import type { Messages } from '../../messages/index.ts';
import { detailRows, readableTime, requestsOf } from '../details.ts';
import {
  bullets,
  type ChannelDraft,
  chosenAnswers,
  draftOf,
  known,
  type Material,
  missingFields,
  numbered,
  paragraphs,
  part,
  referenceOf,
  type Voice,
} from './material.ts';

/** The first message has fewer characters than this, counted as Unicode code points. */
export const CHAT_LIMIT = 500;

/** Of most use to a clerk first: what finds the entry, then what explains it. */
const ORDER: readonly MailField[] = [
  'transaction',
  'time',
  'amount',
  'account',
  'errorCode',
  'counterparty',
  'errorMessage',
];

/** `own` are the words of the run, for the titles; `second` makes the second message the draft itself. */
export function chatDraft(material: Material, voice: Voice, own: Messages['draft'], second = false): ChannelDraft {
  const details = detailsMessage(material, voice);
  return draftOf('chat', material, voice, {
    body: second ? details : firstMessage(material, voice),
    more: second ? [] : [{ id: 'second', title: own.chat.later, text: details }],
    missing: missingFields(material),
  });
}

/** How many characters a text has, as a chat counts them. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** Each fact stands in it whole or not at all: half a transaction id would only mislead. */
function firstMessage(material: Material, voice: Voice): string {
  const { kinds, chat, labels } = voice.words;
  const { spoken } = chat;
  const opening = spoken.opening(kinds[material.input.problem.id]);
  const request = referenceOf(material.timeline) ? spoken.requestAgain : spoken.request;
  const closing = [request, spoken.more].join(voice.words.gap);
  const facts: string[] = [];
  const message = (more: readonly string[]) => [opening, ...more, closing].join(voice.words.gap);
  for (const [label, value] of factsOf(material, voice, labels.reference)) {
    const fact = spoken.fact(label, value);
    if (lengthOf(message([...facts, fact])) < CHAT_LIMIT) facts.push(fact);
  }
  return message(facts);
}

function factsOf(material: Material, { email }: Voice, referenceLabel: string): [string, string][] {
  const reference = referenceOf(material.timeline);
  const facts: [string, string][] = reference ? [[referenceLabel, reference]] : [];
  for (const field of ORDER) {
    const value = known(material, field);
    if (!value) continue;
    const shown =
      field === 'time'
        ? readableTime(value, email)
        : field === 'amount'
          ? [value, known(material, 'currency')].filter(Boolean).join(' ')
          : value;
    facts.push([email.fields[field], shown]);
  }
  return facts;
}

function detailsMessage(material: Material, voice: Voice): string {
  const { input, finding } = material;
  const { mail } = voice.email;
  return paragraphs([
    voice.words.chat.spoken.details,
    part(mail.details, bullets(detailRows({ ...input, caseId: null }, [], voice.email)), voice),
    part(mail.check.title, finding.lines, voice),
    part(
      mail.answers,
      bullets(chosenAnswers(material).map(({ question, answer }) => mail.answer(question, answer))),
      voice,
    ),
    part(mail.tried, bullets(input.tried), voice),
    part(mail.ask, numbered(requestsOf(input.outcome, finding, mail)), voice),
  ]);
}
