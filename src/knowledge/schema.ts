// One problem as its author writes it: YAML with both languages side by side, read with the line of every value.
// Build time only.
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Language } from '../globals.ts';
import { FACT_NAMES, MAIL_FIELDS, PROBLEM_IDS } from './content.ts';

export const CONTENT_LANGUAGES = ['en', 'zh-CN'] as const satisfies readonly Language[];

/** What is wrong with a file of content, and where: `problems/topup-failed.yaml`, 1-based line. */
export interface ContentFinding {
  file: string;
  line: number;
  message: string;
}

type Path = readonly PropertyKey[];

/** A YAML file as values, with the line on which each of them stands. */
export interface Source {
  file: string;
  value: unknown;
  syntax: ContentFinding[];
  /** The line of the value at this path, or of its nearest ancestor where it is missing. */
  lineOf(path: Path): number;
}

/** Lines that several problems share, by name: `content/lines.yaml`. */
export type SharedLines = Record<string, AuthoredText>;

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a kebab-case id');
const target = z.string().regex(/^(outcome:)?[a-z0-9]+(-[a-z0-9]+)*$/, 'is neither a question nor `outcome:ID`');
const words = z
  .string()
  .refine((text) => text.trim() !== '', 'is empty')
  .refine((text) => !/https?:|www\.|\S+@\S+\.\S/i.test(text), 'names an address; okhelp ships none');
const text = z.strictObject({ en: words, 'zh-CN': words });
const when = z.record(id, z.array(id).min(1, 'names no value'));
const line = z.strictObject({ ...text.shape, when: when.optional() });
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
  because: text,
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
  sources: z.array(z.strictObject({ statement: words, source: z.string().min(1), read: z.iso.date() })),
});

export type AuthoredText = z.infer<typeof text>;
export type AuthoredLine = z.infer<typeof line>;
export type AuthoredQuestion = z.infer<typeof problem>['questions'][string];
export type AuthoredOutcome = z.infer<typeof outcome>;
export type AuthoredProblem = z.infer<typeof problem>;

/** The lists of lines that an outcome has. */
export const LINE_LISTS = ['steps', 'evidence', 'avoid', 'next'] as const;

/** Reads YAML; what cannot be parsed is a finding, never an exception. */
export function readSource(file: string, content: string): Source {
  const counter = new LineCounter();
  const document = parseDocument(content, { lineCounter: counter });
  const syntax = document.errors.map(({ message, pos }) => ({
    file,
    line: counter.linePos(pos[0]).line,
    message: message.split('\n')[0]!.replace(/ at line \d+.*$/, ''),
  }));
  return {
    file,
    value: syntax.length > 0 ? null : document.toJS(),
    syntax,
    lineOf: (path) => counter.linePos(offsetOf(document, path)).line,
  };
}

/** Where the key (or list item) at this path begins, or the last ancestor that is there. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const segment of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(segment));
      if (!pair) break;
      offset = (isScalar(pair.key) && pair.key.range?.[0]) || offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(segment)];
      if (item === undefined) break;
      node = item;
      offset = (isScalar(node) || isMap(node) || isSeq(node)) && node.range ? node.range[0] : offset;
    } else break;
  }
  return offset;
}

/** The shared lines of a source; its findings name each line that is not whole. */
export function readLines(source: Source): { lines: SharedLines; findings: ContentFinding[] } {
  if (source.syntax.length > 0) return { lines: {}, findings: source.syntax };
  const result = z.record(id, text).safeParse(source.value ?? {});
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

function findingOf(source: Source, issue: z.core.$ZodIssue, value: unknown = source.value): ContentFinding {
  const extra = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = extra === undefined ? issue.path : [...issue.path, extra];
  const there = path.reduce<unknown>((at, key) => (isRecord(at) ? at[String(key)] : undefined), value);
  const name = path.map(String).join('.');
  return { file: source.file, line: source.lineOf(path), message: `\`${name}\` ${said(issue, there)}` };
}

function said(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'unrecognized_keys') return 'is not known here';
  if (value === undefined || value === null) return 'is missing';
  if (issue.code === 'invalid_key') return 'is not a kebab-case id';
  if (issue.code === 'custom' || (issue.code === 'invalid_format' && issue.format === 'regex')) return issue.message;
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.join(', ')}`;
  return `is not right: ${issue.message}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
