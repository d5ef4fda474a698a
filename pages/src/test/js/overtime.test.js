import assert from 'node:assert/strict';
import {test} from 'node:test';
import {alsoFromElsewhere, changeOf, profiles} from '../../main/resources/deeplearning4jUiAssets/gradientlab/flow/overtime.js';

const profile = (norms, fromLast) => profiles([{name: 'lstm', time: {norms, fromLast, limit: NaN}}])[0];

test('layers without time are left out, and norms are turned to go back from the last step', () => {
  const layers = [
    {name: 'dense', time: {norms: [], fromLast: [], limit: NaN}},
    {name: 'lstm', time: {norms: [1, 2, 4], fromLast: [4, 2, 1], limit: 0.004}},
  ];
  assert.deepEqual(profiles(layers), [{name: 'lstm', look: 0, norms: [4, 2, 1], fromLast: [4, 2, 1], limit: 0.004}]);
});

test('all that reaches the steps is what comes from the last, unless it can be seen that more does', () => {
  assert.equal(alsoFromElsewhere(profile([1, 2, 4], [4, 2, 1.01])), false);
  assert.equal(alsoFromElsewhere(profile([3, 3, 4], [4, 2, 1])), true);
  assert.equal(alsoFromElsewhere(profile([1, 2, 4], [4, 2])), true);
});

test('the change is that of all steps, and a geometric mean as far back as there is something left', () => {
  assert.deepEqual(changeOf(profile([0.25, 1, 4], [4, 1, 0.25])), {steps: 2, share: 0.0625, perStep: 0.25});
  assert.deepEqual(changeOf(profile([0, 1, 4], [4, 1, 0])), {steps: 2, share: 0, perStep: 0.25});
  assert.deepEqual(changeOf(profile([4], [4])), {steps: 0, share: NaN, perStep: NaN});
});
