import assert from 'node:assert/strict';
import {test} from 'node:test';
import {counted, number, percent, power, whole} from '../../main/resources/deeplearning4jUiAssets/gradientlab/numbers.js';

const NUMBERS = [
  [0, '0'],
  [0.012345, '0.0123'],
  [4.5678, '4.57'],
  [-4.5678, '−4.57'],
  [99999, '100000'],
  [100000, '1·10⁵'],
  [2.1234e-7, '2.12·10⁻⁷'],
  [NaN, 'NaN'],
  [Infinity, '∞'],
  [-Infinity, '−∞'],
];

for (const [value, text] of NUMBERS) test(`${value} is written ${text}`, () => assert.equal(number(value), text));

test('powers, shares, counts', () => {
  assert.equal(power(-12), '10⁻¹²');
  assert.equal(percent(0.8369), '83.7 %');
  assert.equal(percent(NaN), 'NaN');
  assert.equal(whole(1234567), '1,234,567');
  assert.equal(counted(1, 'fault'), '1 fault');
  assert.equal(counted(2, 'fault'), '2 faults');
});
