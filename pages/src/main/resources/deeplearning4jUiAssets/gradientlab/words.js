import {filled, language} from './language.js';
import {ENGLISH} from './words-en.js';
import {RUSSIAN} from './words-ru.js';

/** All words of the pages under Gradients, and of the parts that they share with Explore, by language and key. */
export const WORDS = {en: ENGLISH, ru: RUSSIAN};

/** A sentence or word by its key, in the reader's language. @param {Object<string, string|number>} [values] of what it has in braces */
export function say(key, values = {}) {
  const text = WORDS[language()][key];
  if (text === undefined) throw new Error(`There are no words for "${key}".`);
  return filled(text, values);
}

/** Whether there are words of this key. */
export const known = key => key in ENGLISH;
