// What a typed answer comes to: as it stands, or with full-width digits and letters as ASCII where only so it will do.
import type { Messages } from '../messages/index.ts';
import { plainForm } from './matching-choices.ts';

type Validate = (text: string) => string | null;

/** The value that is taken, or the sentence that says why none is. */
export function accepted(text: string, validate: Validate = () => null): { value: string } | { wrong: string } {
  const wrong = validate(text);
  if (wrong === null) return { value: text };
  // An input method leaves digits and letters full-width: ５００．００, ＣＮＹ, １０：３０.
  const narrow = text.normalize('NFKC');
  return narrow !== text && validate(narrow) === null ? { value: narrow } : { wrong };
}

/** Yes or no in either language, or their first letters; null for anything else. */
export function yesOrNo(text: string, { yes, no }: Pick<Messages['ask'], 'yes' | 'no'>): boolean | null {
  const form = plainForm(text);
  if ([plainForm(yes), 'y', 'yes', '是', '是的', '好', '对'].includes(form)) return true;
  return [plainForm(no), 'n', 'no', '否', '不', '不是', '不用'].includes(form) ? false : null;
}
