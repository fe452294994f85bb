// The timeline of a case as lines of a letter: when somebody was written to or called, and what was said.
import type { CaseEvent } from '../case-event.ts';
import { isProviders, type Voice } from './material.ts';

/** Kinds of entries that a letter tells of; the others are okhelp's own or private. */
const TOLD: readonly CaseEvent['kind'][] = [
  'sent',
  'follow-up',
  'complaint',
  'call',
  'answer',
  'documents-asked',
  'documents-sent',
  'final-answer',
  'money-back',
];

/** How the other side of an entry is called: null where it is the one that the letter speaks to. */
export type Naming = (event: CaseEvent) => string | null;

/**
 * One line an entry, oldest first, with its day in the offset in which it was recorded. Of more than `most` the first two
 * and the last ones stay, and it is said how many are left out.
 */
export function historyLines(timeline: readonly CaseEvent[], naming: Naming, voice: Voice, most = 12): string[] {
  const { history } = voice.words;
  const lines = timeline
    .filter(({ kind }) => TOLD.includes(kind))
    .map((event) => history.entry(event.at.slice(0, 10), sentenceOf(event, naming(event), voice)));
  if (lines.length <= most) return lines;
  const last = lines.slice(lines.length - (most - 2));
  return [...lines.slice(0, 2), history.omitted(lines.length - most), ...last];
}

function sentenceOf(event: CaseEvent, who: string | null, { words: { history } }: Voice): string {
  const details: string[] = [];
  if (event.reference) details.push(history.reference(event.reference));
  if (event.promised) details.push(history.promised(event.promised));
  if (event.due) details.push(history.due(event.due));
  const quoted = event.text && ['answer', 'final-answer', 'documents-asked'].includes(event.kind);
  return `${said(event, who, history)}${details.length ? history.more(details) : ''}${quoted ? history.said(event.text!) : ''}`;
}

function said(event: CaseEvent, who: string | null, history: Voice['words']['history']): string {
  switch (event.kind) {
    case 'sent':
      return history.sent(event.channel ?? 'email', who);
    case 'call':
      return history.call(who, event.with ?? null);
    case 'money-back':
      return history['money-back'](event.amount ? [event.amount, event.currency].filter(Boolean).join(' ') : null);
    case 'follow-up':
    case 'complaint':
    case 'answer':
    case 'final-answer':
    case 'documents-asked':
    case 'documents-sent':
      return history[event.kind](who);
    default:
      return '';
  }
}

/** The entries with the provider: what a message to it tells of. */
export function withProvider(timeline: readonly CaseEvent[]): CaseEvent[] {
  return timeline.filter(isProviders);
}
