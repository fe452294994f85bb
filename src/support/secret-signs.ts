// What a text must hold before it can hold a secret of some kind. The patterns of secrets take milliseconds to be made, and most
// texts hold none of these signs: each lets everything through that its patterns could find, and much besides.

/** Each value that private-keys.ts finds: a header, a row of numbers, or 32 characters in a row. */
const PRIVATE_KEY = /[A-Za-z0-9+/=_-]{32}|PRIVATE KEY|\[\s*\d/;
/** Known keys and web tokens have 16 characters in a row, values beside a name 12; those of a header stand behind its word. */
const ACCESS_KEY = /[\w.~+/=-]{12}|bearer|authorization/i;
const CVV = /cv[vcn]|csc|card [sv]|security code|digit|figure|number|安全[码代]|验证值|背|卡后/i;
const EXPIRY = /exp|valid |good thru|效|到期|MM ?\/ ?YY/i;
const ONE_TIME_CODE = /码|动态|一次性|otp|one[- ]?time|code|pin|G-\d/i;
const PASSWORD = /密码|口令|pass|pw|psw|pin/i;

export function mayHoldPrivateKey(text: string): boolean {
  return PRIVATE_KEY.test(text);
}

export function mayHoldAccessKey(text: string): boolean {
  return ACCESS_KEY.test(text);
}

/** A security code told by its name; one behind a card's number needs none. */
export function mayNameCvv(text: string): boolean {
  return CVV.test(text);
}

/** An expiry date told by its name; one beside a card's number needs none. */
export function mayNameExpiry(text: string): boolean {
  return EXPIRY.test(text);
}

export function mayNameOneTimeCode(text: string): boolean {
  return ONE_TIME_CODE.test(text);
}

/** Passwords, PINs and passphrases alike. */
export function mayNamePassword(text: string): boolean {
  return PASSWORD.test(text);
}
