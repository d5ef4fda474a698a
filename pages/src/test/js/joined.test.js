import assert from 'node:assert/strict';
import {test} from 'node:test';
import {alone, joined} from '../../main/resources/deeplearning4jUiAssets/gradientlab/flow/joined.js';

const figures = std => ({count: 32, mean: 0, std, min: -1, max: 1, nan: 0, positiveInfinity: 0, negativeInfinity: 0});
const layer = (name, role, nonlinearity, z, a) => ({
  name,
  kind: `${role}Layer`,
  role,
  nonlinearity,
  units: 4,
  z: figures(z),
  a: figures(a),
  delta: figures(0.5),
  saturatedShare: nonlinearity === 'TANH' ? 0.25 : NaN,
  deadUnitShare: NaN,
  zeroDeltaShare: 0,
  parameters: role === 'WEIGHTS' ? [{name: 'W'}] : [],
});
const dense = layer('hidden-1', 'WEIGHTS', 'IDENTITY', 2, 2);
const tanh = layer('tanh-1', 'ACTIVATION', 'TANH', 2, 0.75);

test('an affine layer and its nonlinearity are one column', () => {
  const [column, ...more] = joined([dense, tanh]);
  assert.equal(more.length, 0);
  assert.deepEqual(column.names, ['hidden-1', 'tanh-1']);
  assert.equal(column.name, 'hidden-1');
  assert.equal(column.opens, 'tanh-1');
  assert.equal(column.z.std, 2);
  assert.equal(column.a.std, 0.75);
  assert.equal(column.saturatedShare, 0.25);
  assert.deepEqual(column.parameters, [{name: 'W'}]);
});

test('the nonlinearity of another layer stays apart', () => {
  const other = layer('tanh-1', 'ACTIVATION', 'TANH', 2.5, 0.75);
  assert.deepEqual(
    joined([dense, other]).map(column => column.names),
    [['hidden-1'], ['tanh-1']],
  );
});

test('a layer with a nonlinearity inside, and the last one, stay as they are', () => {
  const inside = layer('hidden-1', 'WEIGHTS', 'TANH', 2, 2);
  assert.deepEqual(
    joined([inside, tanh, dense]).map(column => column.names),
    [['hidden-1'], ['tanh-1'], ['hidden-1']],
  );
});

test('figures that are not finite are compared, too', () => {
  const lost = {...dense, a: figures(NaN)};
  const too = {...tanh, z: figures(NaN)};
  assert.equal(joined([lost, too]).length, 1);
});

test('a column of a single layer opens that layer', () => {
  assert.deepEqual(alone(tanh).names, ['tanh-1']);
  assert.equal(alone(tanh).opens, 'tanh-1');
});
