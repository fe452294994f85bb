// Looks by meaning, never the only sign: what is said in colour is also said in words.

export interface Paint {
  heading(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
  /** What is read second. */
  quiet(text: string): string;
  /** Lines around a picture, which say nothing. */
  frame(text: string): string;
  command(text: string): string;
  /** A word that was looked for. */
  found(text: string): string;
}

const same = (text: string): string => text;

/** No colour at all; what every stream has until colour is asked for. */
export const plainPaint: Paint = {
  heading: same,
  good: same,
  bad: same,
  warn: same,
  quiet: same,
  frame: same,
  command: same,
  found: same,
};
