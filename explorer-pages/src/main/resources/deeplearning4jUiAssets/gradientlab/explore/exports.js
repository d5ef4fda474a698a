import {number, power} from '../numbers.js';

/** Charts to take away: the numbers as CSV, the picture as SVG. Both are made of the same series. */

/**
 * @typedef {{name: string, values: (number|null|undefined)[], colour?: string, dash?: number[], width?: number, points?: boolean}} Column
 * @typedef {{title: string, xTitle: string, yTitle: string, log: boolean, x: number[], columns: Column[]}} ChartData
 */

/** Comma-separated values with a line of names; NaN and ±Infinity are written out, what does not exist is empty. */
export function csv({xTitle, x, columns}) {
  const lines = [[xTitle, ...columns.map(column => column.name)].map(quoted)];
  x.forEach((value, i) => lines.push([value, ...columns.map(column => column.values[i] ?? '')]));
  return lines.map(line => `${line.join(',')}\r\n`).join('');
}

const quoted = text => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const BOX = {left: 84, top: 34, right: 16, bottom: 46};
const FONT = 'font-family="sans-serif" font-size="12"';

/**
 * The lines of a chart as an SVG document; ✕ marks what is not finite, ▽ a 0 on a logarithmic axis.
 * @param {ChartData} data
 * @param {{width: number, height: number, ink: string, paper: string, grid: string}} look
 */
export function svgChart({title, xTitle, yTitle, log, x, columns}, {width, height, ink, paper, grid}) {
  const drawable = v => Number.isFinite(v) && (!log || v > 0);
  const all = columns.flatMap(column => column.values).filter(drawable);
  const vertical = bounds(all, log);
  const [first, last] = [x[0] ?? 0, x.at(-1) ?? 1];
  const px = v => BOX.left + ((v - first) / (last - first || 1)) * (width - BOX.left - BOX.right);
  const py = v =>
    height - BOX.bottom - ((toAxis(v, log) - vertical.low) / (vertical.high - vertical.low)) * (height - BOX.top - BOX.bottom);
  const ticks = vertical.ticks.map(
    ({value, label}) =>
      `<path d="M${BOX.left} ${r(py(value))}H${width - BOX.right}" stroke="${grid}"/>` +
      text(label, BOX.left - 8, py(value) + 4, 'end'),
  );
  const below = x
    .filter((_, i) => i % Math.max(1, Math.ceil(x.length / 12)) === 0)
    .map(v => text(String(v), px(v), height - BOX.bottom + 16, 'middle'));
  const lines = columns.map(({name, values, colour = ink, dash = [], width: pen = 2}) => {
    let path = '';
    values.forEach((v, i) => drawable(v) && (path += `${path && drawable(values[i - 1]) ? 'L' : 'M'}${r(px(x[i]))} ${r(py(v))}`));
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${pen}" stroke-dasharray="${dash.join(' ')}"><title>${escaped(name)}</title></path>`;
  });
  const points = columns
    .filter(column => column.points)
    .flatMap(({values, colour = ink}) =>
      values.flatMap((v, i) => (drawable(v) ? [`<circle cx="${r(px(x[i]))}" cy="${r(py(v))}" r="3" fill="${colour}"/>`] : [])),
    );
  const marks = columns.flatMap(({values, colour = ink}, k) =>
    values.flatMap((v, i) => {
      if (v === undefined || v === null || drawable(v)) return [];
      const mark = Number.isFinite(v) ? ['▽', height - BOX.bottom - 3] : ['✕', BOX.top + 12 + 10 * (k % 2)];
      return [`<g fill="${colour}">${text(mark[0], px(x[i]), mark[1], 'middle')}</g>`];
    }),
  );
  const keys = columns.map(({name, colour = ink}, i) => `<tspan fill="${colour}"${i ? ' dx="14"' : ''}>${escaped(name)}</tspan>`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${FONT}>` +
    `<rect width="100%" height="100%" fill="${paper}"/><g fill="${ink}">${ticks.join('')}${below.join('')}` +
    `${text(title, BOX.left, 14, 'start')}${text(xTitle, (BOX.left + width - BOX.right) / 2, height - 10, 'middle')}` +
    `<text transform="translate(16 ${(height - BOX.bottom + BOX.top) / 2}) rotate(-90)" text-anchor="middle">${escaped(yTitle)}</text></g>` +
    `${lines.join('')}${points.join('')}${marks.join('')}<text x="${BOX.left}" y="29">${keys.join('')}</text></svg>`
  );

  function text(words, atX, atY, anchor) {
    return `<text x="${r(atX)}" y="${r(atY)}" text-anchor="${anchor}">${escaped(words)}</text>`;
  }
}

const toAxis = (v, log) => (log ? Math.log10(v) : v);

/** From the least to the greatest value, in whole powers of ten where logarithmic, and five or so ticks between. */
function bounds(values, log) {
  const [least, greatest] = values.length ? [Math.min(...values), Math.max(...values)] : log ? [0.1, 1] : [0, 1];
  let [low, high] = [toAxis(least, log), toAxis(greatest, log)];
  if (log) [low, high] = [Math.floor(low), Math.max(Math.floor(low) + 1, Math.ceil(high))];
  else if (!(low < high)) [low, high] = [low - 0.5, high + 0.5];
  const step = log ? Math.max(1, Math.ceil((high - low) / 6)) : (high - low) / 4;
  const ticks = [];
  for (let t = low; t <= high + step * 1e-9; t += step)
    ticks.push(log ? {value: 10 ** t, label: power(t)} : {value: t, label: number(t)});
  return {low, high, ticks};
}

const r = v => Number(v.toFixed(1));

const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
