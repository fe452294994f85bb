// Each questionnaire as a picture: a Mermaid flowchart in a Markdown page, one a problem and language. Build time only.
import type { Language } from '../globals.ts';
import { type AuthoredProblem, type AuthoredText, CONTENT_LANGUAGES } from './schema.ts';

const WORDS = {
  en: {
    title: 'The questionnaires',
    intro:
      'Made from content/problems by `npm run content:graph`; do not edit. A box is a question, a rounded one an outcome; red is to be done now, yellow today. Lines are answers.',
    given: 'an answer',
    unknown: "I don't know",
    back: 'All questionnaires',
    other: '中文',
  },
  'zh-CN': {
    title: '问答流程图',
    intro:
      '由 `npm run content:graph` 根据 content/problems 生成，请勿手改。方框是问题，圆角框是结论；红色须立即处理，黄色须当天处理。连线是回答。',
    given: '已回答',
    unknown: '不清楚',
    back: '全部流程图',
    other: 'English',
  },
} as const satisfies Record<Language, object>;

/** Where one line of a label ends, in columns; a Chinese character takes two. */
const COLUMNS = { node: 36, edge: 26 };

/** The pages by path under docs/questionnaires: an index a language, and a page a problem and language. */
export function* questionnairePages(problems: readonly AuthoredProblem[]): Generator<[path: string, text: string]> {
  for (const language of CONTENT_LANGUAGES) {
    const other = CONTENT_LANGUAGES.find((one) => one !== language)!;
    const words = WORDS[language];
    const links = problems.map(({ id, title }) => `- [${title[language]}](${id}.md)`);
    yield [
      `${language}/README.md`,
      `# ${words.title}\n\n[${words.other}](../${other}/README.md)\n\n${words.intro}\n\n${links.join('\n')}\n`,
    ];
    for (const problem of problems) {
      const { id, title, summary } = problem;
      const head = `# ${title[language]}\n\n[${words.back}](README.md) · [${words.other}](../${other}/${id}.md)\n\n`;
      yield [
        `${language}/${id}.md`,
        `${head}${summary[language]}\n\n\`\`\`mermaid\n${flowchart(problem, language)}\n\`\`\`\n`,
      ];
    }
  }
}

/** The flowchart of one problem, in Mermaid's language: every question, every answer, every outcome. */
export function flowchart({ start, questions, outcomes }: AuthoredProblem, language: Language): string {
  const say = (text: AuthoredText) => text[language];
  const node = (target: string) => target.replace(':', '__').replaceAll('-', '_');
  const lines = ['flowchart TD', `  start([" "]) --> ${node(start)}`];
  for (const [id, question] of Object.entries(questions)) {
    lines.push(`  ${node(id)}["${label(say(question.text), COLUMNS.node)}"]`);
    for (const [next, answers] of exits(question, say, language)) {
      lines.push(`  ${node(id)} -- "${label(answers.join(' / '), COLUMNS.edge)}" --> ${node(next)}`);
    }
  }
  for (const [id, { title, urgency }] of Object.entries(outcomes)) {
    lines.push(`  ${node(`outcome:${id}`)}(["${label(say(title), COLUMNS.node)}"]):::${urgency}`);
  }
  return [
    ...lines,
    '  classDef now fill:#f8d0d0,stroke:#a33,color:#111',
    '  classDef soon fill:#fbeebc,stroke:#a80,color:#111',
    '  classDef normal fill:#dcefdc,stroke:#484,color:#111',
  ].join('\n');
}

/** Where the answers of a question lead; answers that lead to the same place together. */
function exits(
  question: AuthoredProblem['questions'][string],
  say: (text: AuthoredText) => string,
  language: Language,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (next: string, answer: string) => found.set(next, [...(found.get(next) ?? []), answer]);
  if (question.kind === 'choice') {
    for (const { label: answer, next } of Object.values(question.choices)) add(next, say(answer));
  } else {
    add(question.next, WORDS[language].given);
    add(question.nextUnknown, WORDS[language].unknown);
  }
  return found;
}

/** A text as a label: signs that Mermaid reads are written by number, long lines are broken. */
function label(text: string, columns: number): string {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of text.match(/[\u2e80-\uffef][，。？！、；：）”]*|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    const columnsOf = [...piece.trimEnd()].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0);
    if (width > 0 && width + columnsOf > columns) {
      lines.push(line.trimEnd());
      line = '';
      width = 0;
    }
    line += piece;
    width += columnsOf + (piece.length - piece.trimEnd().length);
  }
  lines.push(line.trimEnd());
  return lines
    .map((one) =>
      one
        .replaceAll('#', '#35;')
        .replaceAll('"', '#quot;')
        .replaceAll('<', '#lt;')
        .replaceAll('>', '#gt;')
        .replaceAll('`', "'"),
    )
    .join('<br>');
}
