import {axisBottom, axisLeft, outline} from '../draw/axes.js';
import {css} from '../draw/colours.js';
import {within} from '../draw/heatmap.js';
import {log} from '../draw/scales.js';
import {number, percent} from '../numbers.js';
import {gridScale, nearest, nearestCells, ratioColour} from './mapgrid.js';
import {say} from './words.js';

/** A map: weight std to the right, depth downwards, colour for what was measured of a net, such as what is left of δ. */

/**
 * @param {{cells: import('./mapgrid.js').Cell[], criticalWeightStd: number, depthScales: {weightStd: number, layers: number}[]}} known
 * @param {{width: number, grid: Object, look: {colour: (cell: Object, dark: boolean) => number[], text: (cell: Object) => string},
 *   here: {weightStd: number|null, depth: number}, pick: (cell: Object) => void}} options
 * @returns {import('../draw/picture.js').Drawing|null}
 */
export function mapDrawing(known, {width, grid, look, here, pick}) {
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
        g.fillStyle = css(look.colour(cell, theme.dark));
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
    const critical = x(known.criticalWeightStd);
    const far = known.depthScales.map(({weightStd, layers}) => [x(weightStd), layers > 0 ? y(layers * Math.LN10) : NaN]);
    if (known.criticalWeightStd > 0)
      onLightAndDark(
        g,
        [
          [critical, box.top],
          [critical, box.top + box.height],
        ],
        [6, 4],
      );
    onLightAndDark(g, far, [2, 4]);
    g.restore();
  };

  const hit = (i, j) => {
    const cell = rows[j][i];
    return {i, j, cell: {weightStd: grid.weightStds[i], depth: grid.depths[j]}, text: look.text(cell)};
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
    across: box,
    height: box.top + box.height + 42,
    draw,
    probe,
    overlay,
    step,
    pick: at => pick(at.cell),
  };
}

/** A dashed line that is seen on every ground; points that are not finite are a gap. */
function onLightAndDark(g, points, dash) {
  for (const [colour, width, pattern] of [
    ['#fff', 4, []],
    ['#000', 2, dash],
  ]) {
    g.strokeStyle = colour;
    g.lineWidth = width;
    g.setLineDash(pattern);
    g.beginPath();
    points.forEach(([px, py], i) => {
      if (Number.isFinite(py)) g[Number.isFinite(points[i - 1]?.[1]) ? 'lineTo' : 'moveTo'](px, py);
    });
    g.stroke();
  }
}

/** How a map of fresh nets looks that shows what is left of δ, or of the signal. */
export const freshLook = of => ({colour: (cell, dark) => ratioColour(cell[of], dark), text: cellText});

function cellText({weightStd, depth, deltaRatio, signal}) {
  const share = ratio =>
    ratio < 1
      ? say('ratio.of', {ratio: ratio >= 0.01 ? percent(ratio) : number(ratio)})
      : say('ratio.times', {ratio: number(ratio)});
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
