// Learns weights: a linear model of probabilities (multinomial logistic regression, L2) by L-BFGS. The same rows give the same weights.

/**
 * @param {{ features: Map<number, number>, label: number, weight: number }[]} rows
 * @param {{ buckets: number, classes: number, penalty: number, rounds?: number }} options
 * @returns {{ weights: Float64Array, bias: Float64Array }} a row of `classes` weights for each bucket
 */
export function learn(rows, { buckets, classes, penalty, rounds = 80 }) {
  const rarity = rarities(rows, buckets);
  const table = packed(rows, rarity);
  const size = (buckets + 1) * classes;
  let at = new Float64Array(size);
  let slope = new Float64Array(size);
  let value = cost(table, at, slope, buckets, classes, penalty);
  const enough = 1e-3 * length(slope);
  const steps = [];
  for (let round = 0; round < rounds && length(slope) > enough; round++) {
    const direction = descent(slope, steps);
    const downhill = dot(slope, direction);
    let next;
    let nextSlope;
    let nextValue;
    for (let stride = 1; ; stride /= 2) {
      next = at.map((x, i) => x + stride * direction[i]);
      nextSlope = new Float64Array(size);
      nextValue = cost(table, next, nextSlope, buckets, classes, penalty);
      if (nextValue <= value + 1e-4 * stride * downhill || stride < 1e-6) break;
    }
    const moved = next.map((x, i) => x - at[i]);
    const turned = nextSlope.map((x, i) => x - slope[i]);
    if (dot(moved, turned) > 1e-10) steps.push({ moved, turned, product: dot(moved, turned) });
    if (steps.length > 8) steps.shift();
    [at, slope, value] = [next, nextSlope, nextValue];
  }
  const weights = at.slice(0, buckets * classes).map((weight, i) => weight * rarity[Math.floor(i / classes)]);
  return { weights, bias: at.slice(buckets * classes) };
}

/** How rare each bucket is: what few sentences have tells more. */
function rarities(rows, buckets) {
  const counts = new Float64Array(buckets);
  for (const { features } of rows) for (const bucket of features.keys()) counts[bucket]++;
  return counts.map((count) => (count ? Math.log((rows.length + 1) / (count + 1)) + 1 : 0));
}

function packed(rows, rarity) {
  const starts = [0];
  const places = [];
  const values = [];
  for (const { features } of rows) {
    for (const [bucket, value] of features) {
      places.push(bucket);
      values.push(value * rarity[bucket]);
    }
    starts.push(places.length);
  }
  return {
    starts: Int32Array.from(starts),
    places: Int32Array.from(places),
    values: Float64Array.from(values),
    labels: Int32Array.from(rows, ({ label }) => label),
    counts: Float64Array.from(rows, ({ weight }) => weight),
  };
}

/** The cost of these weights, with its slope written into `slope`. */
function cost({ starts, places, values, labels, counts }, at, slope, buckets, classes, penalty) {
  const bias = buckets * classes;
  const scores = new Float64Array(classes);
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    for (let k = 0; k < classes; k++) scores[k] = at[bias + k];
    for (let j = starts[i]; j < starts[i + 1]; j++) {
      const row = places[j] * classes;
      const value = values[j];
      for (let k = 0; k < classes; k++) scores[k] += value * at[row + k];
    }
    let best = scores[0];
    for (let k = 1; k < classes; k++) if (scores[k] > best) best = scores[k];
    let whole = 0;
    for (let k = 0; k < classes; k++) {
      scores[k] = Math.exp(scores[k] - best);
      whole += scores[k];
    }
    sum -= counts[i] * Math.log(scores[labels[i]] / whole + 1e-12);
    for (let k = 0; k < classes; k++) scores[k] = counts[i] * (scores[k] / whole - (k === labels[i] ? 1 : 0));
    for (let j = starts[i]; j < starts[i + 1]; j++) {
      const row = places[j] * classes;
      const value = values[j];
      for (let k = 0; k < classes; k++) slope[row + k] += value * scores[k];
    }
    for (let k = 0; k < classes; k++) slope[bias + k] += scores[k];
  }
  for (let i = 0; i < at.length; i++) {
    sum += (penalty / 2) * at[i] * at[i];
    slope[i] += penalty * at[i];
  }
  return sum;
}

/** The way down, as the last steps bend it. */
function descent(slope, steps) {
  const stride = steps.length === 0 ? 10 / Math.max(1, length(slope)) : 1;
  const direction = slope.map((x) => -x * stride);
  if (steps.length === 0) return direction;
  const shares = [];
  for (const { moved, turned, product } of steps.toReversed()) {
    const share = dot(moved, direction) / product;
    shares.unshift(share);
    for (let i = 0; i < direction.length; i++) direction[i] -= share * turned[i];
  }
  const { turned, product } = steps.at(-1);
  const scale = product / dot(turned, turned);
  for (let i = 0; i < direction.length; i++) direction[i] *= scale;
  for (const [n, step] of steps.entries()) {
    const back = shares[n] - dot(step.turned, direction) / step.product;
    for (let i = 0; i < direction.length; i++) direction[i] += back * step.moved[i];
  }
  return direction;
}

function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

const length = (vector) => Math.sqrt(dot(vector, vector));
