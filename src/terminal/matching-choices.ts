// Which choices of a list a typed text means: its number, its words or a part of them, whatever the width of the letters.
import type { SelectChoice } from './prompter.ts';

type Choice = Pick<SelectChoice<unknown>, 'label' | 'hint' | 'value'>;

/** As it is compared: full-width letters and digits as ASCII, lower case, one space between words. */
export function plainForm(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The places, from 0, of the choices that hold every word of `text`; all of them for an empty one. */
export function placesHolding(text: string, choices: readonly Choice[]): number[] {
  const words = plainForm(text).split(' ');
  const holds = (choice: string) => words.every((word) => plainForm(choice).includes(word));
  const all = choices.map((_, place) => place);
  const named = all.filter((place) => holds(choices[place]!.label));
  return named.length > 0
    ? named
    : all.filter((place) => holds(`${choices[place]!.label} ${choices[place]!.hint ?? ''}`));
}

/** The same for an answer that is typed as a whole: a number, the whole label or the value itself go before a part. */
export function placesMeant(text: string, choices: readonly Choice[]): number[] {
  const form = plainForm(text);
  if (/^\d+$/.test(form) && Number(form) >= 1 && Number(form) <= choices.length) return [Number(form) - 1];
  const exact = choices.findIndex(({ label, value }) => plainForm(label) === form || value === form);
  return exact >= 0 ? [exact] : form === '' ? [] : placesHolding(form, choices);
}
