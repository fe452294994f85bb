// After an entry: what comes next, in a line, and the command that tells more.
import type { Context } from '../../context.ts';
import { foremost } from '../../support/next-steps.ts';
import { item, signed } from '../../terminal/lines.ts';
import { briefly } from './step-words.ts';
import type { WholeCase } from './whole.ts';

/** On stderr; nothing where no step is known. */
export function sayNext({ record, steps }: WholeCase, context: Context): void {
  const step = foremost(steps);
  if (!step) return;
  const { t, io } = context;
  const late = step.kind === 'overdue';
  const line = briefly(step, context);
  io.say(
    [
      t.cases.next,
      ...item(
        late ? signed('!', line, context) : line,
        { io: { width: io.widthErr } },
        late ? io.paintErr.bad : undefined,
      ),
      `  ${io.paintErr.command(t.cases.seeNext(record.id))}`,
    ].join('\n'),
  );
}
