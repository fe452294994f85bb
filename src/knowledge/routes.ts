// Every way through a problem's questions, "I don't know" included. Pure; the proof of the content walks them.

/** A question as the walk sees it: each possible answer, and where it leads (a question, or `outcome:ID`). */
export type Exits = ReadonlyMap<string, string>;

export type RouteEnd =
  | { kind: 'outcome'; outcome: string }
  /** The target is neither a question nor an outcome that exists. */
  | { kind: 'nowhere'; target: string }
  /** The question was asked before on this path: it would never end. */
  | { kind: 'loop'; question: string };

export interface Route {
  /** Question and answer, in the order asked. A typed question's answer is `given` or `unknown`. */
  answers: ReadonlyMap<string, string>;
  end: RouteEnd;
}

/** Walks from `start` over every combination of answers; a path that comes back to a question ends there. */
export function* routes(
  start: string,
  questions: ReadonlyMap<string, Exits>,
  outcomes: ReadonlySet<string>,
): Generator<Route> {
  yield* walk(start, new Map());

  function* walk(target: string, answers: ReadonlyMap<string, string>): Generator<Route> {
    const exits = questions.get(target);
    if (answers.has(target)) yield { answers, end: { kind: 'loop', question: target } };
    else if (exits) for (const [value, next] of exits) yield* walk(next, new Map([...answers, [target, value]]));
    else {
      const outcome = target.startsWith('outcome:') ? target.slice('outcome:'.length) : '';
      yield { answers, end: outcomes.has(outcome) ? { kind: 'outcome', outcome } : { kind: 'nowhere', target } };
    }
  }
}

/** Whether a text counts for these answers: each question that `when` names was answered with one of its values. */
export function counts(when: Record<string, string[]> | undefined, answers: ReadonlyMap<string, string>): boolean {
  return Object.entries(when ?? {}).every(([question, values]) => values.includes(answers.get(question) ?? ''));
}
