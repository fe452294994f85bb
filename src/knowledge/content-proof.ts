// The proof of all content together: problems, FAQ, guides, sources, and the commands that their texts name.
// Build time only.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProvedAnswers, proveAnswers } from './answers-proof.ts';
import { commandLinesIn, type KnownCommand, languageAt, type Nameable, textsIn, wrongIn } from './commands-named.ts';
import { describe, type ProvedProblems, prove } from './proof.ts';
import { type ProvedRegions, proveRegions } from './region-proof.ts';
import { type ContentFinding, readSource } from './yaml-file.ts';

export interface ProvedContent
  extends Omit<ProvedProblems, 'findings'>,
    Omit<ProvedAnswers, 'findings' | 'cited'>,
    Omit<ProvedRegions, 'findings' | 'cited'> {
  findings: ContentFinding[];
}

const FOLDERS = ['problems', 'faq', 'guides', 'sources', 'regions'];
const FILES = ['emergency.yaml', 'lines.yaml'];

/**
 * Reads a content folder and proves it; an unreadable folder throws, all else is a finding. With `commands` the command
 * lines in the texts are held against them.
 */
export function proveFolder(dir: string, commands: readonly KnownCommand[] | null): ProvedContent {
  const files = FOLDERS.filter((folder) => existsSync(join(dir, folder))).flatMap((folder) =>
    readdirSync(join(dir, folder))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
  files.unshift(...FILES.filter((file) => existsSync(join(dir, file))));
  return proveAll(new Map(files.map((file) => [file, readFileSync(join(dir, file), 'utf8')])), commands);
}

/**
 * Proves content given as texts by file name. Where a file is no YAML, the first place in each such file is all that is
 * found; where one lacks something of its shape, that: what else seems wrong then mostly follows from it.
 */
export function proveAll(files: ReadonlyMap<string, string>, commands: readonly KnownCommand[] | null): ProvedContent {
  const proved = prove(files);
  const answers = proveAnswers(files);
  const regions = proveRegions(files, new Set(Object.keys(answers.sources)));
  for (const id of regions.cited) answers.cited.add(id);
  const findings = [...proved.findings, ...answers.findings, ...regions.findings];
  const named = {
    problems: proved.problems,
    faq: new Set(answers.topics.flatMap(({ entries }) => Object.keys(entries))),
    guides: new Set(answers.guides.map(({ id }) => id)),
  };
  findings.push(...proveReferences(files, answers, named.faq));
  if (commands) findings.push(...proveCommands(files, { ...named, commands }));
  const { findings: _, cited, ...rest } = answers;
  const broken = [...files].flatMap(([file, content]) => readSource(file, content).syntax.slice(0, 1));
  const shapes = findings.filter(({ shape }) => shape);
  const shown = [broken, shapes, findings].find((some) => some.length > 0) ?? [];
  return { ...proved, ...rest, regions: regions.regions, emergency: regions.emergency, findings: shown };
}

/** What problems and shared lines refer to in other files: entries of the FAQ, sources. */
function proveReferences(
  files: ReadonlyMap<string, string>,
  { sources, cited }: ProvedAnswers,
  faq: ReadonlySet<string>,
): ContentFinding[] {
  const findings: ContentFinding[] = [];
  for (const [file, content] of files) {
    if (file !== 'lines.yaml' && !file.startsWith('problems/')) continue;
    const source = readSource(file, content);
    for (const [path, text] of textsIn(source.value)) {
      const key = path.findLast((part) => typeof part === 'string');
      const report = (message: string) => findings.push({ file, line: source.lineOf(path), message });
      if (key === 'faq' && !faq.has(text)) report(`the FAQ has no entry \`${text}\``);
      if (key === 'source' && path[0] !== 'sources') {
        if (!Object.hasOwn(sources, text)) report(`there is no source \`${text}\``);
        cited.add(text);
      }
    }
  }
  for (const [file, content] of files) {
    if (!file.startsWith('sources/')) continue;
    const source = readSource(file, content);
    for (const id of Object.keys((source.value as object | null) ?? {}).filter((one) => !cited.has(one))) {
      findings.push({ file, line: source.lineOf([id]), message: `no text refers to the source \`${id}\`` });
    }
  }
  return findings;
}

/** What texts tell people to type can be typed. */
function proveCommands(files: ReadonlyMap<string, string>, known: Nameable): ContentFinding[] {
  return [...files].flatMap(([file, content]) => {
    const source = readSource(file, content);
    return [...textsIn(source.value)].flatMap(([path, text]) => {
      const lines = path.includes('commands') && !languageAt(path) ? [text] : commandLinesIn(text);
      const messages = lines.map((line) =>
        /^okhelp(\s|$)/.test(line) ? wrongIn(line, known) : `\`${line}\` is no command of okhelp`,
      );
      return messages.flatMap((message) => (message ? [{ file, line: source.lineOf(path), message }] : []));
    });
  });
}

/** Prints one line per finding and a summary; true where there is nothing to find. */
export function proveContent(
  dir: string,
  commands: readonly KnownCommand[] | null,
  print: (line: string) => void,
): boolean {
  const { problems, findings, paths, longest, topics, guides, regions } = proveFolder(dir, commands);
  for (const finding of findings) print(describe(finding));
  const entries = topics.reduce((sum, topic) => sum + Object.keys(topic.entries).length, 0);
  const verdict = findings.length === 0 ? 'nothing wrong' : `${findings.length} wrong`;
  print(
    `${problems.length} problems, ${paths} paths, longest path ${longest.questions} questions (${longest.problem}); ${entries} FAQ entries, ${guides.length} guides, ${regions.length} regions: ${verdict}`,
  );
  return findings.length === 0;
}
