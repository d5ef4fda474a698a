/** Curves over iterations: any number of sources with iterations of their own on one axis. */
import {number} from '../numbers.js';
import {seriesColour, seriesDash} from '../theme.js';
import {say} from '../words.js';
import {evenAxis, placeText, readAt} from './across.js';
import {axisBottom, axisLeft, line, outline, scaleTicks} from './axes.js';
import {drawLevels, drawNames} from './beside.js';
import {within} from './heatmap.js';
import {iterationAxis} from './iterations.js';
import {linear, log} from './scales.js';
import {smoothed} from './smooth.js';

/** Pixels of a letter, about. */
const LETTER = 7;

/**
 * @typedef {{name: string, look: number, iterations: number[], values: number[], thin?: boolean}} Curve `thin`: accompanies another
 * @typedef {{value: number, look: number, text: string}} Level a line to be held against the curves of its look
 *
 * @param {Curve[]} curves a value that is not finite is a gap, with a cross on the upper edge
 * @param {{width: number, height?: number, kind: 'linear'|'log', logarithmic: boolean, title: string, zero?: boolean,
 *          format?: (v: number) => string, chosen?: () => number, pick?: (iteration: number) => void, smooth?: number,
 *          across?: string, levels?: Level[], named?: boolean, floor?: boolean, file?: string}} options `zero`: 0 is on the axis; `smooth`: the weight of {@link smoothed}, 0 for none;
 *     `across`: what the iterations of the curves are; `named`: names at the curves' ends; `floor`: 0, which has no place on a
 *     logarithmic axis, is an open triangle at its foot
 * @returns {import('./picture.js').Drawing|null} null without a point
 */
