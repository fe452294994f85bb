// The pictures of the questionnaires: what is drawn, and that those in docs/ are those of the content.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileGraphs } from '../../src/knowledge/compile.ts';
import { proveFolder } from '../../src/knowledge/content-proof.ts';
import { flowchart } from '../../src/knowledge/graph.ts';
import { ROOT } from '../host.ts';

const FOLDER = join(ROOT, 'docs', 'questionnaires');
const { problems } = proveFolder(join(ROOT, 'content'), null);

describe('docs/questionnaires', () => {
  const drawn = new Map(compileGraphs(join(ROOT, 'content')));

  it('has a picture for each problem and language, and an index', () => {
    const there = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
    expect(there.filter((path) => path.endsWith('.md')).sort()).toEqual([...drawn.keys()].sort());
    expect(drawn.size).toBe(2 * (problems.length + 1));
  });

  it.each([...drawn])('%s is current (else: npm run content:graph)', (path, text) => {
    expect(readFileSync(join(FOLDER, path), 'utf8')).toBe(text);
  });
});

describe('a flowchart', () => {
  const problem = problems.find(({ id }) => id === 'payment-failed')!;
  const chart = flowchart(problem, 'en');

  it('has every question and outcome, and every line ends at one of them', () => {
    const nodes = [...chart.matchAll(/^ {2}(?!start)(\w+)(?:\[|\(\[)"/gm)].map(([, id]) => id);
    const targets = [...chart.matchAll(/--> (\w+)$/gm)].map(([, id]) => id!);
    expect(nodes).toHaveLength(Object.keys(problem.questions).length + Object.keys(problem.outcomes).length);
    expect(targets.filter((id) => !nodes.includes(id))).toEqual([]);
  });

  it('has each answer as a label, those with the same end on one line', () => {
    expect(chart).toContain('payment_pending -- "No, it is over / I don\'t<br>know" --> payment_debited');
  });

  it('writes signs that would end a label by their numbers', () => {
    expect(chart.match(/"[^"]*"/g)!.every((label) => !/[<>](?!br)|[<](?!br>)/.test(label.replaceAll('<br>', '')))).toBe(
      true,
    );
    expect(chart.split('\n').filter((line) => (line.match(/"/g) ?? []).length % 2)).toEqual([]);
  });
});
