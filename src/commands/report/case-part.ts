// What a report tells of a case, and how much of it whom: everything, what support needs, or nothing that names anybody.
import { extname } from 'node:path';
import type { Context } from '../../context.ts';
import { UNKNOWN } from '../../diagnosis/answers.ts';
import { MAIL_FIELDS } from '../../knowledge/content.ts';
import type { Audience, ReportData, ReportFile } from '../../report/report.ts';
import type { CaseEvent, CaseEvidence } from '../../support/case-event.ts';
import { sizeInWords } from '../../support/file-size.ts';
import { errorCodeIn } from '../../support/unnamed.ts';
import { resultOf } from '../case/documents.ts';
import { eventDetails } from '../case/event-words.ts';
import { fingerprintOf } from '../case/evidence.ts';
import { wallClock } from '../case/step-words.ts';
import type { WholeCase } from '../case/whole.ts';
import { answerText } from '../diagnosis/wording.ts';

type CaseData = Pick<ReportData, 'title' | 'about' | 'outcome' | 'answers' | 'timeline' | 'evidence' | 'drafts'> & {
  facts: Fact[];
};

/** A value by what it is: an id and an error are searched for secrets in other ways than a text. */
interface Fact {
  name: string;
  text?: string;
  reference?: string;
  error?: string;
}

/** With `public` no text that a person typed is in it, but for an amount, a day and an error code of their shapes. */
export async function caseData(given: WholeCase, audience: Audience, context: Context): Promise<CaseData> {
  const whole = audience === 'public' ? nameless(given, context) : given;
  const { record, outcome, timeline, drafts } = whole;
  const { t } = context;
  const { page } = t.report;
  const day = (at: string) => wallClock(at, context).slice(0, 10);
  const result = resultOf(given) as keyof typeof t.cases.results | null;
  const state = [t.cases.states[record.state], result && t.cases.results[result]].filter(Boolean);
  return {
    title: page.caseTitle(whole.title),
    about: [page.caseLine(record.id, state.join(t.cases.details.break), day(record.created))],
    outcome: outcome && { title: outcome.title, because: outcome.because },
    facts: factsOf(whole, audience, context),
    answers: answersOf(whole, audience, context),
    timeline: timeline
      .filter(({ kind }) => audience === 'me' || (kind !== 'remark' && kind !== 'report'))
      .map((event) => ({
        at: audience === 'public' ? day(event.at) : wallClock(event.at, context),
        what: t.cases.kinds[event.kind],
        details: eventDetails(event, whole, context),
      })),
    evidence: await evidenceOf(whole, given.evidence, audience, context),
    drafts: drafts.map(({ id, kind, subject, created }) => ({
      id,
      day: day(created),
      kind: t.cases.drafts[kind],
      subject: audience === 'public' ? '' : subject,
    })),
  };
}

/** The case without its free texts and names. */
function nameless(whole: WholeCase, { t }: Context): WholeCase {
  const { unnamed } = t.report.page;
  const { region, problem } = whole;
  const ours = <V extends string>(value: V | undefined, ids: readonly string[]) =>
    value !== undefined && ids.includes(value) ? value : undefined;
  const bodies = ['provider', ...(region?.ladder.map(({ id }) => id) ?? [])];
  const steps = region?.emergency.map(({ id }) => id) ?? [];
  const outcomes = problem?.outcomes.map(({ id }) => id) ?? [];
  const timeline = whole.timeline.map(
    ({
      id,
      kind,
      at,
      recorded,
      channel,
      body,
      due,
      amount,
      currency,
      draft,
      evidence,
      result,
      step,
      outcome,
    }): CaseEvent => ({
      id,
      kind,
      at,
      recorded,
      channel,
      body: ours(body, bodies),
      due: due !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(due) ? due : undefined,
      ...sum(amount, currency),
      draft: ours(
        draft,
        whole.drafts.map((one) => one.id),
      ),
      evidence: ours(
        evidence,
        whole.evidence.map((one) => one.id),
      ),
      result,
      step: ours(step, steps),
      outcome: ours(outcome, outcomes),
    }),
  );
  const evidence = whole.evidence.map((one, i) => {
    const ending = /^\.[a-z0-9]{1,5}$/i.exec(extname(one.name))?.[0] ?? '';
    return { ...one, name: unnamed.file(i + 1, ending.toLowerCase()), path: '', memo: '' };
  });
  return { ...whole, timeline, evidence };
}

function sum(amount: string | undefined, currency: string | undefined): { amount?: string; currency?: string } {
  const [, digits, code] = /^([+-]?\d{1,12}(?:\.\d{1,18})?)(?:\s+(\S+))?$/.exec(amount?.trim() ?? '') ?? [];
  const named = code ?? currency;
  return digits ? { amount: digits, currency: named && /^[A-Z]{3,5}$/.test(named) ? named : undefined } : {};
}

function factsOf({ record }: WholeCase, audience: Audience, context: Context): Fact[] {
  const { t, settings } = context;
  const { fields } = record;
  if (audience === 'public') {
    const { amount, currency } = sum(fields.amount, fields.currency);
    const code = errorCodeIn(fields.errorCode ?? '');
    const time = Date.parse(fields.time ?? '') ? wallClock(fields.time!, context).slice(0, 10) : '';
    const known: [string, string][] = [
      [t.email.fields.time, time],
      [t.email.fields.amount, [amount, currency].filter(Boolean).join(' ')],
      [t.email.fields.errorCode, code ?? ''],
    ];
    return known.flatMap(([name, text]) => (text === '' ? [] : [{ name, text }]));
  }
  const rows: Fact[] = settings.name?.trim() ? [{ name: t.report.page.name, text: settings.name.trim() }] : [];
  for (const field of MAIL_FIELDS) {
    const value = fields[field] || (field === 'account' ? settings['account-id'] : '');
    if (!value) continue;
    const name = t.email.fields[field];
    if (field === 'time' && Date.parse(value)) rows.push({ name, text: wallClock(value, context) });
    else if (field === 'transaction') rows.push({ name, reference: value });
    else rows.push({ name, [field.startsWith('error') ? 'error' : 'text']: value });
  }
  return rows;
}

/** What fills a field stands among the facts already; with `public`, choices alone. */
function answersOf({ record, problem }: WholeCase, audience: Audience, context: Context): [string, string][] {
  return (problem?.questions ?? []).flatMap((question): [string, string][] => {
    const answer = record.answers[question.id];
    if (answer === undefined || answer === UNKNOWN || question.field) return [];
    const chosen = question.choices.some(({ value }) => value === answer);
    if (audience === 'public' && !chosen) return [];
    return [[question.text.replaceAll('`', ''), answerText(question, answer, context)]];
  });
}

/** The sums of the day on which the files were added; whether they are still the same is looked at now. */
async function evidenceOf(
  { evidence }: WholeCase,
  kept: readonly CaseEvidence[],
  audience: Audience,
  context: Context,
): Promise<ReportFile[]> {
  const words = context.t.report.page.evidence;
  const files: ReportFile[] = [];
  for (const [i, { id, name, bytes, sha256, memo, added }] of evidence.entries()) {
    const { path } = kept[i]!;
    const found = await fingerprintOf(path, path).catch(() => null);
    files.push({
      id,
      name,
      size: sizeInWords(bytes),
      sha256,
      about: [memo, words.added(wallClock(added, context).slice(0, 10)), audience === 'me' ? path : ''].filter(Boolean),
      changed: found === null ? words.gone : found.sha256 === sha256 ? null : words.changed,
    });
  }
  return files;
}
