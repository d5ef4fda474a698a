import assert from 'node:assert/strict';
import {test} from 'node:test';
import {magnified, scaled, stretchBetween} from '../../main/resources/deeplearning4jUiAssets/gradientlab/draw/zoom.js';

const ACROSS = {left: 60, width: 400};

test('a stretch lies between two places, whichever comes first, and within the drawing', () => {
  assert.deepEqual(stretchBetween(ACROSS, 160, 260), [0.25, 0.5]);
  assert.deepEqual(stretchBetween(ACROSS, 260, 160), [0.25, 0.5]);
  assert.deepEqual(stretchBetween(ACROSS, 0, 9999), [0, 1]);
});

test('hardly any way is no stretch', () => {
  assert.equal(stretchBetween(ACROSS, 160, 163), null);
  assert.equal(stretchBetween(ACROSS, 10, 50), null);
});

test('the stretch fills what the box has beside the axis', () => {
  // 60 pixels of axis, 440 for a quarter of the abscissa, 40 behind it.
  const width = magnified(ACROSS, 500, 500, [0.25, 0.5]);
  assert.equal((width - 100) * 0.25, 440);
});

test('a drawing becomes neither narrower than the box nor wider than a canvas can be', () => {
  assert.equal(magnified(ACROSS, 500, 200, [0, 1]), 500);
  assert.equal(magnified(ACROSS, 500, 500, [0.5, 0.5001], 2), 8000);
});

test('keys halve and double the stretch, which stays within the drawing', () => {
  assert.deepEqual(scaled([0, 1], 0.5), [0.25, 0.75]);
  assert.deepEqual(scaled([0, 0.25], 2), [0, 0.5]);
  assert.deepEqual(scaled([0.75, 1], 2), [0.5, 1]);
  assert.equal(scaled([0.25, 0.75], 2), null);
  assert.equal(scaled([0.25, 0.75], Infinity), null);
});
