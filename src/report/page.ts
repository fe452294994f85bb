// The report as one HTML file: no script, nothing from elsewhere, each section only where there is something to say.
import { formatAmount } from '../ledger/money.ts';
import { balancePart } from './balance.ts';
import { html, Markup } from './html.ts';
import { notesPart } from './notes-part.ts';
import { type ReportData, type ReportFile, type ReportWords, SECTIONS, type Section } from './report.ts';
import { countsOf, statementPart } from './statement-part.ts';
import { STYLE } from './style.ts';
import { pairs, table } from './table.ts';

export interface Page {
  html: string;
  sections: Section[];
}

/** Nothing may be loaded and nothing may run, whatever stands in the page. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export function reportPage(data: ReportData, words: ReportWords): Page {
  const parts: Record<Section, Markup | null> = {
    summary: summaryPart(data, words),
    outcome: outcomePart(data, words),
    timeline: timelinePart(data, words),
    balance: balancePart(data, words),
    notes: notesPart(data, words),
    statement: statementPart(data, words),
    evidence: evidencePart(data, words),
    drafts: draftsPart(data, words),
    made: madePart(data, words),
  };
  const sections = SECTIONS.filter((name) => parts[name] !== null);
  const page = html`<!doctype html>
<html lang="${data.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${data.title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<header>
<h1><bdi>${data.title}</bdi></h1>
<p>${words.for[data.audience]}</p>
</header>
<nav aria-label="${words.contents}"><ul>${sections.map((name) => html`<li><a href="#${name}">${words.sections[name]}</a></li>`)}</ul></nav>
<main>
${sections.map(
  (name) => html`<section id="${name}" aria-labelledby="${name}-h">
<h2 id="${name}-h">${words.sections[name]}</h2>
${parts[name]}</section>
`,
)}</main>
</body>
</html>
`;
  return { html: page.text, sections };
}

function summaryPart({ about, check, statement }: ReportData, words: ReportWords): Markup {
  const { verdict } = words;
  const lines: (string | Markup)[] = [...about];
  for (const { account, currency, notes, readings, compared, opening, mismatches, omitted } of check?.accounts ?? []) {
    const name = `${account} ${currency}`;
    if (readings === 0 && opening === null) lines.push(verdict.noReadings(name, notes));
    else if (mismatches.length === 0 && compared === 0) lines.push(verdict.oneReading(name, notes));
    else if (mismatches.length === 0) {
      const say = check!.source.unreadable.length > 0 ? verdict.balancedSoFar : verdict.balanced;
      lines.push(say(name, notes, readings));
    } else {
      const sizes = mismatches.slice(0, 3).map(({ difference }) => {
        const size = `${formatAmount(difference < 0n ? -difference : difference, currency)} ${currency}`;
        return difference < 0n ? verdict.less(size) : verdict.more(size);
      });
      const said = verdict.mismatches(name, mismatches.length + omitted, notes, readings);
      lines.push(html`<strong>${said}</strong><ul>${sizes.map((size) => html`<li>${size}</li>`)}</ul>`);
    }
  }
  if (statement) lines.push(verdict.statement(countsOf(statement)));
  const unread = check?.source.unreadable.length ?? 0;
  if (unread > 0) lines.push(verdict.unreadable(unread));
  if (!check) lines.push(verdict.nothing);
  return html`<ul class="summary">${lines.map((line) => html`<li>${line instanceof Markup ? line : html`<bdi>${line}</bdi>`}</li>\n`)}</ul>\n`;
}

function outcomePart({ outcome, facts, answers }: ReportData, words: ReportWords): Markup | null {
  if (!outcome && facts.length + answers.length === 0) return null;
  return html`${facts.length > 0 && html`<h3>${words.facts}</h3>\n${pairs(facts)}`}${
    answers.length > 0 && html`<h3>${words.answers}</h3>\n${pairs(answers)}`
  }${outcome && html`<h3>${words.told}</h3>\n<p><strong>${outcome.title}</strong></p>\n<p>${outcome.because}</p>\n`}`;
}

function timelinePart({ timeline }: ReportData, words: ReportWords): Markup | null {
  if (timeline === null) return null;
  const { columns, none } = words.timeline;
  if (timeline.length === 0) return html`<p>${none}</p>\n`;
  return table(
    words.sections.timeline,
    [{ label: columns.at, kind: 'head' }, { label: columns.what }, { label: columns.details, kind: 'free' }],
    timeline.map(({ at, what, details }) => ({ cells: [at, what, details] })),
    true,
  );
}

function filesTable(caption: string, files: readonly ReportFile[], words: ReportWords, quiet = false): Markup {
  const { columns } = words.evidence;
  const about = files.some((file) => file.about.length > 0 || file.changed);
  return table(
    caption,
    [
      { label: columns.id, kind: 'head' },
      { label: columns.file, kind: 'free' },
      { label: columns.sum, kind: 'sum' },
      ...(about ? [{ label: columns.about, kind: 'free' as const }] : []),
    ],
    files.map(({ id, name, size, sha256, about: said, changed }) => ({
      cells: [
        id,
        html`<bdi>${name}</bdi> <span class="size">(${size})</span>`,
        sha256,
        ...(about
          ? [
              [
                said.map((text, i) => [i > 0 && ' · ', html`<bdi>${text}</bdi>`]),
                changed && html` <b class="mark">${changed}</b>`,
              ],
            ]
          : []),
      ],
    })),
    quiet,
  );
}

function evidencePart({ evidence, timeline }: ReportData, words: ReportWords): Markup | null {
  if (evidence.length === 0) return timeline ? html`<p>${words.evidence.none}</p>\n` : null;
  return html`${filesTable(words.sections.evidence, evidence, words, true)}<p class="quiet">${words.evidence.hint}</p>\n`;
}

function draftsPart({ drafts }: ReportData, words: ReportWords): Markup | null {
  if (drafts.length === 0) return null;
  const { columns } = words.drafts;
  const subjects = drafts.some(({ subject }) => subject !== '');
  return table(
    words.sections.drafts,
    [
      { label: columns.id, kind: 'head' },
      { label: columns.day, kind: 'time' },
      { label: columns.what },
      ...(subjects ? [{ label: columns.subject, kind: 'free' as const }] : []),
    ],
    drafts.map(({ id, day, kind, subject }) => ({ cells: [id, day, kind, ...(subjects ? [subject] : [])] })),
    true,
  );
}

function madePart({ made, files, leftOut }: ReportData, words: ReportWords): Markup {
  const said = [...leftOut, ...words.made.limits];
  return html`${pairs(made)}${files.length > 0 && filesTable(words.made.files, files, words)}<ul>${said.map((line) => html`<li>${line}</li>\n`)}</ul>\n`;
}
