// The diagnosis as a person reads it: what it looks like, what to do, what to keep, what not to do, and how it came to this.

import type { Context } from '../../context.ts';
import { commandLine } from '../../diagnosis/command-line.ts';
import type { Cited, Diagnosis } from '../../diagnosis/result.ts';
import { isClear, rivals } from '../../diagnosis/words.ts';
import type { Urgency } from '../../knowledge/content.ts';
import type { CheckResult } from '../../ledger/findings.ts';
import { formatAmount } from '../../ledger/money.ts';
import { inZone } from '../../ledger/reader-zone.ts';
import { shellWord } from '../../shell-word.ts';
import { cleanForTerminal } from '../../terminal/clean.ts';
import { callout } from '../../terminal/lines.ts';
import { SourceNumbers, sourceLines } from '../../terminal/sources-view.ts';
import { displayWidth, wrap } from '../../terminal/width.ts';
import { toType } from '../answers/related.ts';
import { answerText } from './wording.ts';

export interface PageParts {
  diagnosis: Diagnosis;
  caseId: string | null;
  /** Whether the case was there before. */
  joined: boolean;
  notesFile: string | null;
  check: CheckResult | null;
  /** Whether statements carry the numbers of their sources. */
  sources: boolean;
}

type Page = Pick<Context, 'io' | 't' | 'timeZone' | 'plain'>;

const isGuessed = ({ named, candidates }: Diagnosis) => named === 'words' && !isClear(candidates);

/** The whole page, wrapped at the terminal's width. */
export function diagnosisPage(parts: PageParts, page: Page): string {
  const { io, t } = page;
  const { diagnosis, caseId, check } = parts;
  const { outcome, replay } = diagnosis;
  const words = t.diagnose;
  const { paint, width } = io;
  const item = (sign: string) => (line: string) => hanging(`  ${sign} `, line, width);
  const text = (line: string) => hanging('  ', line, width);
  const section = (title: string, lines: string[]) =>
    lines.length ? [[...wrap(title, width).map(paint.heading), ...lines].join('\n')] : [];

  const numbers = new SourceNumbers();
  const marked = (of: Cited['of'], line: string, index = 0) => line + marksOf(parts, numbers, of, index);
  const because = marked('because', outcome.because);
  const list = (of: 'evidence' | 'avoid' | 'next', sign: string) =>
    outcome[of].flatMap((line, i) => item(sign)(marked(of, line, i)));
  const steps = outcome.steps.flatMap((line, i) =>
    item(`${String(i + 1).padStart(outcome.steps.length > 9 ? 2 : 1)}.`)(marked('steps', line, i)),
  );
  return [
    `${wrap(outcome.title, width)
      .map((line) => paint.heading(line))
      .join('\n')}\n${urgencyLine(outcome.urgency, page)}`,
    ...guess(diagnosis, page),
    ...section(words.because, text(because)),
    ...section(words.steps, steps),
    ...section(words.evidence, list('evidence', '[ ]')),
    ...section(words.avoid, list('avoid', '×')),
    ...section(words.next, list('next', '·')),
    ...section(words.finding, [...errorNoted(diagnosis, page), ...findings(check, page)].flatMap(text)),
    ...section(words.commands, commands(parts, page)),
    ...section(words.questions, questions(diagnosis, page)),
    ...section(words.path, pathLines(diagnosis, page).flatMap(item('·'))),
    ...section(words.unanswered, replay.unanswered.map((question) => question.text).flatMap(item('·'))),
    ...section(words.again, [`  ${paint.command(cleanForTerminal(commandLine(diagnosis.path, parts.notesFile)))}`]),
    ...(caseId === null ? [] : [parts.joined ? words.joined(caseId) : words.saved(caseId)]),
    ...(parts.sources
      ? [
          sourceLines(
            numbers.ids.map((id) => diagnosis.problem.sources![id]!),
            page,
          ).join('\n'),
        ]
      : []),
  ].join('\n\n');
}

/** `[1]` behind a statement that rests on a source; nothing where no sources are asked for. */
function marksOf({ diagnosis, sources }: PageParts, numbers: SourceNumbers, of: Cited['of'], index: number): string {
  const known = diagnosis.problem.sources ?? {};
  const cited = diagnosis.outcome.cited.find((one) => one.of === of && one.index === index);
  return sources && cited ? numbers.mark(cited.sources.filter((id) => known[id])) : '';
}

