import {axisBottom, axisLeft, line, outline} from '../draw/axes.js';
import {css} from '../draw/colours.js';
import {within} from '../draw/heatmap.js';
import {log} from '../draw/scales.js';
import {number, percent} from '../numbers.js';
import {say} from './words.js';

/** The map of trainability: weight std to the right, depth downwards, colour for what is left of δ or of the signal. */

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
  return depths.map((_, j) =>
    weightStds.map((__, i) => {
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

/**
 * @param {{cells: Cell[], criticalWeightStd: number, depthScales: {weightStd: number, layers: number}[]}} known
 * @param {{width: number, grid: Object, of: 'deltaRatio'|'signal', here: {weightStd: number|null, depth: number}, pick: (cell: Cell) => void}} options
 * @returns {import('../draw/picture.js').Drawing|null}
 */
export function mapDrawing(known, {width, grid, of, here, pick}) {
  if (known.cells.length === 0) return null;
  const rows = nearestCells(known.cells, grid);
  const [columns, lines] = [grid.weightStds.length, grid.depths.length];
  const box = {left: 64, top: 16, width: Math.max(180, width - 80), height: Math.max(220, Math.min(380, lines * 26))};
  const scales = {x: gridScale(grid.weightStds), y: gridScale(grid.depths)};
  const x = v => box.left + box.width * scales.x.at(v);
  const y = v => box.top + box.height * scales.y.at(v);
  const edge = (from, size, i, n) => Math.round(from + (size * i) / n);

  const draw = (g, theme) => {
    rows.forEach((row, j) =>
      row.forEach((cell, i) => {
        const [left, right] = [edge(box.left, box.width, i, columns), edge(box.left, box.width, i + 1, columns)];
        const [top, bottom] = [edge(box.top, box.height, j, lines), edge(box.top, box.height, j + 1, lines)];
        g.fillStyle = css(ratioColour(cell[of], theme.dark));
        g.fillRect(left, top, right - left, bottom - top);
      }),
    );
    outline(g, box, theme);
    drawTheory(g);
    const ticks = log(grid.weightStds[0], grid.weightStds.at(-1)).ticks(6);
    axisBottom(
      g,
      box,
      ticks.map(({value, label}) => ({at: x(value) - box.left, label})),
      say('map.x'),
      theme,
      false,
    );
    axisLeft(
      g,
      box,
      grid.depths.map(depth => ({at: y(depth) - box.top, label: String(depth)})),
      say('map.y'),
      theme,
      false,
    );
  };
  const drawTheory = g => {
    g.save();
    g.beginPath();
    g.rect(box.left, box.top, box.width, box.height);
    g.clip();
    if (known.criticalWeightStd > 0)
      line(g, x(known.criticalWeightStd), box.top, x(known.criticalWeightStd), box.top + box.height, '#000', 2, [6, 4]);
    g.strokeStyle = '#000';
    g.lineWidth = 2;
    g.setLineDash([2, 3]);
    g.beginPath();
    let drawing = false;
    for (const {weightStd, layers} of known.depthScales) {
      const depth = layers * Math.LN10;
      const there = depth > 0 && Number.isFinite(depth);
      if (there) g[drawing ? 'lineTo' : 'moveTo'](x(weightStd), y(depth));
      drawing = there;
    }
    g.stroke();
    g.restore();
  };

  const hit = (i, j) => {
    const cell = rows[j][i];
    return {i, j, cell: {weightStd: grid.weightStds[i], depth: grid.depths[j]}, text: cellText(cell)};
  };
  const probe = (px, py) => {
    if (px < box.left || px > box.left + box.width || py < box.top || py > box.top + box.height) return null;
    return hit(
      within(Math.floor(((px - box.left) / box.width) * columns), columns),
      within(Math.floor(((py - box.top) / box.height) * lines), lines),
    );
  };
  const overlay = (g, theme, at) => {
    if (here.weightStd) ring(g, x(here.weightStd), y(here.depth));
    if (!at) return;
    const [left, top] = [edge(box.left, box.width, at.i, columns), edge(box.top, box.height, at.j, lines)];
    g.strokeStyle = theme.mark;
    g.lineWidth = 2;
    g.strokeRect(
      left,
      top,
      edge(box.left, box.width, at.i + 1, columns) - left,
      edge(box.top, box.height, at.j + 1, lines) - top,
    );
  };
  const step = (at, dx, dy) => {
    if (at) return hit(within(at.i + dx, columns), within(at.j + dy, lines));
    return hit(nearest(grid.weightStds, here.weightStd || 1), nearest(grid.depths, here.depth));
  };
  return {
    width: box.left + box.width + 16,
    height: box.top + box.height + 42,
    draw,
    probe,
    overlay,
    step,
    pick: at => pick(at.cell),
  };
}

/** Values in equal steps of their place in the list, between the places by ratio. */
function gridScale(values) {
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

function cellText({weightStd, depth, deltaRatio, signal}) {
  const share = ratio => (ratio >= 0.01 && ratio < 10 ? percent(ratio) : number(ratio));
  return say('map.cell', {weightStd: number(weightStd), depth, delta: share(deltaRatio), signal: share(signal)});
}

function ring(g, x, y) {
  for (const [colour, width] of [
    ['#000', 5],
    ['#fff', 2],
  ]) {
    g.strokeStyle = colour;
    g.lineWidth = width;
    g.beginPath();
    g.arc(x, y, 7, 0, 7);
    g.stroke();
  }
}
