// The picture of a mismatch, from what the check kept of the balance on its way there.
import type { Context } from '../context.ts';
import type { Mismatch } from '../ledger/findings.ts';
import { chart } from './chart.ts';
import { BOXES, LETTERS } from './chart-line.ts';
import { showsBoxes } from './drawn.ts';

/** More pictures in one answer would hide the words between them. */
const MOST = 3;

/** Draws the first few mismatches that it is given, and no more. */
export function drawing({ t, io, host }: Pick<Context, 't' | 'io' | 'host'>) {
  const glyphs = showsBoxes(host) ? BOXES : LETTERS;
  let drawn = 0;
  return ({ way, after, at, expected, recorded }: Mismatch, currency: string): string[] => {
    if (!way || drawn++ >= MOST) return [];
    const times = { first: way.from, agreed: after?.note.time ?? null, last: at.note.time };
    const words = { ...t.check.chart, expected: t.check.expected, recorded: t.check.recorded };
    const { points, agreed } = way;
    return chart({ points, agreed, expected, recorded, currency, times }, words, {
      width: io.width,
      glyphs,
      paint: io.paint,
    });
  };
}
