// Signs in words, for a voice: what a screen reader would skip or spell out is said, or left out where the words say it.
import type { Messages } from '../messages/index.ts';

/** `text` on its way to a terminal, without bullets, check marks, arrows, backticks and lines of box characters. */
export function spoken(text: string, words: Messages['ask']['spoken']): string {
  return text
    .replace(/^([ \t]*)(?:[✓✗×·•→]|\[ \]) +/gm, '$1')
    .replace(/(?<=[\d)）]) → (?=[-+\d(（])/g, words.to)
    .replace(/ ?→ ?/g, words.thence)
    .replace(/(?<=\d) × (?=\d)/g, words.times)
    .replace(/ · /g, words.comma)
    .replace(/[✓✗←↑↓] ?/g, '')
    .replaceAll('`', '')
    .replace(/[\u2500-\u257f]+/g, ' ');
}
