import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {WORDS, say} from '../../main/resources/deeplearning4jUiAssets/gradientlab/words.js';
import {speak} from '../../main/resources/deeplearning4jUiAssets/gradientlab/language.js';
import {asText} from '../../main/resources/deeplearning4jUiAssets/gradientlab/views/findings.js';

const PLACE = /\{(\w+)((?:\|[^{}|]*)*)\}/g;
const FORMS = {en: 2, ru: 3};

test('both languages have the same keys and places, and nouns all their forms', () => {
  assert.deepEqual(Object.keys(WORDS.ru), Object.keys(WORDS.en));
  for (const [code, words] of Object.entries(WORDS))
    for (const [key, text] of Object.entries(words)) {
      const found = [...text.matchAll(PLACE)];
      const names = new Set(found.map(place => place[1]));
      assert.deepEqual(names, new Set([...WORDS.en[key].matchAll(PLACE)].map(place => place[1])), key);
      for (const [, , forms] of found) assert.ok(forms === '' || forms.split('|').length === 1 + FORMS[code], key);
    }
});

test('a finding is copied as text', () => {
  const finding = {rule: 'r', title: 'T', severity: 'FAULT', layer: 'h', unit: 3, iteration: 7};
  const told = {...finding, evidence: 'e', cause: 'c', remedy: 'x', source: 's'};
  assert.equal(asText(told), 'Fault: T (r)\nWhere: layer h, unit 3, iteration 7\nEvidence: e\nCause: c\nRemedy: x\nSource: s');
  assert.equal(say('about.layers', {n: '1'}), '1 layer');
});

test('numbers are written as the language has them, names as they are', () => {
  speak('ru');
  assert.equal(say('compare.noLayer', {id: 'lr 0.5', layer: 'h'}), 'В «lr 0.5» нет слоя h: сеанс не показан.');
  assert.equal(say('compare.about', {n: '1\u202f001', latest: 0, loss: 0.5}), '1\u202f001 снимок до итерации 0 · потери 0,5');
  speak('en');
  assert.equal(say('compare.about', {n: '2', latest: 0, loss: 0.5}), '2 snapshots up to iteration 0 · loss 0.5');
});

test('every key that the code names is there', () => {
  const folder = new URL('../../main/resources/deeplearning4jUiAssets/gradientlab/', import.meta.url);
  const named = readdirSync(folder, {recursive: true})
    .filter(file => file.endsWith('.js'))
    .flatMap(file => [...readFileSync(new URL(file, folder), 'utf8').matchAll(/say\('([\w.]+)'/g)].map(found => found[1]));
  assert.ok(named.length > 150);
  named.forEach(key => assert.ok(key in WORDS.en, key));
});
