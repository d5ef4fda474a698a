/**
 * Histograms with edges of their own, on common bins: each count is handed over by the share of its bin that lies in
 * the common one, so that no value is lost or made.
 *
 * @typedef {{iteration: number, low: number, high: number, counts: number[], below: number, above: number, nan: number,
 *            positiveInfinity: number, negativeInfinity: number, mean: number, std: number}} Histogram
 * @typedef {{iteration: number, counts: Float64Array, finite: number, total: number, single: boolean, source: Histogram}} Row
 */

const sum = values => values.reduce((a, b) => a + b, 0);

/** Finite values of a histogram. */
export const finiteCount = h => sum(h.counts) + h.below + h.above;

/** All values: finite or not. */
export const totalCount = h => finiteCount(h) + h.nan + h.positiveInfinity + h.negativeInfinity;

/**
 * From the least to the greatest finite value; [NaN, NaN] without one. Values that are all the same are served in a
 * range widened around them: they have no width.
 */
export function support(h) {
  if (sum(h.counts) === 0) return [NaN, NaN];
  return isSingle(h) ? [h.mean, h.mean] : [h.low, h.high];
}

/**
 * Whether all finite values are the same: a range from the least to the greatest value has both in bins of their own
 * otherwise. (The standard deviation says so only up to rounding.)
 */
const isSingle = h => (h.counts.length > 1 ? h.counts.filter(n => n > 0).length === 1 : h.std === 0) && Number.isFinite(h.mean);

/** The range of all, [0, 0] without a finite value, and the widths that decide whether a linear axis can show it. */
export function rangeOf(histograms) {
  const spans = histograms.map(support).filter(([low]) => !Number.isNaN(low));
  return spans.length ? [Math.min(...spans.map(s => s[0])), Math.max(...spans.map(s => s[1]))] : [0, 0];
}

/** Least and greatest standard deviation above 0; [NaN, NaN] without one. */
export function spreadOf(histograms) {
  const spreads = histograms
    .filter(h => !isSingle(h))
    .map(h => h.std)
    .filter(s => s > 0 && Number.isFinite(s));
  return spreads.length ? [Math.min(...spreads), Math.max(...spreads)] : [NaN, NaN];
}

/** Edges of n common bins that are equally wide on the scale. */
export function edgesOn(scale, n) {
  return Float64Array.from({length: n + 1}, (_, i) => (i === 0 ? scale.min : i === n ? scale.max : scale.value(i / n)));
}

/** @returns {Row} one histogram on common bins; what lies outside of them goes to the first and last. */
export function rebin(h, edges) {
  const counts = new Float64Array(edges.length - 1);
  const width = (h.high - h.low) / h.counts.length;
  if (isSingle(h)) counts[binOf(edges, h.mean)] += sum(h.counts);
  else h.counts.forEach((n, i) => n && spread(counts, edges, h.low + i * width, h.low + (i + 1) * width, n));
  if (h.below) counts[0] += h.below;
  if (h.above) counts[counts.length - 1] += h.above;
  return {iteration: h.iteration, counts, finite: finiteCount(h), total: totalCount(h), single: isSingle(h), source: h};
}

/** Hands n values, even between low and high, to the bins they overlap. */
function spread(counts, edges, low, high, n) {
  const first = binOf(edges, low);
  const last = binOf(edges, high);
  if (first === last || !(high > low)) {
    counts[first] += n;
    return;
  }
  let given = 0;
  for (let bin = first; bin < last; bin++) {
    const share =
      (n * Math.max(0, Math.min(edges[bin + 1], high) - Math.max(bin === first ? low : edges[bin], low))) / (high - low);
    counts[bin] += share;
    given += share;
  }
  counts[last] += n - given;
}

/** The bin that holds a value; the first or last for values outside. */
export function binOf(edges, value) {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
