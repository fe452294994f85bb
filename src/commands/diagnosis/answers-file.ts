// A file of answers: a map of question to answer, as JSON or YAML (of which JSON is a part), read with line and column.
import { OkhelpError } from '../../errors.ts';
import type { Messages } from '../../messages/index.ts';

/**
 * Reads the answers as they are written: a number keeps its digits (`500.10` stays so), `true` and `false` are yes and
 * no. Throws `answers-unreadable` with the line and column where it can be said.
 */
export async function readAnswersFile(bytes: Uint8Array, file: string, t: Messages): Promise<Map<string, string>> {
  // yaml is CommonJS: once bundled, its exports stand under `default` alone.
  const { isMap, isScalar, LineCounter, parseDocument } = (await import('yaml')).default;
  const words = t.diagnose.answersFile;
  const lines = new LineCounter();
  const unreadable = (reason: string, offset: number | undefined) => {
    const at = offset === undefined ? null : lines.linePos(offset);
    return new OkhelpError('answers-unreadable', { file, line: at?.line ?? null, column: at?.col ?? null, reason });
  };

  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new OkhelpError('file-encoding', { file, encoding: null, line: null });
  }
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) throw unreadable(error.code === 'DUPLICATE_KEY' ? words.twice : words.notReadable, error.pos[0]);
  if (!isMap(document.contents)) throw unreadable(words.notAMap, document.contents?.range?.[0]);

  const answers = new Map<string, string>();
  for (const { key, value } of document.contents.items) {
    const question = isScalar(key) ? String(key.value) : '';
    if (!isScalar(value) || value.value === null) {
      const node = (value ?? key) as { range?: [number, number, number] | null };
      throw unreadable(words.notPlain(question), node.range?.[0]);
    }
    answers.set(question, plain(value.value, value.source));
  }
  return answers;
}

function plain(value: unknown, source: string | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : (source ?? String(value));
}
