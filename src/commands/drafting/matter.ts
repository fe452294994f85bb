// What decides about bodies and rules: the region, whether the balance is money or a token, whether the provider is licensed.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import type { CaseRecord } from '../../store/store.ts';
import type { Matter } from '../../support/ladder.ts';
import { BACK, type Prompter } from '../../terminal/prompter.ts';

export interface MatterFlags {
  region?: string;
  balanceKind?: string;
  licensed?: string;
}

export type MatterKnown = Pick<Matter, 'balance' | 'licensed'> & {
  /** ISO 3166, or the id of a region of the content such as `eu` or `elsewhere`; null where nobody said. */
  region: string | null;
};

/** The region of all countries that are in no other. */
export const ELSEWHERE = 'elsewhere';

/** The names under which a case keeps them among its fields. */
const FIELDS = { region: 'region', balance: 'balanceKind', licensed: 'licensed' } as const;

/** Flags first, then the case, then the profile, then the person; what is said for the first time is kept with the case. */
export async function matterOf(
  flags: MatterFlags,
  record: CaseRecord | null,
  prompter: Prompter | null,
  context: Context,
): Promise<MatterKnown> {
  const kept = record?.fields ?? {};
  const { settings } = context;
  const known: MatterKnown = {
    region:
      flags.region === undefined
        ? (kept[FIELDS.region] ?? settings.region ?? null)
        : await regionFlag(flags.region, context),
    balance:
      (flags.balanceKind as MatterKnown['balance'] | undefined) ?? oneOf(kept[FIELDS.balance], ['fiat', 'token']),
    licensed: (flags.licensed as MatterKnown['licensed'] | undefined) ?? oneOf(kept[FIELDS.licensed], ['yes', 'no']),
  };
  const told = { ...known };
  const asked = prompter ? await askFor(told, kept, prompter, context) : { balance: false, licensed: false };
  const said = {
    balance: asked.balance || flags.balanceKind !== undefined,
    licensed: asked.licensed || flags.licensed !== undefined,
  };
  if (record) await keep(told, said, record, context);
  return told;
}

/** Which of them the person spoke of, if only to say that they do not know. */
type Said = Record<'balance' | 'licensed', boolean>;

function oneOf<T extends string>(value: string | undefined, values: readonly T[]): T | 'unknown' {
  return values.find((one) => one === value) ?? 'unknown';
}

/** An ISO 3166 code, or the id of a region such as `eu`. Throws `bad-value`. */
async function regionFlag(value: string, { t, content }: Pick<Context, 't' | 'content'>): Promise<string> {
  const text = value.trim();
  const ids: string[] = (await content()).regions().map(({ id }) => id);
  if (ids.includes(text.toLowerCase())) return text.toLowerCase();
  const { regionName } = await import('../config/values.ts');
  if (regionName(text.toUpperCase(), 'en')) return text.toUpperCase();
  throw new OkhelpError('bad-value', { flag: '--region', value, expected: t.draft.complaint.expected.region });
}

/** Each is asked once in a case: an "I don't know" is kept too. */
async function askFor(
  known: MatterKnown,
  kept: CaseRecord['fields'],
  prompter: Prompter,
  { t, content }: Pick<Context, 't' | 'content'>,
): Promise<Said> {
  const said: Said = { balance: false, licensed: false };
  const { ask } = t.steps;
  const choices = <T extends string>(labels: Record<T, string>) =>
    (Object.entries(labels) as [T, string][]).map(([value, label]) => ({ value, label }));
  const regions = known.region === null ? (await content()).regions().filter(({ id }) => id !== ELSEWHERE) : [];
  const places = [
    ...regions.map(({ id, title }) => ({ value: id as string, label: title })),
    { value: ELSEWHERE as string, label: ask.regionElsewhere },
  ];
  const questions: ((back: boolean) => Promise<typeof BACK | undefined>)[] = [];
  if (known.region === null)
    questions.push(async (back) => {
      const answer = await prompter.select({ message: ask.region, help: t.why.region, choices: places, back });
      if (answer === BACK) return BACK;
      known.region = answer;
    });
  if (known.balance === 'unknown' && !kept[FIELDS.balance])
    questions.push(async (back) => {
      const asked = { message: ask.balance, why: ask.balanceWhy, choices: choices(ask.balances), back };
      const answer = await prompter.select(asked);
      if (answer === BACK) return BACK;
      known.balance = answer;
      said.balance = true;
    });
  if (known.licensed === 'unknown' && !kept[FIELDS.licensed])
    questions.push(async (back) => {
      const asked = { message: ask.licensed, why: ask.licensedWhy, choices: choices(ask.licences), back };
      const answer = await prompter.select(asked);
      if (answer === BACK) return BACK;
      known.licensed = answer;
      said.licensed = true;
    });
  for (let at = 0; at < questions.length; ) at += (await questions[at]!(at > 0)) === BACK ? -1 : 1;
  return said;
}

/** Only what somebody said: what nobody was asked is left open, so that it can still be asked. */
async function keep(told: MatterKnown, said: Said, record: CaseRecord, context: Context): Promise<void> {
  const fields = {
    ...record.fields,
    ...(told.region && { [FIELDS.region]: told.region }),
    ...(said.balance && { [FIELDS.balance]: told.balance }),
    ...(said.licensed && { [FIELDS.licensed]: told.licensed }),
  };
  if (Object.entries(fields).every(([name, value]) => record.fields[name] === value)) return;
  try {
    const { cases } = await context.store();
    cases.update(record.id, { ...record, fields });
  } catch (error) {
    // The letter does not depend on it.
    if (!(error instanceof OkhelpError)) throw error;
  }
}
