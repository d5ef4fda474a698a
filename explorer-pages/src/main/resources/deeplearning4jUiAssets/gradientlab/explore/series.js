import {notFinite} from '../flow/quantities.js';

/** What the charts over the layers draw: numbers by layer, taken from the server's pictures. */

/** A quantity of a layer that exists: it has values, finite or not. */
export const exists = statistics => statistics.count + notFinite(statistics) > 0;

/** Whether a quantity of a layer holds NaN or ±∞. */
export const isBroken = statistics => notFinite(statistics) > 0;

/** Hidden layers alone: the output layer has no such quantity. */
const hidden = value => layer => (layer.nonlinearity === '' ? undefined : value(layer));

/** A statistic's standard deviation; undefined where there is no such quantity, NaN where it holds what is not finite. */
const spread = name => layer => (!exists(layer[name]) ? undefined : isBroken(layer[name]) ? NaN : layer[name].std);

/**
 * The four charts: which quantities of a layer each shows; `theory` is the key of the expected value and of its bounds.
 * @type {{id: string, share?: boolean, quantities: {key: string, value: (layer: Object) => number|undefined, theory?: string}[]}[]}
 */
export const CHARTS = [
  {
    id: 'signal',
    quantities: [
      {key: 'z', value: spread('z'), theory: 'z'},
      {key: 'a', value: hidden(spread('a')), theory: 'a'},
    ],
  },
  {id: 'delta', quantities: [{key: 'delta', value: spread('delta'), theory: 'delta'}]},
  {id: 'gradient', quantities: [{key: 'gradient', value: spread('gradient'), theory: 'gradient'}]},
  {
    id: 'units',
    share: true,
    quantities: [
      {key: 'saturated', value: hidden(layer => layer.saturatedShare)},
      {key: 'dead', value: hidden(layer => layer.deadUnitShare)},
    ],
  },
];

/**
 * The series of a chart: what theory expects of net B, then what was measured of A, then of B.
 * @param {typeof CHARTS[0]} chart
 * @param {{layers: Object[]}} b
 * @param {{layers: Object[]}|null} a pinned
 * @returns {{x: number[], series: {net: string, key: string, kind: 'measured'|'theory'|'low'|'high', values: (number|undefined)[]}[]}}
 */
export function seriesOf(chart, b, a) {
  const x = Array.from({length: Math.max(b.layers.length, a?.layers.length ?? 0)}, (_, i) => i + 1);
  const of = (net, layers, key, kind, value) => ({
    net,
    key,
    kind,
    values: x.map((_, i) => (layers[i] ? value(layers[i]) : undefined)),
  });
  const measured = (net, layers) => chart.quantities.map(({key, value}) => of(net, layers, key, 'measured', value));
  const expected = chart.quantities
    .filter(quantity => quantity.theory && b.layers.some(layer => layer.theory))
    .flatMap(({key, theory}) => [
      of('B', b.layers, key, 'theory', layer => layer.theory?.[theory]),
      ...(`${theory}Low` in (b.layers[0].theory ?? {})
        ? [
            of('B', b.layers, key, 'high', layer => layer.theory?.[`${theory}High`]),
            of('B', b.layers, key, 'low', layer => layer.theory?.[`${theory}Low`]),
          ]
        : []),
    ]);
  const said = expected.filter(one => one.values.some(value => Number.isFinite(value)));
  return {x, series: [...said, ...(a ? measured('A', a.layers) : []), ...measured('B', b.layers)]};
}

/** Whether values are so far apart that only ratios can be read: greatest over least above a factor, all above 0. */
export function wantsLog(series, factor = 20) {
  const values = series
    .filter(one => one.kind === 'measured')
    .flatMap(one => one.values)
    .filter(v => v > 0 && Number.isFinite(v));
  return values.length > 0 && Math.max(...values) / Math.min(...values) > factor;
}

/** What cannot be drawn on the axis: the layers (places in x) of a series that are not finite, and on a logarithmic one 0. */
export function undrawable(values, log) {
  const at = suits => values.flatMap((value, i) => (value !== undefined && suits(value) ? [i] : []));
  return {notFinite: at(value => !Number.isFinite(value)), zero: log ? at(value => value === 0) : []};
}
