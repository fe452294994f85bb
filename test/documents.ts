// Holds every JSON document that a test sees against its schema in schemas/; one without a schema fails.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const FOLDER = join(import.meta.dirname, '..', 'schemas');

/** The schema ids that are published, such as `okhelp.check/1`. */
export function publishedSchemas(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => `okhelp.${file.slice(0, -'.json'.length).replace(/-(\d+)$/, '/$1')}`)
    .sort();
}

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const checks = new Map<string, ValidateFunction>();

/** What is wrong with a document, a line each; empty where it is as its schema has it. */
export function faultsOf(document: unknown): string[] {
  const id = (document as { schema?: unknown } | null)?.schema;
  if (typeof id !== 'string') return ['no "schema"'];
  let check = checks.get(id);
  if (!check) {
    if (!publishedSchemas().includes(id)) return [`${id} is not published: see src/documents/index.ts`];
    const file = `${id.slice('okhelp.'.length).replace('/', '-')}.json`;
    check = ajv.compile(closed(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))) as object);
    checks.set(id, check);
  }
  if (check(document)) return [];
  return check.errors!.map(
    ({ instancePath, message, params }) => `${id}${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/**
 * Throws where the text is a document of okhelp's that is not as its schema has it. With `json` it must be one document and
 * nothing else.
 */
export function expectDocument(text: string, json: boolean): void {
  if (!json && !text.startsWith('{')) return;
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    if (json) throw new Error(`Not one JSON document: ${text.slice(0, 200)}`);
    return;
  }
  if (!json && !String((document as { schema?: unknown })?.schema).startsWith('okhelp.')) return;
  const faults = faultsOf(document);
  if (faults.length > 0) throw new Error(`Not as schemas/ has it:\n${faults.join('\n')}`);
}

/** Schemas leave room for members to come; what is printed today has none that a schema does not name. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const open = 'properties' in inside && inside.type === 'object' && !('additionalProperties' in inside);
  return open ? { ...inside, additionalProperties: false } : inside;
}
