// The emergency steps as text and as JSON: what to do, whom to call, what is done, where it comes from.

import type { Context } from '../../context.ts';
import type { EmergencyDocument } from '../../documents/answers.ts';
import type { EmergencyStep, Region } from '../../knowledge/region.ts';
import { formatWallClock, parseTime } from '../../ledger/time.ts';
import type { SavedContact } from '../../store/store.ts';
import { firstOpen, type StepState } from '../../support/emergency.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';
import { item, paragraph, signed } from '../../terminal/lines.ts';
import { wrap } from '../../terminal/width.ts';

export type View = Pick<Context, 'io' | 't' | 'timeZone' | 'plain'>;

/** The step where the person's own saved channels are of use. */
const FREEZE = 'freeze';

/** `1. Stop. Send nothing more.` */
export function stepTitle({ text }: EmergencyStep, place: number, { io }: Pick<View, 'io'>): string {
  const lead = `${place + 1}. `;
  return wrap(text, io.width - lead.length)
    .map((line, i) => io.paint.heading((i === 0 ? lead : ' '.repeat(lead.length)) + line))
    .join('\n');
}

/** How to do it, and whom to call. */
export function stepDetails(step: EmergencyStep, contacts: readonly SavedContact[], view: View): string {
  const { io, t } = view;
  const saved = step.id === FREEZE ? contacts : [];
  return [
    ...step.contacts.flatMap(({ kind, value }) =>
      item(signed('→', t.emergency.contact(kind, value), view), view, io.paint.command),
    ),
    ...saved.flatMap(({ kind, value, found }) =>
      item(signed('→', t.emergency.yours(t.contact.kinds[kind], value, found), view), view, io.paint.command),
    ),
    ...step.how.flatMap((line) => item(`· ${line}`, view)),
  ].join('\n');
}

/** When it was done, in words; empty where it is open. */
export function stateOf({ tick, skipped }: StepState, { t, plain }: Pick<View, 't' | 'plain'>): string {
  const words = t.emergency;
  if (tick) return signed('✓', words.doneAt(clock(tick.at)), { plain });
  return skipped ? signed('–', words.left, { plain }) : '';
}

/** `2026-03-15 12:00`, in the offset it was told in. */
function clock(at: string): string {
  const moment = parseTime(at, () => 0);
  return typeof moment === 'string' ? cleanForTerminal(at) : formatWallClock(moment);
}

/** All steps at once. */
export function emergencyPage(list: readonly StepState[], contacts: readonly SavedContact[], view: View): string {
  return list
    .map((state, i) => {
      const done = stateOf(state, view);
      return [
        stepTitle(state.step, i, view),
        ...(done ? item(done, view, view.io.paint.good) : []),
        stepDetails(state.step, contacts, view),
      ]
        .filter(Boolean)
        .join('\n');
    })
    .join('\n\n');
}

/** One line a step: its state, its title. */
export function progress(list: readonly StepState[], view: View): string {
  const { io, t } = view;
  const lines = list.flatMap((state, i) => {
    const words = stateOf(state, view) || t.emergency.open;
    return item(
      `${i + 1}. ${state.step.text}  ${words}`,
      view,
      state.tick || state.skipped ? io.paint.quiet : undefined,
    );
  });
  return [io.paint.heading(t.emergency.soFar), ...lines].join('\n');
}

/** The sources of every statement and number, by step. */
export function sourcesPage({ emergency, sources }: Region, view: View): string {
  const { io, t } = view;
  const blocks = emergency.flatMap((step) => {
    const lines = sourcesOf(step).flatMap((id) => {
      const source = sources.find((one) => one.id === id);
      return source ? item(`· ${t.emergency.source(source.title, source.where, source.read)}`, view) : [];
    });
    return lines.length > 0 ? [...paragraph(t.emergency.sourcesOf(step.text), view), ...lines] : [];
  });
  return [io.paint.heading(t.emergency.sources), ...blocks].join('\n');
}

function sourcesOf({ sources, contacts }: EmergencyStep): string[] {
  return [...new Set([...sources, ...contacts.flatMap((contact) => contact.sources)])];
}

/** The latest day on which one of these numbers and pages was read; null where there are none. */
export function dayRead({ emergency, sources }: Region): string | null {
  const ids = new Set(emergency.flatMap(({ contacts }) => contacts.flatMap((contact) => contact.sources)));
  const days = sources.filter(({ id }) => ids.has(id)).map(({ read }) => read);
  return days.sort().at(-1) ?? null;
}

export interface DocumentParts {
  region: Region;
  /** Whether anything said where the person lives. */
  known: boolean;
  list: readonly StepState[];
  contacts: readonly SavedContact[];
  caseId: string | null;
}

/** okhelp.emergency/1. */
export function emergencyDocument({ region, known, list, contacts, caseId }: DocumentParts): EmergencyDocument {
  const next = firstOpen(list);
  const used = new Set(list.flatMap(({ step }) => sourcesOf(step)));
  return {
    schema: 'okhelp.emergency/1',
    region: { id: region.id, title: region.title, known },
    case: caseId,
    next: next === null ? null : list[next]!.step.id,
    steps: list.map(({ step, tick, skipped }) => ({
      id: step.id,
      text: step.text,
      how: step.how,
      contacts: step.contacts,
      saved: step.id === FREEZE ? contacts.map(({ id, kind, value, found }) => ({ id, kind, value, found })) : [],
      done: tick?.at ?? null,
      skipped,
      sources: step.sources,
    })),
    sources: region.sources.filter(({ id }) => used.has(id)),
  };
}
