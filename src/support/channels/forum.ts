// A post for a forum: what happened in order, in detail, without who it happened to.
import { dayNamed } from '../calendar-days.ts';
import type { CaseEvent } from '../case-event.ts';
import {
  bullets,
  type ChannelDraft,
  chosenAnswers,
  draftOf,
  isProviders,
  known,
  type Material,
  paragraphs,
  part,
  type Voice,
} from './material.ts';
import {
  firstDay,
  magnitudeOf,
  personalValues,
  publicCurrency,
  publicErrorCode,
  withoutIdentity,
} from './public-facts.ts';

/** Days from the first one, sizes of amounts, our own words for what happened, and what was tried without what is personal. */
export function forumDraft(material: Material, voice: Voice): ChannelDraft {
  const { words, email } = voice;
  const { spoken } = words.forum;
  const company = material.company ?? words.companyOpen;
  const kind = words.kinds[material.input.problem.id];
  const size = magnitudeOf(known(material, 'amount'));
  const code = publicErrorCode(material);
  const personal = personalValues(material);
  const body = paragraphs([
    spoken.opening(company, kind),
    part(spoken.happened, bullets(dayLines(material, voice)), voice),
    part(
      spoken.more,
      bullets([
        ...(size ? [spoken.amount(size, publicCurrency(material) ?? '')] : []),
        ...(code ? [spoken.errorCode(code)] : []),
        ...chosenAnswers(material).map(({ question, answer }) => email.mail.answer(question, answer)),
      ]),
      voice,
    ),
    part(
      spoken.tried,
      bullets(material.input.tried.map((line) => withoutIdentity(line, personal, spoken.left))),
      voice,
    ),
    spoken.question,
    spoken.closing,
  ]);
  return draftOf('forum', material, voice, {
    subject: spoken.subject(company, kind),
    body,
    missing: material.company === null ? ['company'] : [],
  });
}

type Told = keyof Voice['words']['forum']['spoken']['events'];

/** "Day 3: support asked for documents", by the calendar days in which the entries were recorded. */
function dayLines(material: Material, { words }: Voice): string[] {
  const { spoken } = words.forum;
  const start = firstDay(material);
  if (start === null) return [];
  const dayOf = (date: string) => (dayNamed(date.slice(0, 10)) ?? 0) - dayNamed(start)! + 1;
  const { time = '' } = material.input.fields;
  const days = /^\d{4}-\d{2}-\d{2}T/.test(time) ? [{ day: dayOf(time), text: spoken.began }] : [];
  for (const event of material.timeline)
    if (Object.hasOwn(spoken.events, event.kind)) days.push({ day: dayOf(event.at), text: spokenOf(event, spoken) });
  return [...new Set(days.sort((a, b) => a.day - b.day).map(({ day, text }) => spoken.day(day, text)))];
}

function spokenOf(event: CaseEvent, spoken: Voice['words']['forum']['spoken']): string {
  if (isProviders(event)) return spoken.events[event.kind as Told];
  return event.kind === 'answer' || event.kind === 'final-answer' ? spoken.fromBody : spoken.toBody;
}
