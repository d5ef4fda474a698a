import assert from 'node:assert/strict';
import {test} from 'node:test';
import {evenAxis, placed, placer} from '../../main/resources/deeplearning4jUiAssets/gradientlab/draw/across.js';

const SESSION = {iterations: [0, 10, 30], seconds: [0, 1, 5], stepsPerEpoch: 20};

test('iterations stand where they are, or in epochs', () => {
  assert.equal(placer('iteration', SESSION)(30), 30);
  assert.deepEqual(placed({iterations: [0, 30], values: [2, 1]}, placer('epoch', SESSION)), {
    iterations: [0, 1.5],
    values: [2, 1],
  });
});

test('the time of an iteration lies evenly between those that are kept, and goes on as fast as the last', () =>
  assert.deepEqual([0, 5, 10, 20, 30, 40].map(placer('time', SESSION)), [0, 0.5, 1, 3, 5, 7]));

test('where epochs or times are not known, there is no place', () => {
  assert.equal(placer('epoch', {...SESSION, stepsPerEpoch: 0}), null);
  assert.equal(placer('time', {...SESSION, seconds: []}), null);
});

test('an axis of epochs begins at 0', () => {
  const axis = evenAxis([1, 4], 400);
  assert.equal(axis.place(1), 100);
  assert.equal(axis.ticks(4)[0].at, 0);
});
