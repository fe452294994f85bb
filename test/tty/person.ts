// What a person does at okhelp's prompts: reads the question, moves to a choice, types an answer.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/globals.ts';
import type { Problem, ProblemId, Question } from '../../src/knowledge/content.ts';
import { KEY, type Session } from './session.ts';

/** Text without the breaks that the width of the terminal put into it. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

/** The prompt that waits for an answer, from its `?` on; empty where none does. */
function promptIn(screen: string[]): string {
  const begin = screen.findLastIndex((row) => row.startsWith('? '));
  return begin < 0 ? '' : squeezed(screen.slice(begin).join(''));
}

/** Waits until this question is the one that is asked. */
export function reads(terminal: Session, question: string): Promise<void> {
  return terminal.waitFor((screen) => promptIn(screen).startsWith(`?${squeezed(question)}`));
}

/** Moves down to the choice with this label and confirms it. */
export async function chooses(terminal: Session, label: string): Promise<void> {
  const marked = () =>
    terminal
      .screen()
      .findLast((row) => row.startsWith('> '))
      ?.slice(2)
      .trimEnd() ?? '';
  const wanted = squeezed(label);
  for (let moves = 0; moves < 40; moves++) {
    await terminal.waitFor(() => marked() !== '');
    const now = marked();
    if (wanted.startsWith(squeezed(now))) {
      terminal.send(KEY.enter);
      await terminal.waitFor(() => marked() !== now || !terminal.screen().some((row) => row.startsWith('? ')));
      return;
    }
    terminal.send(KEY.down);
    await terminal.waitFor(() => marked() !== now);
  }
  throw new Error(`no choice "${label}" among:\n${terminal.screen().join('\n')}`);
}

/** Clears what stands there and types this. */
export function types(terminal: Session, text: string): void {
  terminal.send(`\x15${text}${KEY.enter}`);
}

/** A problem as compiled, in one language. */
export function problemOf(id: ProblemId, language: Language): Problem {
  const file = join(import.meta.dirname, '../../dist/content', language, 'problems', `${id}.json`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** What is typed or chosen where it does not matter which: the first choice, or something of the right kind. */
export function anyAnswer(question: Question): string {
  const typed = {
    choice: question.choices[0]?.label ?? '',
    amount: '500 CNY',
    time: '2026-03-09 12:00',
    text: 'T20260309',
  };
  return typed[question.kind];
}

/** Reads one question and answers it; gives the target it leads to. */
export async function answers(terminal: Session, question: Question, answer = anyAnswer(question)): Promise<string> {
  await reads(terminal, question.text);
  if (question.kind === 'choice') {
    await chooses(terminal, answer);
    return question.choices.find(({ label }) => label === answer)!.next;
  }
  types(terminal, answer);
  return question.next!;
}

/** The questions that the first choices lead through, and the outcome at the end. */
export function shortestWay(problem: Problem): { questions: Question[]; outcome: Problem['outcomes'][number] } {
  const questions: Question[] = [];
  let target = problem.start;
  while (!target.startsWith('outcome:')) {
    const question = problem.questions.find(({ id }) => id === target)!;
    questions.push(question);
    target = question.kind === 'choice' ? question.choices[0]!.next : question.next!;
  }
  return { questions, outcome: problem.outcomes.find(({ id }) => `outcome:${id}` === target)! };
}
