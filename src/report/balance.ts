// The part of a report on the balance: each mismatch with its picture, its figures and its explanation.
import type { AccountFinding, Mismatch } from '../ledger/findings.ts';
import { formatAmount, type Units } from '../ledger/money.ts';
import { formatWallClock, type Moment } from '../ledger/time.ts';
import { chart } from './chart.ts';
import { html, type Markup } from './html.ts';
import type { ReportData, ReportWords } from './report.ts';
import { table } from './table.ts';

/** So many mismatches of an account are told; those behind them mostly follow from one cause. */
const TOLD = 8;

type Told = Pick<ReportData, 'check' | 'ledgers' | 'daysOnly'>;

/** Nothing where nothing can be compared. */
export function balancePart(data: Told, words: ReportWords): Markup | null {
  const accounts = (data.check?.accounts ?? []).filter(({ mismatches, readings }) => mismatches.length + readings > 0);
  if (accounts.length === 0) return null;
  return html`${accounts.map((account, i) => accountPart(account, i, data, words))}`;
}

function accountPart(finding: AccountFinding, index: number, data: Told, words: ReportWords): Markup {
  const { account, currency, mismatches, omitted } = finding;
  const name = `${account} ${currency}`;
  if (mismatches.length === 0) return html`<h3><bdi>${name}</bdi></h3>\n${steady(finding, index, data, words)}`;
  const count = mismatches.length + omitted;
  return html`<h3><bdi>${name}</bdi></h3>
${mismatches.slice(0, TOLD).map(
  (mismatch, i) => html`<article class="mismatch">
<h4>${words.mismatch(i + 1, count)}</h4>
${mismatchPart(mismatch, currency, { name, id: `b${index}-${i}` }, data, words)}</article>
`,
)}${count > TOLD && html`<p>${words.more(count - TOLD)}</p>\n`}`;
}

/** A moment as it is shown: a day alone where times of day are left out. */
export function shownTime(moment: Moment, { daysOnly }: Pick<ReportData, 'daysOnly'>): string {
  const text = formatWallClock(moment);
  return daysOnly ? text.slice(0, 10) : text;
}

function mismatchPart(
  mismatch: Mismatch,
  currency: string,
  { name, id }: { name: string; id: string },
  data: Told,
  words: ReportWords,
): Markup {
  const { after, at, expected, recorded, difference, explanations, alternatives, way } = mismatch;
  const money = (units: Units) => `${formatAmount(units, currency)} ${currency}`;
  const time = (moment: Moment) => shownTime(moment, data);
  const size = money(difference < 0n ? -difference : difference);
  const off = difference < 0n ? words.verdict.less(size) : words.verdict.more(size);
  const drawn = way?.points.length
    ? chart(
        {
          points: way.points,
          currency,
          first: way.from,
          last: at.note.time,
          gap: {
            expected,
            recorded,
            agreed: after && way.agreed !== null ? { point: way.agreed, time: after.note.time } : null,
          },
        },
        {
          title: words.chart.title(name),
          description: words.chart.description({
            agreed: after && `${money(after.balance)}, ${time(after.note.time)}`,
            expected: money(expected),
            at: `${money(recorded)}, ${time(at.note.time)}`,
            difference: off,
          }),
          expected: words.expected,
          recorded: words.recorded,
          agreed: words.chart.rows.agreed,
        },
        id,
      )
    : null;
  const { rows, columns } = words.chart;
  const figures = table(
    words.chart.table,
    [
      { label: columns.what, kind: 'head' },
      { label: columns.amount, kind: 'amount' },
      { label: columns.time, kind: 'time' },
      { label: columns.where },
    ],
    [
      ...(after
        ? [{ cells: [rows.agreed, money(after.balance), time(after.note.time), words.where(after.note)] }]
        : []),
      { cells: [rows.expected, money(expected), time(at.note.time), words.where(at.note)] },
      { cells: [rows.recorded, money(recorded), time(at.note.time), words.where(at.note)], mark: 'off' as const },
      { cells: [rows.difference, `${formatAmount(difference, currency, { plus: true })} ${currency}`, '', ''] },
    ],
  );
  const [best, ...others] = explanations;
  return html`<p class="off-line">${off}</p>
${drawn && html`<figure>${drawn.svg}<figcaption>${words.chart.legend}${drawn.enlarged && `${words.space}${words.chart.enlarged}`}</figcaption></figure>\n`}${figures}
${best !== undefined && html`<p><strong>${words.why(best.confidence)}</strong>${words.space}<bdi>${words.explain(best, mismatch)}</bdi></p>\n`}${
  others.length > 0 &&
  html`<p>${words.alsoFits}</p>\n<ul>${others.map((one) => html`<li><bdi>${words.explain(one, mismatch)}</bdi></li>`)}</ul>\n`
}${alternatives > 0 && html`<p class="quiet">${words.alternatives(alternatives)}</p>\n`}`;
}

/** The picture of an account that adds up. */
function steady(
  { account, currency, notes, readings, compared }: AccountFinding,
  index: number,
  data: Told,
  words: ReportWords,
): Markup {
  const name = `${account} ${currency}`;
  const ledger = data.ledgers.find((one) => one.account === account && one.currency === currency);
  const overview = ledger?.overview ?? null;
  if (compared === 0) return html`<p>${words.verdict.oneReading(name, notes)}</p>\n`;
  const whole = data.check!.source.unreadable.length === 0;
  const verdict = html`<p>${(whole ? words.verdict.balanced : words.verdict.balancedSoFar)(name, notes, readings)}</p>\n`;
  if (!overview) return verdict;
  const money = (units: Units) => `${formatAmount(units, currency)} ${currency}`;
  const all = overview.points.map(({ balance }) => balance);
  const [first, last] = [all[0]!, all.at(-1)!];
  const values = {
    first: `${money(first)}, ${shownTime(overview.first, data)}`,
    last: `${money(last)}, ${shownTime(overview.last, data)}`,
    high: money(all.reduce((a, b) => (a > b ? a : b))),
    low: money(all.reduce((a, b) => (a < b ? a : b))),
  };
  const { svg } = chart(
    { points: overview.points, currency, first: overview.first, last: overview.last, gap: null },
    {
      title: words.chart.overview(name),
      description: words.chart.steady(values),
      expected: words.expected,
      recorded: words.recorded,
      agreed: words.chart.rows.agreed,
    },
    `b${index}`,
  );
  return html`${verdict}<figure>${svg}<figcaption>${words.chart.steady(values)}</figcaption></figure>\n`;
}
