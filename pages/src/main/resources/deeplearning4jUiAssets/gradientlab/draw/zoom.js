/**
 * A stretch of a drawing that fills its box: the drawing is made wider, and the box scrolls to the stretch.
 *
 * @typedef {{left: number, width: number}} Across the pixels between which the abscissa of a drawing lies
 * @typedef {[number, number]} Stretch shares of the abscissa, ascending
 */

/** A shorter way of the pointer is a click. */
export const SHORTEST = 6;
/** Browsers draw nothing on a canvas that is wider than 16,384 of the screen's pixels. */
const WIDEST = 16_000;

/**
 * The stretch between two places, whichever comes first.
 * @param {Across} across
 * @returns {Stretch|null} null where hardly anything lies between them
 */
export function stretchBetween({left, width}, from, to) {
  const [low, high] = [from, to].map(x => Math.min(1, Math.max(0, (x - left) / width))).sort((a, b) => a - b);
  return (high - low) * width < SHORTEST ? null : [low, high];
}

/**
 * How wide the drawing is in which the stretch fills the box, beside the axis left of the abscissa; never so wide that a
 * canvas could not hold it.
 * @param {Across} across of the drawing that fits the box
 * @param {number} full pixels of that drawing
 * @param {number} seen pixels of the box
 * @param {Stretch} stretch
 * @param {number} ratio pixels of the screen for one of the page
 */
export function magnified({left, width}, full, seen, [low, high], ratio = 1) {
  const margins = full - width;
  return Math.max(full, Math.min(WIDEST / ratio, (seen - left) / (high - low) + margins));
}

/** The stretch half or twice as long around the same middle; null for all of it. */
export function scaled([low, high], factor) {
  const half = ((high - low) / 2) * factor;
  const middle = Math.min(1 - half, Math.max(half, (low + high) / 2));
  return half >= 0.5 ? null : [middle - half, middle + half];
}
