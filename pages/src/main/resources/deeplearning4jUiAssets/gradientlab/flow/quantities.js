import {norm} from '../norm.js';
import {say} from '../words.js';

/** What the flow picture shows: per panel its series, and per series one value for every layer. */

/**
 * @typedef {Object} Cell what a layer has of a quantity
 * @property {boolean} exists
 * @property {number} value what is drawn; may be 0 or not finite
 * @property {number} bad how many of the numbers behind it are NaN or infinite
 *
 * @typedef {{label: string, look: number, line: boolean, cells: Cell[]}} Series
 *
 * @typedef {Object} Panel
 * @property {string} id its words are `flow.ID`, with the direction in which it flows, and `flow.ID.axis`
 * @property {'log'|'log10'|'share'} scale powers of ten, the logarithm itself, or 0 to 100 %
 * @property {number} [healthy] a value worth a line
 * @property {(layers: Object[], size: 'std'|'norm') => Series[]} series
 */

const NOTHING = {exists: false, value: NaN, bad: 0};

/** How many numbers of a quantity are NaN, +∞ or −∞. */
export function notFinite(statistics) {
  return statistics.nan + statistics.positiveInfinity + statistics.negativeInfinity;
}

/** All quantities of a layer by name: z, a, δ, and those of its parameters, their updates if asked for. */
export function quantitiesOf(layer, updates = true) {
  const parts = layer.parameters.flatMap(p => [
    [p.name, p.values],
    [say('flow.gradientOf', {name: p.name}), p.gradient],
    ...(updates ? [[say('flow.updateOf', {name: p.name}), p.update]] : []),
  ]);
  return [['z', layer.z], ['a', layer.a], ['δ', layer.delta], ...parts];
}

/** The quantities of a layer that are not finite: [name, statistics] each. */
export function brokenOf(layer) {
  return quantitiesOf(layer).filter(([, statistics]) => notFinite(statistics) > 0);
}

/** How much of a quantity there is: its standard deviation, or its Euclidean norm. */
const SIZES = {std: statistics => statistics.std, norm};

/** What parameters look like, in every kind of layer; those of other names share what is left. */
const LOOKS = {W: 2, b: 4, RW: 5, gamma: 5, beta: 1};
const OTHER_LOOKS = [3, 0, 6];
/** The parameters that are a line through the layers. */
const LINES = ['W', 'gamma'];

/** @type {Panel[]} */
export const PANELS = [
  {
    id: 'spread',
    scale: 'log',
    series: (layers, size) => [
      {label: 'z', look: 0, line: true, cells: layers.map(layer => spread(layer.z, size))},
      {label: 'a', look: 1, line: true, cells: layers.map(layer => spread(layer.a, size))},
    ],
  },
  {
    id: 'delta',
    scale: 'log',
    series: (layers, size) => [{label: 'δ', look: 3, line: true, cells: layers.map(layer => spread(layer.delta, size))}],
  },
  {
    id: 'gradient',
    scale: 'log',
    series: (layers, size) => byParameter(layers, parameter => spread(parameter.gradient, size)),
  },
  {
    id: 'ratio',
    scale: 'log10',
    healthy: -3,
    series: layers => byParameter(layers, ratio),
  },
  {
    id: 'units',
    scale: 'share',
    series: layers => [
      {label: say('flow.saturated'), look: 1, line: false, cells: layers.map(layer => share(layer, layer.saturatedShare))},
      {label: say('flow.dead'), look: 6, line: false, cells: layers.map(layer => share(layer, layer.deadUnitShare))},
    ],
  },
];

function spread(statistics, size = 'std') {
  const bad = notFinite(statistics);
  return {exists: statistics.count + bad > 0, value: SIZES[size](statistics), bad};
}

function ratio(parameter) {
  const {bad, exists} = spread(parameter.update);
  return {exists: exists && (bad > 0 || !Number.isNaN(parameter.log10UpdateRatio)), value: parameter.log10UpdateRatio, bad};
}

/** Where there is a nonlinearity whose slope can vanish. */
function share(layer, value) {
  return Number.isFinite(value) && layer.role !== 'OUTPUT' && layer.nonlinearity !== 'IDENTITY'
    ? {exists: true, value, bad: 0}
    : NOTHING;
}

/** The columns of a panel in which something is drawn, and nothing is NaN or infinite: without updates, log₁₀ of a ratio is −∞. */
export function alive(series) {
  const columns = series[0]?.cells.length ?? 0;
  return Array.from({length: columns}, (_, i) => i).filter(i =>
    series.some(({cells}) => cells[i].exists && cells[i].bad === 0 && Number.isFinite(cells[i].value)),
  );
}

/** A series for every parameter name that has the quantity anywhere; the weights are a line. */
function byParameter(layers, cell) {
  const names = [...new Set(layers.flatMap(layer => layer.parameters.map(parameter => parameter.name)))];
  const others = names.filter(name => !(name in LOOKS));
  return names
    .map(name => ({
      label: name,
      look: LOOKS[name] ?? OTHER_LOOKS[others.indexOf(name) % OTHER_LOOKS.length],
      line: LINES.find(one => names.includes(one)) === name,
      cells: layers.map(layer => {
        const parameter = layer.parameters.find(candidate => candidate.name === name);
        return parameter ? cell(parameter) : NOTHING;
      }),
    }))
    .filter(series => series.cells.some(cell => cell.exists));
}
