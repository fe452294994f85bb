// Text as a note keeps it: what can be seen of it, on one line.

/** Terminal escape sequences: CSI (colours, cursor), OSC and other strings with their terminator, two-character ones. */
const ESCAPES =
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)|\x1b[ -/]*[0-Z\\^-~]/g;

const CONTROLS = /[\x00-\x1f\x7f-\x9f]/g;

/**
 * `text` without escape sequences and control characters; tabs and line breaks become one space, halves of characters
 * (lone surrogates) U+FFFD, and what is empty at the ends is cut off.
 */
export function recordedText(text: string): string {
  if (text === '') return text;
  if (/^(?:[!-~](?:[ -~]*[!-~])?)?$/.test(text)) return text;
  return withoutControls(text).trim();
}

/** The same with the spaces at its ends. */
export function withoutControls(text: string): string {
  return text
    .replace(ESCAPES, '')
    .replace(/[\t\r\n\u2028\u2029\x0b\x0c\x85]+/g, ' ')
    .replace(CONTROLS, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}
