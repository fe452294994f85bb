// Commands, help, topics, completion, man page and stories speak of the same commands: none is forgotten anywhere.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS, FAMILIES, TOPICS } from '../src/cli.ts';
import { FORMATS } from '../src/formats/registry.ts';
import { LANGUAGES } from '../src/globals.ts';
import { loadMessages, loadTopicMessages } from '../src/messages/index.ts';
import { OWN_FORMAT } from '../src/notes-file.ts';
import { okhelp, ROOT } from './host.ts';
import { readCommandLine } from './transcripts/shell.ts';
import { readStory } from './transcripts/story.ts';

const NAMES = COMMANDS.map(({ name }) => name);

it('each command and each topic is in a story', () => {
  const folder = join(ROOT, 'test/transcripts');
  const told = new Set<string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')) {
    for (const part of readStory(readFileSync(join(folder, file), 'utf8'))) {
      for (const { command } of 'prose' in part ? [] : part.exchanges) {
        const line = command.includes('<<') ? command.split('\n')[0]! : command.replace(/\\\n\s*/g, '');
        for (
          let stage = readCommandLine(line) as ReturnType<typeof readCommandLine> | null;
          stage;
          stage = stage.pipe
        ) {
          const [program, first = '', second = ''] = stage.words;
          if (program !== 'okhelp') continue;
          told.add(first).add(`${first} ${second}`);
        }
      }
    }
  }
  expect(NAMES.filter((name) => !told.has(name))).toEqual([]);
  expect(TOPICS.filter((topic) => !told.has(`help ${topic}`))).toEqual([]);
});

describe.each(LANGUAGES)('in %s', (lang) => {
  it('the help, the summaries and the completion have the commands of the table', async () => {
    const { help } = await loadMessages(lang);
    expect(Object.keys(help.summaries)).toEqual(expect.arrayContaining(NAMES));
    expect(Object.keys(help.summaries)).toHaveLength(NAMES.length);
    const page = (await okhelp(['help', '--lang', lang])).stdout;
    const completed = (await okhelp(['complete', 'zsh', '--', '--lang', lang, ''])).stdout;
    for (const name of new Set(NAMES.map((one) => one.split(' ')[0]!))) {
      expect(page).toMatch(new RegExp(`^  ${name}( …)? `, 'm'));
      expect(completed).toMatch(new RegExp(`^${name}:.`, 'm'));
    }
    for (const family of FAMILIES) {
      const verbs = NAMES.filter((name) => name.startsWith(`${family} `)).map((name) => name.slice(family.length + 1));
      const offered = (await okhelp(['complete', 'zsh', '--', '--lang', lang, family, ''])).stdout;
      expect(
        offered
          .split('\n')
          .slice(1, -1)
          .map((line) => line.split(':')[0]),
      ).toEqual(expect.arrayContaining(verbs));
    }
  });

  it('each topic has a page, stands in the help, and as JSON says the same', async () => {
    const { pages } = await loadTopicMessages(lang);
    expect(Object.keys(pages)).toEqual([...TOPICS]);
    const root = (await okhelp(['help', '--lang', lang])).stdout;
    for (const topic of TOPICS) {
      expect(root).toMatch(new RegExp(`^  ${topic}  +\\S`, 'm'));
      const { stdout, status } = await okhelp(['help', topic, '--lang', lang]);
      expect(status).toBe(0);
      const document = JSON.parse((await okhelp(['help', topic, '--lang', lang, '--json'])).stdout);
      expect(document).toMatchObject({ schema: 'okhelp.topic/1', topic, title: pages[topic].title });
      expect(`${document.text}\n`).toBe(stdout);
    }
  });

  it('the formats are those that okhelp reads', async () => {
    const { formats } = await loadTopicMessages(lang);
    const known = [OWN_FORMAT, ...FORMATS.map(({ name }) => name)];
    expect(formats.map(([name]) => name).sort()).toEqual(known.sort());
  });

  it('the topic on the environment names every variable that okhelp reads', async () => {
    const paths = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
    const files = paths.filter((path) => path.endsWith('.ts')).map((path) => join('src', path));
    const source = [join('bin', 'okhelp.js'), ...files]
      .map((path) => readFileSync(join(ROOT, path), 'utf8'))
      .join('\n');
    const read = new Set([...source.matchAll(/\benv\.([A-Z_]+)/g)].map(([, name]) => name!));
    // What okhelp's own scripts tell it while somebody presses the Tab key.
    const ours = ['OKHELP_COMPLETE', 'OKHELP_COMP_TYPE'];
    const { stdout } = await okhelp(['help', 'environment', '--lang', lang]);
    expect([...read].filter((name) => !ours.includes(name) && !new RegExp(`\\b${name}\\b`).test(stdout))).toEqual([]);
  });
});
