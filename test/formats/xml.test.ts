// The XML reader: what it gives, and what it refuses.
import { expect, test } from 'vitest';
import { find, findAll, parseXml, textAt, XmlProblem } from '../../src/formats/xml.ts';

test('elements, attributes, entities, CDATA and lines; namespace prefixes are left out', () => {
  const root = parseXml(
    '\ufeff<?xml version="1.0"?>\n<!-- a\nb -->\n<n:a xmlns:n="x" q=\'1 &lt; 2\'>\n <b>R &amp; B &#x4e2d;</b>\n <b/><c><![CDATA[<no & markup>]]></c>\n</n:a >\n',
  );
  expect([root.name, root.line, root.attributes.q]).toEqual(['a', 4, '1 < 2']);
  expect(findAll(root, 'b').map(({ text, line }) => [text, line])).toEqual([
    ['R & B 中', 5],
    ['', 6],
  ]);
  expect(textAt(root, 'c')).toBe('<no & markup>');
  expect(find(root, 'c', 'none')).toBeNull();
});

test.each([
  ['<a><b></a>', 1, '</a> closes nothing that is open'],
  ['<a>\n<b>', 2, '<b> is not closed; the file may have been cut off'],
  ['<a>\n<b', 2, 'it ends in the middle; the file may have been cut off'],
  ['<a/><b/>', 1, 'more than one document'],
  ['\n<a/>x', 2, 'text outside the document'],
  ['<a>&nbsp;</a>', 1, '&nbsp; stands for nothing'],
  ['<a>R & B</a>', 1, '& stands for nothing'],
  ['<a b=c/>', 1, '<a> has an attribute that cannot be read'],
  ['', 1, 'no element'],
  ['</a>', 1, '</a> closes nothing that is open'],
])('%j is refused with its line', (text, line, reason) => {
  expect(() => parseXml(text)).toThrow(new XmlProblem(reason, line));
});

test('no document type is obeyed: entities cannot be defined, nothing outside is read', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>\n<a>&b;</a>';
  expect(() => parseXml(bomb)).toThrow('document type declaration');
});

test('depth is limited', () => {
  expect(() => parseXml(`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`)).toThrow('nested too deeply');
});
