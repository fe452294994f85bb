// Which encoding a file is in, told by its bytes.
import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../src/formats/decode.ts';

const decoded = (bytes: Uint8Array | number[]) => {
  const { text, encoding } = decodeFile('any', Uint8Array.from(bytes));
  return [encoding, text];
};
const bytesOf = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

describe('a file is decoded', () => {
  it('as UTF-8, with its mark or without, even where its last character is cut', () => {
    expect(decoded(Buffer.from('Gebühr;¥5'))).toEqual(['utf-8', 'Gebühr;¥5']);
    expect(decoded(Buffer.from('\ufeff时间,金额'))).toEqual(['utf-8', '时间,金额']);
    expect(decoded(Buffer.from('时间,金额').subarray(0, -1))).toEqual(['utf-8', '时间,金\ufffd']);
  });

  it('as UTF-16, with its mark or without', () => {
    const text = 'date,amount\n2026-03-01,5.00\n';
    expect(decoded(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(['utf-16le', text]);
    expect(decoded(Buffer.from(text, 'utf16le'))).toEqual(['utf-16le', text]);
    expect(decoded(Buffer.from(text, 'utf16le').swap16())).toEqual(['utf-16be', text]);
  });

  it('as GB18030 where the high bytes come in pairs that are common characters', () => {
    const amount = [0xbd, 0xf0, 0xb6, 0xee];
    expect(decoded(bytesOf('id,', amount, '\n1,5\n'))).toEqual(['gb18030', 'id,金额\n1,5\n']);
  });

  it('as windows-1252 where single letters stand between plain ones', () => {
    expect(decoded(bytesOf('Caf', [0xe9], ',M', [0xfc], 'ller,', [0xa3], '5.00'))).toEqual([
      'windows-1252',
      'Café,Müller,£5.00',
    ]);
  });

  it('as code page 852 where only that makes words of the bytes', () => {
    expect(decoded(bytesOf('D', [0xa1], 'j jutal', [0x82], 'k'))).toEqual(['cp852', 'Díj jutalék']);
  });

  it('without what stands before the first character, and without NULs', () => {
    expect(decoded([1, 0, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106])).toEqual(['utf-8', 'abcdefghij']);
  });

  it('not at all where it is no text', () => {
    expect(decoded(bytesOf('PK\x03\x04', [0, 0, 8]))).toEqual(['binary', '']);
    expect(decoded(Array.from({ length: 400 }, (_, at) => (at % 3 === 0 ? 0 : at % 256)))).toEqual(['binary', '']);
  });
});
