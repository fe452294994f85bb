// The one exit of a report: what is put into its HTML is cleaned and escaped here, and nowhere else.
import { recordedText } from '../ledger/recorded.ts';

/** Text that is HTML already, because `html` made it. */
export class Markup {
  readonly text: string;

  /** Only for this file and for constants of the program. */
  constructor(text: string) {
    this.text = text;
  }
}

export type Content = string | number | Markup | null | false | readonly Content[];

/** Marks that turn the direction of what follows, and invisible characters that hide text; joiners stay for emoji. */
const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** HTML whose every value is escaped: as text of an element, or in an attribute between double quotes. */
export function html(parts: TemplateStringsArray, ...values: Content[]): Markup {
  return new Markup(parts.map((part, i) => (i === 0 ? part : written(values[i - 1]!) + part)).join(''));
}

function written(value: Content): string {
  if (value === null || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? escaped(value) : value.map(written).join('');
}

/** One line without escape sequences, control characters and direction marks, in which no sign means anything to HTML. */
export function escaped(text: string): string {
  const [lead] = /^ ?/.exec(text)!;
  const tail = text.trim() !== '' && text.endsWith(' ') ? ' ' : '';
  const clean = recordedText(text).replace(INVISIBLE, '');
  return `${lead}${clean}${tail}`.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}
