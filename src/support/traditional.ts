// Traditional signs as simplified ones, so that the words beside a secret (密碼, 驗證碼, 私鑰) are known in both scripts.

const TRADITIONAL =
  '碼驗證鑰詞記號錯誤設為換變時間訂單帳戶電話動態數後餘額簽過調輸連轉認種復備註寫給嗎訊簡權銀機覆敗顯報護優會員協議閱鏈請';
const SIMPLIFIED =
  '码验证钥词记号错误设为换变时间订单账户电话动态数后余额签过调输连转认种复备注写给吗讯简权银机复败显报护优会员协议阅链请';

const PLAIN = new Map([...TRADITIONAL].map((sign, place) => [sign, [...SIMPLIFIED][place]!]));
const ANY = new RegExp(`[${TRADITIONAL}]`, 'g');

/** The same text, sign for sign as long, in the simplified script as far as the words for secrets and their like need it. */
export function simplified(text: string): string {
  return text.replace(ANY, (sign) => PLAIN.get(sign)!);
}
