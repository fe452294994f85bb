// okhelp diagnose: a few questions, then what to do. Words, flags, a file and the notes answer what they can beforehand.
import type { Context } from '../context.ts';
import type { CommandModule } from '../definition.ts';
import { OkhelpError } from '../errors.ts';
import type { ProblemId } from '../knowledge/content.ts';
import { runDiagnosis } from './diagnosis/run.ts';

export interface DiagnoseOptions {
  /** The words. */
  args: string[];
  answer?: string[];
  answers?: string;
  notes?: string;
  /** The case to join. */
  case?: string;
  resume?: boolean;
  /** False with `--no-save`. */
  save?: boolean;
  sources?: boolean;
  /** The problem that was chosen in the menu. */
  chosen?: ProblemId;
}

export const diagnose: CommandModule<DiagnoseOptions> = {
  define: ({ diagnose: words }) => ({
    summary: words.summary,
    description: words.description,
    arguments: [{ name: '[words...]', description: words.words }],
    options: [
      { flags: '-a, --answer <QUESTION=VALUE>', description: words.options.answer, repeatable: true },
      { flags: '--answers <FILE>', description: words.options.answers },
      { flags: '--notes <FILE>', description: words.options.notes },
      { flags: '--case <ID>', description: words.options.case },
      { flags: '--resume', description: words.options.resume },
      { flags: '--no-save', description: words.options.noSave },
      { flags: '--sources', description: words.options.sources },
    ],
    examples: words.examples,
  }),

  async run(options, context) {
    if (options.answers === '-' && options.notes === '-') throw new OkhelpError('two-stdin', {});
    const { diagnosis, caseId, joined, check } = await runDiagnosis(options, context);
    const notesFile = options.notes ?? null;
    if (context.json) {
      const { diagnosisDocument } = await import('./diagnosis/document.ts');
      const parts = {
        diagnosis,
        caseId,
        notesFile,
        check: check && (await import('../check-document.ts')).checkDocument(check, context.t),
        email: await (await import('./diagnosis/email.ts')).diagnosisEmail(diagnosis, check, caseId, context),
      };
      context.io.document(diagnosisDocument(parts));
    } else {
      const { diagnosisPage } = await import('./diagnosis/page.ts');
      context.io.out(
        diagnosisPage({ diagnosis, caseId, joined, notesFile, check, sources: options.sources ?? false }, context),
      );
      if (diagnosis.outcome.urgency === 'now') return offerEmergency(caseId, context);
    }
    return 0;
  },
};

/** At a terminal Enter goes on to the steps for an emergency. */
async function offerEmergency(caseId: string | null, context: Context): Promise<number> {
  const prompter = context.io.stdout.isTTY ? await context.prompter() : null;
  if (!prompter) return 0;
  context.io.out('');
  if (!(await prompter.confirm({ message: context.t.emergency.go, default: true }))) return 0;
  const { emergency } = await import('./emergency.ts');
  return emergency.run({ args: [], ...(caseId === null ? {} : { case: caseId }) }, context);
}
