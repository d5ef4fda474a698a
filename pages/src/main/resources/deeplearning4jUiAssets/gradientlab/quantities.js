import {known, say} from './words.js';

/** The quantities of a layer of which there are histograms, in the words of the JSON. */

const OF_ALL = ['z', 'a', 'delta'];
const KINDS = {
  values: name => (known(`quantity.${name}`) ? say(`quantity.${name}`) : say('quantity.values', {name})),
  gradient: name => say('quantity.gradient', {name}),
  update: name => say('quantity.update', {name}),
};

/**
 * What can be chosen for a layer, in the order of its computation.
 * @param {{parameters: string[]}} layer
 * @returns {{value: string, label: string}[]}
 */
export function quantitiesOf(layer) {
  return [...OF_ALL, ...layer.parameters.flatMap(name => Object.keys(KINDS).map(kind => `${kind}:${name}`))].map(value => ({
    value,
    label: quantityName(value),
  }));
}

/** A quantity in words: "gradient of W, ∂L/∂W". */
export function quantityName(quantity) {
  if (OF_ALL.includes(quantity)) return say(`quantity.${quantity}`);
  const [kind, name] = quantity.split(/:(.*)/s);
  return KINDS[kind]?.(name) ?? quantity;
}

/** A quantity of a layer in words: "activation a of tanh-1". */
export const quantityOf = (quantity, layer) => say('quantity.of', {what: quantityName(quantity), layer});
