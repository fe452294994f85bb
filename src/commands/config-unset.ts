// `okhelp config unset KEY`: forgets a setting.
import type { CommandModule } from '../definition.ts';
import { removeColumns, type SettingKey, writeSetting } from '../settings.ts';
import { cleanForTerminal } from '../terminal/clean.ts';
import { columnsMeant, settingNamed } from './config/values.ts';

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
    const columns = columnsMeant(args[0]!, settings);
    const key = columns ? `columns.${cleanForTerminal(columns.name)}` : settingNamed(args[0]!);
    const was = columns !== null || settings[key as SettingKey] !== undefined;
    if (columns) await removeColumns(configDir, settings, columns.name);
    else if (was) await writeSetting(configDir, key as SettingKey, null);
    if (json) io.document({ schema: 'okhelp.setting/1', key, value: null, source: 'none' });
    else io.out(was ? t.config.unset.done(key) : t.config.unset.wasNot(key));
    return 0;
  },
};
