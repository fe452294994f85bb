// The second, shorter mail: what was sent when, what came back, and what is still missing.
import type { CaseEvent } from '../case-event.ts';
import { detailRows, requestsOf } from '../details.ts';
import { historyLines, withProvider } from './history.ts';
import {
  bullets,
  type ChannelDraft,
  draftOf,
  type Material,
  missingFields,
  numbered,
  paragraphs,
  part,
  referenceOf,
  type Voice,
} from './material.ts';

export interface FollowUp {
  /** The day of the first message (`2026-03-01`), where the timeline does not have it; null where nobody said. */
  sent: string | null;
  /** The day by which an answer is asked for; null where none is named. */
  by: string | null;
  /** Today, as the person's clocks show it. */
  today: string;
}

const ANSWERS: readonly CaseEvent['kind'][] = ['answer', 'final-answer', 'documents-asked', 'money-back'];

/** The message that the follow-up follows: the first that went to the provider, else a call; null where none is logged. */
export function firstContact(timeline: readonly CaseEvent[]): CaseEvent | null {
  const own = withProvider(timeline);
  return (
    own.find(({ kind }) => kind === 'sent' || kind === 'complaint') ?? own.find(({ kind }) => kind === 'call') ?? null
  );
}

/** The case number is asked for where none is known; at most four requests, since it is the second mail. */
export function followUpDraft(material: Material, { sent, by, today }: FollowUp, voice: Voice): ChannelDraft {
  const { input, finding } = material;
  const { spoken } = voice.words.followUp;
  const { mail } = voice.email;
  const timeline = withProvider(material.timeline);
  const first = firstContact(timeline);
  const day = first?.at.slice(0, 10) ?? sent;
  const kind = voice.words.kinds[input.problem.id];
  const reference = referenceOf(timeline);
  const written = first === null || ((first.channel ?? 'email') === 'email' && first.kind !== 'call');
  const opening = (written ? spoken.wrote : spoken.contacted)(day ?? mail.fillInWhat(spoken.firstDay), kind);
  const lines = historyLines(timeline, () => null, voice, 8);
  const asks = requestsOf(input.outcome, finding, mail).slice(0, 4);
  const body = paragraphs([
    spoken.greeting,
    [opening, standing(timeline, today, voice)].join(voice.words.gap),
    lines.length > 1 ? part(spoken.history, bullets(lines), voice) : null,
    part(spoken.facts, bullets(detailRows(input, [], voice.email)), voice),
    part(spoken.asks, numbered([...asks, ...(reference ? [] : [mail.askBack])]), voice),
    by === null ? spoken.soon : spoken.by(by),
    spoken.next,
    mail.noSecrets,
    [spoken.closing, input.name || mail.fillInWhat(mail.yourName), input.from && mail.reply(input.from)]
      .filter(Boolean)
      .join('\n'),
  ]);
  return draftOf('follow-up', material, voice, {
    to: input.to,
    from: input.from,
    subject: spoken.subject(input.problem.mail.subject, reference),
    body,
    missing: [...(day === null ? ['sent'] : []), ...missingFields(material)],
  });
}

/** Whether anybody answered, and a promise whose day is over. */
function standing(timeline: readonly CaseEvent[], today: string, { words }: Voice): string {
  const { spoken } = words.followUp;
  const answer = timeline.findLast(({ kind }) => ANSWERS.includes(kind));
  const broken = timeline.findLast(({ promised, due }) => promised && due && due < today);
  // Who was only called did answer.
  const silence = firstContact(timeline)?.kind === 'call' ? spoken.spoke : spoken.silent;
  const sentences = [answer ? spoken.unsolved(answer.at.slice(0, 10)) : silence];
  if (broken) sentences.push(spoken.promise(broken.promised!, broken.due!));
  return sentences.join(words.gap);
}
