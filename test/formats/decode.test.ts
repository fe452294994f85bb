// Which encoding a file is in, told by its bytes.
import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../src/formats/decode.ts';
import { gb18030 } from './chinese-sample.ts';

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

  it.each([
    ['big5', '交易日期,餘額', 'a5e6a9f6a4e9b4c12cbe6cc342'],
    ['shift_jis', '日付,残高', '93fa95742c8e638d82'],
    ['euc-kr', '거래일시,잔액', 'b0c5b7a1c0cfbdc32cc0dcbed7'],
    ['windows-1251', 'Дата;Сумма', 'c4e0f2e03bd1f3ecece0'],
  ])('as %s where the words of a header say so', (encoding, text, hex) => {
    expect(decoded(Buffer.from(hex, 'hex'))).toEqual([encoding, text]);
  });

  it('as GB18030, whatever of our words the header has', () => {
    const headers = [
      '交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注',
      '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额（元）,账户结余（元）',
      '账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）',
      '日期,摘要,存入,支出,余额,币种',
    ];
    for (const header of headers) expect(decoded(gb18030(header))).toEqual(['gb18030', header]);
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
