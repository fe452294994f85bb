// Whose police's numbers are shown: the region of the flag, the settings or the case; else it is asked once.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import type { Content } from '../../knowledge/content.ts';
import type { RegionSummary } from '../../knowledge/region.ts';
import { writeSetting } from '../../settings.ts';
import { tell } from '../../terminal/lines.ts';
import type { Prompter } from '../../terminal/prompter.ts';
import { settingValue } from '../config/values.ts';

/** A code of ISO 3166, or the id of a region. Throws `bad-value`. */
export function regionNamed(text: string, content: Content, { t }: Pick<Context, 't'>): string {
  const id = text.trim().toLowerCase();
  if (content.regions().some((region) => region.id === id)) return id;
  try {
    return settingValue('region', text, t);
  } catch (error) {
    if (error instanceof OkhelpError && error.code === 'bad-value')
      throw new OkhelpError('bad-value', { ...(error.values as OkhelpError<'bad-value'>['values']), flag: '--region' });
    throw error;
  }
}

/** Asks where the person lives, with the region of their time zone marked; a single country is kept as the setting. Gives the code or the region's id. */
export async function askRegion(content: Content, prompter: Prompter, context: Context): Promise<string> {
  const { t, io } = context;
  const regions = content.regions();
  const zone = context.timeZone().name;
  const near = regions.find(({ id }) => content.region(id).timeZone === zone);
  const chosen = (await prompter.select<RegionSummary>({
    message: t.emergency.whereLive,
    help: t.why.emergency.region,
    choices: regions.map((region) => ({ value: region, label: region.title })),
    ...(near ? { default: near } : {}),
  })) as RegionSummary;
  const code = countryOf(chosen);
  if (code === null) return chosen.id;
  try {
    await writeSetting(context.configDir, 'region', code);
    tell(t.emergency.regionSaved(code), { io });
  } catch (error) {
    // The steps do not depend on it; the case keeps it as well.
    if (!(error instanceof OkhelpError)) throw error;
  }
  return code;
}

/** The country that a region stands for; null where it is several. */
function countryOf({ id, countries }: RegionSummary): string | null {
  if (countries.length === 1) return countries[0]!;
  return countries.find((code) => code.toLowerCase() === id) ?? null;
}
