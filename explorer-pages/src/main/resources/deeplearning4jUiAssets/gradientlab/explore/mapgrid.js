/** The grid of the map of trainability: which net stands where, in which colour. */

/** Powers of ten at which the colours end. */
export const REACH = 8;

/**
 * @typedef {{weightStd: number, depth: number, deltaRatio: number, signal: number}} Cell
 *
 * The measured cell nearest to each place of the grid: coarse levels fill the gaps until finer ones are there.
 * @param {Cell[]} cells
 * @param {{depths: number[], weightStds: number[]}} grid
 * @returns {(Cell|null)[][]} by depth, then by weight std
 */
export function nearestCells(cells, {depths, weightStds}) {
  const placed = cells.map(cell => ({cell, i: nearest(weightStds, cell.weightStd), j: nearest(depths, cell.depth)}));
  const at = new Map(placed.map(one => [`${one.i} ${one.j}`, one.cell]));
  return depths.map((_, j) =>
    weightStds.map((__, i) => {
      if (at.has(`${i} ${j}`)) return at.get(`${i} ${j}`);
      let [best, least] = [null, Infinity];
      for (const one of placed) {
        const distance = (one.i - i) ** 2 + (one.j - j) ** 2;
        if (distance < least) [best, least] = [one.cell, distance];
      }
      return best;
    }),
  );
}

/** The index of the value nearest to one, by ratio. */
export const nearest = (values, wanted) =>
  values.reduce(
    (best, value, i) => (Math.abs(Math.log(value / wanted)) < Math.abs(Math.log(values[best] / wanted)) ? i : best),
    0,
  );

const LIGHT = {paper: [250, 250, 246], low: [0, 60, 110], high: [160, 60, 0], none: [200, 200, 200]};
const DARK = {paper: [245, 240, 210], low: [20, 50, 100], high: [140, 45, 10], none: [70, 70, 70]};

/** White where nothing changes, blue where it shrinks, orange where it grows; grey where it is 0 or not finite. */
export function ratioColour(ratio, dark) {
  const map = dark ? DARK : LIGHT;
  if (!(ratio > 0) || !Number.isFinite(ratio)) return map.none;
  const exponent = Math.max(-REACH, Math.min(REACH, Math.log10(ratio))) / REACH;
  const share = Math.abs(exponent) ** 0.6;
  const end = exponent < 0 ? map.low : map.high;
  return map.paper.map((c, k) => Math.round(c + (end[k] - c) * share));
}

/** Pale where a value is the lowest of a map, deep where it is the highest; grey where it is not finite. */
export function valueColour(value, low, high, dark) {
  const map = dark ? DARK : LIGHT;
  if (!Number.isFinite(value)) return map.none;
  const share = high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0.5;
  return map.paper.map((c, k) => Math.round(c + (map.low[k] - c) * share));
}

/** The grid on which some cells lie. */
export const gridOf = cells => ({
  depths: ascending(cells.map(cell => cell.depth)),
  weightStds: ascending(cells.map(cell => cell.weightStd)),
});

const ascending = values => [...new Set(values)].sort((a, b) => a - b);

/** Values in equal steps of their place in the list, between the places by ratio. */
export function gridScale(values) {
  const n = values.length;
  const at = v => {
    if (n === 1) return 0.5;
    let i = values.findIndex(other => other >= v) - 1;
    if (i === -2) i = n - 2;
    i = Math.max(0, Math.min(n - 2, i));
    return (i + 0.5 + Math.log(v / values[i]) / Math.log(values[i + 1] / values[i])) / n;
  };
  return {at};
}
