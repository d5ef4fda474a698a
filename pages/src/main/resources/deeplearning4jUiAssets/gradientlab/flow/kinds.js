/** What kind of layer a column is, short enough for an axis. */

/** The layers of this program are DL4J's, but for how their parameters are drawn at the start. */
const OURS = /^Drawn/;

/** @param {import('./joined.js').Column} layer @returns {string[]} its layer and its nonlinearity, such as ["Dense", "tanh"] */
export function kindsOf({kind, nonlinearity, role}) {
  const [first] = kind.replace(OURS, '').split(' + ');
  const layer = role === 'ACTIVATION' ? '' : first.replace(/Layer$/, '').replace('Normalization', 'Norm');
  const after = ['IDENTITY', 'OTHER'].includes(nonlinearity) ? '' : nonlinearity.toLowerCase().replaceAll('_', ' ');
  return [layer, after].filter(Boolean);
}

/** The same in one line. */
export const kindOf = layer => kindsOf(layer).join(' ');
