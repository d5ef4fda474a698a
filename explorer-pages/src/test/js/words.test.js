import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readdirSync, readFileSync} from 'node:fs';
import {WORDS, say} from '../../main/resources/deeplearning4jUiAssets/gradientlab/explore/words.js';
import {
  filled,
  russianForm,
  russianNumbers,
} from '../../../../pages/src/main/resources/deeplearning4jUiAssets/gradientlab/language.js';

const FOLDER = new URL('../../main/resources/deeplearning4jUiAssets/gradientlab/explore/', import.meta.url);
const PLACE = /\{(\w+)((?:\|[^{}|]*)*)\}/g;
const places = text => [...new Set([...text.matchAll(PLACE)].map(place => place[1]))].sort();

test('both languages have the same keys and places', () => {
  assert.deepEqual(Object.keys(WORDS.ru).sort(), Object.keys(WORDS.en).sort());
  for (const [key, text] of Object.entries(WORDS.ru)) {
    assert.deepEqual(places(text), places(WORDS.en[key]), key);
    for (const [, , forms] of text.matchAll(PLACE)) assert.ok(forms === '' || forms.split('|').length === 4, key);
  }
});

test('every key that the code names is there', () => {
  const named = readdirSync(FOLDER)
    .filter(file => file.endsWith('.js'))
    .flatMap(file => [...readFileSync(new URL(file, FOLDER), 'utf8').matchAll(/say\('([\w.]+)'/g)].map(found => found[1]));
  assert.ok(named.length > 100);
  named.forEach(key => assert.ok(key in WORDS.en, key));
});

// The rules of Unicode CLDR for Russian: one, few, many; a fraction takes the genitive singular.
test('a Russian noun has three forms', () => {
  const forms = ['нейрон', 'нейрона', 'нейронов'];
  for (const [number, form] of Object.entries({1: 0, 2: 1, 4: 1, 5: 2, 11: 2, 14: 2, 21: 0, 22: 1, 111: 2, '1,024': 1, 1.5: 1}))
    assert.equal(forms[russianForm(number)], forms[form], number);
});

test('Russian numbers have a comma, and names are left alone', () => {
  assert.equal(russianNumbers('83.7 %, 1,024, 1.2·10⁻⁷'), '83,7 %, 1\u202f024, 1,2·10⁻⁷');
  assert.equal(russianNumbers('normal:0.01'), 'normal:0.01');
  assert.equal(filled('{n} {n|нейрон|нейрона|нейронов}', {n: '1\u202f021'}, 'ru'), '1\u202f021 нейрон');
  assert.equal(filled('{factor} {factor|раз|раза|раз}', {factor: 2.5}, 'ru'), '2,5 раза');
  assert.equal(filled('{title}', {title: 'lr 0.5'}, 'ru'), 'lr 0.5');
  assert.equal(say('facts.trained', {step: '1,024'}), 'The charts show the nets after step 1,024 of training.');
});
