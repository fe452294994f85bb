// `okhelp config get KEY`: the value that holds for one setting, alone on standard output.
import type { CommandModule } from '../definition.ts';
import { cleanForTerminal } from '../terminal/clean.ts';
import { tell } from '../terminal/lines.ts';
import { columnsDocument, columnsMeant, columnsText, settingInForce, settingNamed } from './config/values.ts';

interface Options {
  args: string[];
}

export const configGet: CommandModule<Options> = {
  define: (t) => ({
    summary: t.config.get.summary,
    arguments: [{ name: '<KEY>', description: t.config.key }],
    options: [],
    examples: [['okhelp config get currency', t.config.get.examples.currency]],
  }),

  async run({ args }, context) {
    const { io, t, json } = context;
    const columns = columnsMeant(args[0]!, context.settings);
    if (columns) {
      const document = { schema: 'okhelp.columns/1' as const, ...columnsDocument(columns) };
      if (json) io.document(document);
      else io.out(cleanForTerminal(columnsText(columns)));
      return 0;
    }
    const key = settingNamed(args[0]!);
    const { value, source } = settingInForce(key, context);
    if (json) io.document({ schema: 'okhelp.setting/1', key, value, source });
    else if (value === null) tell(t.config.get.empty(key), { io });
    else io.out(cleanForTerminal(value));
    return 0;
  },
};
