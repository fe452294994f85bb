// The proof of the problems: over every combination of answers each path ends in one outcome that has something to say.
// Build time only.
import type { FactName } from './content.ts';
import { counts, type Exits, type Route, routes } from './routes.ts';
import {
  type AuthoredProblem,
  type AuthoredQuestion,
  CONTENT_LANGUAGES,
  LINE_LISTS,
  readLines,
  readProblem,
} from './schema.ts';
import { type ContentFinding, readSource, type Source } from './yaml-file.ts';

/** No person in trouble is asked more than this. */
export const MOST_QUESTIONS = 7;
/** With fewer examples of people's own words a problem is not recognised. */
export const FEWEST_WORDS = 12;

export interface ProvedProblems {
  /** In menu order; only those without findings in their shape. */
  problems: AuthoredProblem[];
  findings: ContentFinding[];
  paths: number;
  longest: { questions: number; problem: string };
}

/** Stands for whatever is typed; a `when` cannot name it. */
const GIVEN = 'given';

type Report = (path: readonly PropertyKey[], message: string) => void;

const YES_NO = ['yes', 'no'];
const AGE = ['recent', 'long'];
/** What a question must offer so that a fact from the notes can answer it; null: it must be typed. */
const FACT_VALUES: Record<FactName, string[] | null> = {
  'pending-payment': YES_NO,
  'pending-payment-age': AGE,
  'payment-amount': null,
  'payment-debited': YES_NO,
  'balance-enough': YES_NO,
  'payment-error': ['details', 'limit', 'security', 'three-d-secure', 'declined', 'busy', 'other-message'],
  'failed-topup': YES_NO,
  'pending-topup': YES_NO,
  'pending-topup-age': AGE,
  'topup-error': ['details', 'limit', 'refused', 'verification', 'identity', 'busy', 'other-message'],
  'topup-amount': null,
  mismatch: YES_NO,
  'mismatch-direction': ['less', 'more'],
  'mismatch-cause-in-notes': YES_NO,
  'mismatch-status': YES_NO,
  'mismatch-entry-age': AGE,
  'has-readings': YES_NO,
};

/** Proves problems given as texts by file name: `lines.yaml` and `problems/<id>.yaml`; other files are passed over. */
export function prove(files: ReadonlyMap<string, string>): ProvedProblems {
  const linesSource = readSource('lines.yaml', files.get('lines.yaml') ?? '');
  const { lines, findings } = readLines(linesSource);
  const used = new Set<string>();
  const proved: { problem: AuthoredProblem; source: Source }[] = [];
  let paths = 0;
  let longest = { questions: 0, problem: '' };
  for (const [file, content] of files) {
    if (!file.startsWith('problems/')) continue;
    const source = readSource(file, content);
    const read = readProblem(source, lines);
    findings.push(...read.findings);
    for (const name of read.used) used.add(name);
    if (!read.problem) continue;
    proved.push({ problem: read.problem, source });
    const report: Report = (path, message) => findings.push({ file, line: source.lineOf(path), message });
    const walked = proveProblem(read.problem, file, report);
    paths += walked.length;
    const most = Math.max(0, ...walked.map(({ answers }) => answers.size));
    if (most > longest.questions) longest = { questions: most, problem: read.problem.id };
  }
  const problemFiles = [...files.keys()].filter((file) => file.startsWith('problems/'));
  const unused = proved.length === problemFiles.length ? Object.keys(lines).filter((line) => !used.has(line)) : [];
  for (const name of unused) {
    findings.push({
      file: 'lines.yaml',
      line: linesSource.lineOf([name]),
      message: `no problem uses the line \`${name}\``,
    });
  }
  findings.push(...proveTogether(proved));
  const order = ({ problem: a }: { problem: AuthoredProblem }, { problem: b }: { problem: AuthoredProblem }) =>
    a.order - b.order;
  return { problems: proved.sort(order).map(({ problem }) => problem), findings, paths, longest };
}

/** `content/problems/x.yaml:12: what is wrong`. */
export function describe({ file, line, message }: ContentFinding): string {
  return `content/${file}:${line}: ${message}`;
}

function proveProblem(problem: AuthoredProblem, file: string, report: Report): Route[] {
  if (file !== `problems/${problem.id}.yaml`)
    report(['id'], `problem \`${problem.id}\` does not stand in a file of that name`);
  for (const language of CONTENT_LANGUAGES) {
    const words = problem.words[language];
    if (words.length < FEWEST_WORDS) {
      report(
        ['words', language],
        `only ${words.length} examples of people's words in ${language}; at least ${FEWEST_WORDS}`,
      );
    }
  }
  for (const [id, question] of Object.entries(problem.questions)) proveQuestion(id, question, report);
  const questions = new Map(Object.entries(problem.questions).map(([id, question]) => [id, exitsOf(question)]));
  const walked = [...routes(problem.start, questions, new Set(Object.keys(problem.outcomes)))];
  proveEnds(problem, walked, report);
  proveLines(problem, questions, walked, report);
  return walked;
}

