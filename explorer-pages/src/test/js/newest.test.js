import assert from 'node:assert/strict';
import {test} from 'node:test';
import {oneInFlight} from '../../main/resources/deeplearning4jUiAssets/gradientlab/explore/newest.js';
import {Steps} from '../../main/resources/deeplearning4jUiAssets/gradientlab/explore/steps.js';

/** A server whose answers are given by hand. */
function byHand() {
  const asked = [];
  const got = [];
  const ask = oneInFlight(
    question => new Promise((resolve, reject) => asked.push({question, resolve, reject})),
    (answer, question) => got.push(`${question}: ${answer}`),
    (error, question) => got.push(`${question} failed: ${error.message}`),
  );
  return {ask, asked, got, settled: () => new Promise(resolve => setTimeout(resolve))};
}

test('one question is under way at a time, and of those that wait only the newest is asked', async () => {
  const {ask, asked, got, settled} = byHand();
  ['a', 'b', 'c', 'd'].forEach(ask);
  assert.deepEqual(
    asked.map(one => one.question),
    ['a'],
  );
  asked[0].resolve(1);
  await settled();
  asked[1].resolve(2);
  await settled();
  assert.deepEqual(got, ['a: 1', 'd: 2']);
});

test('after a failure the next question is asked', async () => {
  const {ask, asked, got, settled} = byHand();
  ['a', 'b'].forEach(ask);
  asked[0].reject(new Error('no'));
  await settled();
  asked[1].resolve(2);
  await settled();
  assert.deepEqual(got, ['a failed: no', 'b: 2']);
});

test('a change is undone and done again, and a new one forgets what was undone', () => {
  const steps = new Steps('a');
  steps.add('b');
  steps.add('c');
  assert.equal(steps.travel(-1), 'b');
  assert.equal(steps.travel(-1), 'a');
  assert.equal(steps.travel(-1), null);
  assert.equal(steps.travel(1), 'b');
  steps.add('d');
  assert.equal(steps.can(1), false);
  assert.equal(steps.travel(-1), 'b');
});

test('the moves of a slider are one step, until it rests', () => {
  let time = 0;
  const steps = new Steps('a', () => time);
  steps.add('b', 'depth');
  steps.add('c', 'depth');
  time += 5000;
  steps.add('d', 'depth');
  assert.deepEqual(steps.all, ['a', 'c', 'd']);
});
