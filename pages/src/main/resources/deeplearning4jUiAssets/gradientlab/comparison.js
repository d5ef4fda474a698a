/** What two or more sessions are compared by, and how they differ. */
import {edgesOn, finiteCount, rebin, totalCount} from './draw/rebin.js';
import {spansDecades, valueScale} from './draw/history.js';
import {norm} from './norm.js';

export const MOST_SESSIONS = 6;

/** What can be compared; those with `of` need a layer, and a quantity or a parameter of it. Their words are `compare.VALUE`. */
export const SUBJECTS = [
  {value: 'loss'},
  {value: 'testLoss'},
  {value: 'histogram', of: 'quantity'},
  {value: 'std', of: 'quantity'},
  {value: 'norm', of: 'quantity'},
  {value: 'mean', of: 'quantity'},
  {value: 'ratio', of: 'parameter'},
];

/**
 * A curve of one session.
 * @param {import('./store.js').Store} store
 * @param {Object} details of the session
 * @param {{what: string, layer: string, quantity: string, parameter: string}} choice
 * @returns {Promise<{iterations: number[], values: number[]}>}
 */
export async function curveOf(store, details, {what, layer, quantity, parameter}) {
  if (what === 'loss' || what === 'testLoss') return details[what];
  if (what === 'ratio')
    return ratioOf(
      await histogramsOf(store, details, layer, `update:${parameter}`),
      await histogramsOf(store, details, layer, `values:${parameter}`),
    );
  const histograms = (await histogramsOf(store, details, layer, quantity)).filter(h => totalCount(h) > 0);
  return {iterations: histograms.map(h => h.iteration), values: histograms.map(h => (notFinite(h) ? NaN : sizeOf(h, what)))};
}

/** Mean, standard deviation, or Euclidean norm of the values of a histogram. */
const sizeOf = (h, what) => (what === 'norm' ? norm({...h, count: finiteCount(h)}) : h[what]);

/** All histograms of a quantity of a layer. */
export async function histogramsOf(store, details, layer, quantity) {
  return (await store.api.histograms(details.id, layer, quantity, store.version(details.id))).histograms;
}

/** log10(std(update) / std(parameter)); NaN where either holds a value that is not finite or the parameter has no spread. */
export function ratioOf(updates, parameters) {
  const byIteration = new Map(parameters.map(h => [h.iteration, h]));
  const pairs = updates
    .filter(h => totalCount(h) > 0 && byIteration.has(h.iteration))
    .map(h => [h, byIteration.get(h.iteration)]);
  return {
    iterations: pairs.map(([update]) => update.iteration),
    values: pairs.map(([update, parameter]) =>
      notFinite(update) || notFinite(parameter) || !(parameter.std > 0) ? NaN : Math.log10(update.std / parameter.std),
    ),
  };
}

const notFinite = h => h.nan + h.positiveInfinity + h.negativeInfinity > 0 || finiteCount(h) === 0;

/** One curve minus another at the iterations of both, as far as both reach; between its points each is linear. */
export function difference(first, second) {
  const low = Math.max(first.iterations[0], second.iterations[0]);
  const high = Math.min(first.iterations.at(-1), second.iterations.at(-1));
  const iterations = [...new Set([...first.iterations, ...second.iterations])]
    .filter(n => n >= low && n <= high)
    .sort((a, b) => a - b);
  return {iterations, values: iterations.map(n => at(second, n) - at(first, n))};
}

/** The value of a curve at an iteration within its reach; NaN next to a value that is not finite. */
export function at({iterations, values}, n) {
  const i = iterations.findIndex(other => other >= n);
  if (i < 0) return NaN;
  if (iterations[i] === n) return values[i];
  if (i === 0) return NaN;
  const part = (n - iterations[i - 1]) / (iterations[i] - iterations[i - 1]);
  return values[i - 1] + part * (values[i] - values[i - 1]);
}

/** The histogram nearest to an iteration. */
export const nearestTo = (histograms, n) =>
  histograms.reduce((best, h) => (Math.abs(h.iteration - n) < Math.abs(best.iteration - n) ? h : best));

/** Histograms of several sessions on the same bins, as shares of all of a session's values. */
export function onCommonBins(histograms, symmetric = spansDecades(histograms), bins = 80) {
  const scale = valueScale(histograms, symmetric);
  const edges = edgesOn(scale, bins);
  const rows = histograms.map(h => rebin(h, edges));
  return {scale, edges, symmetric, rows, shares: rows.map(row => row.counts.map(n => n / row.total))};
}
