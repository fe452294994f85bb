// `okhelp config setup`: asks the three things that drafts need most, and saves what was answered.
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import { writeAsked } from '../settings.ts';
import { cleanForTerminal } from '../terminal/clean.ts';
import type { Prompter } from '../terminal/prompter.ts';
import { wrap } from '../terminal/width.ts';
import { ASKED, type Asked, askSetUp } from './config/set-up.ts';
import { regionName } from './config/values.ts';

export const configSetup: CommandModule<object> = {
  define: (t) => ({
    summary: t.config.setup.summary,
    description: t.config.setup.description,
    options: [],
    examples: [['okhelp config setup', t.config.setup.example]],
  }),

  async run(_, context) {
    const prompter = context.json ? null : await context.prompter();
    if (!prompter) throw new OkhelpError('setup-unasked', {});
    await setUp(ASKED, prompter, context);
    return 0;
  },
};

/** Asks before the first draft. Where it cannot be remembered that it was, it does not ask. Gives whether anything changed. */
export async function firstSetUp(prompter: Prompter, context: Context): Promise<boolean> {
  try {
    await writeAsked(context.configDir, new Date(context.now()).toISOString());
  } catch (error) {
    if (error instanceof OkhelpError) return false;
    throw error;
  }
  context.io.say(wrap(context.t.config.setup.first, context.io.widthErr).join('\n'));
  // Who says the language on the line or in the environment needs no question about it.
  const isSaid = context.langAsked !== null || Boolean(context.host.env.OKHELP_LANG);
  const open = ASKED.filter((part) => context.settings[part] === undefined && !(part === 'language' && isSaid));
  return setUp(open, prompter, context);
}

async function setUp(parts: readonly Asked[], prompter: Prompter, context: Context): Promise<boolean> {
  const { io } = context;
  await writeAsked(context.configDir, new Date(context.now()).toISOString());
  const { saved, t } = await askSetUp(parts, prompter, context);
  const words = t.config.setup;
  const changed = Object.entries(saved) as [Asked, string][];
  for (const [key, value] of changed) {
    const shown =
      key === 'language'
        ? words.languages[value as 'en']
        : key === 'region'
          ? t.config.from(regionName(value, saved.language ?? context.lang) ?? value, value)
          : value;
    const said = value === '' ? t.config.unset.done(key) : words.saved(words.names[key], shown);
    io.say(wrap(cleanForTerminal(said), io.widthErr).join('\n'));
  }
  io.say(wrap(changed.length > 0 ? words.later : words.nothing, io.widthErr).join('\n'));
  return changed.length > 0;
}
