import assert from 'node:assert/strict';
import {test} from 'node:test';
import {exponent, logRange, logSplits} from '../../main/resources/deeplearning4jUiAssets/gradientlab/logaxis.js';

const HIGH = 10000;

test('an axis has whole decades, one where there is nothing to show', () => {
  assert.deepEqual(logRange(0.02, 3), [0.01, 10]);
  assert.deepEqual(logRange(1, 1), [1, 10]);
  assert.deepEqual(logRange(NaN, NaN), [0.1, 1]);
});

test('ticks are powers of ten, with those between where they are few', () => {
  assert.deepEqual(logSplits(1e-3, 1, HIGH), [1e-3, 1e-2, 0.1, 1]);
  assert.equal(logSplits(1, 100, HIGH).length, 19);
  assert.deepEqual(logSplits(0.5, 2, HIGH), [0.5, 0.6, 0.7, 0.8, 0.9, 1, 2]);
});

test('ticks go as far down as numbers do', () => {
  assert.deepEqual(logSplits(1e-30, 1e-27, HIGH), [1e-30, 1e-29, 1e-28, 1e-27]);
  assert.equal(logSplits(1e-300, 1, HIGH).length, 301);
});

test('there are no more powers than there is room for', () => assert.deepEqual(logSplits(1e-4, 1, 40), [1e-4, 1e-2, 1]));

test('a power of ten has an exponent', () => {
  assert.equal(exponent(1e-24), -24);
  assert.equal(exponent(2), null);
});
