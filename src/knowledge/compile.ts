// Compiles content/ into one document per language and problem: what the program reads at run time. Build time only.
import type { Language } from '../globals.ts';
import type { KnownCommand } from './commands-named.ts';
import { compileAnswers, sourcesIn } from './compile-answers.ts';
import type { Problem, ProblemSummary, Question } from './content.ts';
import { type ProvedContent, proveFolder } from './content-proof.ts';
import { questionnairePages } from './graph.ts';
import { describe } from './proof.ts';
import { regionIn, regionSummaryIn } from './region-compile.ts';
import {
  type AuthoredLine,
  type AuthoredProblem,
  type AuthoredQuestion,
  type AuthoredText,
  CONTENT_LANGUAGES,
} from './schema.ts';

export { proveContent } from './content-proof.ts';

/**
 * The documents of dist/content by path: `en/problems.json` (the index, in menu order), `en/problems/<id>.json`, and the
 * same for each language; the FAQ with its index and the guides. Throws where the content is not proved, naming every
 * finding with its file and line.
 */
export function* compileContent(
  dir: string,
  commands: readonly KnownCommand[] | null = null,
): Generator<[path: string, document: object]> {
  const content = proveFolder(dir, commands);
  const { problems, findings, regions, emergency, sources } = content;
  if (findings.length > 0) throw new Error(`The content is not whole:\n${findings.map(describe).join('\n')}`);
  for (const language of CONTENT_LANGUAGES) {
    yield [`${language}/problems.json`, problems.map((problem) => summaryIn(problem, language))];
    for (const problem of problems) {
      yield [
        `${language}/problems/${problem.id}.json`,
        withReferences(problemIn(problem, language), content, language),
      ];
    }
    for (const [path, document] of compileAnswers(content, language)) yield [`${language}/${path}`, document];
    yield [`${language}/regions.json`, regions.map((region) => regionSummaryIn(region, language))];
    for (const region of regions)
      yield [`${language}/regions/${region.id}.json`, regionIn(region, emergency, sources, language)];
  }
}

/** The questionnaires of a content folder as pictures, by path under docs/questionnaires. Throws where it is not whole. */
export function compileGraphs(dir: string): [path: string, text: string][] {
  const { problems, findings } = proveFolder(dir, null);
  if (findings.length > 0) throw new Error(`The content is not whole:\n${findings.map(describe).join('\n')}`);
  return [...questionnairePages(problems)];
}

/** What the menu needs of a problem, in one language. What people say with it is learnt beforehand (bench/words/learn.mjs). */
export function summaryIn({ id, title, summary }: AuthoredProblem, language: Language): ProblemSummary {
  return { id, title: title[language], summary: summary[language] };
}

/** One problem whole, in one language. */
export function problemIn(problem: AuthoredProblem, language: Language): Problem {
  const say = (text: AuthoredText) => text[language];
  const lines = (list: AuthoredLine[]) =>
    list.map((line) => ({
      text: say(line),
      ...(line.when && { when: line.when }),
      ...(line.source && { sources: [line.source].flat() }),
    }));
  return {
    id: problem.id,
    title: say(problem.title),
    summary: say(problem.summary),
    start: problem.start,
    questions: Object.entries(problem.questions).map(([id, question]) => questionIn(id, question, say)),
    outcomes: Object.entries(problem.outcomes).map(([id, outcome]) => ({
      id,
      title: say(outcome.title),
      urgency: outcome.urgency,
      because: say(outcome.because),
      ...(outcome.because.source && { becauseSources: [outcome.because.source].flat() }),
      steps: lines(outcome.steps),
      evidence: lines(outcome.evidence),
      avoid: lines(outcome.avoid),
      next: lines(outcome.next),
      ask: outcome.ask && say(outcome.ask),
      faq: outcome.faq,
    })),
    mail: { subject: say(problem.mail.subject), opening: say(problem.mail.opening), needs: problem.mail.needs },
  };
}

/** The problem with what its lines refer to: sources, and entries of the FAQ. */
function withReferences(problem: Problem, { topics, sources }: ProvedContent, language: Language): Problem {
  const cited = problem.outcomes.flatMap(({ becauseSources = [], steps, evidence, avoid, next }) => [
    ...becauseSources,
    ...[steps, evidence, avoid, next].flat().flatMap((line) => line.sources ?? []),
  ]);
  const questions = new Map(
    topics.flatMap(({ entries }) => Object.entries(entries).map(([id, { question }]) => [id, question[language]])),
  );
  const faq = [...new Set(problem.outcomes.flatMap((outcome) => outcome.faq))].filter((id) => questions.has(id));
  return {
    ...problem,
    sources: Object.fromEntries(sourcesIn(cited, sources, language).map((source) => [source.id, source])),
    faqQuestions: Object.fromEntries(faq.map((id) => [id, questions.get(id)!])),
  };
}

function questionIn(id: string, question: AuthoredQuestion, say: (text: AuthoredText) => string): Question {
  const shared = {
    id,
    text: say(question.text),
    why: say(question.why),
    ...(question.fact && { fact: question.fact }),
  };
  if (question.kind === 'choice') {
    const choices = Object.entries(question.choices).map(([value, { label, next }]) => ({
      value,
      label: say(label),
      next,
    }));
    return { ...shared, kind: 'choice', choices };
  }
  const { kind, next, nextUnknown, field } = question;
  return { ...shared, kind, choices: [], next, nextUnknown, ...(field && { field }) };
}
