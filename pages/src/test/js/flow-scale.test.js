import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bounds, place, ticks} from '../../main/resources/deeplearning4jUiAssets/gradientlab/flow/scale.js';

const STD = {scale: 'log'};
const RATIO = {scale: 'log', healthy: -3};
const SHARE = {scale: 'share'};

test('bounds are whole decades around the values', () => {
  assert.deepEqual(bounds(STD, [0.02, 3]), [-2, 1]);
  assert.deepEqual(bounds(STD, [1]), [0, 1]);
});

test('a share always has the whole axis', () => assert.deepEqual(bounds(SHARE, [0.2]), [0, 1]));

test('a decade on both sides of what is healthy is always in sight', () => {
  assert.deepEqual(bounds(RATIO, [1e-3]), [-4, -2]);
  assert.deepEqual(bounds(RATIO, []), [-4, -2]);
});

test('bounds grow with what was seen before, unless the values would end up in a corner', () => {
  assert.deepEqual(bounds(STD, [0.5], [-3, 0]), [-3, 0]);
  assert.deepEqual(bounds(STD, [0.5], [-30, 0]), [-1, 0]);
});

test('values that are 0 or not finite move no bound', () => {
  assert.deepEqual(bounds(STD, [0, NaN, Infinity, 0.5]), [-1, 0]);
  assert.equal(place(STD, 0), -Infinity);
  assert.ok(Number.isNaN(place(STD, NaN)));
});

test('ticks are no closer than twenty pixels', () => {
  assert.deepEqual(
    ticks(STD, [-8, 0], 60).map(tick => tick.label),
    ['10⁻⁶', '10⁻³', '10⁰'],
  );
  assert.deepEqual(
    ticks(SHARE, [0, 1], 60).map(tick => tick.label),
    ['0 %', '50 %', '100 %'],
  );
});
