import assert from 'node:assert/strict';
import {test} from 'node:test';
import {speak} from '../../main/resources/deeplearning4jUiAssets/gradientlab/language.js';
import {number, percent, power, whole} from '../../main/resources/deeplearning4jUiAssets/gradientlab/numbers.js';

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

test('powers, shares, whole numbers', () => {
  assert.equal(power(-12), '10⁻¹²');
  assert.equal(percent(0.8369), '83.7 %');
  assert.equal(percent(NaN), 'NaN');
  assert.equal(whole(1234567), '1,234,567');
});

test('Russian has a comma before decimals and narrow spaces between thousands', () => {
  speak('ru');
  assert.equal(number(-0.012345), '−0,0123');
  assert.equal(number(2.1234e-7), '2,12·10⁻⁷');
  assert.equal(percent(0.8369), '83,7 %');
  assert.equal(whole(1234567), '1\u202f234\u202f567');
  speak('en');
});
