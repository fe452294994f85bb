// A short script for the phone: what to say first, the facts in order, what to ask for; and a form for what one is told.
import type { Messages } from '../../messages/index.ts';
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
  type Voice,
} from './material.ts';

/** What is to be said stands in `voice`; what is meant for the caller alone, in `own`: the language of the run. */
export function phoneDraft(material: Material, voice: Voice, own: Messages['draft']): ChannelDraft {
  const { input, finding } = material;
  const { kinds, phone } = voice.words;
  const { spoken } = phone;
  const kind = kinds[input.problem.id];
  const body = paragraphs([
    `${spoken.opening(input.name || `[${voice.email.mail.yourName}]`, kind)}\n${spoken.yourName}`,
    part(spoken.facts, bullets(detailRows({ ...input, caseId: null }, [], voice.email)), voice),
    part(spoken.earlier, bullets(historyLines(withProvider(material.timeline), () => null, voice, 6)), voice),
    part(
      spoken.asks,
      numbered([...requestsOf(input.outcome, finding, voice.email.mail), spoken.byWhen, spoken.inWriting]),
      voice,
    ),
    spoken.close,
  ]);
  const { never, form } = own.phone;
  return draftOf('phone', material, voice, {
    body,
    more: [
      { id: 'never', title: never.title, text: [...bullets(never.lines), never.rest].join('\n') },
      { id: 'form', title: form.title, text: form.lines.map((line) => form.row(line, '_'.repeat(24))).join('\n') },
    ],
    missing: missingFields(material),
  });
}
