/** Parts that several views are made of. */
import {toggleControl} from './controls.js';
import {el} from './dom.js';
import {ACROSS, placer} from './draw/across.js';
import {say} from './words.js';

/** A framed part of a view. @param {HTMLElement} title an h2 */
export const box = (title, ...children) => el('section', {class: 'gl-box'}, title, el('div', {class: 'gl-inside'}, children));

export const heading = (text = '') => el('h2', {text});

export const note = () => el('p', {class: 'gl-note'});

export const legend = () => el('p', {class: 'pic-legend'});

/** What a colour stands for. */
export const key = (colour, text, shape = 'square') =>
  el('span', {class: 'pic-key'}, el('i', {class: shape, style: {background: colour}}), text);

/** What a line's look stands for. @param {Node} swatch */
export const lineKey = (swatch, text) => el('span', {class: 'pic-key'}, swatch, text);

/**
 * A choice that the address keeps.
 * @param {string[][]} options value, label, title
 */
export const toggle = (label, parameter, store, options) =>
  toggleControl(
    label,
    options.map(([value, text, title]) => ({value, label: text ?? value, title})),
    value => store.set({[parameter]: value}),
  );

/**
 * The choice of what curves are drawn over; what no session tells cannot be chosen.
 * @returns {{element: HTMLElement, update: (value: string, sessions: Object[]) => void}}
 */
export function acrossToggle(store) {
  const options = ACROSS.map(value => [value, say(`across.${value}`)]);
  const {element, update} = toggle(say('control.across'), 'across', store, options);
  return {
    element,
    update(value, sessions) {
      update(value);
      const told = across => sessions.some(session => placer(across, session) !== null);
      element.querySelectorAll('button').forEach(one => (one.disabled = !told(one.dataset.value)));
    },
  };
}

/** The choice between equal steps and equal ratios. */
export const linearOrLog = (label, parameter, store) =>
  toggle(label, parameter, store, [
    ['linear', say('axis.linear')],
    ['log', say('axis.log')],
  ]);
