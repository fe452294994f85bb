// How an entry of the timeline is worded on one line.
import type { Context } from '../../context.ts';
import type { CaseEvent } from '../../support/case-event.ts';
import type { WholeCase } from './whole.ts';

/** What an entry says besides its time and kind; drafts, evidence, steps and bodies by their names. */
export function eventDetails(
  event: CaseEvent,
  { drafts, evidence, region, problem }: Pick<WholeCase, 'drafts' | 'evidence' | 'region' | 'problem'>,
  { t }: Pick<Context, 't'>,
): string {
  const { details: words, channels, results } = t.cases;
  const bodyName = (id: string) => region?.ladder.find((body) => body.id === id)?.name ?? id;
  const draft = drafts.find(({ id }) => id === event.draft);
  const file = evidence.find(({ id }) => id === event.evidence);
  const outcome = problem?.outcomes.find(({ id }) => id === event.outcome)?.title ?? event.outcome;
  const step = region?.emergency.find(({ id }) => id === event.step)?.text ?? event.step;
  const details = [
    outcome,
    event.draft && (draft ? words.named(t.cases.drafts[draft.kind], draft.id) : event.draft),
    event.evidence && (file ? words.named(file.name, file.id) : event.evidence),
    step,
    event.body && event.body !== 'provider' && bodyName(event.body),
    event.channel && !(event.kind === 'call' && event.channel === 'phone') && words.by(channels[event.channel]),
    event.to && words.to(event.to),
    event.with && words.with(event.with),
    event.amount && [event.amount, event.currency].filter(Boolean).join(' '),
    event.result && results[event.result],
    event.promised && words.promised(event.promised),
    event.due && words.due(event.due),
    event.reference && words.reference(event.reference),
  ]
    .filter(Boolean)
    .join(words.break);
  return [details, event.text].filter(Boolean).join(' · ');
}
