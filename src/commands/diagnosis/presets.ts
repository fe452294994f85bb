// The answers given beforehand, by --answer and --answers: read, checked against the problem, with their sources.

import type { Context } from '../../context.ts';
import { type AnswerSource, type Given, type Reading, readAnswer, valuesOf } from '../../diagnosis/answers.ts';
import { OkhelpError } from '../../errors.ts';
import type { Problem, ProblemId, ProblemSummary } from '../../knowledge/content.ts';
import { nearest } from '../../nearest.ts';

export interface Preset {
  question: string;
  text: string;
  source: AnswerSource;
  /** The flag or file to name where it is wrong. */
  where: string;
}

/** Reads the flags and the file; where both answer a question, the flag comes last and wins. */
export async function readPresets(
  options: { answer?: string[]; answers?: string },
  context: Context,
): Promise<Preset[]> {
  const presets: Preset[] = [];
  if (options.answers !== undefined) {
    const { readInput } = await import('../../files.ts');
    const { readAnswersFile } = await import('./answers-file.ts');
    const file = options.answers;
    for (const [question, text] of await readAnswersFile(await readInput(file, context), file, context.t)) {
      presets.push({ question, text, source: 'file', where: `${file}: ${question}` });
    }
  }
  for (const given of options.answer ?? []) {
    const [, question, text] = /^\s*([^=]+?)\s*=(.*)$/s.exec(given) ?? [];
    if (question === undefined || text === undefined) {
      throw new OkhelpError('bad-value', { flag: '--answer', value: given, expected: 'QUESTION=VALUE' });
    }
    presets.push({ question, text, source: 'flag', where: `--answer ${question}` });
  }
  return presets;
}

/** Which problem the presets name; null where they name none. Throws `bad-value` for one that is not known. */
export function problemIn(
  presets: readonly Preset[],
  problems: readonly ProblemSummary[],
): { id: ProblemId; source: AnswerSource } | null {
  const preset = presets.findLast(({ question }) => question === 'problem');
  if (!preset) return null;
  const wanted = preset.text.trim().toLowerCase();
  const known = problems.find(({ id, title }) => id === wanted || title.toLowerCase() === wanted);
  if (known) return { id: known.id, source: preset.source };
  const ids = problems.map(({ id }) => id);
  throw new OkhelpError('bad-value', {
    flag: preset.where,
    value: preset.text,
    expected: ids.join(', '),
    suggestion: meant(wanted, ids),
  });
}

/** The presets as answers to this problem's questions. Throws `unknown-question` or `bad-value`, with what is valid. */
export function presetAnswers(presets: readonly Preset[], problem: Problem, reading: Reading): Record<string, Given> {
  const answers: Record<string, Given> = {};
  for (const { question: id, text, source, where } of presets) {
    if (id === 'problem') continue;
    const question = problem.questions.find((candidate) => candidate.id === id);
    if (!question) throw unknownQuestion(id, problem);
    const read = readAnswer(question, text, reading);
    if ('value' in read) answers[id] = { value: read.value, source };
    else if (read.refused === 'not-an-amount') throw new OkhelpError('bad-amount', { flag: where, value: text });
    else if (read.refused === 'not-a-time' || read.refused === 'no-such-day') {
      throw new OkhelpError('bad-time', { flag: where, value: text, impossible: read.refused === 'no-such-day' });
    } else {
      const values = valuesOf(question);
      const expected = values.join(', ');
      throw new OkhelpError('bad-value', { flag: where, value: text, expected, suggestion: nearest(text, values) });
    }
  }
  return answers;
}

/** The nearest id, else the first that begins with what was typed, or has it as one of its words: `topup`, `fee`. */
function meant(typed: string, ids: readonly string[]): string | null {
  const begins = (id: string) => typed.length > 2 && id.startsWith(typed);
  return nearest(typed, ids) ?? ids.find(begins) ?? ids.find((id) => id.split('-').includes(typed)) ?? null;
}

function unknownQuestion(question: string, problem: Problem): OkhelpError {
  const ids = ['problem', ...problem.questions.map(({ id }) => id)];
  const suggestion = meant(question, ids);
  return new OkhelpError('unknown-question', { question, problem: problem.id, questions: ids.join(', '), suggestion });
}
