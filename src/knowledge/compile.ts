// Compiles content/ into one document per language and problem: what the program reads at run time. Build time only.
import { wordIndexes } from '../diagnosis/word-index.ts';
import type { Language } from '../globals.ts';
import type { KnownCommand } from './commands-named.ts';
import type { Problem, ProblemSummary, Question } from './content.ts';
import { proveFolder } from './content-proof.ts';
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
 * same for each language; `words/<script>.json`, the index of what people say in all of them. Throws where the content is not proved, naming every finding with its file and line.
 */
export function* compileContent(
  dir: string,
  commands: readonly KnownCommand[] | null = null,
): Generator<[path: string, document: object]> {
  const { problems, findings, regions, emergency, sources } = proveFolder(dir, commands);
  if (findings.length > 0) throw new Error(`The content is not whole:\n${findings.map(describe).join('\n')}`);
  for (const language of CONTENT_LANGUAGES) {
    yield [`${language}/problems.json`, problems.map((problem) => summaryIn(problem, language))];
    for (const problem of problems) yield [`${language}/problems/${problem.id}.json`, problemIn(problem, language)];
    yield [`${language}/regions.json`, regions.map((region) => regionSummaryIn(region, language))];
    for (const region of regions)
      yield [`${language}/regions/${region.id}.json`, regionIn(region, emergency, sources, language)];
  }
  const spoken = problems.map(({ id, words }) => ({
    id,
    words: CONTENT_LANGUAGES.flatMap((language) => words[language]),
  }));
  for (const [script, index] of Object.entries(wordIndexes(spoken))) yield [`words/${script}.json`, index];
}

/** What the menu and the recognition of people's words need of a problem, in one language. */
export function summaryIn({ id, title, summary, words }: AuthoredProblem, language: Language): ProblemSummary {
  return { id, title: title[language], summary: summary[language], words: words[language] };
}

/** One problem whole, in one language. */
export function problemIn(problem: AuthoredProblem, language: Language): Problem {
  const say = (text: AuthoredText) => text[language];
  const lines = (list: AuthoredLine[]) =>
    list.map((line) => (line.when ? { text: say(line), when: line.when } : { text: say(line) }));
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
