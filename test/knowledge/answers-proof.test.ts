// The proof of the FAQ, guides and sources, by what breaks it: small files, and each change that must be found.
import { describe, expect, it } from 'vitest';
import { FAQ_TOPICS } from '../../src/knowledge/answers.ts';
import type { KnownCommand } from '../../src/knowledge/commands-named.ts';
import { proveAll } from '../../src/knowledge/content-proof.ts';
import { describe as say } from '../../src/knowledge/proof.ts';

const entry = (id: string, question: string) => `  ${id}:
    question: { en: ${question} en, zh-CN: ${question} 问 }
    also: { en: [a, b, c], zh-CN: [甲, 乙, 丙] }
    answer:
      en: |
        Run \`okhelp note list\`.[^law]
      zh-CN: |
        运行 \`okhelp note list\`。[^law]
    see: []
    guides: [safely]
    commands: [okhelp note list]
    guidance: [Q2]
    sources: [law]
`;
const topic = (name: string, i: number, entries: string) =>
  `topic: ${name}\norder: ${i}\ntitle: { en: ${name}, zh-CN: 题 }\nentries:\n${entries}`;
const WHOLE: Record<string, string> = {
  'guides/safely.yaml': `id: safely
order: 1
title: { en: Safely, zh-CN: 安全 }
summary: { en: Short, zh-CN: 简介 }
body: { en: Text., zh-CN: 正文。 }
see: [pay-well]
commands: []
guidance: []
sources: []
`,
  'sources/law.yaml':
    'law: { title: { en: Law, zh-CN: 法 }, where: a law §1, kind: primary, read: 2026-11-22, says: { en: So., zh-CN: 是。 } }\n',
  ...Object.fromEntries(
    FAQ_TOPICS.map((name, i) => [
      `faq/${name}.yaml`,
      topic(name, i, name === 'payment' ? entry('pay-well', 'pay') : entry(`${name}-one`, name)),
    ]),
  ),
};
const COMMANDS: KnownCommand[] = [
  { name: 'note list', flags: [{ names: ['--json'], takesValue: false }], takesArguments: false },
  { name: 'check', flags: [{ names: ['--at'], takesValue: true }], takesArguments: true },
  { name: 'faq', flags: [], takesArguments: true },
  { name: 'diagnose', flags: [{ names: ['-a', '--answer'], takesValue: true }], takesArguments: true },
];

/** What is found after one change in one file. */
function found(file = '', from = '', to = ''): string[] {
  const files = { ...WHOLE };
  if (file) {
    expect(files[file]).toContain(from);
    files[file] = files[file]!.replace(from, to);
  }
  return proveAll(new Map(Object.entries(files)), COMMANDS).findings.map(say);
}

describe('what cannot be read', () => {
  it('is said once, without what follows from it elsewhere', () => {
    expect(found('faq/payment.yaml', 'entries:', 'entries: {')).toEqual([
      expect.stringMatching(/^content\/faq\/payment\.yaml:\d+: /),
    ]);
  });
  it('and so is a translation that is missing', () => {
    const missing = found('faq/payment.yaml', ', zh-CN: pay 问', '');
    expect(missing).toEqual(['content/faq/payment.yaml:6: `entries.pay-well.question.zh-CN` is missing']);
  });
});

const PAYMENT = 'faq/payment.yaml';

describe('content that is whole', () => {
  it('has nothing wrong', () => expect(found()).toEqual([]));
});

describe('what refers to something else', () => {
  it.each([
    ['see: []', 'see: [nowhere]', ':13: the FAQ has no entry `nowhere`'],
    ['see: []', 'see: [pay-well]', ':13: `pay-well` refers to itself'],
    ['guides: [safely]', 'guides: [unsafely]', ':14: there is no guide `unsafely`'],
    ['sources: [law]', 'sources: [law, lore]', ':17: there is no source `lore`'],
  ])('%s → %s is found with its line', (from, to, message) => {
    expect(found(PAYMENT, from, to)).toContain(`content/${PAYMENT}${message}`);
  });

  it('a mark in the text is one of the sources that are listed, in both languages', () => {
    expect(found(PAYMENT, '`.[^law]', '`.[^lore]')).toEqual([
      `content/${PAYMENT}:9: \`[^lore]\` is not among its \`sources\``,
      `content/${PAYMENT}:8: the languages do not cite the same: lore / law`,
    ]);
  });

  it('a source that no text refers to is found', () => {
    const second = WHOLE['sources/law.yaml']!.replace('law:', 'lore:');
    expect(found('sources/law.yaml', 'law:', `${second}law:`)).toEqual([
      'content/sources/law.yaml:1: no text refers to the source `lore`',
    ]);
  });

  it('a source is no address', () => {
    expect(found('sources/law.yaml', 'a law §1', 'https://example.org')).toContain(
      'content/sources/law.yaml:1: `law.where` is no plain name',
    );
  });
});

describe('an entry', () => {
  it('has three other ways to ask it in each language', () => {
    expect(found(PAYMENT, '[甲, 乙, 丙]', '[甲, 乙]')).toEqual([
      `content/${PAYMENT}:7: only 2 other ways to ask it in zh-CN; at least 3`,
    ]);
  });

  it('stands in both languages', () => {
    expect(found(PAYMENT, ', zh-CN: pay 问', '')).toContain(
      `content/${PAYMENT}:6: \`entries.pay-well.question.zh-CN\` is missing`,
    );
  });

  it('asks what no other asks', () => {
    expect(found('faq/contact.yaml', 'contact en', 'pay en')[0]).toMatch(
      /contact\.yaml:6: question "pay en" is there twice/,
    );
  });

  it('names lines of the guidance that there are', () => {
    expect(found(PAYMENT, '[Q2]', '[Q9]')[0]).toContain('`entries.pay-well.guidance.0` must be one of: C1');
  });

  it('has only Markdown that can be shown', () => {
    expect(found(PAYMENT, 'Run ', 'See [this](that) ')[0]).toContain('has Markdown that is not shown here (link)');
  });
});

describe('commands in the texts', () => {
  const command = (line: string) => found(PAYMENT, 'commands: [okhelp note list]', `commands: ["${line}"]`);

  it.each([
    ['okhelp nope', 'there is no such command'],
    ['okhelp note list --all', 'has no flag `--all`'],
    ['okhelp note list twice', 'takes no words'],
    ['okhelp check --at', '`--at` lacks its value'],
    ['okhelp faq no-such-entry', 'the FAQ has no entry `no-such-entry`'],
    ['okhelp diagnose --answer problem=nothing', 'there is no problem `nothing`'],
    ['rm -rf notes', 'is no command of okhelp'],
  ])('`%s` is found', (line, message) => {
    expect(command(line)).toEqual([expect.stringMatching(new RegExp(`payment\\.yaml:15: .*${message}`))]);
  });

  it.each(['okhelp', 'okhelp note', 'okhelp check FILE --at 2026-03-01', 'okhelp faq pay-well'])(
    '`%s` is not',
    (line) => {
      expect(command(line)).toEqual([]);
    },
  );

  it('also within a text are found', () => {
    expect(found('guides/safely.yaml', 'en: Text.', 'en: "Use `okhelp chek` now."')).toEqual([
      'content/guides/safely.yaml:5: `okhelp chek`: there is no such command',
    ]);
  });
});
