// How far somebody is with the emergency steps: which are done and since when, which do not apply, which comes next.
import type { EmergencyStep } from '../knowledge/region.ts';
import type { CaseEvent } from './case-event.ts';

/** A step that was ticked: the entry of the timeline that says so, null where it could not be kept, and when it was done. */
export interface Tick {
  event: string | null;
  /** ISO 8601 with its offset. */
  at: string;
}

export interface StepState {
  step: EmergencyStep;
  tick: Tick | null;
  /** The person said that it does not apply to them. */
  skipped: boolean;
}

/** The ticks in a timeline, by step; of several for one step the last counts. */
export function ticksIn(timeline: readonly CaseEvent[], steps: readonly EmergencyStep[]): Map<string, Tick> {
  const ids = new Set(steps.map(({ id }) => id));
  return new Map(
    timeline
      .filter(({ kind, step }) => kind === 'step' && step !== undefined && ids.has(step))
      .map(({ id, at, step }) => [step!, { event: id, at }]),
  );
}

/** The steps in order with what is known of each. */
export function states(
  steps: readonly EmergencyStep[],
  ticks: ReadonlyMap<string, Tick>,
  skipped: ReadonlySet<string>,
): StepState[] {
  return steps.map((step) => {
    const tick = ticks.get(step.id) ?? null;
    return { step, tick, skipped: tick === null && skipped.has(step.id) };
  });
}

/** A step that is neither done nor left out; `place` counts from 1. */
export interface OpenStep {
  id: string;
  place: number;
  text: string;
}

/** How far the list is: whether a step of it was ticked or left out, and what is open. */
export interface EmergencyLeft {
  begun: boolean;
  open: OpenStep[];
}

/** The name among a case's fields of the steps that were left out, with commas. */
export const SKIPPED = 'emergencySkipped';

/** From a case's timeline and what stands under `SKIPPED` in its fields. */
export function emergencyLeft(
  steps: readonly EmergencyStep[],
  timeline: readonly CaseEvent[],
  skipped: string | undefined,
): EmergencyLeft {
  const list = states(steps, ticksIn(timeline, steps), new Set(skipped?.split(',')));
  const isOpen = ({ tick, skipped: out }: StepState) => tick === null && !out;
  return {
    begun: !list.every(isOpen),
    open: list.flatMap((state, i) => (isOpen(state) ? { id: state.step.id, place: i + 1, text: state.step.text } : [])),
  };
}

/** The place of the first step that is neither done nor left out; null where none is left. */
export function firstOpen(list: readonly StepState[]): number | null {
  const place = list.findIndex(({ tick, skipped }) => tick === null && !skipped);
  return place < 0 ? null : place;
}
