import {number, percent, whole} from '../numbers.js';
import {isBroken} from './series.js';
import {say} from './words.js';

/** What the charts show, in a line of large type: all of it is computed from the layers that are drawn. */

/** What δ of the first hidden layer is of the last one's; NaN where it cannot be told. */
export function deltaRatio(layers) {
  const hidden = layers.slice(0, -1);
  return hidden.length < 2 ? NaN : hidden[0].delta.std / hidden.at(-1).delta.std;
}

/** In a sentence what becomes of δ on its way to layer 1. */
export function deltaText(layers) {
  const hidden = layers.slice(0, -1);
  const broken = layers.find(layer => ['z', 'a', 'delta', 'gradient'].some(name => isBroken(layer[name])));
  if (broken) return say('headline.broken', {layer: nameOf(broken)});
  if (hidden.length < 2) return say('headline.single', {value: number(hidden[0]?.delta.std ?? NaN, 2)});
  const last = hidden.length;
  const dead = hidden.findLast(layer => layer.delta.std === 0);
  if (dead) return say('headline.zero', {layer: dead.name});
  const ratio = deltaRatio(layers);
  if (ratio > 0.9 && ratio < 1.1) return say('headline.equal', {last});
  if (ratio >= 1) return say('headline.times', {last, ratio: times(ratio)});
  if (ratio < 0.01) return say('headline.smaller', {last, ratio: times(1 / ratio)});
  return say('headline.ratio', {last, ratio: percent(Number(ratio.toPrecision(2)))});
}

/** A factor with two digits that count, written out below a million. */
const times = factor => (factor >= 10 && factor < 1e6 ? whole(Number(factor.toPrecision(2))) : number(factor, 2));

/** The first loss beside that of guessing. */
export function lossText(loss, chanceLoss) {
  return say('headline.loss', {loss: number(loss, 4), chance: number(chanceLoss, 4)});
}

/** The hidden layers in which δ is less than a share of the last one's: where the gradient is lost. */
export function lostLayers(layers, share) {
  const hidden = layers.slice(0, -1);
  const last = hidden.at(-1)?.delta.std;
  return hidden.flatMap((layer, i) => (layer.delta.std < share * last || layer.delta.std === 0 ? [i + 1] : []));
}

/** The hidden layers in which δ is more than a multiple of the last one's. */
export function grownLayers(layers, factor) {
  const hidden = layers.slice(0, -1);
  return hidden.flatMap((layer, i) => (layer.delta.std > factor * hidden.at(-1).delta.std ? [i + 1] : []));
}

/** "layer 3", or "the output layer". */
export const nameOf = layer =>
  layer.nonlinearity === '' || layer.name === 'output' ? say('layer.output') : say('layer.hidden', {layer: layer.name});
