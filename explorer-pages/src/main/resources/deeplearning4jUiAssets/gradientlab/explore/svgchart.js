import {escaped} from '../draw/svgcontext.js';
import {number, power} from '../numbers.js';

/** A chart as an SVG document, drawn from the same series as the chart on the page. */

const BOX = {left: 84, top: 34, right: 16, bottom: 46};
const FONT = 'font-family="sans-serif" font-size="12"';

/**
 * The lines of a chart; ✕ marks what is not finite, ▽ a 0 on a logarithmic axis.
 * @param {import('./exports.js').ChartData} data
 * @param {{width: number, height: number, ink: string, paper: string, grid: string}} look
 */
export function svgChart(data, look) {
  const place = placing(data, look);
  const columns = data.columns.map(({dash = [], width = 2, colour = look.ink, ...rest}) => ({dash, width, colour, ...rest}));
  const drawn = [
    ...columns.map(column => line(column, place)),
    ...columns.filter(column => column.points).flatMap(column => points(column, place)),
    ...columns.flatMap((column, k) => marks(column, k, place)),
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${look.width}" height="${look.height}" ` +
    `viewBox="0 0 ${look.width} ${look.height}" ${FONT}><rect width="100%" height="100%" fill="${look.paper}"/>` +
    `<g fill="${look.ink}">${frame(data, place, look)}</g>${drawn.join('')}${names(columns)}</svg>`
  );
}

/** Where values lie: their places, and which have one. */
function placing({log, x, columns}, {width, height}) {
  const drawable = v => Number.isFinite(v) && (!log || v > 0);
  const vertical = bounds(columns.flatMap(column => column.values).filter(drawable), log);
  const [first, last] = [x[0] ?? 0, x.at(-1) ?? 1];
  const [right, bottom] = [width - BOX.right, height - BOX.bottom];
  const share = v => ((log ? Math.log10(v) : v) - vertical.low) / (vertical.high - vertical.low);
  return {
    right,
    bottom,
    drawable,
    ticks: vertical.ticks,
    x: i => r(BOX.left + ((x[i] - first) / (last - first || 1)) * (right - BOX.left)),
    y: v => r(bottom - share(v) * (bottom - BOX.top)),
  };
}

/** From the least to the greatest value, in whole powers of ten where logarithmic, and five or so ticks between. */
function bounds(values, log) {
  const [least, greatest] = values.length ? [Math.min(...values), Math.max(...values)] : log ? [0.1, 1] : [0, 1];
  let [low, high] = log ? [Math.floor(Math.log10(least)), Math.ceil(Math.log10(greatest))] : [least, greatest];
  if (!(low < high)) [low, high] = log ? [low, low + 1] : [low - 0.5, high + 0.5];
  const step = log ? Math.max(1, Math.ceil((high - low) / 6)) : (high - low) / 4;
  const all = Array.from({length: Math.floor((high - low) / step + 1e-9) + 1}, (_, i) => low + i * step);
  return {low, high, ticks: all.map(t => (log ? {value: 10 ** t, label: power(t)} : {value: t, label: number(t)}))};
}

/** Grid, ticks and titles. */
function frame({title, xTitle, yTitle, x}, place, {height, grid}) {
  const every = Math.max(1, Math.ceil(x.length / 12));
  return [
    ...place.ticks.map(({value}) => `<path d="M${BOX.left} ${place.y(value)}H${place.right}" stroke="${grid}"/>`),
    ...place.ticks.map(({value, label}) => text(label, BOX.left - 8, place.y(value) + 4, 'end')),
    ...x.flatMap((v, i) => (i % every === 0 ? [text(String(v), place.x(i), place.bottom + 16)] : [])),
    text(title, BOX.left, 14, 'start'),
    text(xTitle, (BOX.left + place.right) / 2, height - 10),
    `<g transform="translate(16 ${(place.bottom + BOX.top) / 2}) rotate(-90)">${text(yTitle, 0, 0)}</g>`,
  ].join('');
}

/** Broken where there is no value. */
function line({name, values, colour, dash, width}, place) {
  const to = (v, i) => `${i > 0 && place.drawable(values[i - 1]) ? 'L' : 'M'}${place.x(i)} ${place.y(v)}`;
  const path = values.map((v, i) => (place.drawable(v) ? to(v, i) : '')).join('');
  const pen = `fill="none" stroke="${colour}" stroke-width="${width}" stroke-dasharray="${dash.join(' ')}"`;
  return `<path d="${path}" ${pen}><title>${escaped(name)}</title></path>`;
}

function points({values, colour}, place) {
  const point = (v, i) => `<circle cx="${place.x(i)}" cy="${place.y(v)}" r="3" fill="${colour}"/>`;
  return values.flatMap((v, i) => (place.drawable(v) ? [point(v, i)] : []));
}

function marks({values, colour}, k, place) {
  return values.flatMap((v, i) => {
    if (v === undefined || v === null || place.drawable(v)) return [];
    const [sign, y] = Number.isFinite(v) ? ['▽', place.bottom - 3] : ['✕', BOX.top + 12 + 10 * (k % 2)];
    return [`<g fill="${colour}">${text(sign, place.x(i), y)}</g>`];
  });
}

/** The names of the series in their colours. */
function names(columns) {
  const keys = columns.map(({name, colour}, i) => `<tspan fill="${colour}"${i ? ' dx="14"' : ''}>${escaped(name)}</tspan>`);
  return `<text x="${BOX.left}" y="29">${keys.join('')}</text>`;
}

function text(words, x, y, anchor = 'middle') {
  return `<text x="${r(x)}" y="${r(y)}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

const r = v => Number(v.toFixed(1));
