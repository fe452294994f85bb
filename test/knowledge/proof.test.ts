// The proof of the content, by what breaks it: one small problem, and each change that must be found, with its line.
import { describe, expect, it } from 'vitest';
import { prove, describe as say } from '../../src/knowledge/proof.ts';

const WHOLE = `id: other
order: 10
title: { en: Title, zh-CN: 标题 }
summary: { en: Summary, zh-CN: 说明 }
words:
  en: [a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12]
  zh-CN: [甲一, 甲二, 甲三, 甲四, 甲五, 甲六, 甲七, 甲八, 甲九, 甲十, 乙一, 乙二]
start: other-amount
questions:
  other-amount:
    text: { en: How much?, zh-CN: 多少？ }
    why: { en: To find it., zh-CN: 便于查找。 }
    kind: amount
    field: amount
    fact: payment-amount
    next: other-left
    nextUnknown: other-left
  other-left:
    text: { en: Has it left?, zh-CN: 扣了吗？ }
    why: { en: It decides., zh-CN: 决定下一步。 }
    kind: choice
    fact: payment-debited
    choices:
      'yes': { label: { en: 'Yes', zh-CN: 是 }, next: outcome:trace }
      'no': { label: { en: 'No', zh-CN: 否 }, next: outcome:retry }
      unknown: { label: { en: I don't know, zh-CN: 不清楚 }, next: outcome:trace }
outcomes:
  trace:
    title: { en: Have it traced, zh-CN: 请求追查 }
    urgency: soon
    because: { en: It left., zh-CN: 已扣走。 }
    steps:
      - { en: Write., zh-CN: 写信。 }
      - { en: Look first., zh-CN: 先看。, when: { other-left: [unknown] } }
    evidence: [e-time]
    avoid: [e-time]
    next: [e-time]
    ask: { en: Trace it., zh-CN: 请追查。 }
    faq: [was-i-charged]
  retry:
    title: { en: Try once, zh-CN: 再试一次 }
    urgency: normal
    because: { en: It is there., zh-CN: 钱还在。 }
    steps: [{ use: e-time }]
    evidence: [e-time]
    avoid: [e-time]
    next: [e-time]
    ask: null
    faq: []
mail:
  subject: { en: Subject, zh-CN: 主题 }
  opening: { en: Opening., zh-CN: 开头。 }
  needs: [account]
`;
const LINES = 'e-time:\n  en: The time.\n  zh-CN: 时间。\n';

/** What is found in the problem after one change to it. */
function found(
  change: (yaml: string) => string = (yaml) => yaml,
  lines = LINES,
  file = 'problems/other.yaml',
): string[] {
  const { findings } = prove(
    new Map([
      ['lines.yaml', lines],
      [file, change(WHOLE)],
    ]),
  );
  return findings.map(say);
}

/** Replaces a text that must be there. */
const put = (from: string, to: string) => (yaml: string) => {
  expect(yaml).toContain(from);
  return yaml.replace(from, to);
};

describe('a problem that is whole', () => {
  it('has nothing wrong, and every combination of answers is a path', () => {
    const proved = prove(
      new Map([
        ['lines.yaml', LINES],
        ['problems/other.yaml', WHOLE],
      ]),
    );
    expect(proved.findings).toEqual([]);
    expect(proved.paths).toBe(2 * 3);
    expect(proved.longest).toEqual({ questions: 2, problem: 'other' });
  });
});

describe('both languages', () => {
  it('a missing translation is found at its text', () => {
    expect(found(put('title: { en: Title, zh-CN: 标题 }', 'title: { en: Title }'))).toEqual([
      'content/problems/other.yaml:3: `title.zh-CN` is missing',
    ]);
  });

  it('an empty text is found', () => {
    expect(
      found(put('because: { en: It is there., zh-CN: 钱还在。 }', "because: { en: ' ', zh-CN: 钱还在。 }")),
    ).toEqual(['content/problems/other.yaml:43: `outcomes.retry.because.en` is empty']);
  });

  it('a shared line without a translation is found in the file of lines', () => {
    expect(found(undefined, 'e-time:\n  en: The time.\n')).toContain('content/lines.yaml:1: `e-time.zh-CN` is missing');
  });

  it('too few examples of what people say are found, per language', () => {
    expect(found(put(', 乙一, 乙二]', ']'))).toEqual([
      "content/problems/other.yaml:7: only 10 examples of people's words in zh-CN; at least 12",
    ]);
  });
});

describe('paths', () => {
  it('a target that does not exist is found at the choice that leads there', () => {
    expect(found(put('next: outcome:retry', 'next: outcome:retrry'))).toEqual([
      'content/problems/other.yaml:25: `outcome:retrry` is neither a question nor an outcome of this problem',
      'content/problems/other.yaml:40: outcome `retry` is never reached',
    ]);
  });

  it('a question that comes back is found: its path never ends', () => {
    expect(found(put('next: outcome:retry', 'next: other-amount'))).toContain(
      'content/problems/other.yaml:25: question `other-amount` comes again: this path never ends',
    );
  });

  it('a question that nothing leads to is found', () => {
    expect(found(put('start: other-amount', 'start: other-left'))).toEqual([
      'content/problems/other.yaml:10: question `other-amount` is never reached',
    ]);
  });

  it('a choice question without "I don\'t know" is found', () => {
    expect(found(put('unknown: {', 'perhaps: {'))).toContain(
      'content/problems/other.yaml:23: question `other-left` has no choice `unknown`',
    );
  });

  it('a typed question must lead on when the answer is not known', () => {
    expect(found(put('    nextUnknown: other-left\n', ''))).toEqual([
      'content/problems/other.yaml:10: `questions.other-amount.nextUnknown` is missing',
    ]);
  });

  it('more than seven questions on one path are too many', () => {
    const typed = (id: string, next: string) =>
      `  ${id}: { text: { en: T, zh-CN: 题 }, why: { en: W, zh-CN: 因 }, kind: text, next: ${next}, nextUnknown: ${next} }\n`;
    const more = [1, 2, 3, 4, 5, 6].map((n) => typed(`q${n}`, n < 6 ? `q${n + 1}` : 'other-amount')).join('');
    const findings = found((yaml) =>
      put('questions:\n', `questions:\n${more}`)(put('start: other-amount', 'start: q1')(yaml)),
    );
    expect(findings).toContain(
      'content/problems/other.yaml:8: a path asks 8 questions, more than 7: q1 → q2 → q3 → q4 → q5 → q6 → other-amount → other-left',
    );
  });
});

