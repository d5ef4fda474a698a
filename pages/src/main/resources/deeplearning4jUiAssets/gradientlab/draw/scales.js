/**
 * Value scales: a value to a place in 0 … 1 and back, and the ticks between.
 *
 * @typedef {{min: number, max: number, at: (v: number) => number, value: (u: number) => number,
 *            ticks: (most: number) => {value: number, label: string}[]}} Scale
 */
import {number, power} from '../numbers.js';

/** @returns {Scale} equal steps; a range of width 0 is widened around its value. */
export function linear(min, max) {
  [min, max] = widened(min, max);
  return {
    min,
    max,
    at: v => (v - min) / (max - min),
    value: u => min + u * (max - min),
    ticks: most => roundTicks(min, max, most),
  };
}

/** @returns {Scale} equal steps are equal ratios; min and max above 0. */
export function log(min, max) {
  if (!(min < max)) [min, max] = [min / 2, max * 2];
  const low = Math.log10(min);
  const high = Math.log10(max);
  return {
    min,
    max,
    at: v => (Math.log10(v) - low) / (high - low),
    value: u => 10 ** (low + u * (high - low)),
    ticks: most => {
      const tens = decades(low, high, most).map(k => ({value: 10 ** k, label: power(k)}));
      return high - low > 2.5 ? tens : preferred(min, max);
    },
  };
}

/** @returns {Scale} linear within ± threshold, logarithmic on both sides beyond: sign(v) log10(1 + |v| / threshold). */
export function symmetricLog(min, max, threshold) {
  [min, max] = widened(min, max);
  const to = v => Math.sign(v) * Math.log10(1 + Math.abs(v) / threshold);
  const from = t => Math.sign(t) * threshold * (10 ** Math.abs(t) - 1);
  const low = to(min);
  const high = to(max);
  return {
    min,
    max,
    at: v => (to(v) - low) / (high - low),
    value: u => from(low + u * (high - low)),
    ticks: most => symmetricTicks(min, max, threshold, most),
  };
}

function symmetricTicks(min, max, threshold, most) {
  const first = Math.log10(threshold);
  const sides = (min < 0 ? 1 : 0) + (max > 0 ? 1 : 0);
  const side = (bound, sign) =>
    decades(first, Math.log10(bound), most / sides).map(k => ({value: sign * 10 ** k, label: (sign < 0 ? '−' : '') + power(k)}));
  const zero = min <= 0 && max >= 0 ? [{value: 0, label: '0'}] : [];
  return [...(min < 0 ? side(-min, -1).reverse() : []), ...zero, ...(max > 0 ? side(max, 1) : [])];
}

/** 1, 2 and 5 times powers of ten; every round step where even those are few. */
function preferred(min, max) {
  const ticks = decades(Math.log10(min) - 1, Math.log10(max), 99).flatMap(k =>
    [1, 2, 5].map(f => Number((f * 10 ** k).toPrecision(3))),
  );
  const within = ticks.filter(v => v >= min && v <= max).map(value => ({value, label: number(value)}));
  return within.length > 1 ? within : roundTicks(min, max, 4);
}

/** Whole exponents between two logarithms, up to a number, the greatest always among them. */
function decades(low, high, most) {
  const first = Math.ceil(low - 1e-9);
  const last = Math.floor(high + 1e-9);
  const step = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, most)));
  const all = [];
  for (let k = last; k >= first; k -= step) all.unshift(k);
  return all;
}

function roundTicks(min, max, most) {
  const rough = (max - min) / Math.max(1, most);
  const ten = 10 ** Math.floor(Math.log10(rough));
  const step = ten * [1, 2, 5, 10].find(f => f * ten >= rough * 0.999);
  const ticks = [];
  for (let i = Math.ceil(min / step - 1e-9); i * step <= max + step * 1e-9; i++) {
    const value = i === 0 ? 0 : Number((i * step).toPrecision(12));
    ticks.push({value, label: number(value, 6)});
  }
  return ticks;
}

function widened(min, max) {
  if (min < max) return [min, max];
  const margin = Math.abs(min) > 0 ? Math.abs(min) / 2 : 0.5;
  return [min - margin, max + margin];
}
