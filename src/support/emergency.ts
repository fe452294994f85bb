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

/** The place of the first step that is neither done nor left out; null where none is left. */
export function firstOpen(list: readonly StepState[]): number | null {
  const place = list.findIndex(({ tick, skipped }) => tick === null && !skipped);
  return place < 0 ? null : place;
}
