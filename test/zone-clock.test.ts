// Offsets by the machine's clock are those of the platform's time zone data, and TZ stays as it was.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { zoneClock } from '../src/zone-clock.ts';

const ZONES = [
  'Asia/Shanghai',
  'Europe/London',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];

/** What runs in a process of its own, since TZ sets the clock of a main thread only. */
const PROGRAM = `
import { zoneClock } from './src/zone-clock.ts';
import { zoneOffsets } from './src/ledger/time.ts';
const clock = zoneClock(process.env);
const wrong = [];
for (const zone of ${JSON.stringify(ZONES)}) {
  const [byClock, byData] = [zoneOffsets(zone, clock), zoneOffsets(zone)];
  if (!clock(zone)) wrong.push(zone + ' is not told by the clock');
  for (let wall = Date.UTC(2011, 0, 1); wall < Date.UTC(2027, 0, 1); wall += 13_500_000)
    if (byClock(wall) !== byData(wall)) wrong.push(zone + ' ' + new Date(wall).toISOString());
}
console.log(JSON.stringify({ wrong: wrong.slice(0, 5), tz: process.env.TZ ?? null }));
`;

describe('the clock', () => {
  it('agrees with the platform’s data over sixteen years, changes of the clock included', () => {
    const stdin = { contents: PROGRAM, resolveDir: join(import.meta.dirname, '..'), loader: 'ts' as const };
    const { outputFiles } = buildSync({ stdin, bundle: true, write: false, format: 'cjs', platform: 'node' });
    const env = { PATH: process.env.PATH };
    const told = execFileSync(process.execPath, ['-e', outputFiles[0]!.text], { encoding: 'utf8', env });
    expect(JSON.parse(told)).toEqual({ wrong: [], tz: null });
  });

  it('says nothing of a zone that it may not know, nor where it does not listen', () => {
    const clock = zoneClock({ TZ: 'Asia/Tokyo' });
    for (const zone of ['Mars/Olympus', 'europe/london', 'UTC', 'Asia/Shanghai']) expect(clock(zone)).toBeNull();
  });
});
