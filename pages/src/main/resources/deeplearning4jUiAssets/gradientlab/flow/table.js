import {number, percent, whole} from '../numbers.js';
import {tableBelow} from '../table.js';
import {say} from '../words.js';
import {brokenOf} from './quantities.js';
import {notFiniteText} from './readout.js';

const columns = () => [
  say('column.layer'),
  say('column.kind'),
  say('column.nonlinearity'),
  say('column.units'),
  ...['z', 'a'].flatMap(of => [say('flow.meanOf', {of}), say('flow.stdOf', {of})]),
  say('flow.stdOf', {of: 'δ'}),
  say('flow.stdOfGradient'),
  say('flow.ratio.log'),
  say('flow.saturated'),
  say('flow.dead'),
  say('flow.zeroDelta'),
  say('units.notFinite'),
];

/** The flow picture's figures. */
export function flowTable() {
  const table = tableBelow(say('flow.table'));
  return {element: table.element, update: flow => table.update(columns(), () => flow.layers.map(row))};
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
      .join('; ') || say('table.none'),
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
