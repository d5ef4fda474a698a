/** One histogram in its own bins. */
import {say} from '../words.js';
import {finiteCount, support, totalCount} from './rebin.js';
import {linear, symmetricLog} from './scales.js';
import {steps} from './steps.js';

/**
 * @param {import('./rebin.js').Histogram} h
 * @param {{width: number, symmetric: boolean, logarithmic: boolean, title: string}} options
 * @returns {import('./picture.js').Drawing|null} null without a finite value
 */
export function snapshotDrawing(h, {width, symmetric, logarithmic, title}) {
  if (finiteCount(h) === 0) return null;
  const [low, high] = support(h);
  const edges = h.counts.map((_, i) => h.low + (i * (h.high - h.low)) / h.counts.length).concat(h.high);
  const far = Math.max(-h.low, h.high);
  const scale = symmetric && low < high ? symmetricLog(h.low, h.high, Math.max(h.std / 10, far / 1e6)) : linear(h.low, h.high);
  const layer = {name: '', note: '', look: 0, counts: h.counts, shares: h.counts.map(n => n / totalCount(h))};
  return steps([layer], {
    width,
    edges,
    scale,
    symmetric: symmetric && low < high,
    logarithmic,
    title,
    unit: say('axis.share'),
    filled: true,
  });
}
