// The balance of a stretch as an SVG picture: how it went, where it last agreed, what it should be and what is recorded.
import { formatAmount, type Units } from '../ledger/money.ts';
import { formatWallClock, type Moment } from '../ledger/time.ts';
import type { TracePoint } from '../ledger/trace.ts';
import { html, type Markup } from './html.ts';

export interface ChartData {
  /** In order of time; at the end of a mismatch the expected balance. At least one. */
  points: readonly TracePoint<Units>[];
  currency: string;
  first: Moment;
  last: Moment;
  /** Null where everything agrees. `agreed`: the point of the last reading that did, and when it was. */
  gap: { expected: Units; recorded: Units; agreed: { point: number; time: Moment } | null } | null;
}

export interface ChartWords {
  title: string;
  description: string;
  expected: string;
  recorded: string;
  agreed: string;
}

const [WIDTH, HEIGHT] = [480, 270];
const [LEFT, RIGHT, TOP, BOTTOM] = [16, 452, 52, 204];
/** The lines of text above and below the picture. */
const [ABOVE, BELOW] = [34, BOTTOM + 24];
/** Longer amounts would meet the words at the other side on a telephone. */
const LONGEST = 14;
/** Nearer to each other than this the two balances at the end could not be told apart. */
const APART = 18;

/** The picture, and whether the gap at its end is drawn larger than it is. `id` is unique in the page. */
export function chart(data: ChartData, words: ChartWords, id: string): { svg: Markup; enlarged: boolean } {
  const { points, gap, currency } = data;
  const values = [...points.map(({ balance }) => balance), ...(gap ? [gap.expected, gap.recorded] : [])];
  const high = values.reduce((a, b) => (a > b ? a : b));
  const low = values.reduce((a, b) => (a < b ? a : b));
  const yOf = (balance: Units) => round(high === low ? (TOP + BOTTOM) / 2 : TOP + share(high - balance, high - low));
  const steps = points.at(-1)!.step;
  const xOf = (step: number) => round(steps === 0 ? RIGHT : LEFT + ((RIGHT - LEFT) * step) / steps);
  const money = (units: Units) => formatAmount(units, currency);

  const [start, ...rest] = points;
  const from = steps === 0 ? LEFT : xOf(start!.step);
  const way = `M${from} ${yOf(start!.balance)}${rest.map(({ step, balance }) => `H${xOf(step)}V${yOf(balance)}`).join('')}H${RIGHT}`;
  const ends = gap && endsOf(gap, yOf);
  const told = gap ? [gap.expected, gap.recorded] : [];
  const scale = [...new Set([high, low])].filter((units) => !told.includes(units));
  const labelled = scale.filter((units) => !gap || money(units).length <= LONGEST);
  const agreed = gap?.agreed ?? null;
  const at = agreed && points[agreed.point];
  const svg = html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-t ${id}-d">
<title id="${id}-t">${words.title}</title><desc id="${id}-d">${words.description}</desc>
${at ? html`<rect class="stretch" x="${xOf(at.step)}" y="${TOP - 34}" width="${round(RIGHT - xOf(at.step))}" height="${BOTTOM - TOP + 68}"/>` : ''}
${scale.map((units) => html`<path class="grid" d="M${LEFT} ${yOf(units)}H${RIGHT}"/>`)}
<path class="axis" d="M${LEFT} ${BOTTOM + 34}H${RIGHT}"/>
<path class="way" d="${way}"/>
${labelled.map((units) => html`<text x="${LEFT}" y="${round(yOf(units) + (units === high ? -7 : 18))}">${money(units)}</text>`)}
${at ? html`<circle class="agreed" cx="${xOf(at.step)}" cy="${yOf(at.balance)}" r="6"/><path class="tick" d="M${round(xOf(at.step) - 3)} ${yOf(at.balance)}l2.4 2.6 4-5"/>` : ''}
${gap && ends ? endMarks(gap, ends, words, money) : html`<circle class="agreed" cx="${RIGHT}" cy="${yOf(points.at(-1)!.balance)}" r="5"/>`}
${dates(data)}
</svg>`;
  return { svg, enlarged: ends?.enlarged ?? false };
}

interface Ends {
  expected: number;
  recorded: number;
  enlarged: boolean;
}

function endsOf({ expected, recorded }: { expected: Units; recorded: Units }, yOf: (units: Units) => number): Ends {
  const [one, other] = [yOf(expected), yOf(recorded)];
  if (Math.abs(one - other) >= APART) return { expected: one, recorded: other, enlarged: false };
  return { expected: one, recorded: round(one + (recorded > expected ? -APART : APART)), enlarged: true };
}

/**
 * A hollow circle for what should be, a cross for what is recorded, the gap between them as a broken line. Their amounts
 * stand above and below the picture, where no line passes.
 */
function endMarks(
  gap: { expected: Units; recorded: Units },
  { expected, recorded }: Ends,
  words: ChartWords,
  money: (units: Units) => string,
): Markup {
  const over = gap.recorded > gap.expected;
  const [upper, lower] = over ? [recorded, expected] : [expected, recorded];
  return html`<path class="leader" d="M${RIGHT} ${ABOVE + 6}V${upper}M${RIGHT} ${lower}V${BELOW - 18}"/>
<path class="gap" d="M${RIGHT} ${expected}V${recorded}"/>
<circle class="expected" cx="${RIGHT}" cy="${expected}" r="6"/>
<path class="recorded" d="M${RIGHT - 6} ${round(recorded - 6)}l12 12m0 -12l-12 12"/>
<text class="end" x="${RIGHT + 8}" y="${over ? BELOW : ABOVE}">${words.expected} ${money(gap.expected)}</text>
<text class="end bad" x="${RIGHT + 8}" y="${over ? ABOVE : BELOW}">${words.recorded} ${money(gap.recorded)}</text>`;
}

/** Below the picture the first day and the last. */
function dates({ first, last }: ChartData): Markup {
  const day = (moment: Moment) => formatWallClock(moment).slice(0, 10);
  const y = BOTTOM + 56;
  return html`${day(first) !== day(last) && html`<text x="${LEFT}" y="${y}">${day(first)}</text>`}
<text class="end" x="${RIGHT + 8}" y="${y}">${day(last)}</text>`;
}

/** The part of the height, exact at any size of the amounts. */
function share(part: Units, whole: Units): number {
  return (Number((part * 10_000n) / whole) * (BOTTOM - TOP)) / 10_000;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
