import uPlot from '/assets/webjars/uplot/1.6.30/dist/uPlot.esm.js';
import {el} from './dom.js';
import {exponent, logRange, logSplits} from './logaxis.js';
import {number, power, whole} from './numbers.js';
import {colour, onTheme, seriesColour, seriesDash} from './theme.js';

/** Line charts over a numeric axis, by uPlot, in the page's colours. */

/** The page's font: a canvas knows no inheritance. */
const FONT = `12px ${getComputedStyle(document.body).fontFamily}`;

/**
 * @typedef {Object} Axis
 * @property {string} label with its unit
 * @property {boolean} [log] powers of ten
 * @property {[number, number]} [range] fixed
 * @property {(x: number) => string} [format] of the tick labels and the readout
 * @property {() => number[]} [splits] where the ticks are
 * @property {number} [size] pixels of the tick labels
 * @property {number} [space] least pixels between ticks
 *
 * @typedef {Object} Series
 * @property {string} label
 * @property {number} [look] which colour and dash pattern; its place otherwise
 * @property {boolean} [points] marks instead of a line
 * @property {boolean} [marks] marks on the line
 * @property {boolean} [hollow] marks that are not filled
 * @property {number} [width] of the line
 * @property {string} [shade] a custom property of the style sheet as its colour
 * @property {number[]} [dash] its dash pattern
 *
 * @typedef {Object} Chart
 * @property {(data: ArrayLike<number>[]) => void} setData abscissa first; null or NaN where there is nothing
 * @property {() => void} redraw
 * @property {() => void} destroy
 * @property {HTMLElement} element
 */

/**
 * A chart that fills its container's width.
 * @param {HTMLElement} container
 * @param {{label: string, x: Axis, y: Axis, series: Series[], height?: number, hooks?: Object, sync?: string,
 *     onClick?: (x: number) => void, select?: boolean, legend?: boolean, bands?: {series: [number, number], shade: string}[]}} options
 *     `hooks` are uPlot's; `label` says what the chart shows, for those who cannot see it; a band lies between two series
 * @returns {Chart}
 */
export function lineChart(container, options) {
  const element = el('div', {class: 'gl-chart', role: 'img', 'aria-label': options.label});
  container.append(element);
  let data = [[], ...options.series.map(() => [])];
  let plot = null;
  const width = () => Math.max(200, element.clientWidth);
  const build = () => {
    plot?.destroy();
    plot = new uPlot({...settings(options), width: width(), height: options.height ?? 220}, data.map(clean), element);
    if (options.onClick)
      plot.over.addEventListener('click', () => plot.cursor.left >= 0 && options.onClick(plot.posToVal(plot.cursor.left, 'x')));
  };
  const resized = new ResizeObserver(
    () => plot && Math.abs(plot.width - width()) > 1 && plot.setSize({width: width(), height: options.height ?? 220}),
  );
  build();
  resized.observe(element);
  const stopTheme = onTheme(build);
  return {
    element,
    setData(values) {
      data = values;
      plot.setData(data.map(clean));
    },
    redraw: () => plot.redraw(false),
    destroy() {
      stopTheme();
      resized.disconnect();
      plot.destroy();
      element.remove();
    },
  };
}

/** What cannot be drawn is a gap. */
function clean(values) {
  return Array.from(values, value => (Number.isFinite(value) ? value : null));
}

function settings({x, y, series, hooks, sync, select, legend, bands = []}) {
  return {
    padding: [10, 12, 0, 0],
    scales: {x: {time: false, ...scale(x)}, y: scale(y)},
    axes: [axis(x, x.size ?? 30), axis(y, 54)],
    series: [
      {label: x.label, value: (u, v) => (v === null ? '–' : (x.format ?? whole)(v))},
      ...series.map((one, i) => line(one, i, y)),
    ],
    cursor: {drag: {x: select ?? true, y: false}, sync: sync ? {key: sync} : undefined, points: {size: 7}},
    legend: {show: legend ?? true, live: true},
    bands: bands.map(band => ({series: band.series, fill: () => colour(band.shade)})),
    hooks: hooks ?? {},
  };
}

/** An axis' scale; a logarithmic one shows at least a decade. */
export function scale({log, range}) {
  if (range) return {distr: log ? 3 : 1, range};
  return log ? {distr: 3, range: (u, low, high) => logRange(low, high)} : {distr: 1};
}

function axis({label, log, format, splits, space}, size) {
  const values = log
    ? (u, splits) => splits.map(v => (exponent(v) === null ? null : power(exponent(v))))
    : (u, splits) => splits.map(v => (v === null ? null : (format ?? number)(v)));
  return {
    label,
    labelSize: 18,
    labelFont: FONT,
    font: FONT,
    size,
    values,
    splits: log ? (u, i, low, high) => logSplits(low, high, u.bbox.height / devicePixelRatio) : splits,
    ...(space && {space}),
    // uPlot leaves out an axis for which none of its own steps is wide enough, as beyond 10¹⁷; the ticks are ours.
    ...(log && {filter: (u, all) => all, incrs: (u, i, low, high) => [Math.max(5, high)]}),
    stroke: () => colour('ink'),
    grid: {stroke: () => colour('grid'), width: 1},
    ticks: {stroke: () => colour('grid'), width: 1, size: 5},
  };
}

function line({label, look, points, marks, hollow, width, shade, dash}, i, y) {
  const stroke = () => (shade ? colour(shade) : seriesColour(look ?? i));
  return {
    label,
    stroke,
    width: points ? 0 : (width ?? 2),
    dash: points ? undefined : (dash ?? seriesDash(look ?? i)),
    spanGaps: false,
    points: {show: points || marks, size: 6, stroke, fill: hollow ? () => colour('paper') : stroke},
    value: (u, v) => (v === null || v === undefined ? '–' : (y.format ?? number)(v)),
  };
}
