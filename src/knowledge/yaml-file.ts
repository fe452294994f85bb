// One file of content as YAML: its values, the line on which each of them stands, and what is wrong with its shape.
// Build time only.
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** What is wrong with a file of content, and where: `problems/topup-failed.yaml`, 1-based line. */
export interface ContentFinding {
  file: string;
  line: number;
  message: string;
  /** What is wrong is the shape of the file, so that the rest of it could not be proved. */
  shape?: true;
}

export type Path = readonly PropertyKey[];

/** A YAML file as values, with the line on which each of them stands. */
export interface Source {
  file: string;
  value: unknown;
  syntax: ContentFinding[];
  /** The line of the value at this path, or of its nearest ancestor where it is missing. */
  lineOf(path: Path): number;
}

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

/** What a schema found wrong, with the line where it stands. */
export function findingOf(source: Source, issue: z.core.$ZodIssue, value: unknown = source.value): ContentFinding {
  const extra = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = extra === undefined ? issue.path : [...issue.path, extra];
  const there = path.reduce<unknown>((at, key) => (isRecord(at) ? at[String(key)] : undefined), value);
  const name = path.map(String).join('.');
  return { file: source.file, line: source.lineOf(path), message: `\`${name}\` ${said(issue, there)}`, shape: true };
}

function said(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'unrecognized_keys') return 'is not known here';
  if (value === undefined || value === null) return 'is missing';
  if (issue.code === 'invalid_key') return 'is not a kebab-case id';
  if (issue.code === 'custom' || (issue.code === 'invalid_format' && issue.format === 'regex')) return issue.message;
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.join(', ')}`;
  return `is not right: ${issue.message}`;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
