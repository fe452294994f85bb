// The circumstances on which bodies and rules depend: where the person lives, what the balance is, whether the provider is licensed.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import type { CaseRecord } from '../../store/store.ts';
import { BACK, type Prompter } from '../../terminal/prompter.ts';
import { regionName } from '../config/values.ts';
import { openQuestions } from './documents.ts';
import { type WholeCase, wholeCase } from './whole.ts';

export interface CircumstanceFlags {
  region?: string;
  balanceKind?: string;
  licensed?: string;
}

/** Keeps with the case what the flags say. Throws `bad-value` for a region that is none. */
export async function keepCircumstances(
  record: CaseRecord,
  { region, balanceKind, licensed }: CircumstanceFlags,
  context: Context,
): Promise<CaseRecord> {
  const said = {
    ...(region !== undefined && { region: await readRegion(region, context) }),
    ...(balanceKind !== undefined && { balanceKind }),
    ...(licensed !== undefined && { licensed }),
  };
  return Object.keys(said).length === 0 ? record : keep(record, said, context);
}

async function keep(record: CaseRecord, said: Record<string, string>, context: Context): Promise<CaseRecord> {
  const { cases } = await context.store();
  const { id, created, updated, ...rest } = record;
  return cases.update(id, { ...rest, fields: { ...record.fields, ...said } });
}

/** An ISO 3166 code, or the id of a region such as `eu`. */
async function readRegion(text: string, context: Context): Promise<string> {
  const code = text.trim();
  const ids: string[] = (await context.content()).regions().map(({ id }) => id);
  if (ids.includes(code.toLowerCase())) return code.toLowerCase();
  if (regionName(code.toUpperCase(), 'en')) return code.toUpperCase();
  const { expected } = context.t.cases;
  throw new OkhelpError('bad-value', { flag: '--region', value: text, expected: expected.region });
}

/** Asks, once a case, what nobody has said and what would tell more; the case with the answers. */
export async function askCircumstances(whole: WholeCase, prompter: Prompter, context: Context): Promise<WholeCase> {
  const words = context.t.steps.ask;
  let now = whole;
  const asked: string[] = [];
  let again: string | undefined;
  for (;;) {
    // Where one lives decides what else is asked.
    const open: string | undefined = again ?? openQuestions(now).find((one) => !asked.includes(one));
    if (!open) return now;
    const said = await answerTo(open, asked.length > 0, words, prompter, context);
    again = said === BACK ? asked.pop() : undefined;
    if (said === BACK) continue;
    asked.push(open);
    now = await wholeCase(await keep(now.record, said, context), context);
  }
}

async function answerTo(
  question: string,
  back: boolean,
  words: Context['t']['steps']['ask'],
  prompter: Prompter,
  context: Context,
): Promise<Record<string, string> | typeof BACK> {
  const choices = <T extends string>(labels: Record<T, string>) =>
    (Object.entries(labels) as [T, string][]).map(([value, label]) => ({ value: value as string, label }));
  if (question === 'region') {
    const regions = (await context.content()).regions().filter(({ id }) => id !== 'elsewhere');
    const region = await prompter.select<string>({
      message: words.region,
      help: context.t.why.region,
      back,
      choices: [
        ...regions.map(({ id, title }) => ({ value: id as string, label: title })),
        { value: 'elsewhere', label: words.regionElsewhere },
      ],
    });
    return region === BACK ? BACK : { region };
  }
  if (question === 'balance-kind') {
    const asked = { message: words.balance, why: words.balanceWhy, choices: choices(words.balances), back };
    const balanceKind = await prompter.select(asked);
    return balanceKind === BACK ? BACK : { balanceKind };
  }
  const asked = { message: words.licensed, why: words.licensedWhy, choices: choices(words.licences), back };
  const licensed = await prompter.select(asked);
  return licensed === BACK ? BACK : { licensed };
}
