// Compiles the regions into one document per language and region. Build time only.
import type { Language } from '../globals.ts';
import type { AuthoredFactSource } from './answers-schema.ts';
import { sourcesIn } from './compile-answers.ts';
import type { BodyContact, Deadline, Region, RegionSummary } from './region.ts';
import type { AuthoredContact, AuthoredDeadline, AuthoredRegion, AuthoredStep } from './region-schema.ts';
import type { AuthoredText } from './schema.ts';

/** A line of the list of regions. */
export function regionSummaryIn({ id, title, countries }: AuthoredRegion, language: Language): RegionSummary {
  return { id, title: title[language], countries };
}

/** One region whole, in one language, with the sources that it refers to. */
export function regionIn(
  region: AuthoredRegion,
  emergency: readonly AuthoredStep[],
  sources: Record<string, AuthoredFactSource>,
  language: Language,
): Region {
  const say = (text: AuthoredText) => text[language];
  const all = (texts: AuthoredText[]) => texts.map(say);
  const contacts = (list: AuthoredContact[]): BodyContact[] =>
    list.map(({ kind, value, sources: from }) => ({
      kind,
      value: typeof value === 'string' ? value : say(value),
      sources: from,
    }));
  const deadline = ({ note, ...figures }: AuthoredDeadline): Deadline =>
    note ? { ...figures, note: say(note) } : figures;
  const whole: Omit<Region, 'sources'> = {
    id: region.id,
    title: say(region.title),
    countries: region.countries,
    timeZone: region.timeZone,
    weekend: region.weekend,
    letters: region.letters,
    ...(region.lettersNote && { lettersNote: say(region.lettersNote) }),
    ladder: region.ladder.map((body) => ({
      ...body,
      name: say(body.name),
      does: say(body.does),
      before: all(body.before),
      opens: body.opens.map(deadline),
      closes: body.closes.map(deadline),
      answers: body.answers && deadline(body.answers),
      limits: all(body.limits),
      evidence: all(body.evidence),
      refuses: body.refuses.map(({ when, says, sources: from }) => ({ when, says: say(says), sources: from })),
      contacts: contacts(body.contacts),
    })),
    rules: region.rules.map(({ closes, ...rule }) => ({
      ...rule,
      name: say(rule.name),
      says: say(rule.says),
      ...(closes.length > 0 && { closes: closes.map(deadline) }),
    })),
    emergency: emergency.map((step) => {
      const added = region.emergency[step.id];
      return {
        id: step.id,
        text: say(step.text),
        how: all([...step.how, ...(added?.how ?? [])]),
        contacts: contacts([...step.contacts, ...(added?.contacts ?? [])]),
        sources: [...step.sources, ...(added?.sources ?? [])],
      };
    }),
    remarks: region.remarks.map(({ says, sources: from }) => ({ says: say(says), sources: from })),
  };
  const named = new Set(
    [...JSON.stringify(whole).matchAll(/"sources":\[([^\]]*)\]/g)].flatMap(([, list]) => idsIn(list!)),
  );
  return {
    ...whole,
    sources: sourcesIn([...named].sort(), sources, language),
  };
}

function idsIn(list: string): string[] {
  return list === '' ? [] : (JSON.parse(`[${list}]`) as string[]);
}
