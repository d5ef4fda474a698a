import assert from 'node:assert/strict';
import {test} from 'node:test';
import {differing, settingsText} from '../../main/resources/deeplearning4jUiAssets/gradientlab/explore/differences.js';
import {
  applies,
  essential,
  query,
  readAddress,
  same,
  standards,
  writeAddress,
} from '../../main/resources/deeplearning4jUiAssets/gradientlab/explore/settings.js';

const CONTROLS = [
  {name: 'init', label: 'Initialisation', standard: 'torch-linear', when: {}},
  {name: 'weightStd', label: 'Weight std', standard: '1', when: {init: ['scaled']}},
  {name: 'depth', label: 'Depth', standard: '20', when: {}},
];

test('what is left out is standard', () => {
  assert.deepEqual(standards(CONTROLS), {init: 'torch-linear', weightStd: '1', depth: '20'});
  assert.deepEqual(essential(CONTROLS, {depth: '20'}), {});
  assert.deepEqual(essential(CONTROLS, {depth: '30'}), {depth: '30'});
});

test('a setting that means nothing is neither asked for nor a difference', () => {
  assert.equal(applies(CONTROLS[1], {init: 'orthogonal'}), false);
  assert.equal(query(CONTROLS, {init: 'orthogonal', weightStd: '3'}), 'init=orthogonal');
  assert.ok(same(CONTROLS, {weightStd: '3'}, {}));
  assert.deepEqual(differing(CONTROLS, {weightStd: '3'}, {}), []);
});

test('settings go to the address and come back', () => {
  const chosen = {
    settings: {init: 'scaled', weightStd: '1.2', depth: '20'},
    pinned: {init: 'torch-linear', weightStd: '1', depth: '5'},
    view: 'map',
    layer: 3,
  };
  const hash = writeAddress(CONTROLS, chosen);
  assert.equal(hash, '#init=scaled&weightStd=1.2&pin=&pin.depth=5&view=map&layer=3');
  assert.deepEqual(readAddress(CONTROLS, hash), {...chosen, unknown: []});
});

test('a pinned net of standard settings is still pinned, and none is none', () => {
  const standard = standards(CONTROLS);
  assert.equal(writeAddress(CONTROLS, {settings: standard, pinned: standard, view: '', layer: 1}), '#pin=');
  assert.deepEqual(readAddress(CONTROLS, '#pin=').pinned, standard);
  assert.equal(readAddress(CONTROLS, '').pinned, null);
});

test('what the page does not know is named', () => {
  const read = readAddress(CONTROLS, '#foo=1&pin.bar=2&layer=x');
  assert.deepEqual(read.unknown, ['foo', 'pin.bar']);
  assert.equal(read.layer, 1);
});

test('differences are named with both values', () => {
  const text = settingsText(CONTROLS, {init: 'torch-linear', depth: '20'}, {init: 'scaled', weightStd: '2', depth: '20'});
  assert.equal(text, 'A → B: Initialisation torch-linear → scaled, Weight std – → 2.');
  assert.equal(settingsText(CONTROLS, {}, {}), 'A and B are the same net.');
});

test('a setting that appears with its standard value is no difference of its own', () =>
  assert.deepEqual(
    differing(CONTROLS, {}, {init: 'scaled'}).map(one => one.label),
    ['Initialisation'],
  ));
