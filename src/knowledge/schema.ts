// One problem as its author writes it: YAML with both languages side by side, read with the line of every value.
// Build time only.
import { z } from 'zod';
import type { Language } from '../globals.ts';
import { FACT_NAMES, MAIL_FIELDS, PROBLEM_IDS } from './content.ts';
import { type ContentFinding, findingOf, isRecord, type Source } from './yaml-file.ts';

export const CONTENT_LANGUAGES = ['en', 'zh-CN'] as const satisfies readonly Language[];

/** Lines that several problems share, by name: `content/lines.yaml`. */
export type SharedLines = Record<string, z.infer<typeof sharedLine>>;

export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a kebab-case id');
const target = z.string().regex(/^(outcome:)?[a-z0-9]+(-[a-z0-9]+)*$/, 'is neither a question nor `outcome:ID`');
export const words = z
  .string()
  .refine((text) => text.trim() !== '', 'is empty')
  .refine((text) => !/https?:|www\.|\S+@\S+\.\S/i.test(text), 'names an address; okhelp ships none');
export const text = z.strictObject({ en: words, 'zh-CN': words });
/** The facts behind a statement, by their ids in content/sources/. */
const source = z.union([id, z.array(id).min(1, 'names no source')]);
const sharedLine = z.strictObject({ ...text.shape, source: source.optional() });
const when = z.record(id, z.array(id).min(1, 'names no value'));
const line = z.strictObject({ ...sharedLine.shape, when: when.optional() });
const about = { text, why: text, fact: z.enum(FACT_NAMES).optional() };
const asked = z.strictObject({
  ...about,
  kind: z.literal('choice'),
  choices: z.record(id, z.strictObject({ label: text, next: target })),
});
const typed = z.strictObject({
  ...about,
  kind: z.enum(['amount', 'time', 'text']),
  field: z.enum(MAIL_FIELDS).optional(),
  next: target,
  nextUnknown: target,
});
const outcome = z.strictObject({
  title: text,
  urgency: z.enum(['now', 'soon', 'normal']),
  because: sharedLine,
  steps: z.array(line),
  evidence: z.array(line),
  avoid: z.array(line),
  next: z.array(line),
  ask: text.nullable(),
  faq: z.array(id),
});
const problem = z.strictObject({
  id: z.enum(PROBLEM_IDS),
  order: z.int(),
  title: text,
  summary: text,
  words: z.strictObject({ en: z.array(words), 'zh-CN': z.array(words) }),
  start: target,
  questions: z.record(id, z.discriminatedUnion('kind', [asked, typed])),
  outcomes: z.record(id, outcome),
  mail: z.strictObject({ subject: text, opening: text, needs: z.array(z.enum(MAIL_FIELDS)) }),
});

export type AuthoredText = z.infer<typeof text>;
export type AuthoredLine = z.infer<typeof line>;
export type AuthoredQuestion = z.infer<typeof problem>['questions'][string];
export type AuthoredOutcome = z.infer<typeof outcome>;
export type AuthoredProblem = z.infer<typeof problem>;

/** The lists of lines that an outcome has. */
export const LINE_LISTS = ['steps', 'evidence', 'avoid', 'next'] as const;

/** The shared lines of a source; its findings name each line that is not whole. */
export function readLines(source: Source): { lines: SharedLines; findings: ContentFinding[] } {
  if (source.syntax.length > 0) return { lines: {}, findings: source.syntax };
  const result = z.record(id, sharedLine).safeParse(source.value ?? {});
  return result.success
    ? { lines: result.data, findings: [] }
    : { lines: {}, findings: result.error.issues.map((issue) => findingOf(source, issue)) };
}

/**
 * One problem of a source, shared lines put in their places (`name`, or `use: name` where it has a `when`), and the
 * names used. Null where it is not whole; the findings then say where.
 */
export function readProblem(
  source: Source,
  shared: SharedLines,
): { problem: AuthoredProblem | null; used: string[]; findings: ContentFinding[] } {
  if (source.syntax.length > 0) return { problem: null, used: [], findings: source.syntax };
  const used: string[] = [];
  const findings: ContentFinding[] = [];
  const value = structuredClone(source.value);
  const outcomes = isRecord(value) && isRecord(value.outcomes) ? value.outcomes : {};
  for (const [outcomeId, authored] of Object.entries(outcomes)) {
    for (const list of LINE_LISTS) {
      const lines = isRecord(authored) ? authored[list] : null;
      if (!Array.isArray(lines)) continue;
      lines.forEach((item: unknown, index) => {
        const name = typeof item === 'string' ? item : isRecord(item) ? item.use : undefined;
        if (typeof name !== 'string') return;
        used.push(name);
        if (Object.hasOwn(shared, name)) {
          lines[index] = { ...shared[name], ...(isRecord(item) && item.when ? { when: item.when } : {}) };
        } else {
          lines.splice(index, 1, { en: name, 'zh-CN': name });
          const line = source.lineOf(['outcomes', outcomeId, list, index]);
          findings.push({ file: source.file, line, message: `there is no shared line \`${name}\`` });
        }
      });
    }
  }
  const result = problem.safeParse(value);
  if (result.success) return { problem: result.data, used, findings };
  return {
    problem: null,
    used,
    findings: [...findings, ...result.error.issues.map((issue) => findingOf(source, issue, value))],
  };
}
