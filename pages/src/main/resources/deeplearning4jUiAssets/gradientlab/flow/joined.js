/**
 * Layers as columns of the picture: an affine layer and the nonlinearity that DL4J has as a layer of its own are one column,
 * with z before and a after the nonlinearity.
 *
 * @typedef {Object} Column a layer of the flow JSON, with
 * @property {string[]} names of the layers that it stands for
 * @property {string} opens the layer whose histograms it opens
 */

/** @returns {Column[]} */
export function joined(layers) {
  const columns = [];
  for (let i = 0; i < layers.length; i++) {
    const [layer, next] = [layers[i], layers[i + 1]];
    const together = next !== undefined && feeds(layer, next);
    columns.push(together ? pair(layer, next) : alone(layer));
    if (together) i++;
  }
  return columns;
}

/** @returns {Column} */
export const alone = layer => ({...layer, names: [layer.name], opens: layer.name});

function pair(layer, {name, kind, nonlinearity, a, saturatedShare, deadUnitShare}) {
  return {
    ...layer,
    kind: `${layer.kind} + ${kind}`,
    nonlinearity,
    a,
    saturatedShare,
    deadUnitShare,
    names: [layer.name, name],
    opens: name,
  };
}

/** What goes into the nonlinearity is what comes out of the layer: then every figure of it is the same. */
function feeds(layer, next) {
  return (
    layer.nonlinearity === 'IDENTITY' &&
    layer.role !== 'ACTIVATION' &&
    next.role === 'ACTIVATION' &&
    next.parameters.length === 0 &&
    Object.keys(layer.a).every(figure => Object.is(layer.a[figure], next.z[figure]))
  );
}
