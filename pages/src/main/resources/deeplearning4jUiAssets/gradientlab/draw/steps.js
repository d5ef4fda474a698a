/** Histograms of any number of sources over each other: values to the right, the share of values per bin upwards. */
import {number, percent} from '../numbers.js';
import {seriesColour, seriesDash} from '../theme.js';
import {say} from '../words.js';
import {axisBottom, axisLeft, line, outline, scaleTicks} from './axes.js';
import {within} from './heatmap.js';
import {countText} from './history.js';
import {linear, log} from './scales.js';

/**
 * @typedef {{name: string, look: number, shares: ArrayLike<number>, counts: ArrayLike<number>|null, note: string}} Layer
 *
 * @param {Layer[]} layers with shares on the same bins; a negative share is a difference
 * @param {{width: number, height?: number, edges: ArrayLike<number>, scale: import('./scales.js').Scale, symmetric: boolean,
 *          logarithmic: boolean, title: string, unit: string, filled?: boolean}} options
 * @returns {import('./picture.js').Drawing}
 */
export function steps(layers, {width, height = 260, edges, scale, symmetric, logarithmic, title, unit, filled = false}) {
  const box = {left: 72, top: 10, width: Math.max(200, width - 90), height: height - 54};
  const all = layers.flatMap(layer => Array.from(layer.shares));
  const vertical = verticalScale(all, logarithmic);
  const x = value => box.left + box.width * scale.at(value);
  const y = share => box.top + box.height * (1 - Math.min(1, Math.max(0, logarithmic && share <= 0 ? 0 : vertical.at(share))));
  const bins = edges.length - 1;

  const trace = (g, shares) => {
    g.beginPath();
    g.moveTo(x(edges[0]), y(0));
    for (let i = 0; i < bins; i++) {
      g.lineTo(x(edges[i]), y(shares[i]));
      g.lineTo(x(edges[i + 1]), y(shares[i]));
    }
    g.lineTo(x(edges[bins]), y(0));
  };
  const draw = (g, theme) => {
    axisLeft(g, box, scaleTicks(vertical, box.height, 36, true), unit, theme);
    axisBottom(g, box, scaleTicks(scale, box.width, symmetric ? 44 : 70), title, theme);
    g.save();
    g.beginPath();
    g.rect(box.left, box.top, box.width, box.height);
    g.clip();
    for (const {shares, look} of layers) {
      g.strokeStyle = g.fillStyle = seriesColour(look);
      g.lineWidth = 2;
      trace(g, shares);
      g.globalAlpha = filled ? 0.3 : 0.08;
      g.fill();
      g.globalAlpha = 1;
      g.setLineDash(seriesDash(look));
      g.stroke();
      g.setLineDash([]);
    }
    g.restore();
    outline(g, box, theme);
  };
  const hit = bin => ({
    bin,
    text: say('read.values', {
      low: number(edges[bin]),
      high: number(edges[bin + 1]),
      what: layers.map(layer => shareText(layer, bin)).join('; '),
    }),
  });
  const probe = (px, py) => (px < box.left || px > box.left + box.width || py > box.top + box.height + 4 ? null : hit(binAt(px)));
  const binAt = px => {
    let bin = 0;
    while (bin < bins - 1 && x(edges[bin + 1]) <= px) bin++;
    return bin;
  };
  const overlay = (g, theme, at) => {
    if (!at) return;
    const middle = (x(edges[at.bin]) + x(edges[at.bin + 1])) / 2;
    line(g, middle, box.top, middle, box.top + box.height, theme.ink, 1, [2, 2]);
    for (const {shares, look} of layers) {
      g.fillStyle = seriesColour(look);
      g.beginPath();
      g.arc(middle, y(shares[at.bin]), 4, 0, 7);
      g.fill();
    }
  };
  const step = (at, dx) => hit(at === null ? bins >> 1 : within(at.bin + dx, bins));
  const csv = () => [
    ['from', 'to', ...layers.map(({name}) => `share${name && ` of ${name}`}`)],
    Array.from({length: bins}, (_, i) => [edges[i], edges[i + 1], ...layers.map(({shares}) => shares[i])]),
  ];
  return {width: box.left + box.width + 18, height, across: box, draw, probe, overlay, step, file: 'histogram', csv};
}

function verticalScale(shares, logarithmic) {
  const greatest = Math.max(1e-12, ...shares);
  const least = Math.min(0, ...shares);
  if (!logarithmic) return linear(least * 1.05, greatest * 1.05);
  const positive = shares.filter(s => s > 0);
  return log(Math.max(greatest / 1e6, Math.min(...positive, greatest / 10)) / 1.5, greatest * 1.5);
}

function shareText({name, counts, shares}, bin) {
  const count = counts ? `${say('read.count', {n: countText(counts[bin])})}, ` : '';
  return `${name ? `${name} ` : ''}${count}${percent(shares[bin])}`;
}
