// What the FAQ says: both languages the same, short enough to read in need, and no number without how to confirm it.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proveFolder } from '../../src/knowledge/content-proof.ts';
import { CONTENT_LANGUAGES } from '../../src/knowledge/schema.ts';

const { topics, problems } = proveFolder(join(import.meta.dirname, '../../content'), null);
const entries = topics.flatMap((topic) => Object.entries(topic.entries).map(([id, entry]) => ({ id, ...entry })));
const answerOf = (id: string) => entries.find((entry) => entry.id === id)!.answer;

/** An answer as it is read: without the marks of its sources and the numbers of its steps. */
const readingOf = (answer: string) => answer.replace(/\[\^[a-z0-9-]+\]/g, '').replace(/^\d+\. /gm, '');
const figuresIn = (answer: string) => [
  ...new Set(
    readingOf(answer)
      .replaceAll('3-D', '')
      .match(/\d[\d.,:-]*\d|\d/g) ?? [],
  ),
];
const commandsIn = (answer: string) => (answer.match(/`okhelp[^`]*`/g) ?? []).map((line) => line.replace(/ ".*"/, ''));

describe('the FAQ', () => {
  it('has at least 40 questions, and the four that the guidance asks', () => {
    expect(entries.length).toBeGreaterThanOrEqual(40);
    const asked = {
      Q1: 'avoid-late-arrival',
      Q2: 'pay-safely',
      Q3: 'account-blocked-by-mistake',
      Q4: 'feedback-process',
    };
    for (const [line, id] of Object.entries(asked))
      expect(entries.find((one) => one.id === id)?.guidance).toContain(line);
  });

  it.each(entries)('answers $id in its first sentence, and in 60 to 180 words', ({ answer }) => {
    for (const language of CONTENT_LANGUAGES) expect(answer[language]).toMatch(/^[^#\-*\d\s]/);
    const words = readingOf(answer.en).split(/\s+/).filter(Boolean).length;
    expect(words).toBeGreaterThanOrEqual(60);
    expect(words).toBeLessThanOrEqual(180);
    const characters = answer['zh-CN'].match(/\p{Script=Han}/gu)?.length ?? 0;
    expect(characters).toBeGreaterThanOrEqual(110);
    expect(characters).toBeLessThanOrEqual(300);
  });

  it.each(entries)('names the same figures and commands in both languages: $id', ({ answer }) => {
    expect(figuresIn(answer['zh-CN']).sort()).toEqual(figuresIn(answer.en).sort());
    expect(commandsIn(answer['zh-CN']).sort()).toEqual(commandsIn(answer.en).sort());
  });

  it('tells how to confirm a number wherever it gives one of a public body', () => {
    const number = /(?<!\d)(110|165|997|999|1799|96110|12363|12315|18222|0300 123 2040|0800 023 4567)(?!\d)/;
    const giving = entries.filter(({ answer }) => number.test(readingOf(answer.en)));
    expect(giving.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['which-regulator', 'report-to-police', 'merchant-refuses-refund']),
    );
    for (const { answer } of giving) {
      expect(answer.en).toMatch(/Confirm each number on the body's own site/);
      expect(answer['zh-CN']).toMatch(/号码(使用前，)?请先在(该机构官网|官方网站)核对/);
    }
  });

  it('names no way to reach a wallet, and tells people where to look for it', () => {
    for (const language of CONTENT_LANGUAGES) {
      for (const { answer } of entries)
        expect(answer[language]).not.toMatch(/\S@\S+\.\S|https?:|www\.|okpay\.com|t\.me/i);
    }
    expect(answerOf('find-official-contact').en).toMatch(/^In your own app or account/);
    expect(answerOf('find-official-contact')['zh-CN']).toMatch(/^在您自己的 App 或账户里找/);
  });

  it('asks each question, in every wording, under one entry only', () => {
    for (const language of CONTENT_LANGUAGES) {
      const asked = entries.flatMap(({ question, also }) => [question[language], ...also[language]]);
      const twice = asked.filter((one, i) => asked.findIndex((other) => other.toLowerCase() === one.toLowerCase()) < i);
      expect(twice).toEqual([]);
    }
  });

  it('leaves no entry alone: each is reached from an outcome or another entry', () => {
    const reached = new Set([
      ...entries.flatMap(({ see }) => see),
      ...problems.flatMap((problem) => Object.values(problem.outcomes).flatMap(({ faq }) => faq)),
    ]);
    expect(entries.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  });
});
