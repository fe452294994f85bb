// The words of Chinese bills: what a status means for the money, what kind of move it is, which account pays.
import { DEFAULT_ACCOUNT, type NoteStatus, type NoteType } from '../ledger/note.ts';

/**
 * The status of a row by its words, or null where they are not known. Money that waits for the other side has left a
 * payer (`sign` −1) and has not reached a payee; a trade that waits for the payment itself has moved nothing.
 */
export function billStatus(text: string, sign: number): NoteStatus | null {
  if (/失败|未成功|拒绝/.test(text)) return 'failed';
  if (/关闭|取消|撤销|作废/.test(text)) return 'cancelled';
  if (/冻结|解冻|预授权/.test(text)) return 'pending';
  if (/(?:待|等待)(?:你|您|我|买家|对方|用户)?(?:付款|支付|还款)|未付款|未支付/.test(text)) return 'pending';
  if (DONE.test(text)) return 'completed';
  if (/待|已发货|未收|未领/.test(text)) return sign < 0 ? 'completed' : 'pending';
  if (/中$|发起|申请|受理|处理/.test(text)) return 'pending';
  return null;
}

const DONE =
  /成功|完成|完结|全额退款|已退款|已退还|部分退款|已(?:转账|收钱|收款|收货|存入|转入|转出|到账|入账|支付|付款|支出|收入|还款|领取|结算)|朋友已收|^退款$/;

const POT = /余额宝|余利宝|零钱通|小金库|理财通|小荷包/;

/** Names of the balance itself, which is the main account; an empty cell names nothing else either. */
const MAIN =
  /^(?:|账户余额|余额|余额支付|支付宝|支付宝余额|支付宝账户|零钱|微信零钱|钱包余额|钱包|京东余额|京东钱包余额)$/;

const DISCOUNT = /红包|立减|优惠|券|积分|抵扣|满减|折扣|随机减|补贴|返现|奖励金|碰一下|集分宝|京豆|E卡|活动/;

/**
 * The account that a payment method names: the wallet's balance is the main one; a pot such as 余额宝, a card or a bank
 * stands for itself. Discounts beside it (`余额&红包`) are left out; two real sources stay together, because the bill
 * does not say how much came from each.
 */
export function accountOf(method: string): string {
  const parts = method.split(/[&＆]/).map((part) => part.trim());
  const sources = parts.filter((part) => part !== '' && !DISCOUNT.test(part));
  const named = sources.length > 0 ? sources.join('&') : (parts[0] ?? '');
  return MAIN.test(named) ? DEFAULT_ACCOUNT : named;
}

/** The type of a row whose direction is known, by its words. */
export function typeOf(sign: number, words: string): NoteType {
  if (sign > 0) {
    if (/退款|退货|退回|退还/.test(words)) return 'refund';
    return /充值|入金|银行转证券/.test(words) ? 'topup' : 'transfer-in';
  }
  if (/提现|取现|取款|证券转银行/.test(words)) return 'withdrawal';
  if (/手续费|服务费|^收费|\|收费|年费|工本费|短信费/.test(words)) return 'fee';
  return /转账|转出|红包|汇款|还款|赞赏|群收款|代付|转入/.test(words) ? 'transfer-out' : 'payment';
}

export interface OwnMove {
  sign: 1 | -1;
  type: NoteType;
  account: string;
  /** The other account of the move, where its words name one. */
  other: string;
  /** Money that is only held moves nothing yet. */
  held: boolean;
}

/**
 * A row outside income and expense (不计收支, 中性交易), by its words: where the money went between the user's own
 * accounts. A move that touches the wallet's balance is told from that side. Null where the words do not say.
 */
export function ownMove(words: string, method: string): OwnMove | null {
  const payer = accountOf(method);
  const pot = POT.exec(words)?.[0] ?? '';
  const move = (sign: 1 | -1, type: NoteType, account: string, other = ''): OwnMove => {
    return { sign, type, account, other: other === account ? '' : other, held: false };
  };
  if (/押金|预授权|冻结|解冻|免押/.test(words)) {
    const back = /解冻|退/.test(words);
    return { ...(back ? move(1, 'refund', payer) : move(-1, 'payment', payer)), held: true };
  }
  if (/转换[至到为]/.test(words)) return null;
  if (/卖出|赎回/.test(words)) return move(1, 'transfer-in', /至(?:余额宝|零钱通)/.test(words) ? pot : payer);
  if (/买入|购买|申购|认购|定投|加仓/.test(words)) return move(-1, 'transfer-out', payer, pot);
  if (/收益|结息|利息/.test(words)) return move(1, 'transfer-in', payer === DEFAULT_ACCOUNT && pot ? pot : payer);
  if (/转出-?到?-?(?:账户)?(?:零钱|余额)(?![通宝])/.test(words)) return move(1, 'transfer-in', DEFAULT_ACCOUNT, pot);
  if (/转出/.test(words)) return move(-1, 'transfer-out', pot || payer);
  if (/提现/.test(words)) return move(-1, 'withdrawal', pot || DEFAULT_ACCOUNT);
  if (/转入|存入|收款到/.test(words)) return moveIn(words, method, pot, move);
  if (/充值/.test(words))
    return payer === DEFAULT_ACCOUNT && method !== '' ? null : move(1, 'topup', DEFAULT_ACCOUNT, payer);
  if (/还款|还信用卡/.test(words)) return move(-1, 'transfer-out', payer);
  return /放款|借款到账/.test(words) ? move(1, 'transfer-in', payer) : null;
}

function moveIn(
  words: string,
  method: string,
  pot: string,
  move: (sign: 1 | -1, type: NoteType, account: string, other?: string) => OwnMove,
): OwnMove | null {
  const payer = accountOf(method);
  const ownBalance = method !== '' && payer === DEFAULT_ACCOUNT;
  if (!pot) return ownBalance ? null : move(1, 'transfer-in', DEFAULT_ACCOUNT, payer);
  if (ownBalance || /来自-?(?:账户)?(?:零钱|余额)(?![通宝])/.test(words))
    return move(-1, 'transfer-out', DEFAULT_ACCOUNT, pot);
  return move(1, 'transfer-in', pot, payer === DEFAULT_ACCOUNT ? '' : payer);
}
