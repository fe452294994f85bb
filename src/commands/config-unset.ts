// `okhelp config unset KEY`: forgets a setting.
import type { CommandModule } from '../definition.ts';
import { writeSetting } from '../settings.ts';
import { settingNamed } from './config/values.ts';

interface Options {
  args: string[];
}

export const configUnset: CommandModule<Options> = {
  define: (t) => ({
    summary: t.config.unset.summary,
    arguments: [{ name: '<KEY>', description: t.config.key }],
    options: [],
    examples: [['okhelp config unset name', t.config.unset.examples.name]],
  }),

  async run({ args }, { io, t, json, settings, configDir }) {
    const key = settingNamed(args[0]!);
    const was = settings[key] !== undefined;
    if (was) await writeSetting(configDir, key, null);
    if (json) io.out(JSON.stringify({ schema: 'okhelp.setting/1', key, value: null, source: 'none' }, null, 2));
    else io.out(was ? t.config.unset.done(key) : t.config.unset.wasNot(key));
    return 0;
  },
};
