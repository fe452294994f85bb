// Rows of cells from text, whatever the separator, and however the quotes were kept.
import { describe, expect, it } from 'vitest';
import { recordsOf, rejoin, separatorOf } from '../../src/formats/records.ts';

const cells = (text: string) => recordsOf(text).map((row) => row.cells);

describe('the separator', () => {
  it('is the one that cuts most lines alike', () => {
    expect(separatorOf('a;b;c\n1,5;2,5;x\n1,7;2,9;y\n')).toBe(';');
    expect(separatorOf('a\tb\n1,5\t2,5\n')).toBe('\t');
    expect(separatorOf('a,b,c\nx,"1;2;3",y\n')).toBe(',');
    expect(separatorOf('sep=|\na,b|c,d\n')).toBe('|');
    expect(separatorOf('one line')).toBe(',');
  });
});

describe('rows', () => {
  it('stay whole where every one of them has a line break inside quotes', () => {
    const row = (n: number) => `${n},"Shop, Ltd","line one\nline two",-5.00,95.00,,ok\n`;
    const text = `id,name,notes,amount,balance,tags,status\n${[1, 2, 3, 4].map(row).join('')}`;
    expect(cells(text).map((row) => row.length)).toEqual([7, 7, 7, 7, 7]);
    expect(recordsOf(text).map(({ line }) => line)).toEqual([1, 2, 4, 6, 8]);
  });

  it('know their line; blank lines and lines inside quotes count', () => {
    expect(recordsOf('title\r\n\r\na,b\r\n"two\r\nlines",1\r\nc,2')).toEqual([
      { line: 1, cells: ['title'] },
      { line: 3, cells: ['a', 'b'] },
      { line: 4, cells: ['two\r\nlines', '1'] },
      { line: 6, cells: ['c', '2'] },
    ]);
  });

  it('lose what stands around their values', () => {
    expect(cells('="20260301"\t="A"\t 5.00\n="20260302"\t="B"\t6.00\u00a0\n')).toEqual([
      ['20260301', 'A', '5.00'],
      ['20260302', 'B', '6.00'],
    ]);
    expect(cells('`7001,`0.50,`x\n`7002,`0.75,`y\n')).toEqual([
      ['7001', '0.50', 'x'],
      ['7002', '0.75', 'y'],
    ]);
    expect(cells('"1,000.00"\t,EUR\n"2,000.00"\t,EUR\n')).toEqual([
      ['1,000.00', 'EUR'],
      ['2,000.00', 'EUR'],
    ]);
  });

  it('keep doubled quotes, and quotes in the middle', () => {
    expect(cells('a,b\n1,"two\nlines"\n2,"x"\n')).toEqual([
      ['a', 'b'],
      ['1', 'two\nlines'],
      ['2', 'x'],
    ]);
    expect(cells('a,b\n"say ""hi""",1\n5" pipe,2\n"one "two" three",3\n')).toEqual([
      ['a', 'b'],
      ['say "hi"', '1'],
      ['5" pipe', '2'],
      ['one "two" three', '3'],
    ]);
  });

  it('survive quotes that were kept badly', () => {
    expect(cells('"a","b","c"\n"1",""3xyz,"done"\n"2","q","done"\n')).toEqual([
      ['a', 'b', 'c'],
      ['1', '3xyz', 'done'],
      ['2', 'q', 'done'],
    ]);
    expect(cells('a,b,c\n1,"open,x\n2,b,y\n3,"z",w\n')).toEqual([
      ['a', 'b', 'c'],
      ['1', 'open', 'x'],
      ['2', 'b', 'y'],
      ['3', 'z', 'w'],
    ]);
    expect(cells('a,b\n"never,1\nx,2\n')).toEqual([
      ['a', 'b'],
      ['never', '1'],
      ['x', '2'],
    ]);
  });
});

describe('a row with a cell too many', () => {
  const read = (row: string[]) => (/^\d$/.test(row[0]!) && /^\d+\.\d\d$/.test(row[2]!) ? row[2]! : null);

  it('is put together where one way alone reads', () => {
    expect(rejoin(['1', 'Smith', 'Co', '5.00'], 3, read)).toEqual(['1', 'Smith,Co', '5.00']);
    expect(rejoin(['1', 'a', '5.00'], 3, read)).toBeNull();
    expect(rejoin(['1', 'a', 'b', 'c'], 3, read)).toBeNull();
  });

  it('is left alone where two ways say different things', () => {
    expect(rejoin(['x', '1', '2', '3'], 3, (row) => row[1]!)).toBeNull();
  });
});
