// The commands that texts tell people to type: each one exists, with these flags, problems and answers. Build time only.
import { type AuthoredProblem, CONTENT_LANGUAGES } from './schema.ts';

/** A command as a text may name it. */
export interface KnownCommand {
  /** As typed after `okhelp`: `check`, `note add`. */
  name: string;
  flags: { names: string[]; takesValue: boolean }[];
  takesArguments: boolean;
}

/** What the words of a command line can refer to. */
export interface Nameable {
  commands: readonly KnownCommand[];
  problems: readonly AuthoredProblem[];
  faq: ReadonlySet<string>;
  guides: ReadonlySet<string>;
}

/** The command lines in a text: what stands in backticks, and the lines of fenced code, beginning with `okhelp`. */
export function commandLinesIn(text: string): string[] {
  const fenced = [...text.matchAll(/^```.*\n([\s\S]*?)^\s*```/gm)].flatMap(([, code]) => code!.split('\n'));
  const spans = [...text.replace(/^```.*\n[\s\S]*?^\s*```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!);
  return [...fenced, ...spans]
    .map((line) => line.trim().replace(/^\$ /, ''))
    .filter((line) => /^okhelp(\s|$)/.test(line));
}

/** What is wrong with a command line (`okhelp check --fix`), as the end of a sentence; null where it can be typed. */
export function wrongIn(line: string, known: Nameable): string | null {
  const words = wordsOf(line).slice(1);
  if (words.length === 0 || (words.length === 1 && words[0] === '--help')) return null;
  const two = known.commands.find(({ name }) => name === words.slice(0, 2).join(' '));
  const command = two ?? known.commands.find(({ name }) => name === words[0]);
  if (!command) {
    const family = words.length === 1 && known.commands.some(({ name }) => name.startsWith(`${words[0]} `));
    return family ? null : `\`${line}\`: there is no such command`;
  }
  const rest = words.slice(command.name.split(' ').length);
  const args: string[] = [];
  const answers: string[] = [];
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i]!;
    if (!/^-./.test(word)) {
      args.push(word);
      continue;
    }
    const [name, given] = word.split(/=(.*)/s) as [string, string | undefined];
    const flag = command.flags.find(({ names }) => names.includes(name));
    if (!flag) return `\`${line}\`: \`okhelp ${command.name}\` has no flag \`${name}\``;
    if (flag.takesValue) {
      const value = given ?? rest[++i];
      if (value === undefined) return `\`${line}\`: \`${name}\` lacks its value`;
      if (flag.names.includes('--answer')) answers.push(value);
    } else if (given !== undefined) return `\`${line}\`: \`${name}\` takes no value`;
  }
  if (args.length > 0 && !command.takesArguments) return `\`${line}\`: \`okhelp ${command.name}\` takes no words`;
  const refers = wrongReference(command.name, args, known) ?? wrongAnswer(answers, known);
  return refers && `\`${line}\`: ${refers}`;
}

function wrongReference(command: string, args: string[], { faq, guides }: Nameable): string | null {
  const [first = ''] = args;
  if (args.length !== 1 || !/^[a-z0-9-]+$/.test(first)) return null;
  if (command === 'guide' && !guides.has(first)) return `there is no guide \`${first}\``;
  if (command === 'faq' && first.includes('-') && !faq.has(first)) return `the FAQ has no entry \`${first}\``;
  return null;
}

/** `problem=ID` names a problem, the others its questions and what they take; capitals and `…` stand for something to fill in. */
function wrongAnswer(answers: readonly string[], { problems }: Nameable): string | null {
  let problem: AuthoredProblem | undefined;
  for (const answer of answers) {
    const [question, value] = answer.split(/=(.*)/s) as [string, string | undefined];
    if (value === undefined) return `\`${answer}\` is not QUESTION=VALUE`;
    if (/^[A-Z]+$/.test(value) || value.includes('…')) continue;
    if (question === 'problem') {
      problem = problems.find(({ id }) => id === value);
      if (!problem) return `there is no problem \`${value}\``;
      continue;
    }
    if (!problem) return `\`${answer}\` stands before \`problem=\``;
    const asked = problem.questions[question];
    if (!asked) return `\`${problem.id}\` has no question \`${question}\``;
    if (asked.kind === 'choice' && !asked.choices[value]) return `\`${question}\` has no answer \`${value}\``;
  }
  return null;
}

function wordsOf(line: string): string[] {
  return (line.replace(/\s#\s.*$/, '').match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? []).map((word) =>
    word.replaceAll(/['"]/g, ''),
  );
}

/** Every text of a file with the path at which it stands. */
export function* textsIn(
  value: unknown,
  path: readonly PropertyKey[] = [],
): Generator<[path: PropertyKey[], text: string]> {
  if (typeof value === 'string') yield [[...path], value];
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* textsIn(item, [...path, i]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, [...path, key]);
}

/** The last part of a path that says which language it is; null where it is no translated text. */
export function languageAt(path: readonly PropertyKey[]): (typeof CONTENT_LANGUAGES)[number] | null {
  return CONTENT_LANGUAGES.find((language) => path.includes(language)) ?? null;
}
