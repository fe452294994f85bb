// The offsets of time zones by the machine's clock, set to the zone for a moment: Intl takes 10 ms to load, this none.
import type { Offsets } from './ledger/time.ts';

type Environment = Record<string, string | undefined>;

/** Winter and summer of one year: a zone that is nowhere has the offset 0 in both. */
const [JANUARY, JULY] = [Date.UTC(2026, 0, 1), Date.UTC(2026, 6, 1)];

/**
 * Offsets by `env`, where that is the environment of this process and its TZ sets the clock. Null for a zone that may not be
 * known (its offset is always 0), and where the clock does not listen.
 */
export function zoneClock(env: Environment): Offsets {
  let listens: boolean | undefined;
  return (timeZone) => {
    if (!/^[A-Z][A-Za-z0-9_+-]*(\/[A-Z][A-Za-z0-9_+-]*)+$/.test(timeZone)) return null;
    listens ??= offsetIn(env, 'Etc/GMT+5', JANUARY) === -300 && offsetIn(env, 'Etc/GMT-7', JANUARY) === 420;
    if (!listens || [JANUARY, JULY].every((day) => offsetIn(env, timeZone, day) === 0)) return null;
    return (epoch) => offsetIn(env, timeZone, epoch);
  };
}

/** Nothing else runs in between, so nothing sees the other zone. */
function offsetIn(env: Environment, timeZone: string, epoch: number): number {
  const before = env.TZ;
  env.TZ = timeZone;
  try {
    return -new Date(epoch).getTimezoneOffset();
  } finally {
    if (before === undefined) delete env.TZ;
    else env.TZ = before;
  }
}
