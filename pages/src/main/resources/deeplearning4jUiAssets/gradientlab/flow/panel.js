import {svg} from '../dom.js';
import {beyond, cross, mark} from './marks.js';
import {place} from './scale.js';

/** Drawing a panel's values into the picture. */

/**
 * @typedef {Object} Frame where a panel is
 * @property {import('./quantities.js').Panel} panel
 * @property {number} top
 * @property {number} height
 * @property {[number, number]} bounds
 * @property {(column: number) => number} x a column's middle
 * @property {number} columnWidth
 */

/** Room for marks at the edges: above it also for what is not finite. */
const ABOVE = 9;
const BELOW = 4;

/** The height of a place on the axis. */
export function yOf({panel, top, height, bounds: [low, high]}, at) {
  const [above, below] = panel.scale === 'share' ? [0, 0] : [ABOVE, BELOW];
  return top + above + ((height - above - below) * (high - at)) / (high - low);
}

/** Everything a panel shows of its series. */
export function drawPanel(frame, series) {
  if (frame.panel.scale === 'share') return bars(frame, series);
  return [
    ...series.filter(one => one.line).map(one => line(frame, one)),
    ...series.flatMap(one => marks(frame, one)),
    ...crosses(frame, series),
  ];
}

function line(frame, {look, cells}) {
  const {panel, x} = frame;
  let pen = 'M';
  let path = '';
  cells.forEach((cell, i) => {
    if (!cell.exists) return;
    const at = place(panel, cell.value);
    if (Number.isFinite(at)) path += `${pen}${round(x(i))} ${round(yOf(frame, at))}`;
    pen = Number.isFinite(at) ? 'L' : 'M';
  });
  return svg('path', {class: `line look${look}`, d: path || 'M0 0'});
}

function marks(frame, {look, cells}) {
  const {panel, x, top, height, columnWidth} = frame;
  const r = Math.min(4.5, Math.max(2, columnWidth / 5));
  return cells
    .map((cell, i) => {
      const at = cell.exists ? place(panel, cell.value) : NaN;
      if (Number.isFinite(at)) return mark(look, round(x(i)), round(yOf(frame, at)), r);
      if (Number.isNaN(at)) return null;
      return beyond(look, round(x(i)), at > 0 ? top : top + height, at > 0);
    })
    .filter(Boolean);
}

function crosses({x, top, columnWidth}, series) {
  return series[0]
    ? series[0].cells
        .map((_, i) =>
          series.some(one => one.cells[i].bad > 0) ? cross(round(x(i)), top + 5, Math.min(4, columnWidth / 4)) : null,
        )
        .filter(Boolean)
    : [];
}

function bars(frame, series) {
  const {x, columnWidth} = frame;
  const width = Math.min(14, columnWidth / (series.length + 0.6));
  return series.flatMap((one, s) =>
    one.cells
      .map((cell, i) => {
        if (!cell.exists) return null;
        const y = yOf(frame, cell.value);
        const left = x(i) + (s - series.length / 2) * width;
        return svg('rect', {
          class: `bar look${one.look}`,
          x: round(left),
          y: round(y),
          width: round(width),
          height: round(Math.max(cell.value > 0 ? 1 : 0, yOf(frame, 0) - y)),
        });
      })
      .filter(Boolean),
  );
}

function round(x) {
  return Math.round(10 * x) / 10;
}
