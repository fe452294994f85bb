// Cantonese as it is typed, in the words of the written language, so that the Chinese weights can tell: 俾人呃咗 is read as 被人骗了.

/** In this order, on simplified signs: longer words first, and what has two readings by what stands beside it. */
const WORDS: [RegExp, string][] = [
  [/[过過]咗?数(?=未|唔|冇|没|失|不)/g, '转账'],
  [/[过過]咗数/g, '转了账'],
  [/(?<=转了?账)[俾畀比](?=我|佢|人|第|朋|老)/g, '给'],
  [/入钱落(?=佢|人|对|第)/g, '转钱给'],
  [/入钱/g, '充值'],
  [/增值(?!税|服务|业务)/g, '充值'],
  [/[揿撳]唔到钱/g, '取不到钱'],
  [/[揿撳]钱/g, '取钱'],
  [/[揿撳]错/g, '按错'],
  [/[揿撳]/g, '按'],
  [/[俾畀]人(?=[呃骗锁封冻盗偷扣停])/g, '被人'],
  [/[俾畀]唔到钱/g, '付不了钱'],
  [/[俾畀]钱/g, '付款'],
  [/[俾畀]第二个/g, '给别人'],
  [/[俾畀]/g, '给'],
  [/呃(?=咗|我|钱|晒)|(?<=人)呃/g, '骗'],
  [/唔记得咗?/g, '忘记了'],
  [/唔见[咗晒]?/g, '不见了'],
  [/唔[系係]/g, '不是'],
  [/唔/g, '不'],
  [/未有|冇/g, '没有'],
  [/[点點]样/g, '怎么'],
  [/[点點]解/g, '为什么'],
  [/而家/g, '现在'],
  [/成日/g, '一直'],
  [/无端端/g, '无缘无故'],
  [/银包/g, '钱包'],
  [/户口(?!本|簿)/g, '账户'],
  [/(?<=[\d零一二三四五六七八九十百千万几])蚊/g, '块'],
  [/登入/g, '登录'],
  [/佢/g, '他'],
  [/[咗晒]/g, '了'],
  [/嘅|啲|㗎/g, '的'],
  [/喺/g, '在'],
  [/嚟/g, '来'],
];

/** The text as it is where nothing of it is Cantonese. */
export function fromCantonese(text: string): string {
  return WORDS.reduce((plain, [written, meant]) => plain.replace(written, meant), text);
}
