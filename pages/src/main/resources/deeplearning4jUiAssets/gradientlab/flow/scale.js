import {number, percent, power} from '../numbers.js';

/** The y axes of the flow picture. */

/** Without any value. */
const EMPTY = [-1, 0];

/**
 * The bounds that hold a panel's values and what was seen before, so that nothing jumps while iterations go by; what was
 * seen before counts no more where the values would end up in a corner.
 * @param {import('./quantities.js').Panel} panel
 * @param {number[]} values
 * @param {[number, number]|undefined} before
 * @returns {[number, number]} in units of the axis: exponents of ten, or shares
 */
export function bounds(panel, values, before = EMPTY) {
  if (panel.scale === 'share') return [0, 1];
  const places = values.map(value => place(panel, value)).filter(Number.isFinite);
  if (panel.healthy !== undefined) places.push(panel.healthy - 1, panel.healthy + 1);
  if (places.length === 0) return before;
  const now = around(places);
  const both = around([...places, ...before]);
  return before === EMPTY || span(both) > 2 * span(now) + 4 ? now : both;
}

function around(places) {
  const low = Math.floor(Math.min(...places));
  return [low, Math.max(low + 1, Math.ceil(Math.max(...places)))];
}

function span([low, high]) {
  return high - low;
}

/** Where a value lies on the axis: −Infinity below everything, Infinity above, NaN nowhere. */
export function place(panel, value) {
  return panel.scale === 'log' ? Math.log10(value) : value;
}

/** Ticks on whole powers (or shares), no more than fit. */
export function ticks(panel, range, height) {
  const [low, high] = range;
  if (panel.scale === 'share') return [0, 0.5, 1].map(at => ({at, label: percent(at)}));
  if (range === EMPTY) return [];
  const step = Math.max(1, Math.ceil((high - low) / Math.max(2, Math.floor(height / 20))));
  const first = Math.ceil(low / step) * step;
  return Array.from({length: Math.floor((high - first) / step) + 1}, (_, i) => first + i * step).map(at => ({
    at,
    label: panel.scale === 'log' ? power(at) : number(at),
  }));
}
