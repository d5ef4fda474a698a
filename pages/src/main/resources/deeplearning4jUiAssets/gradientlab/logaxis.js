/** Logarithmic axes of charts. (uPlot's own ticks end at 10⁻¹⁶: below, it would add them without end.) */

/** Powers of ten between which there are lines for 2 to 9 times each. */
const FEW = 2;

/** Pixels of a line of text. */
const LINE = 15;

/** Whole decades around positive bounds; one decade where there is nothing to show. */
export function logRange(low, high) {
  if (!(low > 0) || !(high > 0)) return [0.1, 1];
  const from = Math.floor(Math.log10(low));
  return [10 ** from, 10 ** Math.max(from + 1, Math.ceil(Math.log10(high)))];
}

/** The powers of ten between two values, as many as there is room for; where they are few, 2 to 9 times each as well. */
export function logSplits(low, high, height) {
  const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  const step = Math.max(1, Math.ceil(((last - first + 1) * LINE) / height));
  const between = last - first <= FEW ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : [1];
  const splits = [];
  for (let n = first - 1; n <= last; n++) if (n % step === 0) splits.push(...between.map(factor => Number(`${factor}e${n}`)));
  return splits.filter(v => v >= low * (1 - 1e-9) && v <= high * (1 + 1e-9));
}

/** The exponent of a power of ten; null of other numbers. */
export function exponent(v) {
  const n = Math.round(Math.log10(v));
  return Math.abs(Math.log10(v) - n) < 1e-9 ? n : null;
}
