/** Smoothing of curves. */

/**
 * The exponential moving average of values, divided by the sum of its weights, so that it does not begin at 0 (as Adam's
 * averages: Kingma and Ba 2015, section 3). A value that is not finite stays as it is and is left out of the average.
 * @param {number[]} values
 * @param {number} weight of all values before, 0 for none and below 1
 */
export function smoothed(values, weight) {
  let sum = 0;
  let weights = 0;
  return values.map(value => {
    if (!Number.isFinite(value)) return value;
    sum = weight * sum + (1 - weight) * value;
    weights = weight * weights + (1 - weight);
    return sum / weights;
  });
}
