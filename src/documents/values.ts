// What the values in the documents look like: exact amounts, instants and days as text.

/**
 * An exact decimal, as many digits as it has; negative where money went out.
 * @pattern ^-?[0-9]+(\.[0-9]+)?$
 */
export type Amount = string;

/**
 * ISO 8601 with its offset, or with Z.
 * @pattern ^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})$
 */
export type Instant = string;

/**
 * A day, ISO 8601.
 * @pattern ^[0-9]{4}-[0-9]{2}-[0-9]{2}$
 */
export type Day = string;
