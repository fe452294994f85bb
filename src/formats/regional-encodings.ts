// Encodings of East Asian and Russian banks that nothing in the bytes gives away: told by the words of a table's header.

/** Each with words of its headers; two different ones are no accident. */
const WORDS: readonly [encoding: string, words: RegExp][] = [
  ['big5', /交易|日期|時間|金額|餘額|結餘|帳號|帳戶|摘要|備註|存入|支出|幣別/g],
  ['shift_jis', /日付|取引|年月日|金額|残高|摘要|内容|入金|出金|お支払|お預/g],
  ['euc-kr', /거래|일시|일자|금액|잔액|적요|내용|입금|출금|계좌/g],
  ['windows-1251', /дата|сумма|остаток|баланс|описание|валюта|операци[ия]|счет|приход|расход/gi],
];

/** So many bytes hold the header. */
const HEAD = 1 << 13;

/** The encoding in which the beginning of the bytes has the most such words, at least two; null where none has. */
export function regionalEncoding(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, HEAD);
  let best: string | null = null;
  let most = 1;
  for (const [encoding, words] of WORDS) {
    const text = new TextDecoder(encoding).decode(head);
    const found = new Set(text.toLowerCase().match(words)).size;
    if (found > most) [best, most] = [encoding, found];
  }
  return best;
}
