// A region as its author writes it: bodies, deadlines and rules with both languages side by side. Build time only.
import { z } from 'zod';
import { PROBLEM_IDS } from './content.ts';
import { REGION_IDS } from './region.ts';
import { CONTENT_LANGUAGES, id, text } from './schema.ts';
import { type ContentFinding, findingOf, type Source } from './yaml-file.ts';

const sources = z.array(id).min(1, 'names no source');
const said = z.strictObject({ says: text, sources: z.array(id).default([]) });
const span = z.strictObject({
  count: z.int().nonnegative(),
  unit: z.enum(['days', 'business-days', 'weeks', 'months']),
});
const deadline = z.strictObject({
  from: z.enum(['first-contact', 'complaint', 'final-answer', 'event']),
  span,
  note: text.optional(),
  sources,
});
const contact = z.strictObject({
  kind: z.enum(['phone', 'web', 'email', 'address', 'hours']),
  value: z.union([z.string().min(1), text]),
  sources,
});
const body = z.strictObject({
  id,
  kind: z.enum(['provider', 'ombudsman', 'mediator', 'regulator', 'consumer-body', 'industry-body', 'police', 'court']),
  name: text,
  does: text,
  before: z.array(text).default([]),
  opens: z.array(deadline).default([]),
  closes: z.array(deadline).default([]),
  answers: deadline.nullable().default(null),
  limits: z.array(text).default([]),
  evidence: z.array(text).default([]),
  refuses: z
    .array(
      z.strictObject({
        when: z.enum(['token', 'unlicensed', 'non-member', 'other']),
        says: text,
        sources: z.array(id).default([]),
      }),
    )
    .default([]),
  contacts: z.array(contact).default([]),
  rules: z.array(id).default([]),
  sources: z.array(id).default([]),
});
const rule = z.strictObject({
  id,
  name: text,
  says: text,
  holds: z.strictObject({ balance: z.enum(['fiat', 'any']), provider: z.enum(['licensed', 'any']) }),
  closes: z.array(deadline).default([]),
  problems: z.array(z.enum(PROBLEM_IDS)).default([]),
  sources,
});
const step = z.strictObject({
  id,
  text,
  how: z.array(text).default([]),
  contacts: z.array(contact).default([]),
  sources: z.array(id).default([]),
});
const region = z.strictObject({
  id: z.enum(REGION_IDS),
  order: z.int(),
  title: text,
  /** ISO 3166 codes of the countries and places that belong to it; none for `elsewhere`. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'is no ISO 3166 code')),
  timeZone: z.string().refine(isTimeZone, 'is no time zone'),
  weekend: z.array(z.int().min(0).max(6)).min(1),
  /** In which of okhelp's languages its bodies are written to; the first where the person's own is not among them. */
  letters: z.array(z.enum(CONTENT_LANGUAGES)),
  lettersNote: text.optional(),
  ladder: z.array(body).min(1),
  rules: z.array(rule).default([]),
  /** What the region adds to the steps of emergency.yaml, by the id of the step. */
  emergency: z
    .record(
      id,
      z.strictObject({
        how: z.array(text).default([]),
        contacts: z.array(contact).default([]),
        sources: z.array(id).default([]),
      }),
    )
    .default({}),
  remarks: z.array(said).default([]),
});
const emergency = z.strictObject({ steps: z.array(step).min(1) });

export type AuthoredRegion = z.infer<typeof region>;
export type AuthoredStep = z.infer<typeof step>;
export type AuthoredContact = z.infer<typeof contact>;
export type AuthoredDeadline = z.infer<typeof deadline>;

/** Null where it is not whole; the findings then say where. */
export function readRegion(source: Source): { value: AuthoredRegion | null; findings: ContentFinding[] } {
  return read(region, source);
}

/** The steps that hold everywhere, in order. */
export function readEmergency(source: Source): { value: { steps: AuthoredStep[] } | null; findings: ContentFinding[] } {
  return read(emergency, source);
}

function read<T>(schema: z.ZodType<T>, source: Source): { value: T | null; findings: ContentFinding[] } {
  if (source.syntax.length > 0) return { value: null, findings: source.syntax };
  const result = schema.safeParse(source.value);
  return result.success
    ? { value: result.data, findings: [] }
    : { value: null, findings: result.error.issues.map((issue) => findingOf(source, issue)) };
}

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
