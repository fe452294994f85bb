// The proof of the FAQ, the guides and the sources: every id leads somewhere, every text can be shown. Build time only.
import { FAQ_TOPICS } from './answers.ts';
import {
  type AuthoredEntry,
  type AuthoredFactSource,
  type AuthoredGuide,
  type AuthoredTopic,
  readFactSources,
  readGuide,
  readTopic,
} from './answers-schema.ts';
import { citesOf, readMarkdown } from './markdown.ts';
import { type AuthoredText, CONTENT_LANGUAGES } from './schema.ts';
import { type ContentFinding, type Path, readSource, type Source } from './yaml-file.ts';

/** With fewer other ways to ask it an entry is hard to find. */
export const FEWEST_WAYS_TO_ASK = 3;

export interface ProvedAnswers {
  /** In the order in which they are listed. */
  topics: AuthoredTopic[];
  guides: AuthoredGuide[];
  sources: Record<string, AuthoredFactSource>;
  findings: ContentFinding[];
  /** The sources that a text, a FAQ entry or a guide refers to. */
  cited: Set<string>;
}

type Report = (path: Path, message: string) => void;

/** Proves what stands under `faq/`, `guides/` and `sources/`, given as texts by file name. */
export function proveAnswers(files: ReadonlyMap<string, string>): ProvedAnswers {
  const findings: ContentFinding[] = [];
  const readAll = <T>(folder: string, read: (source: Source) => { value: T | null; findings: ContentFinding[] }) =>
    [...files]
      .filter(([file]) => file.startsWith(`${folder}/`))
      .flatMap(([file, content]) => {
        const source = readSource(file, content);
        const result = read(source);
        findings.push(...result.findings);
        const report: Report = (path, message) => findings.push({ file, line: source.lineOf(path), message });
        return result.value === null ? [] : [{ value: result.value, file, report }];
      });
  const topics = readAll('faq', readTopic).sort((a, b) => a.value.order - b.value.order);
  const guides = readAll('guides', readGuide).sort((a, b) => a.value.order - b.value.order);
  const sources: Record<string, AuthoredFactSource> = {};
  for (const { value, report } of readAll('sources', readFactSources)) {
    for (const [id, source] of Object.entries(value)) {
      if (sources[id]) report([id], `the source \`${id}\` is defined twice`);
      sources[id] = source;
    }
  }
  const cited = new Set<string>();
  const faqIds = new Set(topics.flatMap(({ value }) => Object.keys(value.entries)));
  const guideIds = new Set(guides.map(({ value }) => value.id));
  const there = { faq: faqIds, guides: guideIds, sources: new Set(Object.keys(sources)), cited };
  const once = uniqueness();

  for (const { value, file, report } of topics) {
    if (file !== `faq/${value.topic}.yaml`)
      report(['topic'], `topic \`${value.topic}\` does not stand in a file of that name`);
    once(`topic order ${value.order}`, ['order'], report);
    for (const [id, entry] of Object.entries(value.entries)) {
      once(`entry ${id}`, ['entries', id], report);
      proveEntry(id, entry, there, (path, message) => report(['entries', id, ...path], message), once);
    }
  }
  const lacking = FAQ_TOPICS.filter((topic) => !topics.some(({ value }) => value.topic === topic));
  for (const topic of lacking) findings.push({ file: `faq/${topic}.yaml`, line: 1, message: 'this topic is missing' });
  for (const { value, file, report } of guides) {
    if (file !== `guides/${value.id}.yaml`)
      report(['id'], `guide \`${value.id}\` does not stand in a file of that name`);
    once(`guide order ${value.order}`, ['order'], report);
    proveReferences(value, there, report);
    proveMarkdown(value.body, 'body', value.sources, report);
  }
  return {
    topics: topics.map(({ value }) => value),
    guides: guides.map(({ value }) => value),
    sources,
    findings,
    cited,
  };
}

interface There {
  faq: ReadonlySet<string>;
  guides: ReadonlySet<string>;
  sources: ReadonlySet<string>;
  cited: Set<string>;
}

function proveEntry(id: string, entry: AuthoredEntry, there: There, report: Report, once: Once): void {
  if (entry.see.includes(id)) report(['see'], `\`${id}\` refers to itself`);
  entry.guides.forEach((guide, i) => {
    if (!there.guides.has(guide)) report(['guides', i], `there is no guide \`${guide}\``);
  });
  for (const language of CONTENT_LANGUAGES) {
    once(`question "${entry.question[language].toLowerCase()}"`, ['question', language], report);
    const ways = entry.also[language].length;
    if (ways < FEWEST_WAYS_TO_ASK) {
      report(['also', language], `only ${ways} other ways to ask it in ${language}; at least ${FEWEST_WAYS_TO_ASK}`);
    }
  }
  proveReferences(entry, there, report);
  proveMarkdown(entry.answer, 'answer', entry.sources, report);
}

function proveReferences({ see, sources }: Pick<AuthoredGuide, 'see' | 'sources'>, there: There, report: Report): void {
  see.forEach((id, i) => {
    if (!there.faq.has(id)) report(['see', i], `the FAQ has no entry \`${id}\``);
  });
  sources.forEach((id, i) => {
    if (!there.sources.has(id)) report(['sources', i], `there is no source \`${id}\``);
    there.cited.add(id);
  });
}

/** Both languages can be shown, and cite the same of the sources that are listed. */
function proveMarkdown(text: AuthoredText, name: string, sources: string[], report: Report): void {
  const cites = CONTENT_LANGUAGES.map((language) => {
    const { blocks, wrong } = readMarkdown(text[language]);
    for (const message of wrong) report([name, language], `\`${name}.${language}\` ${message}`);
    const found = citesOf(blocks);
    for (const id of found.filter((one) => !sources.includes(one))) {
      report([name, language], `\`[^${id}]\` is not among its \`sources\``);
    }
    return found.sort().join();
  });
  if (cites[0] !== cites[1])
    report([name], `the languages do not cite the same: ${cites.map((c) => c || 'nothing').join(' / ')}`);
}

type Once = (what: string, path: Path, report: Report) => void;

/** Reports what was there before. */
function uniqueness(): Once {
  const seen = new Set<string>();
  return (what, path, report) => {
    if (seen.has(what)) report(path, `${what} is there twice`);
    seen.add(what);
  };
}
