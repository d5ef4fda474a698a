/** What kind of layer a column is, short enough for an axis. */

/** @param {import('./joined.js').Column} layer @returns {string} such as "Dense tanh", "BatchNorm", "Output softmax" */
export function kindOf({kind, nonlinearity, role}) {
  const layer =
    role === 'ACTIVATION'
      ? ''
      : kind
          .split(' + ')[0]
          .replace(/Layer$/, '')
          .replace('Normalization', 'Norm');
  const after = ['IDENTITY', 'OTHER'].includes(nonlinearity) ? '' : nonlinearity.toLowerCase().replaceAll('_', ' ');
  return [layer, after].filter(Boolean).join(' ');
}
