// Where a story leaves lines out, it goes on leaving them out when what is printed beside them changes.
import { expect, test } from 'vitest';
import { elided } from './story.ts';

test.each([
  ['what fits stays', 'a, b, c, d, e', 'a, …, c, …, e', 'a, …, c, …, e'],
  ['what ends with the place stays', 'a, b, c', 'a, …', 'a, …'],
  ['what begins with the place stays', 'a, b, c', '…, c', '…, c'],
  ['a place that leaves nothing out stays', 'a, b', 'a, …, b', 'a, …, b'],
  ['a changed line before the place', 'a, fee 2, c, d', 'a, fee 1, …, d', 'a, fee 2, …, d'],
  ['a changed line behind the place', 'a, b, c, fee 2', 'a, …, c, fee 1', 'a, …, c, fee 2'],
  ['a changed line between two places', 'a, b, fee 2, c, d', 'a, …, fee 1, …, d', 'a, …, fee 2, …, d'],
  ['a line that came', 'a, b, new, c, d, e', 'a, b, c, …, e', 'a, b, new, c, …, e'],
  ['a line that came first', 'new, a, b, c', 'a, …', 'new, a, …'],
  ['a line that went', 'a, c, d, e', 'a, b, c, …, e', 'a, c, …, e'],
  ['a line that went from between two places', 'a, b, c, e', 'a, …, gone, …, e', 'a, …, e'],
  ['without a place everything is shown', 'a, b, c', 'a', 'a, b, c'],
  ['nothing was written yet', 'a, b', '', 'a, b'],
])('%s', (_, actual, expected, shown) => {
  const lines = (text: string) => (text === '' ? [] : text.split(', '));
  expect(elided(lines(actual), lines(expected))).toEqual(lines(shown));
});
