import {number, percent} from '../numbers.js';
import {nameOf as layerName} from './headline.js';
import {CHARTS} from './series.js';
import {say} from './words.js';

/** The values of the layers in words, and as a table. */

function cells({layers}, index) {
  const layer = layers[index];
  return CHARTS.flatMap(chart =>
    chart.quantities.map(({key, value, theory}) => {
      const is = layer ? value(layer) : undefined;
      const expected = layer?.theory?.[theory];
      return {key, text: is === undefined ? '' : (chart.share ? percent : number)(is), expected};
    }),
  );
}

/** What a layer has, in words: of B, then of A; a net that ends before it is left out. */
export function layerText({a, b}, index) {
  const name = b.layers[index] ?? a?.layers[index];
  const nets = [
    ['B', b],
    ['A', a],
  ].filter(([, of]) => of?.layers[index]);
  return [
    say('readout.layer', {layer: name ? layerName(name) : index + 1}),
    ...nets.map(([net, of]) => netText(net, of, index)),
  ].join(' ');
}

function netText(net, of, index) {
  const list = cells(of, index)
    .filter(cell => cell.text !== '')
    .map(({key, text, expected}) => {
      const theory = Number.isFinite(expected) ? say('readout.theory', {value: number(expected)}) : '';
      return `${say(`quantity.${key}`)} ${text}${theory}`;
    });
  return say('readout.net', {net, list: list.join(', ')});
}

const KEYS = CHARTS.flatMap(chart => chart.quantities.map(quantity => quantity.key));

export const tableNames = ({a}) => [
  say('axis.layer'),
  ...(a ? ['B', 'A'] : ['']).flatMap(net => KEYS.map(key => `${net} ${say(`quantity.${key}`)}`.trim())),
];

export function tableRows({a, b}) {
  const longest = Math.max(b.layers.length, a?.layers.length ?? 0);
  return Array.from({length: longest}, (_, i) => [
    String(i + 1),
    ...[b, a].filter(Boolean).flatMap(net => cells(net, i).map(cell => cell.text)),
  ]);
}
