// `okhelp config set KEY VALUE`: saves a setting once it is sure to be one.
import type { CommandModule } from '../definition.ts';
import { writeSetting } from '../settings.ts';
import { answer, tell } from '../terminal/lines.ts';
import { wrap } from '../terminal/width.ts';
import { regionName, settingNamed, settingValue } from './config/values.ts';

interface Options {
  args: string[];
}

export const configSet: CommandModule<Options> = {
  define: (t) => ({
    summary: t.config.set.summary,
    arguments: [
      { name: '<KEY>', description: t.config.key },
      { name: '<VALUE>', description: t.config.value },
    ],
    options: [],
    examples: [
      ['okhelp config set time-zone Asia/Shanghai', t.config.set.examples.zone],
      ['okhelp config set currency CNY', t.config.set.examples.currency],
      ['okhelp config set reply-address name@example.com', t.config.set.examples.reply],
      ['okhelp config set support-address "Me > Help > Contact us"', t.config.set.examples.support],
    ],
  }),

  async run({ args }, context) {
    const { io, t, json, lang } = context;
    const key = settingNamed(args[0]!);
    const value = settingValue(key, args[1]!, t);
    await writeSetting(context.configDir, key, value);
    if (json) {
      io.document({ schema: 'okhelp.setting/1', key, value, source: 'saved' });
      return 0;
    }
    answer(t.config.set.saved(key, value), { io });
    if (key === 'region') tell(t.config.set.region(regionName(value, lang)!), { io });
    if (key === 'support-address') {
      io.say(wrap(t.config.set.support, io.widthErr).join('\n'));
      await (await import('./contacts/known.ts')).warnOfLookAlike(value, context);
    }
    return 0;
  },
};
