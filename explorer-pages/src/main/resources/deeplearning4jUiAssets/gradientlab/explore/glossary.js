import {el} from '../dom.js';
import {say} from './words.js';

/** The page's words by the keys of their explanations: first what the charts show, then what it is made of. */
const WORDS = {
  z: 'quantity.z',
  a: 'quantity.a',
  delta: 'quantity.delta',
  gradient: 'quantity.gradient',
  std: 'glossary.word.std',
  saturated: 'quantity.saturated',
  dead: 'quantity.dead',
  fanIn: 'glossary.word.fanIn',
  gain: 'glossary.word.gain',
};

/** What the words mean, for somebody who reads them for the first time. */
export function glossary() {
  const lines = Object.entries(WORDS).flatMap(([key, word]) => [
    el('dt', {text: say(word)}),
    el('dd', {text: say(`glossary.${key}`)}),
  ]);
  return el('details', {class: 'gl-table ex-glossary'}, el('summary', {text: say('glossary.title')}), el('dl', {}, lines));
}
