/**
 * Iterations along a stretch of pixels: every snapshot has a stretch of its own that ends half-way to its neighbours.
 * Iteration 0 stands apart at the beginning, on every scale and however many follow, so that it never vanishes.
 *
 * @typedef {{size: number, from: number[], to: number[], middle: number[], apart: boolean, place: (iteration: number) => number,
 *            nearest: (pixel: number) => number, ticks: (most: number) => {at: number, label: string}[]}} IterationAxis
 */
import {whole} from '../numbers.js';
import {linear, log} from './scales.js';

const GAP = 5;

/**
 * @param {number[]} iterations ascending
 * @param {'linear'|'log'} kind
 * @param {number} size pixels
 * @param {number} zeroSize pixels of iteration 0
 * @returns {IterationAxis}
 */
export function iterationAxis(iterations, kind, size, zeroSize = 14) {
  const apart = iterations[0] === 0;
  const rest = apart ? iterations.slice(1) : iterations;
  if (apart && rest.length === 0) zeroSize = Math.min(size, 8 * zeroSize);
  const start = apart ? zeroSize + GAP : 0;
  const width = Math.max(1, size - start);
  const scale = rest.length ? scaleOf(rest, kind) : null;
  const pixel = u => start + u * width;
  const edges = rest.length ? edgesOf(rest, scale) : [];
  const from = [...(apart ? [0] : []), ...rest.map((_, i) => pixel(edges[i]))];
  const to = [...(apart ? [zeroSize] : []), ...rest.map((_, i) => pixel(edges[i + 1]))];
  const place = n => (n <= 0 && apart ? zeroSize / 2 : scale ? pixel(scale.at(n)) : zeroSize / 2);
  return {
    size,
    from,
    to,
    apart,
    place,
    middle: iterations.map(place),
    nearest: p => nearest(iterations, from, to, p),
    ticks: most => [
      ...(apart ? [{at: zeroSize / 2, label: '0'}] : []),
      ...(scale ? ticksOf(scale, rest, most) : [])
        .map(t => ({at: pixel(scale.at(t.value)), label: t.label}))
        .filter(t => !apart || t.at > start + 6),
    ],
  };
}

/** The scale from half a step before the first to half a step after the last, but no more than a twentieth of all. */
function scaleOf(rest, kind) {
  const to = kind === 'log' ? Math.log10 : v => v;
  const back = kind === 'log' ? t => 10 ** t : t => t;
  const [first, last] = [to(rest[0]), to(rest.at(-1))];
  const most = rest.length > 1 ? (last - first) / 20 : kind === 'log' ? 0.15 : 0.5;
  const [before, after] = rest.length > 1 ? [(to(rest[1]) - first) / 2, (last - to(rest.at(-2))) / 2] : [most, most];
  return (kind === 'log' ? log : linear)(back(first - Math.min(before, most)), back(last + Math.min(after, most)));
}

function edgesOf(rest, scale) {
  const at = rest.map(scale.at);
  return [0, ...at.slice(1).map((u, i) => (u + at[i]) / 2), 1];
}

function ticksOf(scale, rest, most) {
  const ticks = scale.ticks(most).filter(t => Number.isInteger(t.value));
  return ticks.length ? ticks.map(t => ({value: t.value, label: whole(t.value)})) : [{value: rest[0], label: whole(rest[0])}];
}

function nearest(iterations, from, to, pixel) {
  let best = 0;
  let distance = Infinity;
  for (let i = 0; i < iterations.length; i++) {
    const d = pixel < from[i] ? from[i] - pixel : pixel > to[i] ? pixel - to[i] : 0;
    if (d < distance) [best, distance] = [i, d];
  }
  return best;
}
