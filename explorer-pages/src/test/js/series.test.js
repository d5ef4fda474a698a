import assert from 'node:assert/strict';
import {test} from 'node:test';
import {csv} from '../../main/resources/deeplearning4jUiAssets/gradientlab/explore/exports.js';
import {svgChart} from '../../main/resources/deeplearning4jUiAssets/gradientlab/explore/svgchart.js';
import {deltaText, lostLayers} from '../../main/resources/deeplearning4jUiAssets/gradientlab/explore/headline.js';
import {layerText} from '../../main/resources/deeplearning4jUiAssets/gradientlab/explore/layertable.js';
import {CHARTS, seriesOf, undrawable, wantsLog} from '../../main/resources/deeplearning4jUiAssets/gradientlab/explore/series.js';
import {isValue, positionOf, valueAt} from '../../main/resources/deeplearning4jUiAssets/gradientlab/explore/sliders.js';

const statistics = (std, nan = 0) => ({count: 10 - nan, std, nan, positiveInfinity: 0, negativeInfinity: 0});
const layer = (name, delta, nan = 0) => ({
  name,
  nonlinearity: name === 'output' ? '' : `tanh-${name}`,
  z: statistics(1),
  a: statistics(0.6),
  delta: statistics(delta, nan),
  gradient: statistics(1e-3),
  saturatedShare: 0.1,
  deadUnitShare: 0,
});
const net = (deltas, nan = 0) => [
  ...deltas.map((delta, i) => layer(String(i + 1), delta, i === 0 ? nan : 0)),
  layer('output', 1),
];

test('the headline says what is left of δ', () => {
  assert.equal(deltaText(net([3e-8, 1e-3, 1])), 'Gradient δ in layer 1 is 3.3·10⁷ times smaller than in layer 3');
  assert.equal(deltaText(net([2.7e-5, 1])), 'Gradient δ in layer 1 is 37,000 times smaller than in layer 2');
  assert.equal(deltaText(net([0.123, 1])), 'Gradient δ in layer 1 is 12 % of that in layer 2');
  assert.equal(deltaText(net([40, 1])), 'Gradient δ in layer 1 is 40 times as large as in layer 2');
  assert.equal(deltaText(net([0, 0, 1])), 'No gradient reaches layer 2: δ is 0.');
  assert.equal(deltaText(net([1, 1], 3)), 'Values in layer 1 are not finite.');
  assert.equal(deltaText(net([0.5])), 'Gradient δ in layer 1 has std 0.5');
});

test('layers are lost below a share of the last δ', () => assert.deepEqual(lostLayers(net([0, 1e-3, 0.5, 1]), 0.01), [1, 2]));

test('a chart has the theory, then A, then B; what is not finite is NaN, what does not exist is nothing', () => {
  const b = {layers: net([1, 2], 3).map(one => ({...one, theory: {delta: 1, deltaLow: 0.9, deltaHigh: 1.1}}))};
  const {x, series} = seriesOf(CHARTS[1], b, {layers: net([5])});
  assert.deepEqual(x, [1, 2, 3]);
  assert.deepEqual(
    series.map(one => `${one.net} ${one.kind}`),
    ['B theory', 'B high', 'B low', 'A measured', 'B measured'],
  );
  assert.deepEqual(series[3].values, [5, 1, undefined]);
  assert.deepEqual(series[4].values, [NaN, 2, 1]);
  assert.deepEqual(seriesOf(CHARTS[3], b, null).series[0].values, [0.1, 0.1, undefined]);
});

test('an axis is logarithmic when values are far apart', () => {
  const measured = values => [{kind: 'measured', values}];
  assert.equal(wantsLog(measured([1, 21])), true);
  assert.equal(wantsLog(measured([1, 19, 0, NaN])), false);
  assert.equal(wantsLog(measured([NaN])), false);
});

test('0 has no place on a logarithmic axis, NaN on none', () => {
  assert.deepEqual(undrawable([1, 0, NaN, undefined], true), {notFinite: [2], zero: [1]});
  assert.deepEqual(undrawable([1, 0, Infinity], false), {notFinite: [2], zero: []});
});

const DATA = {
  title: 'δ < 1',
  xTitle: 'layer',
  yTitle: 'std',
  log: true,
  x: [1, 2, 3],
  columns: [
    {name: 'B: δ, "measured"', values: [1e-3, NaN, 1]},
    {name: 'A', values: [undefined, 0, 0.1], dash: undefined, points: true},
  ],
};

test('CSV has a line of names with what their values are, NaN in words, and nothing where there is nothing', () =>
  assert.equal(csv(DATA), 'layer,"B: δ, ""measured"", std","A, std"\r\n1,0.001,\r\n2,NaN,0\r\n3,1,0.1\r\n'));

test('SVG has a line for each series, broken where there is no value, and escapes words', () => {
  const svg = svgChart(DATA, {width: 600, height: 300, ink: '#000', paper: '#fff', grid: '#ccc'});
  const lines = [...svg.matchAll(/<path d="(M[^"]*)" fill="none"/g)].map(match => match[1]);
  assert.deepEqual(
    lines.map(path => path.replace(/[\d. -]+/g, '')),
    ['MM', 'M'],
  );
  assert.equal(svg.match(/<circle/g).length, 1); // the one value of A above 0
  assert.ok(svg.includes('✕') && svg.includes('▽'));
  assert.ok(svg.includes('δ &lt; 1'));
  assert.ok(svg.includes('10⁻³'));
});

test('a slider with equal ratios goes from the least to the greatest value', () => {
  const width = {low: 16, high: 1024, kind: 'WHOLE', logarithmic: true};
  assert.equal(valueAt(width, 0), 16);
  assert.equal(valueAt(width, 500), 128); // the geometric mean
  assert.equal(valueAt(width, 1000), 1024);
  assert.equal(positionOf(width, 128), 500);
});

test('a field takes what the control can have', () => {
  const depth = {low: 1, high: 100, kind: 'WHOLE'};
  assert.deepEqual(
    ['1', '100', '1e1', '0', '2.5', '', 'x'].map(text => isValue(depth, text)),
    [true, true, true, false, false, false, false],
  );
});

test('a layer is told in words, what is not finite included', () => {
  const shown = {b: {layers: net([0.25], 2).map(one => ({...one, theory: {z: 1.1}}))}, a: null};
  assert.equal(layerText(shown, 0), 'layer 1: B: z 1 (theory 1.1), a 0.6, δ NaN, ∂L/∂W 0.001, saturated 10 %, dead units 0 %.');
  assert.equal(layerText(shown, 1), 'the output layer: B: z 1 (theory 1.1), δ 1, ∂L/∂W 0.001.');
});
