import {el, show} from '../dom.js';
import {number} from '../numbers.js';
import {applies} from './settings.js';
import {isValue, positionOf, rangeOf, valueAt} from './sliders.js';
import {say} from './words.js';

/** The controls as the server lists them: a choice is a list, a number is a slider and a field. */

const GROUPS = ['NETWORK', 'DATA', 'TRAINING'];

/** @param {import('./state.js').ExploreState} state */
export function controlPanel(state) {
  const help = el('p', {class: 'ex-helpline', 'aria-hidden': 'true', text: say('controls.hint')});
  const rows = state.controls.map(control => row(control, state, text => (help.textContent = text || say('controls.hint'))));
  const groups = GROUPS.map(group => [group, rows.filter(one => one.control.group === group)]).filter(([, of]) => of.length);
  const element = el(
    'div',
    {class: 'ex-controls'},
    groups.map(([group, of]) =>
      el(
        'fieldset',
        {},
        el('legend', {text: say(`group.${group}`)}),
        of.map(one => one.element),
      ),
    ),
    help,
  );
  return {element, update: () => rows.forEach(one => one.update())};
}

function row(control, state, explain) {
  const id = `control-${control.name}`;
  const help = el('span', {id: `${id}-help`, class: 'sr-only'});
  const widget = control.kind === 'CHOICE' ? choice(control, id, state) : measure(control, id, state);
  const reason = () => reasonNot(control, state);
  const tell = () => explain([`${control.label}:`, reason() || control.help].join(' '));
  const element = el(
    'div',
    {class: 'ex-row', on: {pointerenter: tell, focusin: tell, pointerleave: () => explain('')}},
    el('label', {for: id}, control.label, control.unit ? el('span', {class: 'ex-unit', text: ` ${control.unit}`}) : null),
    el('div', {class: 'ex-widget'}, widget.elements),
    help,
    widget.error ?? null,
  );
  const update = () => {
    const off = reason();
    help.textContent = off || control.help;
    element.title = off;
    element.classList.toggle('off', off !== '');
    widget.elements.forEach(one => (one.disabled = off !== ''));
    widget.update(state.settings[control.name]);
  };
  return {control, element, update};
}

/** Why a control means nothing with the other settings; '' where it does. */
function reasonNot(control, state) {
  if (applies(control, state.settings)) return '';
  const [name, values] = Object.entries(control.when).find(([other, allowed]) => !allowed.includes(state.settings[other]));
  const other = state.controls.find(one => one.name === name);
  return say('controls.only', {other: other?.label ?? name, values: values.join(', ')});
}

function choice(control, id, state) {
  const select = el('select', {
    id,
    'aria-describedby': `${id}-help`,
    on: {change: () => state.change({[control.name]: select.value})},
  });
  show(
    select,
    control.choices.map(({value, text}) => el('option', {value, text: text ? `${value}: ${text}` : value})),
  );
  return {elements: [select], update: value => (select.value = value)};
}

function measure(control, id, state) {
  const set = value => state.change({[control.name]: String(value)}, control.name);
  const slider = el('input', {
    type: 'range',
    ...rangeOf(control),
    'aria-label': control.label,
    'aria-describedby': `${id}-help`,
    on: {input: () => set(valueAt(control, Number(slider.value)))},
  });
  const error = el('span', {class: 'ex-wrong', role: 'alert', hidden: true});
  const field = el('input', {
    id,
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
    'aria-describedby': `${id}-help`,
    on: {
      change: () => take(field.value.replace(',', '.')),
      keydown: event => event.key === 'Escape' && update(state.settings[control.name]),
    },
  });
  const take = text => {
    const right = isValue(control, text);
    field.setAttribute('aria-invalid', !right);
    error.hidden = right;
    const {low, high} = control;
    const kind = say(control.kind === 'WHOLE' ? 'controls.whole' : 'controls.number');
    if (right) set(Number(text));
    else error.textContent = say('controls.wrong', {label: control.label, kind, low: number(low), high: number(high), text});
  };
  const update = value => {
    if (document.activeElement !== field || isValue(control, field.value)) field.value = value;
    if (isValue(control, field.value)) {
      field.setAttribute('aria-invalid', false);
      error.hidden = true;
    }
    if (String(valueAt(control, Number(slider.value))) !== value) slider.value = positionOf(control, Number(value));
    slider.setAttribute('aria-valuetext', `${value} ${control.unit}`);
  };
  return {elements: [slider, field], error, update};
}
