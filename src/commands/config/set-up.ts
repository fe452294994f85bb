// Three questions that make drafts complete: the language, the name, the country or region; Enter leaves each as it is.
import type { Context } from '../../context.ts';
import { OkhelpError } from '../../errors.ts';
import { LANGUAGES, type Language } from '../../globals.ts';
import type { Messages } from '../../messages/index.ts';
import { type SettingKey, writeSetting } from '../../settings.ts';
import { BACK, type Prompter } from '../../terminal/prompter.ts';
import { regionLike, regionName, settingValue } from './values.ts';

export const ASKED = ['language', 'name', 'region'] as const;
export type Asked = (typeof ASKED)[number];
type Answers = Partial<Record<Asked, string>>;

/** What was saved, in the words of the language that was chosen. */
export interface SetUp {
  saved: Answers;
  t: Messages;
}

/** Asks and saves at the end what differs from what holds; `<` goes back. Throws `interrupted`, and the errors of writing. */
export async function askSetUp(parts: readonly Asked[], prompter: Prompter, context: Context): Promise<SetUp> {
  const { settings, lang } = context;
  const before: Answers = { language: lang, name: settings.name ?? '', region: settings.region ?? '' };
  const answers: Answers = {};
  let t = context.t;
  for (let at = 0; at < parts.length; ) {
    const part = parts[at]!;
    const now = answers[part] ?? before[part]!;
    const answer = await ask(part, now, at > 0, prompter, { t });
    if (answer === BACK) {
      at--;
      continue;
    }
    answers[part] = answer;
    if (part === 'language') {
      t = await context.messages(answer as Language);
      prompter.speak?.(t);
    }
    at++;
  }
  const saved: Answers = {};
  for (const part of parts) {
    if (answers[part] === before[part]) continue;
    saved[part] = answers[part]!;
    await writeSetting(context.configDir, part as SettingKey, answers[part] || null);
  }
  return { saved, t };
}

function ask(
  part: Asked,
  now: string,
  back: boolean,
  prompter: Prompter,
  { t }: Pick<Context, 't'>,
): Promise<string | typeof BACK> {
  const words = t.config.setup;
  const message = words.questions[part];
  const help = words.help[part];
  if (part === 'language') {
    const choices = LANGUAGES.map((value) => ({ value: value as string, label: words.languages[value] }));
    return prompter.select({ message, help, choices, default: now });
  }
  const question = {
    message,
    help,
    back,
    hint: now ? undefined : part === 'region' ? words.regionHint : words.skip,
    ...(now && { default: now }),
    validate: (text: string) => complaint(part, text, t),
  };
  return prompter.input(question).then((text) => (text === BACK ? BACK : answerAs(part, text, t)));
}

/** A region by its code or, in English and Chinese, by its name. */
function answerAs(part: 'name' | 'region', text: string, t: Messages): string {
  if (text.trim() === '') return '';
  const code = part === 'region' && !regionName(text.trim().toUpperCase(), 'en') ? regionLike(text.trim()) : null;
  return settingValue(part, code ?? text, t);
}

function complaint(part: 'name' | 'region', text: string, t: Messages): string | null {
  try {
    answerAs(part, text, t);
    return null;
  } catch (error) {
    if (!(error instanceof OkhelpError)) throw error;
    if (part === 'region') return t.config.setup.unknownRegion;
    return t.config.setup.notThis(
      error.code === 'bad-value' ? String((error.values as { expected: string }).expected) : '',
    );
  }
}