/** The questions of the FAQ that go with the outcome, each with the command that answers it. */
function questions({ problem, outcome }: Diagnosis, page: Page): string[] {
  const known = problem.faqQuestions ?? {};
  const rows = outcome.faq.filter((id) => known[id]).map((id): [string, string] => [`okhelp faq ${id}`, known[id]!]);
  return toType(rows, page);
}

/** How soon to act; what cannot wait has a sign. */
function urgencyLine(urgency: Urgency, page: Page): string {
  const said = page.t.diagnose.urgency[urgency];
  return urgency === 'normal'
    ? wrap(said, page.io.width).join('\n')
    : callout(urgency === 'now' ? 'urgent' : 'warn', said, page).join('\n');
}

/** That the problem was only guessed, and what else it could be. */
function guess(diagnosis: Diagnosis, page: Page): string[] {
  const { t } = page;
  if (!isGuessed(diagnosis)) return [];
  const { problem, candidates } = diagnosis;
  const others = rivals(candidates);
  const said = problem.id === 'other' ? t.diagnose.noneFits(others) : t.diagnose.guessed(problem.title, others);
  return [callout('ask', said, page).join('\n')];
}

/** Wrapped lines behind a lead, the later ones indented as far. */
function hanging(lead: string, text: string, width: number): string[] {
  const indent = displayWidth(lead);
  return wrap(text, width - indent).map((line, i) => (i === 0 ? lead : ' '.repeat(indent)) + line);
}

/** The error as the notes have it, where it answered a question. */
function errorNoted({ replay, fields: { errorCode, errorMessage } }: Diagnosis, { t }: Page): string[] {
  const fromNotes = replay.path.some(({ question: { fact }, source }) => source === 'fact' && fact?.endsWith('-error'));
  const error = [errorCode, errorMessage].filter(Boolean).join(': ');
  return fromNotes && error ? [t.diagnose.errorNoted(cleanForTerminal(error))] : [];
}

function findings(found: CheckResult | null, { t, timeZone }: Page): string[] {
  const check = found && !found.balanced ? inZone(found, timeZone().offset) : found;
  if (!check?.accounts.some(({ readings }) => readings > 1)) return [];
  const lines = check.accounts.flatMap(({ account, currency, mismatches }) =>
    mismatches.flatMap((mismatch) => {
      const { difference, explanations } = mismatch;
      const size = formatAmount(difference < 0n ? -difference : difference, currency);
      const off = t.diagnose.mismatch(cleanForTerminal(account), size, currency, difference < 0n);
      return explanations[0] ? [off, cleanForTerminal(t.check.explain(explanations[0], mismatch))] : [off];
    }),
  );
  if (lines.length > 0 || !check.balanced) return lines;
  return check.source.unreadable.length > 0 ? [] : [t.diagnose.balanced];
}

/** The commands to go on with, each with what it does; side by side where there is room, else below each other. */
function commands({ diagnosis, caseId, check, notesFile }: PageParts, { io, t }: Page): string[] {
  const rows: [string, string][] = [];
  if (diagnosis.outcome.urgency === 'now')
    rows.push([`okhelp emergency${caseId === null ? '' : ` --case ${caseId}`}`, t.emergency.goes]);
  if (diagnosis.outcome.ask !== null) {
    const which = caseId === null ? `--problem ${diagnosis.problem.id}` : `--case ${caseId}`;
    rows.push([`okhelp draft-email ${which}`, t.diagnose.writeMail]);
  }
  if (check && !check.balanced) {
    rows.push([notesFile === null ? 'okhelp check' : `okhelp check ${shellWord(notesFile)}`, t.diagnose.checkNotes]);
  }
  if (!check) rows.push(['okhelp note add', t.diagnose.recordNotes]);
  if (caseId !== null) rows.push([`okhelp case next ${caseId}`, t.diagnose.seeNext]);
  return toType(rows, { io });
}

function pathLines(diagnosis: Diagnosis, page: Page): string[] {
  const { problem, named, replay } = diagnosis;
  const { diagnose } = page.t;
  const line = (question: string, answer: string, source: string) =>
    diagnose.pathEntry(question, diagnose.answered(answer, source));
  return [
    line(diagnose.problem, problem.title, isGuessed(diagnosis) ? diagnose.guessedSource : diagnose.sources[named]),
    ...replay.path.map(({ question, answer, source }) =>
      line(question.text, answerText(question, answer, page), diagnose.sources[source]),
    ),
  ];
}
