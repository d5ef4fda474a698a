import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {nearestCells, ratioColour} from '../../main/resources/deeplearning4jUiAssets/gradientlab/explore/mapgrid.js';
import {joined} from '../../main/resources/deeplearning4jUiAssets/gradientlab/explore/training.js';
import {say} from '../../main/resources/deeplearning4jUiAssets/gradientlab/explore/words.js';

test('losses are joined to those known', () => {
  assert.deepEqual(joined([1, 2], {from: 2, values: [3]}, 3), [1, 2, 3]);
  assert.deepEqual(joined([1, 2, 3], {from: 1, values: [9]}, 2), [1, 9]);
});

test('a rewound training has no losses', () => assert.deepEqual(joined([1, 2, 3], {from: 0, values: []}, 0), []));

test('an answer that begins later than what is known waits for what is between', () =>
  assert.deepEqual(joined([1], {from: 5, values: [6]}, 6), [1]));

test('a coarse map fills the grid with the nearest nets', () => {
  const grid = {depths: [2, 10, 20], weightStds: [0.5, 1, 2]};
  const cells = [
    {weightStd: 0.5, depth: 2},
    {weightStd: 2, depth: 20},
  ];
  const rows = nearestCells(cells, grid);
  assert.equal(rows[0][0], cells[0]);
  assert.equal(rows[0][1], cells[0]);
  assert.equal(rows[2][2], cells[1]);
  assert.equal(rows[1][2], cells[1]);
});

test('what is 0 or not finite has a colour of its own', () => {
  const none = ratioColour(NaN, false);
  for (const ratio of [0, Infinity]) assert.deepEqual(ratioColour(ratio, false), none);
  assert.notDeepEqual(ratioColour(1e-20, false), none);
  assert.notDeepEqual(ratioColour(1e-20, false), ratioColour(1e20, false));
});

test('every word that a module asks for is in the catalogue', () => {
  const folder = new URL('../../main/resources/deeplearning4jUiAssets/gradientlab/explore/', import.meta.url);
  const asked = readdirSync(folder)
    .filter(name => name.endsWith('.js'))
    .flatMap(name => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/say\('([\w.]+)'/g)].map(match => match[1]));
  assert.ok(asked.length > 60, `${asked.length} words are asked for`);
  asked.forEach(key => assert.ok(say(key)));
});

test('a word that is not in the catalogue is named', () => assert.throws(() => say('no.such'), /"no\.such"/));
