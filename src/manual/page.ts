// The man page, made from what the commands say of themselves, in one language; written when okhelp is built.
import { COMMANDS, type CommandEntry } from '../cli.ts';
import type { Definition } from '../definition.ts';
import type { Messages, TopicMessages } from '../messages/index.ts';
import { describedOptions, topicParts } from '../terminal/help.ts';
import { bold, example, item, request, text } from './roff.ts';

/** All of okhelp on one page. `version` stands at its foot. */
export async function manualPage(t: Messages, { manual, pages }: TopicMessages, version: string): Promise<string> {
  const { help } = t;
  const commands: string[] = [];
  for (const group of ['trouble', 'cases', 'record', 'setup'] as const) {
    commands.push(request('SH', manual.heading(help.groups[group])));
    for (const entry of COMMANDS.filter((one) => one.group === group))
      commands.push(...commandPart(entry, (await entry.load()).define(t), t));
  }
  const lines = [
    String.raw`.\" -*- coding: UTF-8 -*-`,
    request('TH', 'OKHELP', '1', '', `okhelp ${version}`, 'okhelp'),
    // No word is torn apart, and no line stretched.
    '.nh',
    '.na',
    request('SH', manual.name),
    String.raw`okhelp \- ${text(manual.purpose)}`,
    request('SH', manual.synopsis),
    `${bold('okhelp')} ${text(help.usageLine(help.anyCommand).replace(/^okhelp /, ''))}`,
    '.br',
    `${bold('okhelp help')} ${text(manual.commandOrTopic)}`,
    request('SH', manual.description),
    text(help.tagline),
    request('SH', manual.heading(help.examples)),
    ...help.rootExamples.flatMap(([line, purpose]) => item(line, purpose)),
    ...commands,
    request('SH', manual.heading(help.everywhere)),
    ...Object.entries(help.globals).flatMap(([flags, meaning]) => item(flags, meaning)),
    ...(Object.keys(pages) as (keyof typeof pages)[]).flatMap((topic) => {
      const { title, parts } = topicParts(topic, pages[topic], help);
      return [
        request('SH', manual.heading(title)),
        ...parts.flatMap((part, i) => [
          ...(part.heading ? [request('SS', part.heading.replaceAll('`', ''))] : []),
          ...(part.text ? [...(i > 0 ? ['.PP'] : []), text(part.text)] : []),
          ...(part.rows ?? []).flatMap(([term, meaning]) => item(term, meaning)),
        ]),
      ];
    }),
  ];
  return `${lines.join('\n')}\n`;
}

function commandPart({ name }: CommandEntry, definition: Definition, { help }: Messages): string[] {
  const { summary, description, arguments: args = [], examples } = definition;
  return [
    request('SS', ['okhelp', name, ...args.map((one) => one.name)].join(' ')),
    text(summary),
    ...(description ? ['.PP', text(description)] : []),
    ...args.flatMap((one) => item(one.name, one.description)),
    ...describedOptions(definition, help).flatMap(([flags, meaning]) => item(flags, meaning)),
    '.PP',
    text(`${help.examples}:`),
    ...example(examples.flatMap(([line, purpose]) => [`# ${purpose}`, line])),
  ];
}
