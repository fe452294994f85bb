// Recovery phrases (BIP 39): runs of words from its English and Chinese lists, long enough that prose does not make them.
import type { Find } from './told-secrets.ts';

/** The shortest phrase that BIP 39 knows; a run this long is removed wherever it stands. */
const PHRASE = 12;
/** After words such as "seed phrase" a shorter run is removed too: a word may be misspelt or left out. */
const ANNOUNCED = 5;
const LENGTHS = [12, 15, 18, 21, 24];

const ANNOUNCES =
  /seed|mnemonic|recovery (?:phrase|words?)|secret (?:phrase|words)|backup (?:phrase|words)|助记词|助記詞|注记词|恢复词|种子词/i;
const ANNOUNCES_CHINESE =
  /(?:助记词|助記詞|注记词|恢复词|种子词)\s*(?:[:=是为為]|\s)\s*([\u4e00-\u9fff]{12,24})(?![\u4e00-\u9fff])/g;
const WORDS_IN_A_ROW = /(?:[a-z]{3,8}[^a-z\u4e00-\u9fff]{1,8}){11}[a-z]{3,8}/i;
const SIGNS_IN_A_ROW = /(?:[\u4e00-\u9fff][\s,.、;:|/()\d-]{1,6}){11}[\u4e00-\u9fff]/;

/** A line that holds 12 or 24 Chinese characters and nothing else but a list's sign or a full stop. */
const ALONE_ON_A_LINE = /^[^\S\n]*(?:[-*•"'“「]\s*)?((?:[\u4e00-\u9fff]{12}){1,2})["'”」]?[。.]?[^\S\n]*$/gmu;

/** What may stand between two words of a phrase: spaces, a number, a list's signs. */
const BETWEEN_WORDS = /^[\s\d,.;:|/()[\]{}<>#"'`*_、-]{1,10}$/;

/** Finds recovery phrases; the word lists are loaded only where the text could hold one. */
export async function findSeedPhrases(text: string): Promise<Find[]> {
  const announced = ANNOUNCES.test(text);
  const found: Find[] = [];
  if (announced || WORDS_IN_A_ROW.test(text)) {
    const { wordlist } = await import('@scure/bip39/wordlists/english.js');
    found.push(...runs(text, /[A-Za-z]+/g, new Set(wordlist), announced));
  }
  const alone = [...text.matchAll(ALONE_ON_A_LINE)].filter(([, signs]) => !isProse(signs!));
  if (announced || alone.length || SIGNS_IN_A_ROW.test(text)) {
    const { wordlist: simplified } = await import('@scure/bip39/wordlists/simplified-chinese.js');
    const { wordlist: traditional } = await import('@scure/bip39/wordlists/traditional-chinese.js');
    const list = new Set([...simplified, ...traditional]);
    found.push(...runs(text, /[\u4e00-\u9fff]/g, list, announced), ...unspaced(text, list), ...inList(alone, list));
  }
  return found;
}

/** Runs of list words with nothing but spaces, numbers and list signs between them. */
function runs(text: string, word: RegExp, list: ReadonlySet<string>, announced: boolean): Find[] {
  const found: Find[] = [];
  let run: { start: number; end: number; length: number } | null = null;
  const close = () => {
    if (run && run.length >= (announced && isAnnounced(text, run.start) ? ANNOUNCED : PHRASE)) {
      found.push({ kind: 'seed-phrase', start: run.start, end: run.end });
    }
    run = null;
  };
  for (const match of text.matchAll(word)) {
    const between: string = run ? text.slice(run.end, match.index) : '';
    // `phrase: abandon` begins the phrase behind the colon; `1: abandon 2: ability` goes on.
    if (run && (!BETWEEN_WORDS.test(between) || (between.includes(':') && !/\d/.test(between)))) close();
    // A Chinese sign glued to one before it belongs to a word of prose: 助记词 的 一 是 begins at 的.
    const glued = !run && /[\u4e00-\u9fff]/.test(match[0]) && /[\u4e00-\u9fff]$/.test(text.charAt(match.index - 1));
    if (!list.has(match[0].toLowerCase()) || glued) close();
    else {
      run ??= { start: match.index, end: 0, length: 0 };
      run.end = match.index + match[0].length;
      run.length++;
    }
  }
  close();
  return found;
}

function isAnnounced(text: string, start: number): boolean {
  return ANNOUNCES.test(text.slice(Math.max(0, start - 200), start));
}

/**
 * Chinese phrases written without spaces are told from prose behind 助记词 and in a phrase's exact length, and alone on a
 * line (see `isProse`).
 */
function unspaced(text: string, list: ReadonlySet<string>): Find[] {
  const exact = [...text.matchAll(ANNOUNCES_CHINESE)].filter(([, signs]) => LENGTHS.includes(signs!.length));
  return inList(exact, list);
}

function inList(matches: readonly RegExpExecArray[], list: ReadonlySet<string>): Find[] {
  return matches
    .filter(([, signs]) => [...signs!].every((sign) => list.has(sign)))
    .map((match) => {
      const start = match.index + match[0].lastIndexOf(match[1]!);
      return { kind: 'seed-phrase', start, end: start + match[1]!.length };
    });
}

/**
 * The lists hold the commonest characters, so a short sentence can be made of them alone; but a sentence has words in it.
 * Of phrases drawn by chance fewer than one in a thousand hold one of these pairs.
 */
function isProse(signs: string): boolean {
  return PAIRS.some((pair) => signs.includes(pair));
}

const PAIRS = (
  '支付 付款 充值 提现 余额 帐户 银行 失败 成功 客服 交易 订单 退款 请稍 稍后 ' +
  '再试 重试 显示 提示 已经 没有 我的 您的 你的 怎么 为什 什么 可以 不能 无法 ' +
  '还是 但是 因为 所以 今天 昨天 明天 联系 扣款 收到 手机 密码 登录 验证 错误 ' +
  '系统 网络 时间 我们 你们 他们 这个 那个 一直 一次 一个 两次 三次 如果 现在 ' +
  '已被 请您 请问 请联 帮助 帮忙 问题 处理 操作 使用 需要 申请 限制 冻结 解冻 ' +
  '身份 信息 钱包 金额 记录 对不 金钱 的钱 了钱 的时 不到 不对 不行 过期 超时 ' +
  '繁忙 服务 暂时 不可 安全 风险 检测 异常 通过 审核 证件 照片 上传 下载 重启 ' +
  '更新 版本 换了 试了 试过 问了 打了 电话 等了 小时 分钟 商家 商户 对方 收款 ' +
  '付了 买了 发了 说是 告诉 知道 看到 找到 找不 回复 答复 投诉 报警 朋友 家人 ' +
  '公司 工资 房租 当前 功能 用户 输入 正确 手续 费用 汇率 网上 平台 应用 无此 ' +
  '权限 拒绝 发卡 卡片 卡号 限额 额度 不足 稍等 感谢 谢谢 你好 您好'
).split(' ');
