// Text cells that a spreadsheet would run as a formula are kept from it by an apostrophe, and read back without it.

const DANGEROUS = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

/** `=1+1` → `'=1+1`; text that a spreadsheet takes as text stays as it is. */
export function guardCell(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** The opposite of guardCell. */
export function unguardCell(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
