import assert from 'node:assert/strict';
import {test} from 'node:test';
import {kindOf} from '../../main/resources/deeplearning4jUiAssets/gradientlab/flow/kinds.js';
import {norm} from '../../main/resources/deeplearning4jUiAssets/gradientlab/norm.js';
import {alive, PANELS} from '../../main/resources/deeplearning4jUiAssets/gradientlab/flow/quantities.js';

const of = (std, more = {}) => ({count: 10, mean: 0, std, nan: 0, positiveInfinity: 0, negativeInfinity: 0, ...more});
const parameter = (name, ratio = -3, update = of(1)) => ({name, values: of(1), gradient: of(1), update, log10UpdateRatio: ratio});
const layer = (...parameters) => ({role: 'WEIGHTS', nonlinearity: 'IDENTITY', z: of(1), a: of(1), delta: of(1), parameters});
const panel = id => PANELS.find(one => one.id === id);
const looks = layers =>
  Object.fromEntries(
    panel('gradient')
      .series(layers, 'std')
      .map(({label, look, line}) => [label, [look, line]]),
  );

test('weights and biases look the same whichever layer comes first', () => {
  const dense = layer(parameter('W'), parameter('b'));
  const norms = layer(parameter('gamma'), parameter('beta'));
  const [one, other] = [looks([dense, norms]), looks([norms, dense])];
  assert.deepEqual(one, other);
  assert.deepEqual(one.W, [2, true]);
  assert.equal(new Set(Object.values(one).map(([look]) => look)).size, 4);
});

test('a rate is healthy in layers alone that learn', () => {
  const layers = [
    layer(parameter('W')),
    layer(parameter('W', -Infinity)),
    layer(),
    layer(parameter('W', NaN, of(NaN, {nan: 3}))),
  ];
  assert.deepEqual(alive(panel('ratio').series(layers, 'std')), [0]);
});

// 3, 4: Σx² = 25, mean 3.5, std² = 0.5.
test('a norm follows from count, mean and std', () => {
  assert.ok(Math.abs(norm({count: 2, mean: 3.5, std: Math.SQRT1_2}) - 5) < 1e-12);
  assert.equal(norm({count: 1, mean: -2, std: NaN}), 2);
});

test('a kind is short enough for an axis', () => {
  const kind = (role, name, nonlinearity) => kindOf({role, kind: name, nonlinearity});
  assert.equal(kind('WEIGHTS', 'DrawnDenseLayer + ActivationLayer', 'TANH'), 'Dense tanh');
  assert.equal(kind('BATCH_NORM', 'BatchNormalization', 'IDENTITY'), 'BatchNorm');
  assert.equal(kind('ACTIVATION', 'ActivationLayer', 'LEAKY_RELU'), 'leaky relu');
  assert.equal(kind('OUTPUT', 'OutputLayer', 'SOFTMAX'), 'Output softmax');
});
