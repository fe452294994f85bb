// `okhelp config list`: every setting, what holds for it, where that comes from, and what it is for.
import type { CommandModule } from '../definition.ts';
import { SETTING_KEYS, savedColumns } from '../settings.ts';
import { cleanForTerminal } from '../terminal/clean.ts';
import { pairs } from '../terminal/table.ts';
import { columnsDocument, columnsText, settingInForce } from './config/values.ts';

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
    const saved = savedColumns(context.settings);
    const settings = SETTING_KEYS.map((key) => ({ key, ...settingInForce(key, context) }));
    if (json) {
      const columns = saved.map(columnsDocument);
      io.document({ schema: 'okhelp.settings/1', settings, columns });
      return 0;
    }
    const rows = settings.flatMap(({ key, value, source }): [string, string][] => [
      [key, value === null ? t.config.notSet : t.config.from(value, t.config.sources[source])],
      ['', t.config.purposes[key]],
    ]);
    for (const one of saved) {
      rows.push([`columns.${cleanForTerminal(one.name)}`, columnsText(one)]);
      rows.push(['', t.config.columnsSaved(one.saved.slice(0, 10))]);
    }
    io.out(pairs(rows, io.width).join('\n'));
    return 0;
  },
};
