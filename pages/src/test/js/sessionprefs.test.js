import assert from 'node:assert/strict';
import {test} from 'node:test';
import {arranged} from '../../main/resources/deeplearning4jUiAssets/gradientlab/sessionprefs.js';

const ROWS = [
  {id: 'run 10, tanh', loss: 0.3},
  {id: 'run 9, ReLU', loss: NaN},
  {id: 'run 2, tanh', loss: 0.1},
];
const NOTHING = {pinned: [], hidden: [], looks: {}};
const ids = (choice, wanted = NOTHING) => arranged(ROWS, choice, wanted).map(({id}) => Number(/\d+/.exec(id)[0]));

test('sessions stand as they were started, newest first, by name with its numbers, or by loss', () => {
  assert.deepEqual(ids({}), [10, 9, 2]);
  assert.deepEqual(ids({order: 'newest'}), [2, 9, 10]);
  assert.deepEqual(ids({order: 'name'}), [2, 9, 10]);
  assert.deepEqual(ids({order: 'loss'}), [2, 10, 9]);
});

test('a filter wants all its words, in any case', () => {
  assert.deepEqual(ids({filter: 'TANH run'}), [10, 2]);
  assert.deepEqual(ids({filter: 'tanh', keep: ['run 9, ReLU']}), [10, 9, 2]);
});

test('pinned sessions come first, hidden ones are left out until all are asked for', () => {
  const wanted = {...NOTHING, pinned: ['run 2, tanh'], hidden: ['run 9, ReLU']};
  assert.deepEqual(ids({}, wanted), [2, 10]);
  assert.deepEqual(ids({all: true}, wanted), [2, 10, 9]);
});