function proveQuestion(id: string, question: AuthoredQuestion, report: Report): void {
  const path = ['questions', id];
  const values = question.kind === 'choice' ? Object.keys(question.choices) : null;
  if (values && !values.includes('unknown'))
    report([...path, 'choices'], `question \`${id}\` has no choice \`unknown\``);
  if (!question.fact) return;
  const needed = FACT_VALUES[question.fact];
  if (needed === null && values)
    report([...path, 'fact'], `fact \`${question.fact}\` is an amount; \`${id}\` is not typed`);
  const lacking = needed?.filter((value) => !values?.includes(value)) ?? [];
  if (lacking.length > 0) {
    report(
      [...path, 'fact'],
      `fact \`${question.fact}\` can be ${lacking.join(' or ')}, which \`${id}\` has no choice for`,
    );
  }
}

function exitsOf(question: AuthoredQuestion): Exits {
  if (question.kind === 'choice')
    return new Map(Object.entries(question.choices).map(([value, { next }]) => [value, next]));
  return new Map([
    [GIVEN, question.next],
    ['unknown', question.nextUnknown],
  ]);
}

function proveEnds(problem: AuthoredProblem, walked: Route[], report: Report): void {
  const said = new Set<string>();
  const once = (path: PropertyKey[], message: string) => {
    if (!said.has(message)) report(path, message);
    said.add(message);
  };
  for (const { answers, end } of walked) {
    const [last, answer] = [...answers].at(-1) ?? [];
    const at = last === undefined ? ['start'] : whereLeads(problem, last, answer!);
    if (end.kind === 'nowhere') once(at, `\`${end.target}\` is neither a question nor an outcome of this problem`);
    if (end.kind === 'loop') once(at, `question \`${end.question}\` comes again: this path never ends`);
  }
  const longest = walked.map(({ answers }) => [...answers.keys()]).sort((a, b) => b.length - a.length)[0] ?? [];
  if (longest.length > MOST_QUESTIONS) {
    const path = longest.join(' → ');
    report(['start'], `a path asks ${longest.length} questions, more than ${MOST_QUESTIONS}: ${path}`);
  }
  const asked = new Set(walked.flatMap(({ answers }) => [...answers.keys()]));
  const reached = new Set(walked.map(({ end }) => (end.kind === 'outcome' ? end.outcome : '')));
  for (const id of Object.keys(problem.questions)) {
    if (!asked.has(id)) report(['questions', id], `question \`${id}\` is never reached`);
  }
  for (const id of Object.keys(problem.outcomes)) {
    if (!reached.has(id)) report(['outcomes', id], `outcome \`${id}\` is never reached`);
  }
}

function whereLeads(problem: AuthoredProblem, question: string, answer: string): string[] {
  const path = ['questions', question];
  if (problem.questions[question]!.kind === 'choice') return [...path, 'choices', answer, 'next'];
  return [...path, answer === 'unknown' ? 'nextUnknown' : 'next'];
}

function proveLines(problem: AuthoredProblem, questions: Map<string, Exits>, walked: Route[], report: Report): void {
  for (const [id, outcome] of Object.entries(problem.outcomes)) {
    const here = walked.filter(({ end }) => end.kind === 'outcome' && end.outcome === id);
    for (const list of LINE_LISTS) {
      outcome[list].forEach(({ when }, index) => {
        const path = ['outcomes', id, list, index, 'when'];
        const wrong = Object.entries(when ?? {}).flatMap(([question, values]) => {
          const exits = questions.get(question);
          if (!exits) return [`\`when\` names \`${question}\`, which is no question of this problem`];
          const strange = values.filter((value) => value === GIVEN || !exits.has(value));
          return strange.map((value) => `\`when\` names \`${value}\`, which is no answer to \`${question}\``);
        });
        for (const message of wrong) report(path, message);
        if (wrong.length === 0 && here.length > 0 && !here.some(({ answers }) => counts(when, answers))) {
          report(path, `this line of \`${list}\` is never shown: no path to \`${id}\` has these answers`);
        }
      });
      const bare = here.find(({ answers }) => !outcome[list].some(({ when }) => counts(when, answers)));
      if (bare) {
        const path = [...bare.answers].map(([question, answer]) => `${question}=${answer}`).join(' ');
        report(['outcomes', id, list], `\`${list}\` of \`${id}\` is empty after: ${path}`);
      }
    }
  }
}

/** What only shows when all problems are seen: the same place in the menu, or the same words, twice. */
function proveTogether(proved: { problem: AuthoredProblem; source: Source }[]): ContentFinding[] {
  const findings: ContentFinding[] = [];
  const seen = new Map<string, string>();
  for (const { problem, source } of proved) {
    const claim = (key: string, path: PropertyKey[], what: string) => {
      const other = seen.get(key);
      if (other)
        findings.push({ file: source.file, line: source.lineOf(path), message: `${what} is taken by \`${other}\`` });
      seen.set(key, problem.id);
    };
    claim(`order ${problem.order}`, ['order'], `order ${problem.order}`);
    for (const language of CONTENT_LANGUAGES) {
      for (const [index, words] of problem.words[language].entries()) {
        claim(`words ${words.toLowerCase()}`, ['words', language, index], `"${words}"`);
      }
    }
  }
  return findings;
}
