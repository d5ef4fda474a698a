/** The quantities of a layer of which there are histograms, in the words of the JSON. */

const OF_ALL = {z: 'pre-activation z', a: 'activation a', delta: 'δ = ∂L/∂z'};
const PARAMETERS = {
  W: 'weights W',
  RW: 'recurrent weights RW',
  b: 'biases b',
  gamma: 'scale gamma',
  beta: 'shift beta',
  mean: 'running mean',
  var: 'running variance',
  log10stdev: 'running log₁₀ std',
};
const KINDS = {
  values: name => PARAMETERS[name] ?? `parameter ${name}`,
  gradient: name => `gradient of ${name}, ∂L/∂${name}`,
  update: name => `update of ${name}`,
};

/**
 * What can be chosen for a layer, in the order of its computation.
 * @param {{parameters: string[]}} layer
 * @returns {{value: string, label: string}[]}
 */
export function quantitiesOf(layer) {
  return [...Object.keys(OF_ALL), ...layer.parameters.flatMap(name => Object.keys(KINDS).map(kind => `${kind}:${name}`))].map(
    value => ({value, label: quantityName(value)}),
  );
}

/** A quantity in words: "gradient of W, ∂L/∂W". */
export function quantityName(quantity) {
  if (quantity in OF_ALL) return OF_ALL[quantity];
  const [kind, name] = quantity.split(/:(.*)/s);
  return KINDS[kind]?.(name) ?? quantity;
}
