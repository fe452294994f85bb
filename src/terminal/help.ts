// Help pages: examples first, wrapped by display width so that Chinese wraps right.
import { COMMANDS, type CommandEntry, FAMILIES, type Family, type Topic } from '../cli.ts';
import type { Definition } from '../definition.ts';
import type { TopicPage } from '../messages/en/topics.ts';
import type { Messages } from '../messages/index.ts';
import type { Io } from './io.ts';
import { displayWidth, padEnd, wrap } from './width.ts';

type Page = Pick<Io, 'width' | 'paint'>;
type HelpWords = Pick<Messages, 'help'>;
type Row = [term: string, text: string];

/** `okhelp --help`. */
export function rootHelp(t: HelpWords, page: Page): string {
  const { help } = t;
  const blocks: string[] = [
    wrap(help.tagline, page.width).join('\n'),
    section(help.usage, [help.usageLine(help.anyCommand)], page),
    section(help.examples, rows(help.rootExamples, page), page),
  ];
  for (const group of ['trouble', 'cases', 'record', 'setup'] as const) {
    const entries = COMMANDS.filter((entry) => entry.group === group).filter((entry, i, all) =>
      isFirstOfFamily(entry, all, i),
    );
    blocks.push(
      section(
        help.groups[group],
        rows(
          entries.map((entry) => commandRow(entry, t)),
          page,
        ),
        page,
      ),
    );
  }
  blocks.push(section(help.everywhere, rows(Object.entries(help.globals), page), page));
  blocks.push(section(help.exitStatus, rows(help.statuses, page), page));
  blocks.push(section(help.topicsTitle, rows(Object.entries(help.topics), page), page));
  blocks.push(wrap(help.more, page.width).join('\n'));
  return blocks.join('\n\n');
}

/** `okhelp note`: the verbs of a family. */
export function familyHelp(family: Family, t: HelpWords, page: Page): string {
  const entries = COMMANDS.filter((entry) => entry.name.startsWith(`${family} `));
  const terms: Row[] = entries.map((entry) => [entry.name, t.help.summaries[entry.name] ?? '']);
  return [
    t.help.families[family],
    section(t.help.usage, [t.help.usageLine(`${family} ${t.help.anyVerb}`)], page),
    section(t.help.commands, rows(terms, page), page),
    wrap(t.help.moreVerbs, page.width).join('\n'),
  ].join('\n\n');
}

/** `okhelp check --help`. */
export function commandHelp(name: string, definition: Definition, t: HelpWords, page: Page): string {
  const { help } = t;
  const args = definition.arguments ?? [];
  const usage = help.usageLine([name, ...args.map((argument) => argument.name)].join(' '));
  const blocks = [
    wrap(definition.summary, page.width).join('\n'),
    section(help.usage, [usage], page),
    section(help.examples, rows(definition.examples, page), page),
  ];
  if (definition.description) blocks.push(wrap(definition.description, page.width).join('\n'));
  if (args.length) {
    blocks.push(
      section(
        help.arguments,
        rows(
          args.map((argument) => [argument.name, argument.description]),
          page,
        ),
        page,
      ),
    );
  }
  if (definition.options.length) {
    blocks.push(section(help.options, rows(describedOptions(definition, help), page), page));
  }
  const globals = Object.entries(help.globals).filter(([flags]) => !flags.includes('--version'));
  blocks.push(section(help.everywhere, rows(globals, page), page));
  return blocks.join('\n\n');
}

/** Each flag with its description, its choices, and whether it may be repeated. */
export function describedOptions({ options }: Definition, help: Messages['help']): Row[] {
  return options.map(({ flags, description, choices, repeatable }) => [
    flags,
    help.clauses(
      [description, choices && help.choices(choices.join(', ')), repeatable && help.repeatable].filter(
        (text): text is string => Boolean(text),
      ),
    ),
  ]);
}

/** The statuses stand in the program's help, too, and are written once. */
export function topicParts(topic: Topic, { title, parts }: TopicPage, help: Messages['help']): TopicPage {
  if (topic !== 'exit-status') return { title, parts };
  const [first, ...rest] = parts;
  return { title, parts: [first!, { rows: help.statuses }, ...rest] };
}

/** `okhelp help environment`. */
export function topicHelp({ title, parts }: TopicPage, page: Page): string {
  const blocks = parts.map(({ heading, text, rows: pairs }) => {
    const lines = [...(text ? wrap(text, page.width) : []), ...(pairs ? rows(pairs, page).map(indented) : [])];
    return [...(heading ? wrap(heading, page.width).map(page.paint.heading) : []), ...lines].join('\n');
  });
  return [wrap(title, page.width).map(page.paint.heading).join('\n'), ...blocks].join('\n\n');
}

function isFirstOfFamily(entry: CommandEntry, all: CommandEntry[], index: number): boolean {
  const family = familyOf(entry);
  return !family || all.findIndex((other) => familyOf(other) === family) === index;
}

function familyOf(entry: CommandEntry): Family | undefined {
  return FAMILIES.find((family) => entry.name.startsWith(`${family} `));
}

function commandRow(entry: CommandEntry, t: HelpWords): Row {
  const family = familyOf(entry);
  if (!family) return [entry.name, t.help.summaries[entry.name] ?? ''];
  const verbs = COMMANDS.filter((other) => familyOf(other) === family).map((other) =>
    other.name.slice(family.length + 1),
  );
  return [`${family} …`, t.help.verbs(t.help.families[family], verbs)];
}

function section(title: string, lines: string[], page: Page): string {
  return [page.paint.heading(title), ...lines.map(indented)].join('\n');
}

const indented = (line: string): string => `  ${line}`;

/** Terms in one column, their texts wrapped in the next; under each other where the terms leave too little room. */
function rows(pairs: Row[], page: Page): string[] {
  const room = page.width - 2;
  const widest = Math.max(0, ...pairs.map(([term]) => displayWidth(term)));
  if (widest > room / 2) {
    return pairs.flatMap(([term, text]) => [term, ...wrap(text, room - 4).map((line) => `    ${line}`)]);
  }
  return pairs.flatMap(([term, text]) =>
    wrap(text, room - widest - 2).map((line, i) => `${padEnd(i ? '' : term, widest)}  ${line}`),
  );
}
