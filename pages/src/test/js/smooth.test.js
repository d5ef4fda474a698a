import assert from 'node:assert/strict';
import {test} from 'node:test';
import {smoothed} from '../../main/resources/deeplearning4jUiAssets/gradientlab/draw/smooth.js';

test('without weight a curve stays as it is', () => assert.deepEqual(smoothed([3, 1, 2], 0), [3, 1, 2]));

test('a constant stays the same, from its first point on', () => assert.deepEqual(smoothed([2, 2, 2], 0.5), [2, 2, 2]));

// Weights 1 and 2 of the values 0 and 3, by hand.
test('the newest value weighs most', () => assert.deepEqual(smoothed([0, 3], 0.5), [0, 2]));

test('what is not finite stays and is left out', () => assert.deepEqual(smoothed([0, NaN, 3], 0.5), [0, NaN, 2]));
