// A whole number of some smallest unit: plain numbers while they are exact, bigints where they could overflow.
export type Count = number | bigint;

/** Sum of two counts of one kind: both numbers, or both bigints. */
export function plus(a: Count, b: Count): Count {
  return (a as number) + (b as number);
}

/** Difference of two counts of one kind. */
export function minus(a: Count, b: Count): Count {
  return (a as number) - (b as number);
}
