// The FAQ, the guides and the sources as their authors write them: YAML with both languages side by side. Build time only.
import { z } from 'zod';
import { FAQ_TOPICS } from './answers.ts';
import { id, text, words } from './schema.ts';
import { type ContentFinding, findingOf, type Source } from './yaml-file.ts';

/** The lines of the guidance that the content was made from: contact, problems, self-service, escalation, questions. */
export const GUIDANCE_IDS = [
  ...['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'P1', 'P2', 'P3', 'P4', 'S1', 'S2', 'S3', 'S4'],
  ...['E1', 'E2', 'E3', 'E4', 'Q1', 'Q2', 'Q3', 'Q4'],
] as const;

const said = {
  /** Entries of the FAQ that go with it. */
  see: z.array(id).default([]),
  commands: z.array(words).default([]),
  guidance: z.array(z.enum(GUIDANCE_IDS)).default([]),
  sources: z.array(id).default([]),
};
const entry = z.strictObject({
  question: text,
  also: z.strictObject({ en: z.array(words), 'zh-CN': z.array(words) }),
  answer: text,
  guides: z.array(id).default([]),
  ...said,
});
const topic = z.strictObject({ topic: z.enum(FAQ_TOPICS), order: z.int(), title: text, entries: z.record(id, entry) });
const guide = z.strictObject({ id, order: z.int(), title: text, summary: text, body: text, ...said });
const plainName = z
  .string()
  .refine((where) => where.trim() !== '' && !/https?:|\S+@\S+\.\S/i.test(where), 'is no plain name');
const factSource = z.strictObject({
  title: text,
  /** Whose page, law or paper it is: the name of a site, an article of a law; one for both languages, or one for each. */
  where: z.union([plainName, z.strictObject({ en: plainName, 'zh-CN': plainName })]),
  kind: z.enum(['primary', 'secondary']),
  read: z.iso.date(),
  says: text,
});

export type AuthoredEntry = z.infer<typeof entry>;
export type AuthoredTopic = z.infer<typeof topic>;
export type AuthoredGuide = z.infer<typeof guide>;
export type AuthoredFactSource = z.infer<typeof factSource>;

export interface Read<T> {
  /** Null where it is not whole; the findings then say where. */
  value: T | null;
  findings: ContentFinding[];
}

export const readTopic = (source: Source): Read<AuthoredTopic> => read(topic, source);
export const readGuide = (source: Source): Read<AuthoredGuide> => read(guide, source);
export const readFactSources = (source: Source): Read<Record<string, AuthoredFactSource>> =>
  read(z.record(id, factSource), source);

function read<T>(schema: z.ZodType<T>, source: Source): Read<T> {
  if (source.syntax.length > 0) return { value: null, findings: source.syntax };
  const result = schema.safeParse(source.value);
  return result.success
    ? { value: result.data, findings: [] }
    : { value: null, findings: result.error.issues.map((issue) => findingOf(source, issue)) };
}
