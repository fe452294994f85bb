// `okhelp config list`: every setting, what holds for it, where that comes from, and what it is for.
import type { CommandModule } from '../definition.ts';
import { SETTING_KEYS } from '../settings.ts';
import { pairs } from '../terminal/table.ts';
import { settingInForce } from './config/values.ts';

export const configList: CommandModule<object> = {
  define: (t) => ({
    summary: t.config.list.summary,
    options: [],
    examples: [
      ['okhelp config list', t.config.list.examples.all],
      ['okhelp config list --json', t.config.list.examples.json],
    ],
  }),

  async run(_, context) {
    const { io, t, json } = context;
    const settings = SETTING_KEYS.map((key) => ({ key, ...settingInForce(key, context) }));
    if (json) {
      io.out(JSON.stringify({ schema: 'okhelp.settings/1', settings }, null, 2));
      return 0;
    }
    const rows = settings.flatMap(({ key, value, source }): [string, string][] => [
      [key, value === null ? t.config.notSet : t.config.from(value, t.config.sources[source])],
      ['', t.config.purposes[key]],
    ]);
    io.out(pairs(rows, io.width).join('\n'));
    return 0;
  },
};
