import {number, percent, whole} from '../numbers.js';
import {tableBelow} from '../table.js';
import {brokenOf} from './quantities.js';
import {notFiniteText} from './readout.js';

const COLUMNS = [
  'layer',
  'kind',
  'nonlinearity',
  'units',
  'mean of z',
  'std of z',
  'mean of a',
  'std of a',
  'std of δ',
  'std of the gradient',
  'log₁₀ update:parameter ratio',
  'saturated',
  'dead units',
  'δ exactly 0',
  'not finite',
];

/** The flow picture's figures. */
export function flowTable() {
  const table = tableBelow('The layers at the chosen iteration, input side first');
  return {element: table.element, update: flow => table.update(COLUMNS, () => flow.layers.map(row))};
}

function row(layer) {
  return [
    layer.name,
    layer.kind,
    layer.nonlinearity,
    whole(layer.units),
    number(layer.z.mean),
    number(layer.z.std),
    number(layer.a.mean),
    number(layer.a.std),
    std(layer.delta),
    named(layer, parameter => std(parameter.gradient)),
    named(layer, parameter => (parameter.update.count ? number(parameter.log10UpdateRatio) : '–')),
    ...[layer.saturatedShare, layer.deadUnitShare, layer.zeroDeltaShare].map(share => shareOf(layer, share)),
    brokenOf(layer)
      .map(([name, statistics]) => `${name}: ${notFiniteText(statistics)}`)
      .join('; ') || 'none',
  ];
}

/** A share that could not be told is missing where there is no such thing, NaN where the values are not finite. */
function shareOf(layer, share) {
  return Number.isNaN(share) && brokenOf(layer).length === 0 ? '–' : percent(share);
}

function std(statistics) {
  return statistics.count > 0 ? number(statistics.std) : '–';
}

function named(layer, text) {
  return layer.parameters.map(parameter => `${parameter.name} ${text(parameter)}`).join(', ') || '–';
}