describe('facts', () => {
  it('a yes/no fact needs a question with these choices', () => {
    expect(found(put("'no': {", 'never: {'))).toContain(
      'content/problems/other.yaml:22: fact `payment-debited` can be no, which `other-left` has no choice for',
    );
  });

  it('an amount needs a question that is typed', () => {
    expect(found(put('fact: payment-debited', 'fact: topup-amount'))).toEqual([
      'content/problems/other.yaml:22: fact `topup-amount` is an amount; `other-left` is not typed',
    ]);
  });

  it('a fact that does not exist is found', () => {
    expect(found(put('fact: payment-debited', 'fact: weather'))[0]).toMatch(
      /^content\/problems\/other\.yaml:22: `questions\.other-left\.fact` must be one of: pending-payment, /,
    );
  });
});

describe('lines for some answers only', () => {
  const when = (to: string) => put('when: { other-left: [unknown] }', `when: ${to}`);

  it('names a question of the problem', () => {
    expect(found(when('{ other-right: [unknown] }'))).toEqual([
      'content/problems/other.yaml:34: `when` names `other-right`, which is no question of this problem',
    ]);
  });

  it('names an answer that the question has', () => {
    expect(found(when('{ other-left: [maybe] }'))).toEqual([
      'content/problems/other.yaml:34: `when` names `maybe`, which is no answer to `other-left`',
    ]);
  });

  it('cannot name what is typed, only that it is unknown', () => {
    expect(found(when('{ other-amount: [given] }'))).toHaveLength(1);
    expect(found(when('{ other-amount: [unknown] }'))).toEqual([]);
  });

  it('is shown on at least one path to its outcome', () => {
    expect(found(when("{ other-left: ['no'] }"))).toEqual([
      'content/problems/other.yaml:34: this line of `steps` is never shown: no path to `trace` has these answers',
    ]);
  });

  it('leaves no outcome without a step, whatever was answered', () => {
    expect(
      found(
        put(
          '- { en: Write., zh-CN: 写信。 }',
          "- { en: Write., zh-CN: 写信。, when: { other-left: ['yes'], other-amount: [unknown] } }",
        ),
      ),
    ).toEqual(['content/problems/other.yaml:32: `steps` of `trace` is empty after: other-amount=given other-left=yes']);
  });
});

describe('what stands beside the paths', () => {
  it('a faq id is kebab-case', () => {
    expect(found(put('[was-i-charged]', '[Was I charged]'))).toEqual([
      'content/problems/other.yaml:39: `outcomes.trace.faq.0` is not a kebab-case id',
    ]);
  });

  it('an address in a text is found: okhelp ships none', () => {
    expect(found(put('en: Write.,', 'en: Write to help@wallet.example,'))).toEqual([
      'content/problems/other.yaml:33: `outcomes.trace.steps.0.en` names an address; okhelp ships none',
    ]);
  });

  it('a misspelt key is found', () => {
    expect(found(put('urgency: soon', 'urgent: soon'))).toContain(
      'content/problems/other.yaml:30: `outcomes.trace.urgent` is not known here',
    );
  });

  it('a shared line that does not exist is found, and one that nothing uses', () => {
    expect(found(put('steps: [{ use: e-time }]', 'steps: [e-tyme]'))).toEqual([
      'content/problems/other.yaml:44: there is no shared line `e-tyme`',
    ]);
    expect(found(undefined, `${LINES}e-unused:\n  en: Never.\n  zh-CN: 无。\n`)).toEqual([
      'content/lines.yaml:4: no problem uses the line `e-unused`',
    ]);
  });

  it('YAML that cannot be read is one finding with its line', () => {
    expect(found(put('order: 10', 'order: [10'))[0]).toMatch(/^content\/problems\/other\.yaml:\d+: \S/);
  });

  it('a key given twice is found, so that no question replaces another', () => {
    expect(found(put('  retry:\n', '  trace:\n'))[0]).toMatch(/^content\/problems\/other\.yaml:40: .*unique/);
  });

  it('a problem stands in the file of its name', () => {
    expect(found(undefined, LINES, 'problems/another.yaml')).toEqual([
      'content/problems/another.yaml:1: problem `other` does not stand in a file of that name',
    ]);
  });

  it('two problems share neither their place in the menu nor the words that lead to them', () => {
    const second = WHOLE.replace('id: other', 'id: login-problem').replace('[a1, a2', '[b1, a2');
    const files = new Map([
      ['lines.yaml', LINES],
      ['problems/other.yaml', WHOLE],
      ['problems/login-problem.yaml', second],
    ]);
    const findings = prove(files).findings.map(say);
    expect(findings).toContain('content/problems/login-problem.yaml:2: order 10 is taken by `other`');
    expect(findings).toContain('content/problems/login-problem.yaml:6: "a2" is taken by `other`');
    expect(findings.filter((finding) => finding.includes('"b1"'))).toEqual([]);
  });
});
