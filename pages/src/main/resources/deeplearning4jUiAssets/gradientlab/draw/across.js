import {number, whole} from '../numbers.js';
import {say} from '../words.js';
import {linear} from './scales.js';

/** What curves are drawn over: the number of updates, the epochs that they make, or the time at which they came. */

/** Their words are `axis.NAME` and `across.NAME`. */
export const ACROSS = ['iteration', 'epoch', 'time'];

/** The one that the address names. @param {import('../store.js').Store} store */
export const acrossOf = store => ACROSS.find(one => one === store.param('across')) ?? ACROSS[0];

/**
 * Where an iteration of a session stands; null where that is not known.
 * @param {string} across
 * @param {{iterations: number[], seconds: number[], stepsPerEpoch: number}} session
 * @returns {((iteration: number) => number)|null}
 */
export function placer(across, {iterations, seconds, stepsPerEpoch}) {
  if (across === 'epoch') return stepsPerEpoch > 0 ? n => n / stepsPerEpoch : null;
  if (across === 'time') return seconds.length > 1 ? n => timeOf(iterations, seconds, n) : null;
  return n => n;
}

/** Iterations between two that are kept came evenly, those after the newest as fast as the ones before it. */
function timeOf(iterations, seconds, n) {
  const after = iterations.findIndex(other => other >= n);
  if (iterations[after] === n) return seconds[after];
  const i = after < 0 ? iterations.length - 1 : Math.max(1, after);
  const pace = (seconds[i] - seconds[i - 1]) / (iterations[i] - iterations[i - 1]);
  return seconds[i] + pace * (n - iterations[i]);
}

/** A curve with its places in place of its iterations. */
export const placed = (curve, place) => ({...curve, iterations: curve.iterations.map(place)});

/** An axis of equal steps from 0 to the last of the places; steps of time are whole. */
export function evenAxis(places, size, across) {
  const scale = linear(0, places.at(-1));
  const stands = ({value}) => across !== 'stepsBack' || Number.isInteger(value);
  const ticks = most =>
    scale
      .ticks(most)
      .filter(stands)
      .map(({value, label}) => ({at: size * scale.at(value), label}));
  return {place: v => size * scale.at(v), ticks};
}

/** A place as it is read: 1,000 updates, 1.25 epochs, 3.2 seconds. */
export const placeText = (across, place) => (across === 'iteration' ? whole(place) : number(place, 4));

/** What is read at a place. */
export const readAt = (across, place, what) => say(`read.${across}`, {n: placeText(across, place), what});
