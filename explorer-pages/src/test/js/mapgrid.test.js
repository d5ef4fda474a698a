import assert from 'node:assert/strict';
import {test} from 'node:test';
import {gridOf, nearestCells, valueColour} from '../../main/resources/deeplearning4jUiAssets/gradientlab/explore/mapgrid.js';

const cell = (weightStd, depth) => ({weightStd, depth});

test('the grid of a sweep has each depth and std once, in order', () => {
  assert.deepEqual(gridOf([cell(1, 10), cell(0.5, 2), cell(1, 2)]), {depths: [2, 10], weightStds: [0.5, 1]});
});

test('a place without a net shows the nearest one', () => {
  const cells = [cell(0.5, 2), cell(1, 2), cell(1, 10)];
  const [shallow, deep] = nearestCells(cells, gridOf(cells));
  assert.deepEqual(shallow, [cells[0], cells[1]]);
  assert.equal(deep[1], cells[2]);
  assert.ok(cells.includes(deep[0]));
});

test('the highest value is darkest, and one that is not finite has a colour of its own', () => {
  const light = colour => colour[0] + colour[1] + colour[2];
  const at = value => valueColour(value, 0.1, 0.9, false);
  assert.ok(light(at(0.1)) > light(at(0.5)) && light(at(0.5)) > light(at(0.9)));
  assert.deepEqual(at(NaN), at('NaN'));
  assert.notDeepEqual(at(NaN), at(0.1));
  assert.deepEqual(valueColour(2, 2, 2, true), valueColour(3, 3, 3, true));
});
