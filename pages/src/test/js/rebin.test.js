import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  binOf,
  edgesOn,
  finiteCount,
  rangeOf,
  rebin,
  spreadOf,
  support,
  totalCount,
} from '../../main/resources/deeplearning4jUiAssets/gradientlab/draw/rebin.js';
import {linear} from '../../main/resources/deeplearning4jUiAssets/gradientlab/draw/scales.js';

/** A histogram from low to high; mean and std only matter where all values are the same. */
const histogram = (low, high, counts, more = {}) => ({
  iteration: 0,
  low,
  high,
  counts,
  below: 0,
  above: 0,
  nan: 0,
  positiveInfinity: 0,
  negativeInfinity: 0,
  mean: (low + high) / 2,
  std: (high - low) / 4,
  ...more,
});

const rebinned = (h, edges) => Array.from(rebin(h, edges).counts);

const CASES = [
  {
    // 0    1    2        0    1    2
    // | 4  | 8  |   ->   | 4  | 8  |
    name: 'the same bins keep their counts',
    from: histogram(0, 2, [4, 8]),
    edges: [0, 1, 2],
    to: [4, 8],
  },
  {
    // 0         1    2        0   0.5   1    2
    // |    8    | 1  |   ->   | 4  | 4  | 1  |
    name: 'a wide bin is shared out by overlap',
    from: histogram(0, 2, [8, 1]),
    edges: [0, 0.5, 1, 2],
    to: [4, 4, 1],
  },
  {
    // 0    1    2    3        0         2    3
    // | 1  | 2  | 3  |   ->   |    3    | 3  |
    name: 'narrow bins are added up',
    from: histogram(0, 3, [1, 2, 3]),
    edges: [0, 2, 3],
    to: [3, 3],
  },
  {
    //   1    3          0    2    4
    //   |3|3|      ->   | 3  | 3  |
    name: 'a bin across an edge is cut there',
    from: histogram(1, 3, [3, 3]),
    edges: [0, 2, 4],
    to: [3, 3],
  },
  {
    name: 'what lies outside of the edges goes to the first and the last bin',
    from: histogram(0, 2, [1, 1], {below: 5, above: 7}),
    edges: [0, 1, 2],
    to: [6, 8],
  },
  {
    name: 'values that are all the same go to one bin, however wide their range is served',
    from: histogram(0.5, 1.5, [0, 9, 0], {mean: 1, std: 0}),
    edges: [0, 0.9, 1.1, 2],
    to: [0, 9, 0],
  },
];

for (const {name, from, edges, to} of CASES) {
  test(name, () => assert.deepEqual(rebinned(from, edges), to));
}

test('no value is lost or made, whatever the edges', () => {
  const h = histogram(-3, 5, [3, 0, 11, 7, 1, 0, 2, 9]);
  for (const bins of [1, 2, 3, 7, 50, 333]) {
    const counts = rebinned(h, edgesOn(linear(-4, 6), bins));
    assert.ok(Math.abs(counts.reduce((a, b) => a + b) - 33) < 1e-9, `${bins} bins`);
  }
});

test('values that are not finite count as values and as no finite ones', () => {
  const h = histogram(0, 1, [2, 3], {below: 1, above: 1, nan: 4, positiveInfinity: 5, negativeInfinity: 6});
  assert.equal(finiteCount(h), 7);
  assert.equal(totalCount(h), 22);
});

test('the support is NaN without a finite value, and a point where all are the same', () => {
  assert.deepEqual(support(histogram(0, 1, [0, 0])), [NaN, NaN]);
  assert.deepEqual(support(histogram(0.5, 1.5, [0, 3, 0], {mean: 1})), [1, 1]);
  assert.deepEqual(support(histogram(0, 1, [1, 2])), [0, 1]);
});

test('the range covers every histogram with values, and is 0 to 0 without any', () => {
  assert.deepEqual(rangeOf([histogram(0, 1, [1, 1]), histogram(-2, 0.5, [1, 1]), histogram(-99, 99, [0, 0])]), [-2, 1]);
  assert.deepEqual(rangeOf([]), [0, 0]);
});

test('the spread leaves out what has none', () => {
  assert.deepEqual(spreadOf([histogram(0, 4, [1, 1]), histogram(0, 40, [1, 1]), histogram(0, 1, [0, 3])]), [1, 10]);
  assert.deepEqual(spreadOf([]), [NaN, NaN]);
});

test('a value belongs to the bin that begins with it; values outside to the first or last', () => {
  const edges = [0, 1, 2, 3];
  const found = [-5, 0, 0.99, 1, 2.5, 3, 99].map(value => binOf(edges, value));
  assert.deepEqual(found, [0, 0, 0, 1, 2, 2, 2]);
});
