// What `--answer` takes: `problem=…` first, then the questions of that problem, each with what can be answered.
import type { Problem, ProblemId, Question } from '../../knowledge/content.ts';
import type { Candidate } from './offer.ts';
import type { Asked } from './values.ts';

/** `QUESTION=` with the question, or `QUESTION=VALUE` with the answer, once the question is typed. */
export async function answerValues(asked: Asked): Promise<Candidate[]> {
  const [question, ...value] = asked.current.split('=');
  const content = await asked.content();
  if (value.length === 0) {
    const answered = (asked.taken.given.get('--answer') ?? []).map((answer) => answer.split('=')[0]);
    const open = [{ id: 'problem', text: asked.t.complete.problem }, ...(await questions(asked))];
    return open.filter(({ id }) => !answered.includes(id)).map(({ id, text }) => ({ value: `${id}=`, says: text }));
  }
  if (question === 'problem') return content.problems.map(({ id, title }) => ({ value: `problem=${id}`, says: title }));
  const asking = (await questions(asked)).find(({ id }) => id === question);
  return (asking?.choices ?? []).map(({ value: choice, label }) => ({ value: `${question}=${choice}`, says: label }));
}

/** Of the problem that an earlier answer names; of all of them where none does and something is typed. */
async function questions({ taken, content, current }: Asked): Promise<Question[]> {
  const { problems, problem } = await content();
  const named = (taken.given.get('--answer') ?? []).find((answer) => answer.startsWith('problem='))?.slice(8);
  const about = problems.filter(({ id }) => (named === undefined ? current !== '' : id === named));
  const read: Problem[] = await Promise.all(about.map(({ id }) => problem(id as ProblemId)));
  const all = read.flatMap((one) => one.questions);
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
}
