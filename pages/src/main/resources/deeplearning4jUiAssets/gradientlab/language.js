import {el} from './dom.js';
import {Observable} from './observable.js';

/** The language of the pages: what the reader has chosen, which the browser keeps, or the browser's own. */

const KEY = 'gradientlab.language';
const LANGUAGES = {en: 'English', ru: 'Русский'};
/** A decimal point of a number that stands alone, not one inside a name. */
const POINT = /(?<![\w.:])(\d+)\.(\d+)(?=(?:e[+-]?\d+)?(?![\w.]))/g;
/** A comma between the thousands of a number. */
const GROUP = /(?<=\d),(?=\d{3}(?!\d))/g;
const NARROW_SPACE = '\u202f';

const chosen = new Observable();
let current = kept() ?? ofBrowser();
if (globalThis.document) document.documentElement.lang = current;

function kept() {
  try {
    const code = globalThis.localStorage?.getItem(KEY);
    return code in LANGUAGES ? code : null;
  } catch {
    return null;
  }
}

function ofBrowser() {
  return globalThis.document && navigator.language?.startsWith('ru') ? 'ru' : 'en';
}

/** Its code of ISO 639. */
export const language = () => current;

/** Changes it, and tells those who follow. */
export function speak(code) {
  current = code;
  if (globalThis.document) document.documentElement.lang = code;
  try {
    localStorage.setItem(KEY, code);
  } catch {
    // It lasts as long as the page.
  }
  chosen.changed();
}

/** Calls back after the language has changed. Returns how to stop it. */
export const onLanguage = listener => chosen.subscribe(listener);

/** What the server is asked with; nothing for English, in which it speaks by itself. @returns {{language?: string}} */
export const languageAsked = () => (current === 'en' ? {} : {language: current});

/** The same as a part of an address, such as "&language=ru". */
export const languageParameter = () => (current === 'en' ? '' : `&language=${current}`);

/** The menu of the languages. */
export function languageMenu() {
  const select = el(
    'select',
    {class: 'gl-language', 'aria-label': 'Language, язык', on: {change: () => speak(select.value)}},
    Object.entries(LANGUAGES).map(([code, name]) => el('option', {value: code, lang: code, text: name})),
  );
  select.value = current;
  return select;
}

/** Which of the three forms of a Russian noun follows a number as it is printed: единица, единицы, единиц. */
export function russianForm(number) {
  const digits = number.replace(GROUP, '').replaceAll(NARROW_SPACE, '');
  if (!/^\d+$/.test(digits)) return /\d[.,]\d/.test(digits) ? 1 : 2;
  const [tens, ones] = [Number(digits.slice(-2)), Number(digits.slice(-1))];
  if (ones === 0 || ones >= 5 || (tens >= 11 && tens <= 14)) return 2;
  return ones === 1 ? 0 : 1;
}

/**
 * Fills the places of a sentence: `{name}` a number as the language writes it or a text as it is, `{name|…|…|…}` the form of
 * a noun after a number.
 */
export function filled(sentence, values, code = current) {
  return sentence.replace(/\{(\w+)((?:\|[^{}|]*)*)\}/g, (_, name, forms) => {
    const text = String(values[name]);
    if (forms) return forms.split('|')[1 + (code === 'ru' ? russianForm(text) : Number(text !== '1'))];
    return typeof values[name] === 'number' ? inLanguage(text, code) : text;
  });
}

/** A text with its numbers as the language writes them. */
export const inLanguage = (text, code = current) => (code === 'ru' ? russianNumbers(text) : text);

/** Numbers with a comma before their decimals, and a narrow space between their thousands. */
export const russianNumbers = text => text.replace(GROUP, NARROW_SPACE).replace(POINT, '$1,$2');
