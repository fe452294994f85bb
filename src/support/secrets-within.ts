// Takes the secrets out of every text within a value, however deep it lies, and says which kinds stood where.
import type { TextKind } from './card-number.ts';
import type { Redaction } from './draft.ts';
import type { Placeholders } from './redact.ts';

/** One short word, an exact amount, a time: no secret that could be told from another such word. */
const HARMLESS = /^[\w.-]{0,12}$|^[+-]?\d{1,11}\.\d{1,18}$|^\d{4}-\d{2}-\d{2}T[\d:.]{5,12}(Z|[+-]\d{2}:\d{2})$/;

/** Sums over files; 64 hexadecimal digits that are no key. */
const SUMS = new Set(['sha256']);

/** Each text is looked at once; `redactions` has one entry for each that was taken out. */
export function secretsWithin(placeholders: Placeholders): {
  from<T>(value: T, where: string): Promise<T>;
  redactions: Redaction[];
} {
  const redactions: Redaction[] = [];
  const known = new Map<string, string>();
  const cleaned = async (text: string, where: string, kind: TextKind): Promise<string> => {
    if (HARMLESS.test(text)) return text;
    const key = `${kind} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const { redact } = await import('./redact.ts');
    const done = await redact(text, where, placeholders, kind);
    redactions.push(...done.redactions);
    known.set(key, done.text);
    return done.text;
  };
  const from = async <T>(value: T, where: string): Promise<T> => {
    const seen = new Map<object, unknown>();
    const walk = async (one: unknown, kind: TextKind): Promise<unknown> => {
      if (typeof one === 'string') return cleaned(one, where, kind);
      if (typeof one !== 'object' || one === null) return one;
      if (seen.has(one)) return seen.get(one);
      if (Array.isArray(one)) {
        const list: unknown[] = [];
        for (const each of one) list.push(await walk(each, kind));
        return list;
      }
      const copy: Record<string, unknown> = {};
      seen.set(one, copy);
      const object = one as Record<string, unknown>;
      for (const [name, each] of Object.entries(object))
        copy[name] = SUMS.has(name) ? each : await walk(each, kindOf(name, object));
      return copy;
    };
    return (await walk(value, 'text')) as T;
  };
  return { from, redactions };
}

function kindOf(name: string, { kind }: Record<string, unknown>): TextKind {
  if (name === 'reference' || kind === 'reference') return 'reference';
  return name === 'error' || name === 'errorCode' || name === 'errorMessage' ? 'error' : 'text';
}
