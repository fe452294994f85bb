// The weights as they are shipped, for asking what they make of some words.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Script } from '../../src/diagnosis/plain-words.ts';
import { decodeModel, type WordModel } from '../../src/diagnosis/word-model.ts';
import { type Candidate, rankProblems } from '../../src/diagnosis/words.ts';

const folder = join(import.meta.dirname, '..', '..', 'content', 'words');
const models = new Map<Script, WordModel>();

export function shippedModel(script: Script): WordModel {
  if (!models.has(script)) models.set(script, decodeModel(readFileSync(join(folder, `${script}.bin`))));
  return models.get(script)!;
}

export const rank = (words: string): Candidate[] => rankProblems(words, shippedModel);
