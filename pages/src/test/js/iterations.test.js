import assert from 'node:assert/strict';
import {test} from 'node:test';
import {iterationAxis} from '../../main/resources/deeplearning4jUiAssets/gradientlab/draw/iterations.js';

for (const kind of ['linear', 'log']) {
  test(`${kind}: snapshots stand side by side without gaps after iteration 0`, () => {
    const axis = iterationAxis([0, 1, 2, 5, 10, 100], kind, 400);
    assert.ok(axis.apart);
    assert.equal(axis.from[0], 0);
    for (let i = 2; i < axis.from.length; i++) assert.equal(axis.from[i], axis.to[i - 1]);
    assert.ok(Math.abs(axis.to.at(-1) - 400) < 1e-9);
    assert.ok(axis.middle.every((pixel, i) => pixel >= axis.from[i] && pixel <= axis.to[i]));
  });
  test(`${kind}: a pixel leads to the snapshot under it`, () => {
    const iterations = [0, 10, 20, 30];
    const axis = iterationAxis(iterations, kind, 300);
    axis.middle.forEach((pixel, i) => assert.equal(axis.nearest(pixel), i));
    assert.equal(axis.nearest(-5), 0);
    assert.equal(axis.nearest(999), 3);
  });
}

test('without iteration 0 nothing stands apart', () => {
  const axis = iterationAxis([7, 9], 'linear', 100);
  assert.equal(axis.apart, false);
  assert.equal(axis.from[0], 0);
});

test('iteration 0 alone is there, and wide enough to be seen', () => {
  const axis = iterationAxis([0], 'log', 400, 14);
  assert.equal(axis.to[0], 112);
});
