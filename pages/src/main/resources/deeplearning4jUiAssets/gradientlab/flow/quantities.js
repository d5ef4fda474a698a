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
 * @property {(layers: Object[]) => Series[]} series
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

/** @type {Panel[]} */
export const PANELS = [
  {
    id: 'spread',
    scale: 'log',
    series: layers => [
      {label: 'z', look: 0, line: true, cells: layers.map(layer => spread(layer.z))},
      {label: 'a', look: 1, line: true, cells: layers.map(layer => spread(layer.a))},
    ],
  },
  {
    id: 'delta',
    scale: 'log',
    series: layers => [{label: 'δ', look: 3, line: true, cells: layers.map(layer => spread(layer.delta))}],
  },
  {
    id: 'gradient',
    scale: 'log',
    series: layers => byParameter(layers, parameter => spread(parameter.gradient)),
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

function spread(statistics) {
  const bad = notFinite(statistics);
  return {exists: statistics.count + bad > 0, value: statistics.std, bad};
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

/** A series for every parameter name that has the quantity anywhere; the first name's, the weights, is a line. */
function byParameter(layers, cell) {
  const names = [...new Set(layers.flatMap(layer => layer.parameters.map(parameter => parameter.name)))];
  return names
    .map((name, i) => ({
      label: name,
      look: [2, 4, 5, 3, 1, 0][i % 6],
      line: i === 0,
      cells: layers.map(layer => {
        const parameter = layer.parameters.find(candidate => candidate.name === name);
        return parameter ? cell(parameter) : NOTHING;
      }),
    }))
    .filter(series => series.cells.some(cell => cell.exists));
}
