// Chinese typed without Chinese characters: `chongzhi shibai` is read as 充值失败, so that the Chinese weights can tell.

/** Words that show a sentence to be pinyin: no English word is written so. */
const TELLING: Record<string, string> = {
  yizhi: '一直',
  chongzhi: '充值',
  daozhang: '到账',
  daokuan: '到款',
  denglu: '登录',
  dongjie: '冻结',
  fengkong: '风控',
  fukuan: '付款',
  huilv: '汇率',
  koufei: '扣费',
  koukuan: '扣款',
  mima: '密码',
  qianbao: '钱包',
  renzheng: '认证',
  shenfenzheng: '身份证',
  shibai: '失败',
  shiming: '实名',
  shoudao: '收到',
  shouxufei: '手续费',
  tikuan: '提款',
  tixian: '提现',
  tuikuan: '退款',
  yanzhengma: '验证码',
  yinhangka: '银行卡',
  zhanghao: '账号',
  zhanghu: '账户',
  zhifu: '支付',
  zhuanzhang: '转账',
  chongfu: '重复',
  kehu: '客户',
  kefu: '客服',
  jiaoyi: '交易',
  jine: '金额',
  yue: '余额',
  duifang: '对方',
  weishenme: '为什么',
  zenmeban: '怎么办',
  shoubudao: '收不到',
  dengbushang: '登不上',
  meidao: '没到',
  beipian: '被骗',
  beidao: '被盗',
  zhuancuo: '转错',
  dingdan: '订单',
  shangjia: '商家',
  pengyou: '朋友',
  saoma: '扫码',
  wangji: '忘记',
  tongguo: '通过',
  shoufei: '收费',
  xianzhi: '限制',
  pianzi: '骗子',
};

/** Syllables between them; many are English words or parts of names too, so they show nothing by themselves. */
const SYLLABLES: Record<string, string> = {
  bei: '被',
  bu: '不',
  chong: '充',
  chu: '出',
  ci: '次',
  cuo: '错',
  dao: '到',
  de: '的',
  deng: '登',
  dui: '对',
  feng: '封',
  fu: '付',
  gei: '给',
  hai: '还',
  jin: '进',
  kou: '扣',
  kuan: '款',
  lai: '来',
  le: '了',
  liang: '两',
  liao: '了',
  ma: '吗',
  mei: '没',
  pian: '骗',
  qian: '钱',
  qu: '去',
  ren: '人',
  san: '三',
  santian: '三天',
  shang: '上',
  shi: '是',
  shou: '收',
  shouji: '手机',
  tai: '太',
  gao: '高',
  ti: '提',
  tian: '天',
  tui: '退',
  wo: '我',
  you: '有',
  meiyou: '没有',
  zenme: '怎么',
  ban: '办',
  zhang: '账',
  zhuan: '转',
};

/** So much of the sentence must be known, and without a telling word all of it. */
const MOSTLY = 0.6;
/** The most syllables that are written apart and make one word. */
const LONGEST = 4;

/** The sentence in Chinese characters where it is pinyin without tones; else as it is. */
export function fromPinyin(text: string): string {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const read: string[] = [];
  let known = 0;
  let telling = false;
  for (let at = 0; at < words.length; ) {
    const [length, meant, tells] = wordAt(words, at);
    read.push(meant ?? words[at]!);
    if (meant !== null) known += length;
    telling ||= tells;
    at += length;
  }
  const share = known / words.length;
  const isPinyin = telling ? share >= MOSTLY : share === 1 && words.length > 2;
  return isPinyin ? read.join('') : text;
}

/** The longest word that begins there: how many parts it has, what it means, and whether it is one that only pinyin has. */
function wordAt(words: readonly string[], at: number): [length: number, meant: string | null, telling: boolean] {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
    const word = words.slice(at, at + length).join('');
    if (Object.hasOwn(TELLING, word)) return [length, TELLING[word]!, true];
  }
  const word = words[at]!;
  return [1, Object.hasOwn(SYLLABLES, word) ? SYLLABLES[word]! : null, false];
}
