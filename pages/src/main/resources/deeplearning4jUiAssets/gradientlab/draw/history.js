/**
 * The histograms of one quantity over time, made ready to be drawn: rows on common bins, and how much a share weighs.
 *
 * @typedef {{rows: import('./rebin.js').Row[], edges: Float64Array, scale: import('./scales.js').Scale, symmetric: boolean,
 *            greatest: number, least: number, notFinite: {key: string, name: string}[], anyFinite: boolean, anySingle: boolean}} History
 */
import {number, percent, whole} from '../numbers.js';
import {say} from '../words.js';
import {edgesOn, rangeOf, rebin, spreadOf} from './rebin.js';
import {linear, symmetricLog} from './scales.js';

const BINS = 100;
const DECADES = 12;

/** The counters of values that are not finite, as the JSON names them. */
export const NOT_FINITE = [
  {key: 'positiveInfinity', name: '+∞'},
  {key: 'nan', name: 'NaN'},
  {key: 'negativeInfinity', name: '−∞'},
];

/** Whether the spread differs so much over time that equal steps would hide most of it. */
export function spansDecades(histograms) {
  const [least, greatest] = spreadOf(histograms);
  const [low, high] = rangeOf(histograms);
  return greatest / least > 30 || Math.max(-low, high) / least > 3000;
}

/** A value scale for all of the histograms. */
export function valueScale(histograms, symmetric) {
  const [low, high] = rangeOf(histograms);
  const [least] = spreadOf(histograms);
  const far = Math.max(-low, high);
  if (!symmetric || !(least > 0) || !(far > 0)) return linear(low, high);
  return symmetricLog(low, high, Math.max(least / 3, far / 10 ** DECADES));
}

/** @returns {History} */
export function historyOf(histograms, symmetric, bins = BINS) {
  const scale = valueScale(histograms, symmetric);
  const edges = edgesOn(scale, bins);
  const rows = histograms.map(h => rebin(h, edges));
  const wide = rows.filter(row => !row.single && row.finite > 0);
  const shares = (wide.length ? wide : rows).flatMap(row => (row.total ? [Math.max(...row.counts) / row.total] : []));
  const greatest = Math.max(1e-300, ...shares);
  const most = Math.max(1, ...rows.map(row => row.total));
  return {
    rows,
    edges,
    scale,
    symmetric,
    greatest,
    least: Math.min(greatest / 10, Math.max(1 / most, greatest / 1e5)),
    notFinite: NOT_FINITE.filter(({key}) => histograms.some(h => h[key] > 0)),
    anyFinite: rows.some(row => row.finite > 0),
    anySingle: rows.some(row => row.single),
  };
}

/** How much a share of the values weighs, 0 … 1; 0 only for none. */
export function weight(history, share, logarithmic) {
  if (!(share > 0)) return 0;
  if (!logarithmic) return Math.min(1, share / history.greatest);
  const {least, greatest} = history;
  return Math.min(1, Math.max(0.02, 0.02 + (0.98 * Math.log(share / least)) / Math.log(greatest / least)));
}

/** A bin of a snapshot in words. */
export function binText(history, rowIndex, bin) {
  const row = history.rows[rowIndex];
  const n = whole(row.iteration);
  if (row.total === 0) return say('read.noValues', {n});
  const text = say('read.bin', {
    n,
    low: number(history.edges[bin]),
    high: number(history.edges[bin + 1]),
    count: countText(row.counts[bin]),
    total: whole(row.total),
    share: percent(row.counts[bin] / row.total),
  });
  return `${text} ${aside(row)}`;
}

/** Every snapshot's own histogram, as numbers: columns and rows. */
export function historyTable({rows}) {
  const bins = Math.max(0, ...rows.map(({source}) => source.counts.length));
  const named = ['iteration', 'mean', 'std', 'low', 'high', 'below', 'above', 'nan', 'positiveInfinity', 'negativeInfinity'];
  return [
    [...named, ...Array.from({length: bins}, (_, i) => `bin ${i}`)],
    rows.map(({source}) => [...named.map(name => source[name]), ...source.counts]),
  ];
}

/** A counter of values that are not finite, in words. */
export function notFiniteText(history, rowIndex, {key, name}) {
  const row = history.rows[rowIndex];
  const count = row.source[key];
  return say('read.notFinite', {
    n: whole(row.iteration),
    name,
    count: whole(count),
    total: whole(row.total),
    share: percent(count / row.total),
  });
}

function aside(row) {
  const {mean, std} = row.source;
  if (row.finite === 0) return say('read.noneFinite');
  return row.single ? say('read.single', {mean: number(mean)}) : say('read.moments', {mean: number(mean), std: number(std)});
}

/** Counts are whole in the snapshot's own bins; on common bins they are shared out. */
export const countText = n =>
  n === 0 ? '0' : Number.isInteger(n) ? whole(n) : `≈ ${n >= 100 ? whole(Math.round(n)) : number(n, 2)}`;
