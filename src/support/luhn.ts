// The check digit of card numbers, and whether what was given as an amount is a card's number.

/** ISO/IEC 7812-1 annex B; a number of one digit repeated is nobody's card. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 && !/^(\d)\1*$/.test(digits);
}

/** As long as cards are, begun as the networks' numbers begin: no amount that a wallet shows. */
const CARD_LIKE = /^(?:[25]\d{15}|4\d{15}(?:\d{3})?|3[47]\d{13}|35\d{14}|6[0245]\d{14,17}|81\d{14,17}|9792\d{12})$/;

/** The digits of the card number that stands where an amount should (`4111111111111111`, also with `.00`), else null. */
export function cardInAmount(text: string): string | null {
  const digits = text
    .trim()
    .replace(/\.0{0,18}$/, '')
    .replace(/[\s,_+-]/g, '');
  return CARD_LIKE.test(digits) && passesLuhn(digits) ? digits : null;
}

/** `411111******1111`: the first six and last four digits, as receipts show them. */
export function maskedCard(digits: string): string {
  return `${digits.slice(0, 6)}${'*'.repeat(digits.length - 10)}${digits.slice(-4)}`;
}
