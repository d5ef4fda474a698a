import {number} from '../numbers.js';
import {applies, standards} from './settings.js';
import {say} from './words.js';

const NONE = '–';

/** What differs between two nets, in settings and in what becomes of the gradient. */

/**
 * The settings that differ: label, and both values. A setting that means nothing in a net has none there; one that has
 * appeared with its standard value is no difference of its own.
 * @returns {{label: string, a: string, b: string}[]}
 */
export function differing(controls, a, b) {
  const value = (control, settings) =>
    applies(control, {...standards(controls), ...settings}) ? (settings[control.name] ?? control.standard) : NONE;
  return controls
    .map(control => ({label: control.label, standard: control.standard, a: value(control, a), b: value(control, b)}))
    .filter(one => one.a !== one.b && ![one.a, one.b].every(v => v === NONE || v === one.standard))
    .map(({label, a: before, b: after}) => ({label, a: before, b: after}));
}

/** "A → B: Initialisation standard-normal → kaiming-normal." */
export function settingsText(controls, a, b) {
  const all = differing(controls, a, b);
  if (all.length === 0) return say('compare.same');
  return say('compare.settings', {list: all.map(one => `${one.label} ${one.a} → ${one.b}`).join(', ')});
}

/** "Std of δ in layer 1: 3·10⁻⁸ → 1·10⁻³ (× 3·10⁴)." */
export function effectText(a, b) {
  const [before, after] = [a, b].map(layers => layers[0].delta.std);
  const factor = after / before;
  return say(Number.isFinite(factor) ? 'compare.effect' : 'compare.effectWithoutFactor', {
    before: number(before),
    after: number(after),
    factor: number(factor, 2),
  });
}
