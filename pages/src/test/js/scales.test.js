import assert from 'node:assert/strict';
import {test} from 'node:test';
import {linear, log, symmetricLog} from '../../main/resources/deeplearning4jUiAssets/gradientlab/draw/scales.js';

const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);

const SCALES = {
  'linear from −3 to 5': linear(-3, 5),
  'log from 1e-6 to 100': log(1e-6, 100),
  'symmetric log from −10 to 1000': symmetricLog(-10, 1000, 1e-3),
};

for (const [name, scale] of Object.entries(SCALES)) {
  test(`${name}: a value goes to its place and back`, () => {
    near(scale.at(scale.min), 0);
    near(scale.at(scale.max), 1);
    for (let u = 0; u <= 1; u += 0.05) near(scale.at(scale.value(u)), u);
  });
  test(`${name}: ticks ascend, lie within, and are no more than twice as many as asked for`, () => {
    for (const most of [2, 4, 8]) {
      const values = scale.ticks(most).map(tick => tick.value);
      assert.deepEqual(
        values,
        [...values].sort((a, b) => a - b),
      );
      assert.ok(values.every(value => value >= scale.min - 1e-9 && value <= scale.max + 1e-9));
      assert.ok(values.length > 0 && values.length <= 2 * most + 1, `${values.length} ticks for ${most}`);
    }
  });
}

test('a range without width is widened around its value', () => {
  assert.deepEqual([linear(4, 4).min, linear(4, 4).max], [2, 6]);
  assert.deepEqual([linear(0, 0).min, linear(0, 0).max], [-0.5, 0.5]);
  assert.deepEqual([log(8, 8).min, log(8, 8).max], [4, 16]);
});

const labels = (scale, most) => scale.ticks(most).map(tick => tick.label);

test('labels are written as people write them', () => {
  assert.deepEqual(labels(linear(0, 1), 5), ['0', '0.2', '0.4', '0.6', '0.8', '1']);
  assert.deepEqual(labels(log(1e-3, 1e2), 10), ['10⁻³', '10⁻²', '10⁻¹', '10⁰', '10¹', '10²']);
  assert.deepEqual(labels(log(1, 20), 5), ['1', '2', '5', '10', '20']);
  assert.deepEqual(labels(symmetricLog(-1, 1, 0.1), 6), ['−10⁰', '−10⁻¹', '0', '10⁻¹', '10⁰']);
});
