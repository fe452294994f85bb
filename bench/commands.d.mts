/** Types of commands.mjs, for the tests. */
export type Scripted = [name: string, args: string[], status: number, schema: string];
export const NOW: string;
export const BEFOREHAND: string[][];
export const SCRIPTED: Scripted[];
export function wordsOf(line: Scripted): string[];
export function prepare(folder: string, okhelp: (words: string[]) => void): void;
export function restore(folder: string): void;