export function curves(
  curves,
  {
    width,
    height = 340,
    kind,
    logarithmic,
    title,
    zero = false,
    format = v => number(v, 4),
    chosen,
    pick,
    smooth = 0,
    across = 'iteration',
    levels = [],
    named = false,
    floor = false,
    file = 'curves',
  },
) {
  const iterations = [...new Set(curves.flatMap(curve => curve.iterations))].sort((a, b) => a - b);
  if (iterations.length === 0) return null;
  const box = {left: 76, top: 18, width: Math.max(200, width - 96), height: height - 64};
  const axis = across === 'iteration' ? iterationAxis(iterations, kind, box.width) : evenAxis(iterations, box.width, across);
  const drawable = v => Number.isFinite(v) && (!logarithmic || v > 0);
  const shown = [...curves.flatMap(curve => curve.values), ...levels.map(level => level.value)].filter(drawable);
  const vertical = scaleOf(shown, logarithmic, zero);
  const x = n => box.left + axis.place(n);
  const y = v => box.top + box.height * (1 - vertical.at(v));

  const draw = (g, theme) => {
    axisLeft(g, box, scaleTicks(vertical, box.height, 40, true), title, theme);
    axisBottom(g, box, axis.ticks(box.width / 80), say(`axis.${across}`), theme);
    if (zero) line(g, box.left, y(0), box.left + box.width, y(0), theme.faint, 1);
    outline(g, box, theme);
    drawLevels(g, box, levels, y, theme);
    curves.forEach(curve => drawCurve(g, curve));
    if (named) drawNames(g, box, curves.filter(curve => !curve.thin).map(ended), theme);
  };
  const trace = (g, at, values, look, width) => {
    g.lineWidth = width;
    g.setLineDash(seriesDash(look));
    g.beginPath();
    values.forEach((v, i) => drawable(v) && g[i > 0 && drawable(values[i - 1]) ? 'lineTo' : 'moveTo'](x(at[i]), y(v)));
    g.stroke();
    g.setLineDash([]);
  };
  /** Where a curve ends, as far as it can be drawn; as high as it stands beneath its name. */
  const ended = ({name, look, iterations: at, values}) => {
    const end = x(at[values.findLastIndex(drawable)]);
    const beneath = values.filter((v, i) => drawable(v) && x(at[i + 1] ?? at[i]) > end - LETTER * name.length);
    return {name, look, x: end, y: Math.min(...beneath.map(y))};
  };
  const drawCurve = (g, {iterations: at, values, look, thin = false}) => {
    g.strokeStyle = g.fillStyle = seriesColour(look);
    g.lineJoin = 'round';
    g.globalAlpha = smooth > 0 ? 0.35 : 1;
    trace(g, at, values, look, smooth > 0 || thin ? 1 : 2);
    g.globalAlpha = 1;
    if (thin) return;
    if (smooth > 0) trace(g, at, smoothed(values, smooth), look, 2.5);
    values.forEach((v, i) => {
      if (smooth > 0 && drawable(v)) return;
      const lonely = drawable(v) && !drawable(values[i - 1]) && !drawable(values[i + 1]);
      if (lonely || (at.length <= box.width / 16 && drawable(v)) || (drawable(v) && at[i] === 0)) dot(g, x(at[i]), y(v), 3);
      else if (!Number.isFinite(v)) cross(g, x(at[i]), box.top - 4 - (look % 2) * 5);
      else if (floor && v === 0 && values[i - 1] !== 0) foot(g, x(at[i]), box.top + box.height);
    });
  };

  const nearest = ({iterations: at}, n) =>
    at.reduce((best, other, i) => (Math.abs(other - n) < Math.abs(at[best] - n) ? i : best), 0);
  const hit = index => {
    const n = iterations[index];
    const values = curves
      .filter(curve => curve.iterations.length)
      .map(curve => {
        const i = nearest(curve, n);
        const apart = curve.iterations[i] === n ? '' : ` ${say('read.at', {n: placeText(across, curve.iterations[i])})}`;
        return `${curve.name} ${format(curve.values[i])}${apart}`;
      });
    return {index, text: readAt(across, n, values.join('; '))};
  };
  const probe = (px, py) => {
    if (px < box.left - 6 || px > box.left + box.width + 6 || py > box.top + box.height + 20) return null;
    return hit(iterations.reduce((best, n, i) => (Math.abs(x(n) - px) < Math.abs(x(iterations[best]) - px) ? i : best), 0));
  };
  const overlay = (g, theme, at) => {
    if (chosen && iterations.includes(chosen()))
      line(g, x(chosen()), box.top - 6, x(chosen()), box.top + box.height, theme.mark, 2);
    if (!at) return;
    const n = iterations[at.index];
    line(g, x(n), box.top, x(n), box.top + box.height, theme.ink, 1, [2, 2]);
    for (const curve of curves) {
      const i = nearest(curve, n);
      g.fillStyle = seriesColour(curve.look);
      if (drawable(curve.values[i])) dot(g, x(curve.iterations[i]), y(curve.values[i]), 5);
    }
  };
  const step = (at, dx) => hit(at === null ? 0 : within(at.index + dx, iterations.length));
  return {
    width: box.left + box.width + 20,
    height,
    across: box,
    draw,
    probe,
    overlay,
    step,
    pick: pick && (at => pick(iterations[at.index])),
    file,
    csv: () => [[across, ...curves.map(curve => curve.name)], rowsOf(curves, iterations)],
  };
}

/** The values of all curves at each iteration of any of them. */
function rowsOf(curves, iterations) {
  const maps = curves.map(({iterations: at, values}) => new Map(at.map((n, i) => [n, values[i]])));
  return iterations.map(n => [n, ...maps.map(map => map.get(n))]);
}

function scaleOf(values, logarithmic, zero) {
  const ends = zero ? [...values, 0] : values;
  if (ends.length === 0) return linear(0, 1);
  const [low, high] = [ends.reduce((a, b) => Math.min(a, b)), ends.reduce((a, b) => Math.max(a, b))];
  if (logarithmic) return log(low / 1.2, high * 1.2);
  const margin = 0.06 * (high - low);
  return linear(low - margin, high + margin);
}

function dot(g, x, y, radius) {
  g.beginPath();
  g.arc(x, y, radius, 0, 7);
  g.fill();
}

function foot(g, x, y) {
  g.lineWidth = 1.5;
  g.beginPath();
  g.moveTo(x - 4, y - 8);
  g.lineTo(x + 4, y - 8);
  g.lineTo(x, y - 1);
  g.lineTo(x - 4, y - 8);
  g.stroke();
}

function cross(g, x, y) {
  g.beginPath();
  for (const [dx, dy] of [
    [2, 2],
    [2, -2],
  ]) {
    g.moveTo(x - dx, y - dy);
    g.lineTo(x + dx, y + dy);
  }
  g.lineWidth = 1;
  g.stroke();
}
